//! Deleting what has neither a task nor a name that must be typed: users and groups.

use leptos::prelude::*;
use tenantry_core::request::Call;

use super::desk::Desk;
use super::form::{FormDialog, Sending};
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
    /// What that means.
    words: &'static str,
    /// The call that deletes it.
    call: C,
    /// Whether the dialog is open.
    open: RwSignal<bool>,
    /// Reads again what the write has changed.
    changed: Callback<()>,
) -> impl IntoView {
    let sending = Sending::new(desk.account);
    let call = StoredValue::new(call);
    let send = Callback::new(move |()| {
        let (connection, call) = (desk.account.connection(), call.get_value());
        sending.send(&[], async move { connection.call(&call).await }, move |()| {
            desk.go(section, None);
            changed.run(());
        });
    });
    let leave = Callback::new(move |()| open.set(false));
    view! {
        <FormDialog desk=desk title=tf("io.delete_title", &[("name", &name)]) words=t("io.delete") sending=sending send=send leave=leave dangerous=true>
            <p>{words}</p>
        </FormDialog>
    }
}
