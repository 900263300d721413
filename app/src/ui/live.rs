//! A text that changes often, such as a count beside a filter, and is read out once it stands still.

use leptos::html::Span;
use leptos::prelude::*;

use super::task::LatestTask;

/// A text that is read out when it has stood still for a while: not at each letter that somebody types, and not at each
/// of a hundred writes.
#[component]
pub fn Live(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// Further classes.
    #[prop(optional)]
    class: &'static str,
    /// How long it stands still before it is read out.
    #[prop(default = 700)]
    pause_ms: u32,
) -> impl IntoView {
    let (node, latest) = (NodeRef::<Span>::new(), LatestTask::new());
    let text = Memo::new(move |_| text.get());
    Effect::new(move |_| {
        let Some(node) = node.get() else { return };
        let text = text.get();
        let show = move |live: &str| {
            // Without the attribute it is read out at once; nothing worse.
            let _ = node.set_attribute("aria-live", live);
            node.set_text_content(Some(&text));
        };
        show("off");
        // What is read out is what is put there while the element is live.
        latest.run_after(pause_ms, async move { show("polite") });
    });
    view! { <span node_ref=node class=class role="status" aria-live="off"></span> }
}
