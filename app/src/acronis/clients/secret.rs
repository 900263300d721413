//! A secret that was just issued: shown once, and gone with its dialog.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::acronis::api_clients::Issued;

use crate::i18n::t;
use crate::ui::{CopyText, Modal, Phrase};

use super::words::name_of;

/// The dialog.
#[component]
pub fn IssuedSecret(
    /// The client, with its secret where that was told.
    issued: Issued,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let title = Phrase::new("clients.secret_title", &[("name", &name_of(&issued.client))]);
    let id = issued.client.id.to_string();
    let body = match issued.secret.as_ref().map(Secret::expose) {
        Some(secret) => view! {
            <p class="tn-note tn-note--warn">{t("clients.secret_once")}</p>
            <dl class="tn-fields">
                <div class="tn-field"><dt>{t("clients.id")}</dt><dd><CopyText text=id what=t("clients.id")/></dd></div>
                <div class="tn-field"><dt>{t("clients.secret")}</dt><dd><CopyText text=secret.to_owned() what=t("clients.secret")/></dd></div>
            </dl>
        }
        .into_any(),
        None => view! { <p class="tn-note tn-note--warn">{t("clients.secret_lost")}</p> }.into_any(),
    };
    view! {
        <Modal title=title leave=leave>
            {body}
            <div class="tn-edit__buttons">
                <button type="button" class="tn-button tn-button--primary" on:click=move |_| leave.run(())>{t("edit.close")}</button>
            </div>
        </Modal>
    }
}
