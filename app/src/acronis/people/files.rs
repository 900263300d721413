//! The contacts of a subtree as files: a table of the tenants, and cards for an address book.

use leptos::prelude::*;
use tenantry_core::acronis::contact_file::{TENANT_ID, TYPES};
use tenantry_core::acronis::tenancy::{ListedContact, Node, TenantList, Tree};
use tenantry_core::acronis::{ContactField, ContactType};
use tenantry_core::fold::Query;

use super::context::PeopleContext;
use crate::acronis::list::columns::Column;
use crate::acronis::list::{path, written};
use crate::i18n::{t, tf, tn};
use crate::mount::platform;
use crate::ui::export::{Extent, Table};
use crate::ui::vcard::{Card, vcards};
use crate::ui::{ExportButtons, save};

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
    let save_cards = move |_| {
        let (table, text) = list.with_untracked(|list| (table(page, list), cards(page, list)));
        platform::download(&table.file_name(&platform::today(), "vcf"), "text/vcard;charset=utf-8", &text);
    };
    let save_rows = move |_| {
        save(&list.with_untracked(|list| rows(page, list)), "csv");
    };
    view! {
        <ExportButtons table=whole/>
        <button type="button" class="tn-button tn-button--quiet" on:click=save_rows>{t("people.as_rows")}</button>
        <button type="button" class="tn-button tn-button--quiet" on:click=save_cards>{t("people.as_vcard")}</button>
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

/// A row for each contact, as an import reads it; where somebody is looked for, for theirs alone.
fn rows(page: PeopleContext, list: &TenantList) -> Table {
    let query = Query::new(&untrack(|| page.view()).who);
    let rows: Vec<_> = page.tenants.peek(|tree, _| {
        let wanted = |contact: &&ListedContact| query.is_empty() || contact.is(&query);
        let of = |node: &Node| {
            let contacts = tree.contacts(*node).iter().filter(wanted);
            contacts.map(|contact| row(tree, *node, contact)).collect::<Vec<_>>()
        };
        list.nodes.iter().flat_map(of).collect()
    });
    let name = top_name(page);
    let count = tn("contacts.count", rows.len(), &rows.len().to_string());
    let texts = ROW_FIELDS.map(|field| field.name());
    Table {
        about: tf("people.about", &[("count", &count), ("name", &name)]),
        subject: vec!["contact-rows".to_owned(), name],
        extent: extent(page, list),
        untold: "",
        columns: ["tenant", TENANT_ID, TYPES].into_iter().chain(texts).map(str::to_owned).collect(),
        rows,
    }
}

/// The texts that the list has of a contact.
const ROW_FIELDS: [ContactField; 4] =
    [ContactField::FirstName, ContactField::LastName, ContactField::Email, ContactField::Phone];

fn row(tree: &Tree, node: Node, contact: &ListedContact) -> Vec<Option<String>> {
    let types = ContactType::ALL.into_iter().filter(|what| contact.types.has(*what));
    let types = types.map(ContactType::word).collect::<Vec<_>>().join(" ");
    let texts = contact.parts().map(str::to_owned);
    [tree.name(node).to_owned(), tree.id(node).to_string(), types]
        .into_iter()
        .chain(texts)
        .map(Some)
        .collect()
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
