//! One setting over everything below a tenant: which values apply how often, and on each tenant what applies and
//! what becomes of its own value.

use leptos::prelude::*;
use tenantry_core::acronis::Value;
use tenantry_core::acronis::inheritance::Spread;

use super::below_table::BelowTable;
use super::context::SettingsContext;
use super::inspector::Inspector;
use super::preview::Unread;
use super::rows::Row;
use super::values;
use crate::i18n::{t, tf, tn};
use crate::mount::events::is_key;
use crate::ui::{Icon, IconName, Name, Phrase, PhraseText, format};

const TITLE: &str = "tn-spread-title";

/// Values on screen; the table below them has the tenants.
const ROWS: usize = 100;

/// What applies below.
#[component]
pub fn Below(
    /// The tab.
    page: SettingsContext,
    /// The setting.
    row: Row,
    /// The setting looked at closely; `None` as long as the tenant has not come into the tree.
    inspector: Option<Inspector>,
) -> impl IntoView {
    let name = crate::ui::text::visible(&row.setting.name).into_owned();
    let tenant = page.name_of(page.tenant);
    let body = match inspector {
        Some(inspector) => view! { <Known page=page inspector=inspector/> }.into_any(),
        None => view! { <p role="status">{t("why.no_tree")}</p> }.into_any(),
    };
    let close = move || page.href(|view| view.below = false);
    let keys = move |event: web_sys::KeyboardEvent| {
        if is_key(&event, "Escape") {
            page.go(|view| view.below = false);
        }
    };
    page.mount.focus_and_reveal(TITLE);
    view! {
        <aside class="tn-why" aria-label=t("spread.label") on:keydown=keys>
            <div class="tn-why__head">
                <h2 id=page.mount.id(TITLE) tabindex="-1"><PhraseText phrase=Phrase::new("spread.title", &[("name", &name), ("tenant", &tenant)])/></h2>
                <a class="tn-button tn-button--icon" href=close aria-label=t("spread.close")><Icon name=IconName::Cross/></a>
            </div>
            {body}
        </aside>
    }
}

#[component]
fn Known(page: SettingsContext, inspector: Inspector) -> impl IntoView {
    inspector.read_below();
    // Counted once for all that is shown of it.
    let spread = Memo::new(move |_| inspector.spread());
    let body = move || {
        let Spread { values, below, not_read, not_visible, .. } = spread.get();
        let seen = below - not_read - not_visible;
        let value = |id: Option<_>| inspector.with(|column| id.map(|id| column.value(id).clone()));
        let bars: Vec<(Option<Value>, usize)> =
            values.into_iter().map(|(id, count)| (value(id), count)).collect();
        let unseen = (not_visible > 0).then(|| {
            let words = tn("spread.not_visible", not_visible, &format::number(not_visible));
            view! { <p class="tn-note tn-note--warn" prop:textContent=words></p> }
        });
        view! {
            <p prop:textContent=tf("spread.seen", &[("n", &format::number(seen)), ("below", &format::number(below))])></p>
            {unseen}
            {(seen > 0).then(|| view! { <Bars bars=bars seen=seen/> })}
        }
    };
    view! { <Unread inspector=inspector/> {body} <BelowTable page=page inspector=inspector spread=spread/> }
}

/// The values, each as a bar as long as it is frequent.
#[component]
fn Bars(bars: Vec<(Option<Value>, usize)>, seen: usize) -> impl IntoView {
    let most = bars.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
    let line = move |(value, count): (Option<Value>, usize)| {
        let width = format!("{:.1}", count as f64 / most as f64 * 100.0);
        let percent = count as f64 / seen.max(1) as f64 * 100.0;
        let percent = if percent < 0.5 { "<1".to_owned() } else { format!("{percent:.0}") };
        let share = format!("{} ({percent} %)", format::number(count));
        view! {
            <tr>
                <th scope="row"><Name text=values::short_or_none(value.as_ref())/></th>
                <td class="tn-spread__bar">
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width=width height="10"></rect></svg>
                </td>
                <td class="tn-number" prop:textContent=share></td>
            </tr>
        }
    };
    let more = bars.len().saturating_sub(ROWS);
    view! {
        <table class="tn-table tn-spread">
            <caption class="tn-sr">{t("spread.values")}</caption>
            <thead class="tn-sr"><tr><th scope="col">{t("edit.value")}</th><th scope="col">{t("spread.picture")}</th><th scope="col">{t("spread.tenants")}</th></tr></thead>
            <tbody>{bars.into_iter().take(ROWS).map(line).collect_view()}</tbody>
        </table>
        {(more > 0).then(|| view! { <p class="tn-faint">{tn("preview.more", more, &format::number(more))}</p> })}
    }
}
