//! The single sign-on to a unit's own console. Whoever has its URL is signed in, so the URL is fetched on a
//! click, opened in a tab that knows nothing of this one, and kept nowhere: not in the page, the history, storage
//! or a log.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::ionos::rules::can_open;
use tenantry_core::ionos::{ResponseOptions, UnitId, backup_units};

use crate::i18n::t;
use crate::mount::platform::open_tab;
use crate::resource::context::PageContext;
use crate::resource::submission::{Refusal, Submission};

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
    /// The page.
    page: PageContext,
    /// The unit.
    id: UnitId,
) -> impl IntoView {
    let link = RwSignal::new(Link::None);
    let submission = Submission::new(page);
    let options = ResponseOptions::default();
    let call = StoredValue::new(backup_units::SsoUrl { id, options });
    let fetch = Callback::new(move |()| {
        let (connection, call) = (page.session.connection(), call.get_value());
        link.set(Link::None);
        submission.read(async move { connection.call(&call).await }, move |answer| {
            link.set(match answer.sso_url {
                url if !can_open(&url) => Link::Odd,
                url if open_tab(url.expose()) => Link::Opened,
                url => Link::Held(url, js_sys::Date::now()),
            });
        });
    });
    let open_held = move |_| match link.get_untracked() {
        Link::Held(url, since) if js_sys::Date::now() - since < FRESH_MS => {
            if open_tab(url.expose()) {
                link.set(Link::Opened);
            }
        }
        _ => fetch.run(()),
    };
    let words = Memo::new(move |_| {
        link.with(|link| match link {
            Link::None if submission.is_busy() => t("io.console_coming"),
            Link::None => "",
            Link::Held(..) => t("io.console_held"),
            Link::Opened => t("io.console_opened"),
            Link::Odd => t("io.console_odd"),
        })
    });
    let held = move || link.with(|link| matches!(link, Link::Held(..)));
    view! {
        <div class="tn-why__actions">
            <button type="button" class="tn-button" disabled=move || submission.is_busy() on:click=move |_| fetch.run(())>{t("io.console")}</button>
            <Show when=held><button type="button" class="tn-button tn-button--primary" on:click=open_held>{t("io.console_open")}</button></Show>
        </div>
        <p class="tn-faint" role="status" prop:textContent=words></p>
        <Refusal submission=submission/>
    }
}
