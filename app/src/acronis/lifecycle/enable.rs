//! Disabling a tenant, or enabling it.

use leptos::prelude::*;
use tenantry_core::acronis::changes::tenants as changes;
use tenantry_core::acronis::{TenantEdit, TenantField, TenantValues};

use super::life::Life;
use crate::i18n::t;
use crate::resource::form::Form;
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

/// The dialog.
#[component]
pub(super) fn EnableTenant(
    /// What the dialogs share.
    life: Life,
    /// The tenant's version.
    version: i64,
) -> impl IntoView {
    let before = life.tenant.get_value();
    let turns_on = before.enabled == Some(false);
    let [title, note, words] = match turns_on {
        true => ["life.enable_title", "life.enable_note", "life.enable"],
        false => ["life.disable_title", "life.disable_note", "life.disable"],
    };
    let title = Phrase::new(title, &[("name", before.name.as_deref().unwrap_or_default())]);
    let form = Form::new(life.page);
    let before = StoredValue::new(before);
    let send = Callback::new(move |()| {
        let before = before.get_value();
        let values = TenantValues::from([(TenantField::Enabled, turns_on.into())]);
        let Ok(edit) = TenantEdit::of(&before, values) else { return };
        form.send(
            || changes::update(before, version, edit),
            |_| (),
            move |tenant| {
                life.put(tenant.as_ref());
                life.done.run(());
            },
        );
    });
    view! {
        <FormDialog page=life.page title=title words=t(words) form=form send=send leave=life.leave dangerous=!turns_on>
            <p>{t(note)}</p>
        </FormDialog>
    }
}
