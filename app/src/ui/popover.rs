//! A button with a box below it, which closes on Escape and on a press anywhere else.

use leptos::html;
use leptos::prelude::*;

use crate::mount::Mount;
use crate::mount::events::{is_key, on_window, target};

/// A button with a box below it.
#[component]
pub fn Popover(
    /// The button's id.
    id: &'static str,
    /// The button's classes.
    #[prop(into)]
    class: Signal<&'static str>,
    /// What the button says.
    #[prop(into)]
    words: Signal<String>,
    /// Whether the box is there.
    open: RwSignal<bool>,
    /// What stands in the box.
    children: ChildrenFn,
) -> impl IntoView {
    let (mount, whole) = (Mount::here(), NodeRef::<html::Div>::new());
    on_window(leptos::ev::click, move |event| {
        let (Some(target), Some(whole)) = (target(&event), whole.get_untracked()) else { return };
        // What was pressed may be gone by now; that was inside.
        if target.is_connected() && !whole.contains(Some(&target)) {
            open.set(false);
        }
    });
    let keys = move |event: web_sys::KeyboardEvent| {
        if is_key(&event, "Escape") && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
            mount.focus(id);
        }
    };
    let expanded = move || open.get().to_string();
    let press = move |_| open.update(|open| *open = !*open);
    view! {
        <div node_ref=whole class="tn-popover" on:keydown=keys>
            <button id=mount.id(id) type="button" class=class aria-expanded=expanded on:click=press prop:textContent=move || words.get()></button>
            <Show when=move || open.get()>{children()}</Show>
        </div>
    }
}
