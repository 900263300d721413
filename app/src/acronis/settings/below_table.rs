//! What applies on each tenant below, as a table and as files: from the same reading as everything else.

use leptos::prelude::*;
use tenantry_core::acronis::inheritance::Spread;
use tenantry_core::acronis::tenancy::Node;

use super::context::SettingsContext;
use super::inspector::Inspector;
use super::standing::{Standing, own_cell};
use crate::acronis::tenants::kind_word;
use crate::i18n::{t, tf, tn};
use crate::ui::export::{Extent, Table};
use crate::ui::text::visible;
use crate::ui::{ExportButtons, Name, format};

/// Rows on screen; more are shown on demand, and the files have all.
const ROWS: usize = 100;

/// Which tenants are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    All,
    Own,
    Shadowed,
}

/// What applies on one tenant.
struct Line {
    node: Node,
    id: String,
    tenant: String,
    path: String,
    kind: String,
    standing: Standing,
}

/// The table.
#[component]
pub fn BelowTable(
    /// The tab.
    page: SettingsContext,
    /// The setting.
    inspector: Inspector,
    /// What is known of it below.
    spread: Memo<Spread>,
) -> impl IntoView {
    let (filter, room) = (RwSignal::new(Filter::All), RwSignal::new(ROWS));
    let nodes = Memo::new(move |_| spread.with(|spread| filtered(inspector, spread, filter.get())));
    let chip = move |(one, key): (Filter, &'static str)| {
        let label = move || {
            let count = spread.with(|spread| match one {
                Filter::All => spread.below,
                Filter::Own => spread.own.len(),
                Filter::Shadowed => spread.shadowed.len(),
            });
            tf(key, &[("n", &format::number(count))])
        };
        let class =
            move || if filter.get() == one { "tn-badge tn-chip tn-chip--on" } else { "tn-badge tn-chip" };
        let press = move |_| {
            filter.set(one);
            room.set(ROWS);
        };
        view! { <button type="button" class=class aria-pressed=move || (filter.get() == one).to_string() on:click=press>{label}</button> }
    };
    let chips =
        [(Filter::All, "spread.all"), (Filter::Own, "spread.own"), (Filter::Shadowed, "spread.shadowed")];
    let lines = move || {
        let shown = nodes.with(|nodes| nodes.iter().take(room.get()).copied().collect::<Vec<_>>());
        shown.into_iter().map(|node| view! { <Row page=page line=line(inspector, node)/> }).collect_view()
    };
    let more = move || {
        let left = nodes.with(Vec::len).saturating_sub(room.get());
        (left > 0).then(|| view! {
            <p>
                <span class="tn-faint">{tn("preview.more", left, &format::number(left))}</span> " "
                <button type="button" class="tn-button tn-button--quiet" on:click=move |_| room.update(|room| *room += ROWS)>{t("list.more")}</button>
            </p>
        })
    };
    let table = move |()| {
        spread.with_untracked(|spread| {
            export(inspector, spread, &nodes.get_untracked(), filter.get_untracked())
        })
    };
    let heads = ["preview.tenant", "tenant.path", "field.kind", "settings.col.effective", "settings.col.own"];
    view! {
        <div class="tn-set__bar">
            <div class="tn-chips" role="group" aria-label=t("settings.show")>{chips.map(chip).collect_view()}</div>
            <span class="tn-set__tools">
                <ExportButtons table=table/>
            </span>
        </div>
        <div class="tn-preview__scroll tn-below" tabindex="0" role="region" aria-label=t("spread.table")>
            <table class="tn-table">
                <thead><tr>{heads.map(|key| view! { <th scope="col">{t(key)}</th> }).collect_view()}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        {more}
    }
}

#[component]
fn Row(page: SettingsContext, line: Line) -> impl IntoView {
    let id = page.tenants.peek(|tree, _| tree.id(line.node));
    let own = own_cell(&line.standing);
    view! {
        <tr translate="no">
            <th scope="row"><a href=move || page.href_of(id, None) ><Name text=line.tenant/></a></th>
            <td class="tn-faint"><Name text=line.path/></td>
            <td prop:textContent=line.kind></td>
            <td prop:textContent=line.standing.value></td>
            <td>{own}</td>
        </tr>
    }
}

/// The tenants of a filter, in the tree's order. Those that have not been read have no own value that is known.
fn filtered(inspector: Inspector, spread: &Spread, filter: Filter) -> Vec<Node> {
    match filter {
        Filter::Own => spread.own.clone(),
        Filter::Shadowed => spread.shadowed.clone(),
        Filter::All => {
            let order = inspector.order();
            let stretch = order.place(inspector.node).map(|place| order.stretch(place)).unwrap_or_default();
            stretch.skip(1).filter_map(|place| order.node(place)).collect()
        }
    }
}

fn line(inspector: Inspector, node: Node) -> Line {
    let acronis = inspector.acronis;
    let (id, path, kind) = acronis.tenants.peek(|tree, _| {
        let path = tree.path(node);
        let above = path.split_last().map_or(&[][..], |(_, above)| above);
        let names: Vec<_> = above.iter().map(|node| visible(tree.name(*node)).into_owned()).collect();
        (tree.id(node), names.join(" / "), kind_word(tree.kind(node).as_ref()))
    });
    Line {
        node,
        id: id.to_string(),
        tenant: inspector.name_at(node),
        path,
        kind,
        standing: Standing::of(inspector, node),
    }
}

fn export(inspector: Inspector, spread: &Spread, nodes: &[Node], filter: Filter) -> Table {
    let whole = spread.not_read + spread.not_visible == 0 && inspector.acronis.tenants.is_complete();
    let row = |node: &Node| {
        let Line { id, tenant, path, kind, standing, .. } = line(inspector, *node);
        [id, tenant, path, kind].map(Some).into_iter().chain(standing.cells()).collect()
    };
    let (name, tenant) = (inspector.key().name, inspector.name_at(inspector.node));
    Table {
        about: tf("spread.about", &[("name", &name), ("tenant", &tenant)]),
        subject: vec!["below".to_owned(), name, tenant],
        untold: "",
        extent: Extent::of(whole, matches!(filter, Filter::All)),
        columns: ["tenant_id", "tenant", "path", "kind"]
            .into_iter()
            .chain(Standing::COLUMNS)
            .map(str::to_owned)
            .collect(),
        rows: nodes.iter().map(row).collect(),
    }
}
