//! What can be done with the selected rows of a list.

use std::sync::Arc;

use leptos::prelude::*;

use crate::resource::context::PageContext;

/// Something that can be done with several rows: a button, and the dialog that it opens.
#[derive(Clone)]
pub struct BatchAction {
    /// The button's id: the keyboard comes back to it.
    pub id: &'static str,
    /// What the button says.
    pub words: &'static str,
    /// It takes something away.
    pub is_dangerous: bool,
    /// The dialog, for the rows that are selected when it opens. It is handed the way out.
    pub dialog: Arc<dyn Fn(Callback<()>) -> AnyView + Send + Sync>,
}

impl BatchAction {
    /// Something that takes nothing away.
    pub fn new(
        id: &'static str,
        words: &'static str,
        dialog: impl Fn(Callback<()>) -> AnyView + Send + Sync + 'static,
    ) -> BatchAction {
        BatchAction { id, words, is_dangerous: false, dialog: Arc::new(dialog) }
    }

    /// It takes something away.
    #[must_use]
    pub fn dangerous(self) -> BatchAction {
        BatchAction { is_dangerous: true, ..self }
    }
}

/// The buttons.
#[component]
pub fn BatchButtons(
    /// The page.
    page: PageContext,
    /// What can be done.
    actions: StoredValue<Vec<BatchAction>>,
    /// What is asked for.
    asked: RwSignal<Option<usize>>,
) -> impl IntoView {
    let button = |(at, action): (usize, BatchAction)| {
        let class = match action.is_dangerous {
            true => "tn-button tn-button--small tn-button--danger",
            false => "tn-button tn-button--small",
        };
        view! { <button id=page.mount.id(action.id) type="button" class=class disabled=move || page.frozen().is_some() title=move || page.frozen() on:click=move |_| asked.set(Some(at))>{action.words}</button> }
    };
    actions.get_value().into_iter().enumerate().map(button).collect_view()
}

/// The dialog of what is asked for. It stays when what it works on has left the list.
#[component]
pub fn BatchDialogs(
    /// The page.
    page: PageContext,
    /// What can be done.
    actions: StoredValue<Vec<BatchAction>>,
    /// What is asked for.
    asked: RwSignal<Option<usize>>,
) -> impl IntoView {
    let leave = Callback::new(move |()| {
        asked.set(None);
        page.reload();
    });
    move || {
        let action = actions.with_value(|actions| actions.get(asked.get()?).cloned())?;
        Some(untrack(|| (action.dialog)(leave)))
    }
}
