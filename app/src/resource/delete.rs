//! Deleting what has no task: users and groups. The name has to be typed.

use leptos::prelude::*;
use tenantry_core::request::Call;

use super::context::PageContext;
use super::form::{Field, FormDialog, Submission};
use crate::i18n::{t, tf};
use crate::routing::Section;

/// The dialog.
#[component]
pub fn Delete<C: Call<Answer = ()> + Clone + Send + Sync + 'static>(
    /// What every screen needs.
    page: PageContext,
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
    let submission = Submission::new(page.session);
    let call = StoredValue::new(call);
    let send = Callback::new(move |()| {
        let (connection, call) = (page.session.connection(), call.get_value());
        submission.send(&[], async move { connection.call(&call).await }, move |()| {
            page.go(section, None);
            page.read_again();
        });
    });
    let leave = Callback::new(move |()| open.set(false));
    let typed = RwSignal::new(String::new());
    let title = tf("io.delete_title", &[("name", &name)]);
    let label = tf("io.delete_type", &[("name", &name)]);
    let reason =
        Signal::derive(move || typed.with(|typed| *typed != name).then(|| t("io.type_name").to_owned()));
    view! {
        <FormDialog page=page title=title words=t("io.delete") submission=submission send=send leave=leave reason=reason dangerous=true>
            {words.into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
            <p><strong>{t("io.delete_final")}</strong></p>
            <Field label=label id="tn-delete-name" value=typed wrong=Signal::derive(|| None::<String>)/>
        </FormDialog>
    }
}
