//! The URLs of an Acronis connection: `/{connection}/tenants/{tenant}/settings?q=…`.

use tenantry_core::Uuid;

use super::settings::view::SettingsView;
use crate::routing::{Place, Query};

/// The path of the tenants.
pub const TENANTS: &str = "tenants";

/// What of the tenants is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TenantsPath {
    /// The chosen tenant.
    pub tenant: Option<Uuid>,
    /// What of it is shown.
    pub tab: Tab,
    /// What the tree is filtered by.
    pub filter: String,
    /// What the Settings tab shows.
    pub settings: SettingsView,
}

/// What of a tenant is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// All its fields.
    #[default]
    Overview,
    /// The settings of the applications.
    Settings,
}

impl TenantsPath {
    /// A tenant's overview, or no tenant's.
    pub fn of(tenant: Option<Uuid>) -> TenantsPath {
        TenantsPath { tenant, ..TenantsPath::default() }
    }

    /// Reads its part of the URL; `None` where that is not about tenants.
    pub fn read(place: &Place) -> Option<TenantsPath> {
        let (tenant, tab) = match place.segments().as_slice() {
            [] | [TENANTS] => (None, Tab::Overview),
            [TENANTS, id] | [TENANTS, id, "overview"] => (Some(Uuid::parse(id)?), Tab::Overview),
            [TENANTS, id, "settings"] => (Some(Uuid::parse(id)?), Tab::Settings),
            _ => return None,
        };
        let filter = place.query.get("q").unwrap_or_default().to_owned();
        let settings = match tab {
            Tab::Settings => SettingsView::read(&place.query),
            Tab::Overview => SettingsView::default(),
        };
        Some(TenantsPath { tenant, tab, filter, settings })
    }

    /// Its part of the URL.
    pub fn place(&self, connection: &str) -> Place {
        let tenant = self.tenant.map(|id| id.to_string());
        let tab = (self.tab == Tab::Settings).then_some("settings");
        let path = [Some(TENANTS), tenant.as_deref(), tab];
        let query = Query::default().with("q", Some(self.filter.clone()));
        let query = if self.tab == Tab::Settings { self.settings.write(query) } else { query };
        Place { query, ..Place::new(connection, path.into_iter().flatten()) }
    }

    /// The same view of another tenant.
    #[must_use]
    pub fn of_tenant(&self, tenant: Option<Uuid>) -> TenantsPath {
        let tab = if tenant.is_some() { self.tab } else { Tab::default() };
        let settings = if tab == Tab::Settings { self.settings.clone() } else { SettingsView::default() };
        TenantsPath { tenant, tab, filter: self.filter.clone(), settings }
    }
}
