//! The contacts of a subtree as files: a table of the tenants, and cards for an address book.

use leptos::prelude::*;
use tenantry_core::acronis::ContactType;
use tenantry_core::acronis::tenancy::{ListedContact, Node, TenantList, Tree};
use tenantry_core::fold::Query;

use super::context::PeopleContext;
use crate::acronis::list::columns::Column;
use crate::acronis::list::{path, written};
use crate::i18n::{t, tf, tn};
use crate::mount::platform;
use crate::ui::ExportButtons;
use crate::ui::export::{Extent, Table};
use crate::ui::vcard::{Card, vcards};

/// What a table has of each tenant.
const COLUMNS: [Column; 10] = [
    Column::Name,
    Column::Path,
    Column::Kind,
    Column::Gaps,
    Column::Contact(ContactType::Legal),
    Column::Contact(ContactType::Primary),
    Column::Contact(ContactType::Billing),
    Column::Contact(ContactType::Technical),
    Column::Contact(ContactType::Management),
    Column::Id,
];

/// The buttons.
#[component]
pub fn Files(
    /// The screen.
    page: PeopleContext,
    /// The list.
    list: Memo<TenantList>,
) -> impl IntoView {
    let whole = move |()| list.with_untracked(|list| table(page, list));
    let save = move |_| {
        let (table, text) = list.with_untracked(|list| (table(page, list), cards(page, list)));
        platform::download(&table.file_name(&platform::today(), "vcf"), "text/vcard;charset=utf-8", &text);
    };
    view! {
        <ExportButtons table=whole/>
        <button type="button" class="tn-button tn-button--quiet" on:click=save>{t("people.as_vcard")}</button>
    }
}

fn extent(page: PeopleContext, list: &TenantList) -> Extent {
    Extent::of(page.tenants.is_complete() && list.is_read(), list.nodes.len() == list.all)
}

fn top_name(page: PeopleContext) -> String {
    untrack(|| page.shown_top()).map(|top| page.name_of(top)).unwrap_or_default()
}

fn table(page: PeopleContext, list: &TenantList) -> Table {
    let name = top_name(page);
    let count = tn("tree.count", list.nodes.len(), &list.nodes.len().to_string());
    let rows = page.tenants.peek(|tree, _| {
        let row = |node: &Node| {
            let facts = tree.facts(*node);
            COLUMNS.into_iter().map(|column| written(tree, *node, &facts, column)).collect()
        };
        list.nodes.iter().map(row).collect()
    });
    Table {
        about: tf("people.about", &[("count", &count), ("name", &name)]),
        subject: vec!["contacts".to_owned(), name],
        extent: extent(page, list),
        untold: t(if list.is_read() { "list.untold" } else { "tenants.unread" }),
        columns: COLUMNS.map(|column| column.key().to_owned()).to_vec(),
        rows,
    }
}

/// A card for each contact; where somebody is looked for, for theirs alone. Each says how complete the file is.
fn cards(page: PeopleContext, list: &TenantList) -> String {
    let query = Query::new(&untrack(|| page.view()).who);
    let note = t(extent(page, list).message());
    page.tenants.peek(|tree, _| {
        let wanted = |contact: &&ListedContact| query.is_empty() || contact.is(&query);
        let of = |node: &Node| {
            let contacts = tree.contacts(*node).iter().filter(wanted);
            contacts.map(|contact| card(tree, *node, contact, note)).collect::<Vec<_>>()
        };
        vcards(&list.nodes.iter().flat_map(of).collect::<Vec<_>>())
    })
}

fn card(tree: &Tree, node: Node, contact: &ListedContact, note: &str) -> Card {
    let [first, last, email, phone] = contact.parts().map(str::to_owned);
    let types = ContactType::ALL.into_iter().filter(|what| contact.types.has(*what));
    let place = [path(tree, node).join(" / "), tree.id(node).to_string()].join(", ");
    Card {
        first,
        last,
        email,
        phone,
        organization: tree.name(node).to_owned(),
        categories: types.map(|what| what.word().to_owned()).collect(),
        note: [place.trim_start_matches(", "), note].join("; "),
    }
}
