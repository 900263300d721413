//! Deleting several things: how many has to be typed.

use leptos::prelude::*;

use super::dialog::BatchDialog;
use super::step::Step;
use crate::i18n::{t, tf};
use crate::resource::context::PageContext;
use crate::resource::fields::Field;
use crate::resource::form::TextField;

/// The dialog.
#[component]
pub fn BatchDelete(
    /// The page.
    page: PageContext,
    /// Its title.
    title: String,
    /// How many are selected.
    count: usize,
    /// What would be sent.
    steps: Callback<(), Vec<Step>>,
    /// None of them goes with another.
    #[prop(optional)]
    independent: bool,
    /// Leaves.
    leave: Callback<()>,
    /// What goes with them.
    children: ChildrenFn,
) -> impl IntoView {
    let typed = TextField::plain();
    let wanted = StoredValue::new(count.to_string());
    let reason = Signal::derive(move || {
        let fits = typed.value.with(|typed| wanted.with_value(|wanted| typed.trim() == wanted));
        (!fits).then(|| t("bulk.type_number").to_owned())
    });
    let label = move || wanted.with_value(|wanted| tf("bulk.delete_type", &[("n", wanted)]));
    let children = StoredValue::new(children);
    view! {
        <BatchDialog page=page title=title words=t("io.delete") steps=steps reason=reason dangerous=true independent=independent leave=leave>
            {children.with_value(|children| children())}
            <Field label=label() id="tn-bulk-number" field=typed/>
        </BatchDialog>
    }
}
