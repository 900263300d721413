//! Deleting what has neither a task nor an end that must be typed: users and groups.

use leptos::prelude::*;
use tenantry_core::request::Call;

use super::desk::Desk;
use super::form::{Buttons, Refused};
use crate::i18n::{t, tf};
use crate::routing::Section;
use crate::ui::task::Slot;
use crate::ui::{FaultNotice, Modal};

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
    let (busy, refused, slot) = (RwSignal::new(false), RwSignal::new(Refused::default()), Slot::new());
    let call = StoredValue::new(call);
    let leave = Callback::new(move |()| open.set(false));
    let send = Callback::new(move |()| {
        busy.set(true);
        slot.run(async move {
            match desk.account.connection().call(&call.get_value()).await {
                Ok(()) => {
                    desk.go(section, None);
                    changed.run(());
                }
                Err(error) => {
                    refused.set(Refused::of(&error, desk.account, &[]));
                    busy.set(false);
                }
            }
        });
    });
    let reason = Signal::derive(move || desk.frozen().map(str::to_owned));
    view! {
        <Modal title=tf("io.delete_title", &[("name", &name)]) leave=leave>
            <p>{words}</p>
            {move || refused.with(|refused| refused.fault.clone()).map(|fault| view! { <FaultNotice fault=fault/> })}
            <Buttons leave=leave send=send words=t("io.delete") busy=busy reason=reason dangerous=true/>
        </Modal>
    }
}
