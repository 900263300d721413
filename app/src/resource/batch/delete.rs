//! Deleting several things: how many has to be typed.

use leptos::prelude::*;

use super::{BatchDialog, Step};
use crate::i18n::{t, tf};
use crate::resource::context::PageContext;
use crate::resource::form::Field;

/// The dialog.
#[component]
pub fn BatchDelete(
    /// What every screen needs.
    page: PageContext,
    /// Its title.
    title: String,
    /// How many are selected.
    count: usize,
    /// What would be sent.
    steps: Callback<(), Vec<Step>>,
    /// Leaves.
    leave: Callback<()>,
    /// What goes with them.
    children: ChildrenFn,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let wanted = StoredValue::new(count.to_string());
    let reason = Signal::derive(move || {
        let fits = typed.with(|typed| wanted.with_value(|wanted| typed.trim() == wanted));
        (!fits).then(|| t("bulk.type_number").to_owned())
    });
    let label = move || wanted.with_value(|wanted| tf("bulk.delete_type", &[("n", wanted)]));
    let children = StoredValue::new(children);
    view! {
        <BatchDialog page=page title=title words=t("io.delete") steps=steps reason=reason dangerous=true leave=leave>
            {children.with_value(|children| children())}
            <Field label=label() id="tn-bulk-number" value=typed wrong=Signal::derive(|| None::<String>)/>
        </BatchDialog>
    }
}

/// A button for the ticked rows.
#[component]
pub fn BatchButton<A: Clone + Send + Sync + 'static>(
    /// What every screen needs.
    page: PageContext,
    /// Its id in the page: the keyboard comes back to it.
    id: &'static str,
    /// What it says.
    words: &'static str,
    /// What it asks for.
    ask: A,
    /// What is asked for.
    asked: RwSignal<Option<A>>,
    /// It takes something away.
    #[prop(optional)]
    dangerous: bool,
) -> impl IntoView {
    let class =
        if dangerous { "tn-button tn-button--small tn-button--danger" } else { "tn-button tn-button--small" };
    let press = move |_| asked.set(Some(ask.clone()));
    view! { <button id=id type="button" class=class disabled=move || page.frozen().is_some() title=move || page.frozen() on:click=press>{words}</button> }
}
