//! The single sign-on to a unit's own console. Whoever has its URL is signed in, so the URL is fetched on a
//! click, opened in a tab that knows nothing of this one, and kept nowhere: not in the page, the history, storage
//! or a log.

use leptos::prelude::*;
use tenantry_core::Secret;
use tenantry_core::ionos::rules::can_open;
use tenantry_core::ionos::{Shown, UnitId, backup_units};

use super::desk::Desk;
use super::form::Refused;
use crate::i18n::t;
use crate::ui::FaultNotice;
use crate::ui::task::Slot;

#[derive(Clone)]
enum Link {
    None,
    Coming,
    /// The browser has kept a late tab from opening; the next click may.
    Held(Secret),
    Opened,
    /// It is not an address that may be opened.
    Odd,
}

/// The button.
#[component]
pub fn OpenConsole(
    /// What every screen needs.
    desk: Desk,
    /// The unit.
    id: UnitId,
) -> impl IntoView {
    let link = RwSignal::new(Link::None);
    let refused = RwSignal::new(Refused::default());
    let slot = Slot::new();
    let shown = Shown::default();
    let call = StoredValue::new(backup_units::SsoUrl { id, shown });
    let fetch = move |_| {
        link.set(Link::Coming);
        refused.set(Refused::default());
        slot.run(async move {
            match desk.account.connection().call(&call.get_value()).await {
                Ok(answer) if !can_open(&answer.sso_url) => link.set(Link::Odd),
                Ok(answer) => {
                    let opened = open(&answer.sso_url);
                    link.set(if opened { Link::Opened } else { Link::Held(answer.sso_url) });
                }
                Err(error) => {
                    link.set(Link::None);
                    refused.set(Refused::of(&error, desk.account, &[]));
                }
            }
        });
    };
    let open_held = move |_| {
        let held = link.with_untracked(|link| match link {
            Link::Held(url) => Some(url.clone()),
            _ => None,
        });
        if held.is_some_and(|url| open(&url)) {
            link.set(Link::Opened);
        }
    };
    let words = move || {
        link.with(|link| match link {
            Link::None => "",
            Link::Coming => t("io.console_coming"),
            Link::Held(_) => t("io.console_held"),
            Link::Opened => t("io.console_opened"),
            Link::Odd => t("io.console_odd"),
        })
    };
    let held = move || link.with(|link| matches!(link, Link::Held(_)));
    let coming = move || link.with(|link| matches!(link, Link::Coming));
    view! {
        <div class="tn-why__actions">
            <button type="button" class="tn-button" disabled=coming on:click=fetch>{t("io.console")}</button>
            <Show when=held><button type="button" class="tn-button tn-button--primary" on:click=open_held>{t("io.console_open")}</button></Show>
        </div>
        <p class="tn-faint" role="status">{words}</p>
        {move || refused.with(|refused| refused.fault.clone()).map(|fault| view! { <FaultNotice fault=fault/> })}
    }
}

/// Opens it in a tab of its own; `false` where the browser's pop-up rule would not let it. A tab that is opened
/// with `noopener` is never told of, so it is asked before whether the click still counts.
fn open(url: &Secret) -> bool {
    let activation = js_sys::Reflect::get(&window().navigator(), &"userActivation".into());
    let active = activation.and_then(|activation| js_sys::Reflect::get(&activation, &"isActive".into()));
    if !active.is_ok_and(|active| active.is_truthy()) {
        return false;
    }
    window().open_with_url_and_target_and_features(url.expose(), "_blank", "noopener,noreferrer").is_ok()
}
