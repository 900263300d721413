//! The border between tree and tenant, to be moved by mouse or arrow keys. The width is remembered.

use leptos::prelude::*;

use crate::acronis::context::AcronisContext;
use crate::i18n::t;
use crate::mount::events::target;
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
    let moving = RwSignal::new(false);
    Effect::new(move |_| mount.set_property("--tn-tree-width", &format!("{}px", width.get())));
    let change = move |to: i32| {
        width.set(to.clamp(NARROWEST, WIDEST));
        mount.storage().set_pref(Pref::TreeWidth, &width.get_untracked().to_string());
    };
    let down = move |event: web_sys::PointerEvent| {
        capture(&event);
        moving.set(true);
    };
    let drag = move |event: web_sys::PointerEvent| {
        if moving.get_untracked() {
            change(event.client_x() - pane_left(mount));
        }
    };
    let key = move |event: web_sys::KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowLeft" => width.get_untracked() - STEP,
            "ArrowRight" => width.get_untracked() + STEP,
            "Home" => NARROWEST,
            "End" => WIDEST,
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
            on:pointerup=move |_| moving.set(false)
            on:pointercancel=move |_| moving.set(false)
            on:dblclick=move |_| change(USUAL)
            on:keydown=key
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
