//! Deleting what has no task: users and groups. The name has to be typed.

use leptos::prelude::*;
use tenantry_core::request::Call;

use super::desk::Desk;
use super::form::{Field, FormDialog, Sending};
use crate::i18n::{t, tf};
use crate::routing::Section;

/// The dialog.
#[component]
pub fn Delete<C: Call<Answer = ()> + Clone + Send + Sync + 'static>(
    /// What every screen needs.
    desk: Desk,
    /// The list to go back to.
    section: Section,
    /// What is deleted.
    name: String,
    /// What that means, in sentences.
    words: Vec<String>,
    /// The call that deletes it.
    call: C,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let sending = Sending::new(desk.account);
    let call = StoredValue::new(call);
    let send = Callback::new(move |()| {
        let (connection, call) = (desk.account.connection(), call.get_value());
        sending.send(&[], async move { connection.call(&call).await }, move |()| {
            desk.go(section, None);
            desk.read_again();
        });
    });
    let leave = Callback::new(move |()| open.set(false));
    let typed = RwSignal::new(String::new());
    let title = tf("io.delete_title", &[("name", &name)]);
    let label = tf("io.delete_type", &[("name", &name)]);
    let reason =
        Signal::derive(move || typed.with(|typed| *typed != name).then(|| t("io.type_name").to_owned()));
    view! {
        <FormDialog desk=desk title=title words=t("io.delete") sending=sending send=send leave=leave reason=reason dangerous=true>
            {words.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
            <p><strong>{t("io.delete_final")}</strong></p>
            <Field label=label id="tn-delete-name" value=typed wrong=Signal::derive(|| None::<String>)/>
        </FormDialog>
    }
}
