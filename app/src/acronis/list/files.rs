//! The list as files: the columns in the vendor's own words.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::{Node, TenantList};

use super::columns::Column;
use super::line::written;
use crate::acronis::context::AcronisContext;
use crate::i18n::{t, tf, tn};
use crate::ui::ExportButtons;
use crate::ui::export::{Extent, Table};

/// The buttons.
#[component]
pub fn Files(
    /// The screen.
    page: AcronisContext,
    /// The tenant at the top of the list.
    top: Uuid,
    /// The list.
    list: Memo<TenantList>,
    /// Its tenants, sorted.
    nodes: Memo<Vec<Node>>,
) -> impl IntoView {
    let table =
        move |()| list.with_untracked(|list| nodes.with_untracked(|nodes| table(page, top, list, nodes)));
    view! { <ExportButtons table=table/> }
}

fn table(page: AcronisContext, top: Uuid, list: &TenantList, nodes: &[Node]) -> Table {
    let name = page.name_of(top);
    let count = tn("tree.count", nodes.len(), &nodes.len().to_string());
    let rows = page.tenants.peek(|tree, _| {
        let row = |node: &_| {
            let facts = tree.facts(*node);
            Column::ALL.into_iter().map(|column| written(tree, *node, &facts, column)).collect()
        };
        nodes.iter().map(row).collect()
    });
    Table {
        about: tf("tenants.about", &[("count", &count), ("name", &name)]),
        subject: vec!["tenants".to_owned(), name],
        extent: Extent::of(page.tenants.is_complete() && list.is_read(), nodes.len() == list.all),
        // The word that the table has for it.
        untold: t(if list.is_read() { "list.untold" } else { "tenants.unread" }),
        columns: Column::ALL.map(|column| column.key().to_owned()).to_vec(),
        rows,
    }
}
