//! The border between tree and tenant, to be moved by mouse or arrow keys. The width is remembered.

use leptos::prelude::*;

use crate::acronis::context::AcronisContext;
use crate::i18n::t;
use crate::mount::events::{key, target};
use crate::mount::{Mount, Pref};

const NARROWEST: i32 = 200;
const WIDEST: i32 = 720;
const USUAL: i32 = 320;
const STEP: i32 = 16;

/// The border between tree and tenant.
#[component]
pub fn Splitter(
    /// The screen.
    page: AcronisContext,
) -> impl IntoView {
    let mount = page.mount;
    let remembered =
        mount.storage().pref(Pref::TreeWidth).and_then(|text| text.parse().ok()).unwrap_or(USUAL);
    let width = RwSignal::new(remembered.clamp(NARROWEST, WIDEST));
    // Where it was taken hold of, as seen from the line.
    let held = StoredValue::new(None::<i32>);
    Effect::new(move |_| mount.set_property("--tn-tree-width", &format!("{}px", width.get())));
    let change = move |to: i32| {
        width.set(to.clamp(NARROWEST, WIDEST));
        mount.storage().set_pref(Pref::TreeWidth, &width.get_untracked().to_string());
    };
    let down = move |event: web_sys::PointerEvent| {
        capture(&event);
        held.set_value(Some(event.client_x() - pane_left(mount) - width.get_untracked()));
    };
    let drag = move |event: web_sys::PointerEvent| {
        if let Some(held) = held.get_value() {
            change(event.client_x() - pane_left(mount) - held);
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let to = match key(&event).as_deref() {
            Some("ArrowLeft") => width.get_untracked() - STEP,
            Some("ArrowRight") => width.get_untracked() + STEP,
            Some("Home") => NARROWEST,
            Some("End") => WIDEST,
            _ => return,
        };
        event.prevent_default();
        change(to);
    };
    view! {
        <div
            class="tn-splitter"
            role="separator"
            tabindex="0"
            aria-orientation="vertical"
            aria-label=t("tree.width")
            aria-valuemin=NARROWEST
            aria-valuemax=WIDEST
            aria-valuenow=move || width.get()
            on:pointerdown=down
            on:pointermove=drag
            on:pointerup=move |_| held.set_value(None)
            on:pointercancel=move |_| held.set_value(None)
            on:dblclick=move |_| change(USUAL)
            on:keydown=keys
        ></div>
    }
}

fn capture(event: &web_sys::PointerEvent) {
    if let Some(target) = target(event) {
        // Without capture a fast drag loses the border; nothing worse.
        let _ = target.set_pointer_capture(event.pointer_id());
    }
}

fn pane_left(mount: Mount) -> i32 {
    mount.by_id("tn-tree-pane").map_or(0, |pane| pane.get_bounding_client_rect().left() as i32)
}
