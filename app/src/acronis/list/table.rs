//! The table of the list.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::{Node, SortBy, TenantList};

use super::chooser::shown;
use super::columns::Column;
use super::line::{Cell, Line, line};
use crate::acronis::context::AcronisContext;
use crate::acronis::route::{Tab, TenantsPath};
use crate::i18n::t;
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
) -> impl IntoView {
    let store = page.tenants;
    let rows = Memo::new(move |_| nodes.with(Vec::len));
    let columns = Memo::new(move |_| shown(page));
    let lines = move |(first, count): (usize, usize)| {
        let nodes: Vec<Node> = nodes.with(|nodes| nodes.iter().skip(first).take(count).copied().collect());
        let of = |(at, node)| store.with(|tree| columns.with(|columns| line(tree, top, at, node, columns)));
        (first..).zip(nodes).map(of).collect::<Vec<_>>()
    };
    let is_read = Memo::new(move |_| list.with(TenantList::is_read));
    let row =
        move |line: Line| view! { <Row page=page line=line columns=columns is_read=is_read/> }.into_any();
    let head = ViewFn::from(move || {
        columns.get().into_iter().map(|column| view! { <Head page=page column=column/> }).collect_view()
    });
    let none = ViewFn::from(move || {
        let words = if store.is_complete() { "tree.no_hits" } else { "tree.no_hits_yet" };
        view! { <p class="tn-empty" prop:textContent=t(words)></p> }
    });
    view! { <WindowTable label=t("tenants.table") rows=rows lines=lines row=row head=head none=none/> }
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
fn Row(page: AcronisContext, line: Line, columns: Memo<Vec<Column>>, is_read: Memo<bool>) -> impl IntoView {
    let id = line.id;
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
    let cells = columns.into_iter().zip(line.cells).map(cell).collect_view();
    view! { <tr aria-rowindex=line.at + 2>{cells}</tr> }
}
