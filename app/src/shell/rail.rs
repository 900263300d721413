//! The rail: connections, and the sections of each.

use leptos::prelude::*;
use tenantry_core::config::Vendor;

use crate::account::{Account, Accounts, Session};
use crate::i18n::t;
use crate::prefs::Pref;
use crate::routing::{Place, Router};
use crate::ui::{Icon, Sign, format};

/// The rail.
#[component]
pub fn Rail(
    /// All connections.
    accounts: Accounts,
    /// The connection that is shown.
    current: Signal<Option<Account>>,
    /// The browser's address.
    router: Router,
) -> impl IntoView {
    let slim = RwSignal::new(Pref::RailSlim.get().is_some());
    let toggle = move |_| {
        slim.update(|slim| *slim = !*slim);
        Pref::RailSlim.set(if slim.get_untracked() { "yes" } else { "" });
    };
    let label = move || if slim.get() { t("rail.widen") } else { t("rail.narrow") };
    let class = move || if slim.get() { "tn-rail tn-rail--slim" } else { "tn-rail" };
    let groups = accounts
        .get_value()
        .into_iter()
        .map(|account| view! { <Group account=account current=current router=router/> });
    view! {
        <nav class=class id="tn-rail" aria-label=t("rail.label")>
            {groups.collect_view()}
            <button type="button" class="tn-button tn-button--icon tn-rail__toggle" aria-label=label title=label on:click=toggle>
                <Icon sign=Sign::Chevron/>
            </button>
        </nav>
    }
}

#[component]
fn Group(account: Account, current: Signal<Option<Account>>, router: Router) -> impl IntoView {
    let id = StoredValue::new(account.id());
    let on = move || current.get().is_some_and(|current| id.with_value(|id| current.id() == *id));
    let href = id.with_value(|id| router.href(&Place::tenants(id, None)));
    let section = match account.vendor() {
        Vendor::Acronis => t("rail.tenants"),
        Vendor::Ionos | Vendor::Cpm => t("rail.later"),
    };
    let title = format!("{}: {section}", account.label());
    let signed_in = move || account.session().with(|session| matches!(session, Session::In(_)));
    let count =
        move || signed_in().then(|| account.estate.count()).filter(|count| *count > 0).map(format::number);
    view! {
        <h2 class="tn-rail__group">{account.label()}</h2>
        <ul class="tn-rail__list">
            <li>
                <a class="tn-rail__link" class:tn-rail__link--on=on href=href title=title aria-current=move || on().then_some("page")>
                    <Icon sign=Sign::Tree/>
                    <span class="tn-rail__word">{section}</span>
                    <span class="tn-rail__count">{count}</span>
                </a>
            </li>
        </ul>
    }
}
