//! The table of the list.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::{Node, SortBy, TenantList};

use super::chooser::shown;
use super::columns::Column;
use super::line::{Cell, Line, line};
use super::selection::{Selection, TICK_ALL};
use super::setting::SettingColumn;
use crate::acronis::context::AcronisContext;
use crate::acronis::route::{Tab, TenantsPath};
use crate::acronis::settings::{Standing, own_cell};
use crate::i18n::{t, tf};
use crate::ui::Name;
use crate::ui::text::visible;
use crate::ui::window_table::WindowTable;

/// The table.
#[component]
pub fn Table(
    /// The screen.
    page: AcronisContext,
    /// The tenant at the top of the list.
    top: Uuid,
    /// The list.
    list: Memo<TenantList>,
    /// Its tenants, sorted.
    nodes: Memo<Vec<Node>>,
    /// The setting that is shown of each.
    setting: SettingColumn,
    /// Which are selected.
    selection: Selection,
    /// Those of them that are in the list.
    selected: Memo<Vec<Node>>,
) -> impl IntoView {
    let store = page.tenants;
    let rows = Memo::new(move |_| nodes.with(Vec::len));
    let columns = Memo::new(move |_| shown(page));
    let lines = move |(first, count): (usize, usize)| {
        let nodes: Vec<Node> = nodes.with(|nodes| nodes.iter().skip(first).take(count).copied().collect());
        let inspector = setting.inspector.get();
        let of = |(at, node)| {
            let line = store.with(|tree| columns.with(|columns| line(tree, top, at, node, columns)));
            Line { setting: inspector.map(|inspector| Standing::of(inspector, node)), ..line }
        };
        (first..).zip(nodes).map(of).collect::<Vec<_>>()
    };
    let is_read = Memo::new(move |_| list.with(TenantList::is_read));
    let row = move |line: Line| {
        view! { <Row page=page line=line columns=columns is_read=is_read selection=selection/> }.into_any()
    };
    // Beside the name, where they are seen without scrolling.
    let setting_heads = move || {
        setting.inspector.with(Option::is_some).then(|| {
            view! {
                <th scope="col" class="tn-col--setting">{t("settings.col.effective")}</th>
                <th scope="col" class="tn-col--setting">{t("settings.col.own")}</th>
            }
        })
    };
    let others = move || {
        columns
            .get()
            .into_iter()
            .skip(1)
            .map(|column| view! { <Head page=page column=column/> })
            .collect_view()
    };
    let head = ViewFn::from(move || {
        view! {
            <TickAll page=page nodes=nodes selection=selection selected=selected/>
            <Head page=page column=Column::Name/>
            {setting_heads}
            {others}
        }
    });
    let none = ViewFn::from(move || {
        let words = if store.is_complete() { "tree.no_hits" } else { "tree.no_hits_yet" };
        view! { <p class="tn-empty" prop:textContent=t(words)></p> }
    });
    view! { <WindowTable label=t("tenants.table") rows=rows lines=lines row=row head=head none=none/> }
}

/// Selects the whole list, also the rows that are not in the page.
#[component]
fn TickAll(
    page: AcronisContext,
    nodes: Memo<Vec<Node>>,
    selection: Selection,
    selected: Memo<Vec<Node>>,
) -> impl IntoView {
    let is_all =
        Memo::new(move |_| nodes.with(|nodes| !nodes.is_empty() && selected.with(Vec::len) == nodes.len()));
    let press =
        move |event| nodes.with_untracked(|nodes| selection.set_all(nodes, event_target_checked(&event)));
    view! {
        <th scope="col" class="tn-tick">
            <input id=page.mount.id(TICK_ALL) type="checkbox" aria-label=t("list.tick_all") title=t("list.tick_all") prop:checked=move || is_all.get() on:change=press/>
        </th>
    }
}

#[component]
fn Head(page: AcronisContext, column: Column) -> impl IntoView {
    let class = ["tn-col--", column.key()].concat();
    let Some(by) = column.sort() else {
        return view! { <th scope="col" class=class>{column.label()}</th> }.into_any();
    };
    let order = move || {
        let sort = page.path().list.sort;
        match (sort.by == by, sort.descending) {
            (false, _) => "none",
            // The order of the tree is not shown as a sort: it is how every list begins.
            (true, false) if by == SortBy::Path => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    };
    let press = move |_| {
        let path = page.path_now();
        let list = path.list.clone().after_press(by);
        page.replace(&TenantsPath { list, ..path });
    };
    view! {
        <th scope="col" class=class aria-sort=order><button type="button" class="tn-sort" on:click=press>{column.label()}</button></th>
    }
    .into_any()
}

#[component]
fn Row(
    page: AcronisContext,
    line: Line,
    columns: Memo<Vec<Column>>,
    is_read: Memo<bool>,
    selection: Selection,
) -> impl IntoView {
    let id = line.id;
    let label = tf("list.tick", &[("name", &page.name_of(id))]);
    let tick = move |event| selection.set(id, event_target_checked(&event));
    let href = move || page.href(&TenantsPath { tab: Tab::Overview, ..page.path().of_tenant(Some(id)) });
    let columns = columns.get_untracked();
    let cell = |(column, cell): (Column, Option<Cell>)| {
        let Some(Cell { text, whole }) = cell else {
            let words = move || t(if is_read.get() { "list.untold" } else { "tenants.unread" });
            return view! { <td><span class="tn-faint">{words}</span></td> }.into_any();
        };
        match column {
            Column::Name => {
                view! { <th scope="row"><a href=href><Name text=text cut=true/></a></th> }.into_any()
            }
            Column::Path => {
                let whole = visible(&whole).into_owned();
                view! { <td class="tn-faint" title=whole translate="no"><Name text=text/></td> }.into_any()
            }
            Column::Contact(_) => view! { <td><Name text=text cut=true/></td> }.into_any(),
            Column::Id => view! { <td class="tn-mono"><Name text=text cut=true/></td> }.into_any(),
            _ => {
                let (text, whole) = (visible(&text).into_owned(), visible(&whole).into_owned());
                view! { <td title=whole prop:textContent=text></td> }.into_any()
            }
        }
    };
    let mut cells = columns.into_iter().zip(line.cells).map(cell);
    let name = cells.next();
    let cells = cells.collect_view();
    let setting = line.setting.map(|standing| {
        let own = own_cell(&standing);
        view! { <td translate="no"><Name text=standing.value cut=true/></td> <td translate="no">{own}</td> }
    });
    view! {
        <tr aria-rowindex=line.at + 2>
            <td class="tn-tick"><input type="checkbox" aria-label=label prop:checked=move || selection.has(id) on:change=tick/></td>
            {name} {setting} {cells}
        </tr>
    }
}
