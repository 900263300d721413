//! The single sign-on to a unit's own console. Whoever has its URL is signed in, so the URL is fetched on a
//! click, opened in a tab that knows nothing of this one, and kept nowhere: not in the page, the history, storage
//! or a log.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::ionos::rules::can_open;
use tenantry_core::ionos::{ResponseOptions, UnitId, backup_units};
use wasm_bindgen::JsValue;

use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::resource::form::{Refusal, Submission};

/// An older address is asked for anew: the vendor does not say how long one is good for.
const FRESH_MS: f64 = 30_000.0;

#[derive(Clone)]
enum Link {
    None,
    /// The browser has kept a late tab from opening; the next click may, as long as the address is fresh.
    Held(Secret, f64),
    Opened,
    /// It is not an address that may be opened.
    Odd,
}

/// The button.
#[component]
pub fn OpenConsole(
    /// What every screen needs.
    page: PageContext,
    /// The unit.
    id: UnitId,
) -> impl IntoView {
    let link = RwSignal::new(Link::None);
    let submission = Submission::new(page.session);
    let options = ResponseOptions::default();
    let call = StoredValue::new(backup_units::SsoUrl { id, options });
    let fetch = Callback::new(move |()| {
        let (connection, call) = (page.session.connection(), call.get_value());
        link.set(Link::None);
        submission.send(&[], async move { connection.call(&call).await }, move |answer| {
            link.set(match answer.sso_url {
                url if !can_open(&url) => Link::Odd,
                url if open(&url) => Link::Opened,
                url => Link::Held(url, js_sys::Date::now()),
            });
        });
    });
    let open_held = move |_| match link.get_untracked() {
        Link::Held(url, since) if js_sys::Date::now() - since < FRESH_MS => {
            if open(&url) {
                link.set(Link::Opened);
            }
        }
        _ => fetch.run(()),
    };
    let words = move || {
        link.with(|link| match link {
            Link::None if submission.is_busy() => t("io.console_coming"),
            Link::None => "",
            Link::Held(..) => t("io.console_held"),
            Link::Opened => t("io.console_opened"),
            Link::Odd => t("io.console_odd"),
        })
    };
    let held = move || link.with(|link| matches!(link, Link::Held(..)));
    view! {
        <div class="tn-why__actions">
            <button type="button" class="tn-button" disabled=move || submission.is_busy() on:click=move |_| fetch.run(())>{t("io.console")}</button>
            <Show when=held><button type="button" class="tn-button tn-button--primary" on:click=open_held>{t("io.console_open")}</button></Show>
        </div>
        <p class="tn-faint" role="status">{words}</p>
        <Refusal submission=submission/>
    }
}

/// Opens it in a tab of its own; `false` where the browser's pop-up rule would not let it. A tab that is opened
/// with `noopener` is never told of, so it is asked before whether the click still counts.
fn open(url: &Secret) -> bool {
    let get = |from: &JsValue, name: &str| js_sys::Reflect::get(from, &name.into()).unwrap_or_default();
    let activation = get(&window().navigator(), "userActivation");
    // A browser that does not tell is simply tried.
    if activation.is_object() && !get(&activation, "isActive").is_truthy() {
        return false;
    }
    window().open_with_url_and_target_and_features(url.expose(), "_blank", "noopener,noreferrer").is_ok()
}
