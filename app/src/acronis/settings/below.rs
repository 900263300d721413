//! One setting over everything below a tenant: which values apply how often, who has an own value, whose own
//! value does not apply.

use leptos::prelude::*;
use tenantry_core::acronis::Value;
use tenantry_core::acronis::inheritance::Spread;
use tenantry_core::acronis::tenancy::Node;

use super::context::SettingsContext;
use super::inspector::Inspector;
use super::preview::Unread;
use super::rows::Row;
use super::values;
use crate::i18n::{t, tf, tn};
use crate::ui::{Icon, IconName, format};

const TITLE: &str = "tn-spread-title";

/// Rows of each list on screen.
const ROWS: usize = 100;

/// What applies below.
#[component]
pub fn Below(
    /// The tab.
    page: SettingsContext,
    /// The setting.
    row: Row,
) -> impl IntoView {
    let name = crate::ui::text::visible(&row.setting.name).into_owned();
    let tenant = page.name_of(page.tenant);
    let node = page.tenants.with(|tree| tree.find(page.tenant));
    let body = match node {
        Some(node) => view! { <Known page=page row=row node=node/> }.into_any(),
        None => view! { <p role="status">{t("why.no_tree")}</p> }.into_any(),
    };
    let close = move || page.href(|view| view.below = false);
    let keys = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            page.go(|view| view.below = false);
        }
    };
    page.mount.focus_and_reveal(TITLE);
    view! {
        <aside class="tn-why" aria-label=t("spread.label") on:keydown=keys>
            <div class="tn-why__head">
                <h2 id=page.mount.id(TITLE) tabindex="-1">{tf("spread.title", &[("name", &name), ("tenant", &tenant)])}</h2>
                <a class="tn-button tn-button--icon" href=close aria-label=t("spread.close")><Icon name=IconName::Cross/></a>
            </div>
            {body}
        </aside>
    }
}

#[component]
fn Known(page: SettingsContext, row: Row, node: Node) -> impl IntoView {
    let inspector = Inspector::begin(page.state(), &row, node);
    inspector.column().borrow_mut().put(node, &row.setting);
    let order = inspector.lay_out();
    let below = order.place(node).map_or(0, |place| order.stretch(place).len().saturating_sub(1));
    inspector.read_below();
    let body = move || {
        let Spread { values, own, shadowed, below, not_read, not_visible } = inspector.spread();
        let seen = below - not_read - not_visible;
        let value = |id: Option<_>| inspector.with(|column| id.map(|id| column.value(id).clone()));
        let bars: Vec<(Option<Value>, usize)> =
            values.into_iter().map(|(id, count)| (value(id), count)).collect();
        let unseen = [("spread.not_read", not_read), ("spread.not_visible", not_visible)];
        let unseen = unseen.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| {
            view! { <p class="tn-note tn-note--warn">{tn(key, count, &format::number(count))}</p> }
        });
        view! {
            <p>{tf("spread.seen", &[("n", &format::number(seen)), ("below", &format::number(below))])}</p>
            {unseen.collect_view()}
            <Bars bars=bars seen=seen/>
            <People page=page inspector=inspector title="spread.own" nodes=own/>
            <People page=page inspector=inspector title="spread.shadowed" nodes=shadowed/>
        }
    };
    view! { <Unread inspector=inspector below=below/> {body} }
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
                <th scope="row"><bdi>{values::short_or_none(value.as_ref())}</bdi></th>
                <td class="tn-spread__bar">
                    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width=width height="10"></rect></svg>
                </td>
                <td class="tn-number">{share}</td>
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

#[component]
fn People(
    page: SettingsContext,
    inspector: Inspector,
    title: &'static str,
    nodes: Vec<Node>,
) -> impl IntoView {
    let count = nodes.len();
    let more = count.saturating_sub(ROWS);
    let link = move |node: Node| {
        let id = page.tenants.peek(|tree, _| tree.id(node));
        view! { <li><a href=move || page.href_of(id, None) dir="auto">{inspector.name_at(node)}</a></li> }
    };
    view! {
        <details class="tn-people">
            <summary>{tn(title, count, &format::number(count))}</summary>
            <ul>{nodes.into_iter().take(ROWS).map(link).collect_view()}</ul>
            {(more > 0).then(|| view! { <p class="tn-faint">{tn("preview.more", more, &format::number(more))}</p> })}
        </details>
    }
}
