//! The list as files: the columns in the vendor's own words.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::{Node, TenantList};

use super::columns::Column;
use super::line::written;
use super::setting::SettingColumn;
use crate::acronis::context::AcronisContext;
use crate::acronis::settings::Standing;
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
    /// The setting that is shown of each.
    setting: SettingColumn,
) -> impl IntoView {
    let table = move |()| {
        list.with_untracked(|list| nodes.with_untracked(|nodes| table(page, top, list, nodes, setting)))
    };
    view! { <ExportButtons table=table/> }
}

fn table(
    page: AcronisContext,
    top: Uuid,
    list: &TenantList,
    nodes: &[Node],
    setting: SettingColumn,
) -> Table {
    let name = page.name_of(top);
    let count = tn("tree.count", nodes.len(), &nodes.len().to_string());
    let shown = setting.key.get_untracked().zip(setting.inspector.get_untracked());
    let row = |node: &Node| {
        let cells: Vec<_> = page.tenants.peek(|tree, _| {
            let facts = tree.facts(*node);
            Column::ALL.into_iter().map(|column| written(tree, *node, &facts, column)).collect()
        });
        let of_setting =
            shown.as_ref().map(|(_, inspector)| untrack(|| Standing::of(*inspector, *node).cells()));
        cells.into_iter().chain(of_setting.into_iter().flatten()).collect()
    };
    let column = |one: &str| shown.as_ref().map(|((_, name), _)| [name, " ", one].concat());
    let is_setting_read = shown.as_ref().is_none_or(|(_, inspector)| {
        inspector.with_untracked(|column| nodes.iter().all(|node| column.is_read(*node)))
    });
    Table {
        about: tf("tenants.about", &[("count", &count), ("name", &name)]),
        subject: vec!["tenants".to_owned(), name],
        extent: Extent::of(
            page.tenants.is_complete() && list.is_read() && is_setting_read,
            nodes.len() == list.all,
        ),
        // The word that the table has for it.
        untold: t(if list.is_read() { "list.untold" } else { "tenants.unread" }),
        columns: Column::ALL
            .map(|column| column.key().to_owned())
            .into_iter()
            .chain(Standing::COLUMNS.into_iter().filter_map(column))
            .collect(),
        rows: nodes.iter().map(row).collect(),
    }
}
