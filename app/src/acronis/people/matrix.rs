//! The matrix: tenants by types of contacts.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::ContactType;
use tenantry_core::acronis::tenancy::{Node, TenantList, Tree};

use super::cell::{Cell, cell};
use super::context::PeopleContext;
use crate::acronis::route::{Tab, TenantsPath};
use crate::acronis::tenants::kind_word;
use crate::i18n::{t, word};
use crate::ui::window_table::WindowTable;
use crate::ui::{Badge, Name, Tone};

/// A row as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    at: usize,
    id: Uuid,
    name: String,
    kind: String,
    cells: Vec<Cell>,
}

fn line(tree: &Tree, at: usize, node: Node, above: bool) -> Line {
    let name = tree.name(node);
    Line {
        at,
        id: tree.id(node),
        name: if name.trim().is_empty() { t("tenant.nameless").to_owned() } else { name.to_owned() },
        kind: kind_word(tree.kind(node).as_ref()),
        cells: ContactType::ALL.map(|what| cell(tree, node, what, above)).to_vec(),
    }
}

/// The table.
#[component]
pub fn Matrix(
    /// The screen.
    page: PeopleContext,
    /// The list.
    list: Memo<TenantList>,
) -> impl IntoView {
    let store = page.tenants;
    let rows = Memo::new(move |_| list.with(|list| list.nodes.len()));
    let is_read = Memo::new(move |_| list.with(TenantList::is_read));
    let above = Memo::new(move |_| page.view().above);
    let lines = move |(first, count): (usize, usize)| {
        let nodes: Vec<Node> = list.with(|list| list.nodes.iter().skip(first).take(count).copied().collect());
        let of = |(at, node)| store.with(|tree| line(tree, at, node, above.get()));
        (first..).zip(nodes).map(of).collect::<Vec<_>>()
    };
    let row = move |line: Line| view! { <Row page=page line=line is_read=is_read/> }.into_any();
    let head = ViewFn::from(|| {
        view! {
            <th scope="col" class="tn-col--name">{t("preview.tenant")}</th>
            <th scope="col" class="tn-col--kind">{t("field.kind")}</th>
            {ContactType::ALL.map(|what| view! { <th scope="col">{word("contact_type", what.word())}</th> }).collect_view()}
        }
    });
    let none = ViewFn::from(move || {
        let is_whole = store.is_complete() && is_read.get();
        let words = if is_whole { "tree.no_hits" } else { "tree.no_hits_yet" };
        view! { <p class="tn-empty" prop:textContent=t(words)></p> }
    });
    view! { <WindowTable label=t("people.table") rows=rows lines=lines row=row head=head none=none/> }
}

#[component]
fn Row(page: PeopleContext, line: Line, is_read: Memo<bool>) -> impl IntoView {
    let path = TenantsPath { tab: Tab::Contacts, ..TenantsPath::of(Some(line.id)) };
    let href = page.href(&path);
    let cell = move |cell: Cell| {
        match cell {
        Cell::People { text, whole } => {
            view! { <td title=crate::ui::text::visible(&whole).into_owned() translate="no"><Name text=text/></td> }
                .into_any()
        }
        Cell::Nobody(None) => {
            view! { <td><Badge tone=Tone::Warn text=t("contacts.nobody")/></td> }.into_any()
        }
        Cell::Nobody(Some(above)) => {
            view! { <td class="tn-people__above"><Name text=above cut=true/></td> }.into_any()
        }
        Cell::NotTold => {
            let words = move || t(if is_read.get() { "list.untold" } else { "tenants.unread" });
            view! { <td><span class="tn-faint">{words}</span></td> }.into_any()
        }
    }
    };
    view! {
        <tr aria-rowindex=line.at + 2>
            <th scope="row"><a href=href><Name text=line.name cut=true/></a></th>
            <td prop:textContent=line.kind></td>
            {line.cells.into_iter().map(cell).collect_view()}
        </tr>
    }
}
