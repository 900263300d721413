//! What every part of the Settings tab shares: the tenant, its settings, and the URL of what is shown of them.

use std::ops::Deref;

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::read::Listed;
use super::rows::Row;
use super::view::SettingsView;
use crate::acronis::context::AcronisContext;
use crate::acronis::route::{Tab, TenantsPath};
use crate::ui::Remote;

/// The tab. Copied freely.
#[derive(Clone, Copy)]
pub struct SettingsContext {
    page: AcronisContext,
    /// The tenant.
    pub tenant: Uuid,
    /// What the URL says of the tab.
    pub view: Memo<SettingsView>,
    /// The settings.
    pub listed: RwSignal<Remote<Listed>>,
    /// Reads them again.
    pub reload: Callback<()>,
    /// Settings that the vendor hides may be changed.
    pub change_hidden: RwSignal<bool>,
}

impl Deref for SettingsContext {
    type Target = AcronisContext;

    fn deref(&self) -> &AcronisContext {
        &self.page
    }
}

impl SettingsContext {
    /// Of a tenant, with nothing hidden that may be changed.
    pub fn new(
        page: AcronisContext,
        tenant: Uuid,
        listed: RwSignal<Remote<Listed>>,
        reload: Callback<()>,
    ) -> SettingsContext {
        let view = Memo::new(move |_| page.path().settings);
        SettingsContext { page, tenant, view, listed, reload, change_hidden: RwSignal::new(false) }
    }

    /// Goes to another view of the tab.
    pub fn go(self, change: impl FnOnce(&mut SettingsView)) {
        self.page.go(&self.changed(change));
    }

    /// Changes the URL in place.
    pub fn replace(self, change: impl FnOnce(&mut SettingsView)) {
        self.page.replace(&self.changed(change));
    }

    /// The `href` of another view of the tab. Follows the URL.
    pub fn href(self, change: impl FnOnce(&mut SettingsView)) -> String {
        self.page.mount.router().place().track();
        self.page.href(&self.changed(change))
    }

    /// The `href` of this view of another tenant, with that setting explained. Follows the URL.
    pub fn href_of(self, tenant: Uuid, chosen: Option<(Uuid, String)>) -> String {
        let mut path = self.page.path().of_tenant(Some(tenant));
        if chosen.is_some() {
            path.settings.chosen = chosen;
        }
        self.page.href(&path)
    }

    fn changed(self, change: impl FnOnce(&mut SettingsView)) -> TenantsPath {
        let mut settings = self.view.get_untracked();
        change(&mut settings);
        let TenantsPath { filter, facets, .. } = self.page.path_now();
        TenantsPath { tab: Tab::Settings, filter, facets, settings, ..TenantsPath::of(Some(self.tenant)) }
    }

    /// All settings that have been read.
    pub fn rows(self) -> Vec<Row> {
        self.listed.with(|listed| listed.value().map(|listed| listed.rows.clone()).unwrap_or_default())
    }
}
