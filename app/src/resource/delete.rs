//! Deleting something: what that means, and its name to be sure.

use leptos::prelude::*;

use super::context::PageContext;
use super::fields::Field;
use super::form::{Form, TextField};
use super::form_dialog::FormDialog;
use super::submission::Failure;
use crate::i18n::{t, tf};

/// The dialog.
#[component]
pub fn Delete<F: Future<Output = Result<(), Failure>> + 'static>(
    /// The page.
    page: PageContext,
    /// What is deleted.
    name: String,
    /// Deletes it.
    write: impl Fn() -> F + 'static,
    /// Runs when it is deleted, or accepted.
    done: Callback<()>,
    /// Leaves.
    leave: Callback<()>,
    /// What that means.
    children: Children,
) -> impl IntoView {
    let (form, typed) = (Form::new(page), TextField::plain());
    let write = StoredValue::new_local(write);
    let send = Callback::new(move |()| {
        form.send(write.with_value(|write| write()), move |()| done.run(()));
    });
    let title = tf("io.delete_title", &[("name", &name)]);
    let label = tf("io.delete_type", &[("name", &name)]);
    let reason = Signal::derive(move || {
        typed.value.with(|typed| *typed != name).then(|| t("io.type_name").to_owned())
    });
    view! {
        <FormDialog page=page title=title words=t("io.delete") form=form send=send leave=leave reason=reason dangerous=true>
            {children()}
            <Field label=label id="tn-delete-name" field=typed/>
        </FormDialog>
    }
}
