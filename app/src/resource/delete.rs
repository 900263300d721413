//! Deleting something: what that means, and its name to be sure.

use leptos::prelude::*;
use tenantry_core::write::{Change, Outcome};

use super::context::PageContext;
use super::fields::Field;
use super::form::{Form, TextField};
use super::form_dialog::FormDialog;
use crate::i18n::t;
use crate::ui::Phrase;
use crate::ui::text::visible;
use crate::writes::OutcomeListener;

/// The dialog.
#[component]
pub fn Delete<T: 'static>(
    /// The page.
    page: PageContext,
    /// What is deleted.
    name: String,
    /// What deletes it.
    change: impl Fn() -> Change<T> + 'static,
    /// Hears of the end in any case.
    #[prop(optional, into)]
    always: Option<OutcomeListener<T>>,
    /// Runs when it is deleted, or accepted.
    done: Callback<()>,
    /// Leaves.
    leave: Callback<()>,
    /// What that means.
    children: Children,
) -> impl IntoView {
    let (form, typed) = (Form::new(page), TextField::plain());
    let (change, always) = (StoredValue::new_local(change), StoredValue::new_local(always));
    let send = Callback::new(move |()| {
        let always = always.get_value();
        let tell = move |outcome: &Outcome<T>| always.iter().for_each(|always| always(outcome));
        form.send(|| change.with_value(|change| change()), tell, move |_| done.run(()));
    });
    let title = Phrase::new("io.delete_title", &[("name", &name)]);
    let label = Phrase::new("io.delete_type", &[("name", &name)]);
    // As it is, or as it can be read and typed.
    let names = [visible(&name).into_owned(), name];
    let reason = Signal::derive(move || {
        typed.value.with(|typed| !names.contains(typed)).then(|| t("io.type_name").to_owned())
    });
    view! {
        <FormDialog page=page title=title words=t("io.delete") form=form send=send leave=leave reason=reason dangerous=true>
            {children()}
            <Field label=label id="tn-delete-name" field=typed/>
        </FormDialog>
    }
}
