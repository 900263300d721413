//! The URLs of an Acronis connection: `/{connection}/tenants/{tenant}/settings?q=…`.

use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::Facet;

use super::access::view::AccessView;
use super::list::view::ListView;
use super::people::view::{CONTACTS, PeopleView};
use super::settings::view::SettingsView;
use super::users::view::UsersView;
use crate::routing::{JOURNAL, Place, Query};

/// The path of the tenants.
pub const TENANTS: &str = "tenants";

/// What of the tenants is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TenantsPath {
    /// The chosen tenant.
    pub tenant: Option<Uuid>,
    /// What of it is shown.
    pub tab: Tab,
    /// What the tree and the list are filtered by.
    pub filter: String,
    /// What they are narrowed to.
    pub facets: Vec<Facet>,
    /// What the List tab shows.
    pub list: ListView,
    /// What the Users tab shows.
    pub users: UsersView,
    /// What the Access tab shows.
    pub access: AccessView,
    /// What the Settings tab shows.
    pub settings: SettingsView,
}

/// What of a tenant is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// All its fields.
    #[default]
    Overview,
    /// It and everything below it as a table.
    List,
    /// Whom to call.
    Contacts,
    /// Who can sign in.
    Users,
    /// Who can touch it, and why.
    Access,
    /// The settings of the applications.
    Settings,
    /// What it may use, and what it uses.
    Quotas,
    /// Who signs in without a person.
    Clients,
}

impl Tab {
    /// All of them, in order.
    pub const ALL: [Tab; 8] = [
        Tab::Overview,
        Tab::List,
        Tab::Contacts,
        Tab::Users,
        Tab::Access,
        Tab::Settings,
        Tab::Quotas,
        Tab::Clients,
    ];

    /// Its segment of the path; the usual one needs none.
    fn segment(self) -> Option<&'static str> {
        match self {
            Tab::Overview => None,
            Tab::List => Some("list"),
            Tab::Contacts => Some("contacts"),
            Tab::Users => Some("users"),
            Tab::Access => Some("access"),
            Tab::Settings => Some("settings"),
            Tab::Quotas => Some("quotas"),
            Tab::Clients => Some("clients"),
        }
    }
}

/// Which of the rail's links a place belongs to; `None` where it is no page of this vendor.
pub fn page_of(place: &Place) -> Option<&'static str> {
    if place.path.first().is_some_and(|first| first == JOURNAL) {
        return Some(JOURNAL);
    }
    // The path alone: what the views read of the query stays out of the first view.
    tab_of(place).map(|_| TENANTS).or_else(|| PeopleView::is_at(place).then_some(CONTACTS))
}

/// The tenant and the tab that a path is about.
fn tab_of(place: &Place) -> Option<(Option<Uuid>, Tab)> {
    Some(match place.segments().as_slice() {
        [] | [TENANTS] => (None, Tab::Overview),
        [TENANTS, id] | [TENANTS, id, "overview"] => (Some(Uuid::parse(id)?), Tab::Overview),
        [TENANTS, id, segment] => {
            let tab = Tab::ALL.into_iter().find(|tab| tab.segment() == Some(*segment))?;
            (Some(Uuid::parse(id)?), tab)
        }
        _ => return None,
    })
}

impl TenantsPath {
    /// A tenant's overview, or no tenant's.
    pub fn of(tenant: Option<Uuid>) -> TenantsPath {
        TenantsPath { tenant, ..TenantsPath::default() }
    }

    /// Reads its part of the URL; `None` where that is not about tenants.
    pub fn read(place: &Place) -> Option<TenantsPath> {
        let (tenant, tab) = tab_of(place)?;
        let filter = place.query.get("q").unwrap_or_default().to_owned();
        let facets = place.query.get("facets").unwrap_or_default();
        let facets = facets.split(',').filter_map(Facet::read).collect();
        let mut path = TenantsPath { tab, filter, facets, ..TenantsPath::of(tenant) };
        match tab {
            Tab::Overview | Tab::Contacts | Tab::Quotas | Tab::Clients => {}
            Tab::List => path.list = ListView::read(&place.query),
            Tab::Users => path.users = UsersView::read(&place.query),
            Tab::Access => path.access = AccessView::read(&place.query),
            Tab::Settings => path.settings = SettingsView::read(&place.query),
        }
        Some(path)
    }

    /// Its part of the URL.
    pub fn place(&self, connection: &str) -> Place {
        let tenant = self.tenant.map(|id| id.to_string());
        let path = [Some(TENANTS), tenant.as_deref(), self.tab.segment()];
        let facets: Vec<String> = self.facets.iter().map(Facet::key).collect();
        let query =
            Query::default().with("q", Some(self.filter.clone())).with("facets", Some(facets.join(",")));
        let query = match self.tab {
            Tab::Overview | Tab::Contacts | Tab::Quotas | Tab::Clients => query,
            Tab::List => self.list.write(query),
            Tab::Users => self.users.write(query),
            Tab::Access => self.access.write(query),
            Tab::Settings => self.settings.write(query),
        };
        Place { query, ..Place::new(connection, path.into_iter().flatten()) }
    }

    /// The same view of another tenant.
    #[must_use]
    pub fn of_tenant(&self, tenant: Option<Uuid>) -> TenantsPath {
        let tab = if tenant.is_some() { self.tab } else { Tab::default() };
        TenantsPath { tenant, ..self.clone() }.with_tab(tab)
    }

    /// Another view of the same tenant.
    #[must_use]
    pub fn with_tab(self, tab: Tab) -> TenantsPath {
        if tab == self.tab {
            return self;
        }
        TenantsPath { tab, filter: self.filter, facets: self.facets, ..TenantsPath::of(self.tenant) }
    }
}
