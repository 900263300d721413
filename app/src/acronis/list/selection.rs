//! Which tenants of the list are selected.

use std::collections::HashSet;

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::Node;

use super::setting::{ChangeDialog, SettingColumn};
use crate::acronis::contacts::field_errors;
use crate::acronis::context::AcronisContext;
use crate::acronis::lifecycle::bulk_actions;
use crate::i18n::{t, tn};
use crate::resource::batch::{BatchButtons, BatchDialogs};
use crate::resource::context::PageContext;
use crate::ui::{Live, format};

/// The selection. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Selection {
    page: AcronisContext,
    ids: RwSignal<HashSet<Uuid>>,
}

impl Selection {
    /// Nothing is selected.
    pub fn new(page: AcronisContext) -> Selection {
        Selection { page, ids: RwSignal::new(HashSet::new()) }
    }

    /// Whether a tenant is selected. Followed.
    pub fn has(self, id: Uuid) -> bool {
        self.ids.with(|ids| ids.contains(&id))
    }

    /// Selects a tenant, or no longer.
    pub fn set(self, id: Uuid, on: bool) {
        self.ids.update(|ids| {
            if on {
                ids.insert(id)
            } else {
                ids.remove(&id)
            };
        });
    }

    /// Selects these, or nothing.
    pub fn set_all(self, nodes: &[Node], on: bool) {
        let all = || self.page.tenants.peek(|tree, _| nodes.iter().map(|node| tree.id(*node)).collect());
        self.ids.set(if on { all() } else { HashSet::new() });
    }

    /// The selected tenants of a list: nothing is done to what is not seen. Followed.
    pub fn of(self, nodes: &[Node]) -> Vec<Node> {
        self.ids.with(|ids| match ids.is_empty() {
            true => Vec::new(),
            false => self.page.tenants.peek(|tree, _| {
                nodes.iter().filter(|node| ids.contains(&tree.id(**node))).copied().collect()
            }),
        })
    }
}

/// How many are selected, and what can be done with them.
#[component]
pub fn SelectionBar(
    /// The screen.
    page: AcronisContext,
    /// The selection.
    selection: Selection,
    /// The selected tenants of the list.
    selected: Memo<Vec<Node>>,
    /// The setting that the list shows.
    column: SettingColumn,
) -> impl IntoView {
    let count = Memo::new(move |_| selected.with(Vec::len));
    let words = move || tn("list.ticked", count.get(), &format::number(count.get()));
    let clear = move |_| {
        selection.set_all(&[], false);
        page.mount.focus(TICK_ALL);
    };
    let context = PageContext::new(page.session, field_errors);
    let (life, doing) = (StoredValue::new(bulk_actions(page, context, selected)), RwSignal::new(None));
    let asked = RwSignal::new(false);
    let leave = Callback::new(move |()| {
        asked.set(false);
        page.mount.focus_if_idle(CHANGE);
    });
    let why = move || match (page.session.read_only.get(), column.inspector.with(Option::is_some)) {
        (true, _) => Some(t("frame.read_only.frozen")),
        (false, false) => Some(t("list_setting.choose_first")),
        (false, true) => None,
    };
    let dialog = move || {
        // What was selected when it was asked for.
        let inspector = asked.get().then(|| column.inspector.get_untracked()).flatten()?;
        let (row, nodes) = (column.row.get_untracked()?, selected.get_untracked());
        Some(view! { <ChangeDialog page=page row=row inspector=inspector nodes=nodes leave=leave/> })
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <div class="tn-bulkbar" role="group" aria-label=t("list.ticked_label")>
                <strong><Live text=Signal::derive(words)/></strong>
                <button id=page.mount.id(CHANGE) type="button" class="tn-button tn-button--small" disabled=move || why().is_some()
                    aria-describedby=page.mount.id(WHY) on:click=move |_| asked.set(true)>{t("list_setting.change")}</button>
                <span id=page.mount.id(WHY) class="tn-faint" prop:textContent=why></span>
                <BatchButtons page=context actions=life asked=doing/>
                <button type="button" class="tn-button tn-button--quiet" on:click=clear>{t("list.untick")}</button>
            </div>
        </Show>
        {dialog}
        <BatchDialogs page=context actions=life asked=doing/>
    }
}

const CHANGE: &str = "tn-selection-change";
const WHY: &str = "tn-selection-why";

/// The box that selects the whole list.
pub const TICK_ALL: &str = "tn-tick-all";
