//! Every URL of the console: what it means, and how it is made. Nothing else writes one.

use tenantry_core::Uuid;
use tenantry_core::encode;

use super::settings_view::SettingsView;

/// What the screen shows, as the URL says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The screen.
    pub screen: Screen,
    /// What the tree is filtered by.
    pub filter: String,
    /// What the Settings tab shows.
    pub settings: SettingsView,
}

/// The screens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// No connection chosen: the first one is shown.
    #[default]
    Start,
    /// The tenants of a connection.
    Tenants {
        /// The connection's id.
        connection: String,
        /// The chosen tenant.
        tenant: Option<Uuid>,
        /// What of it is shown.
        tab: Tab,
    },
    /// A list of an IONOS connection.
    Ionos {
        /// The connection's id.
        connection: String,
        /// Which list.
        section: Section,
        /// What of it is chosen: an id; for resources a type, or a type and an id.
        item: Option<String>,
    },
    /// A URL that means nothing here.
    Unknown(String),
}

/// The lists of an IONOS connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// Backup units.
    Units,
    /// Users.
    Users,
    /// Groups.
    Groups,
    /// Everything that can be owned and shared.
    Resources,
}

impl Section {
    /// All of them.
    pub const ALL: [Section; 4] = [Section::Units, Section::Users, Section::Groups, Section::Resources];

    /// As the address has it.
    pub fn word(self) -> &'static str {
        match self {
            Section::Units => "backup-units",
            Section::Users => "users",
            Section::Groups => "groups",
            Section::Resources => "resources",
        }
    }

    fn read(word: &str) -> Option<Section> {
        Section::ALL.into_iter().find(|section| section.word() == word)
    }
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

impl Place {
    /// The tenants of a connection.
    pub fn tenants(connection: &str, tenant: Option<Uuid>) -> Place {
        let screen = Screen::Tenants { connection: connection.to_owned(), tenant, tab: Tab::Overview };
        Place { screen, ..Place::default() }
    }

    /// The settings of a tenant, shown in some way.
    pub fn settings(connection: &str, tenant: Uuid, settings: SettingsView) -> Place {
        let (connection, tenant) = (connection.to_owned(), Some(tenant));
        let screen = Screen::Tenants { connection, tenant, tab: Tab::Settings };
        Place { screen, settings, ..Place::default() }
    }

    /// A list of an IONOS connection, with what of it is chosen.
    pub fn ionos(connection: &str, section: Section, item: Option<String>) -> Place {
        let screen = Screen::Ionos { connection: connection.to_owned(), section, item };
        Place { screen, ..Place::default() }
    }

    /// The list of an IONOS connection, and what of it is chosen.
    pub fn section(&self) -> Option<(Section, Option<&str>)> {
        match &self.screen {
            Screen::Ionos { section, item, .. } => Some((*section, item.as_deref())),
            _ => None,
        }
    }

    /// What of the tenant is shown.
    pub fn tab(&self) -> Tab {
        match &self.screen {
            Screen::Tenants { tab, .. } => *tab,
            _ => Tab::default(),
        }
    }

    /// The same view of another tenant.
    pub fn of_tenant(&self, connection: &str, tenant: Option<Uuid>) -> Place {
        let tab = if tenant.is_some() { self.tab() } else { Tab::default() };
        let screen = Screen::Tenants { connection: connection.to_owned(), tenant, tab };
        let settings = if tab == Tab::Settings { self.settings.clone() } else { SettingsView::default() };
        Place { screen, filter: self.filter.clone(), settings }
    }

    /// The connection that the URL names.
    pub fn connection(&self) -> Option<&str> {
        match &self.screen {
            Screen::Tenants { connection, .. } | Screen::Ionos { connection, .. } => Some(connection),
            _ => None,
        }
    }

    /// The tenant that the URL names.
    pub fn tenant(&self) -> Option<Uuid> {
        match &self.screen {
            Screen::Tenants { tenant, .. } => *tenant,
            _ => None,
        }
    }

    /// Reads a path with its query, such as `/acronis-eu/tenants/f313ecf6-…?q=goya`.
    pub fn read(url: &str) -> Place {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let segments: Vec<String> =
            path.split('/').filter(|part| !part.is_empty()).map(encode::decode).collect();
        let words: Vec<&str> = segments.iter().map(String::as_str).collect();
        let screen = match words.as_slice() {
            [] => Screen::Start,
            [connection] | [connection, "tenants"] => tenants(connection, None, Tab::Overview),
            [connection, "tenants", id, tab @ ..] => match (Uuid::parse(id), tab) {
                (Some(id), [] | ["overview"]) => tenants(connection, Some(id), Tab::Overview),
                (Some(id), ["settings"]) => tenants(connection, Some(id), Tab::Settings),
                _ => Screen::Unknown(url.to_owned()),
            },
            [connection, section, item @ ..] => match Section::read(section) {
                Some(section) => {
                    let item = (!item.is_empty()).then(|| item.join("/"));
                    Screen::Ionos { connection: (*connection).to_owned(), section, item }
                }
                None => Screen::Unknown(url.to_owned()),
            },
        };
        let values = |name: &str| {
            let value = query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
            value.map(|value| encode::decode(&value.replace('+', " ")))
        };
        let is_settings = matches!(screen, Screen::Tenants { tab: Tab::Settings, .. });
        let settings = if is_settings { SettingsView::read(values) } else { SettingsView::default() };
        Place { screen, filter: values("q").unwrap_or_default(), settings }
    }

    /// The path with its query.
    pub fn write(&self) -> String {
        let path = match &self.screen {
            Screen::Start => "/".to_owned(),
            Screen::Tenants { connection, tenant, tab } => {
                let tenant = tenant.map(|id| format!("/{id}")).unwrap_or_default();
                let tab = if *tab == Tab::Settings { "/settings" } else { "" };
                ["/", &encode::segment(connection), "/tenants", &tenant, tab].concat()
            }
            Screen::Ionos { connection, section, item } => {
                let item = item.iter().flat_map(|item| item.split('/'));
                let parts = [connection.as_str(), section.word()].into_iter().chain(item);
                parts.map(|part| ["/", &encode::segment(part)].concat()).collect::<String>()
            }
            Screen::Unknown(url) => return url.clone(),
        };
        let mut query: Vec<(&str, String)> = Vec::new();
        query.extend((!self.filter.is_empty()).then(|| ("q", self.filter.clone())));
        query.extend(self.settings.write());
        if query.is_empty() {
            return path;
        }
        [&path, "?", &encode::query_string(&query)].concat()
    }
}

fn tenants(connection: &str, tenant: Option<Uuid>, tab: Tab) -> Screen {
    Screen::Tenants { connection: connection.to_owned(), tenant, tab }
}

#[cfg(test)]
mod tests {
    use super::super::settings_view::{Show, Sort};
    use super::*;

    /// The one snapshot of all URLs.
    #[test]
    fn there_and_back() {
        let id = Uuid::parse("f313ecf6-9256-4afd-9d47-72e032ee81d0");
        let filtered = |place: Place, filter: &str| Place { filter: filter.to_owned(), ..place };
        let tenant = id.unwrap_or_default();
        let settings = SettingsView {
            text: "day".to_owned(),
            application: Some(Uuid(1)),
            show: Show::Shadowed,
            sort: Sort::From,
            chosen: Some((Uuid(1), "report/weekly 50%".to_owned())),
            below: true,
            with: Some(Uuid(2)),
        };
        for (place, url) in [
            (Place::default(), "/"),
            (Place::tenants("acronis-eu", None), "/acronis-eu/tenants"),
            (Place::tenants("acronis-eu", id), "/acronis-eu/tenants/f313ecf6-9256-4afd-9d47-72e032ee81d0"),
            (Place::ionos("io", Section::Units, None), "/io/backup-units"),
            (Place::ionos("io", Section::Groups, Some("15f6".to_owned())), "/io/groups/15f6"),
            (
                Place::ionos("io", Section::Resources, Some("backupunit/15 f6".to_owned())),
                "/io/resources/backupunit/15%20f6",
            ),
            (
                Place::settings("a", tenant, SettingsView::default()),
                "/a/tenants/f313ecf6-9256-4afd-9d47-72e032ee81d0/settings",
            ),
            (
                filtered(Place::settings("a", tenant, settings), "x"),
                "/a/tenants/f313ecf6-9256-4afd-9d47-72e032ee81d0/settings?q=x&find=day&app=00000000-0000-0000-0000-000000000001&show=shadowed&sort=from&why=00000000-0000-0000-0000-000000000001/report/weekly%2050%25&below=true&with=00000000-0000-0000-0000-000000000002",
            ),
            (
                filtered(Place::tenants("a", None), "café & c+d/é?"),
                "/a/tenants?q=caf%C3%A9%20%26%20c%2Bd/%C3%A9%3F",
            ),
        ] {
            assert_eq!(place.write(), url);
            assert_eq!(Place::read(url), place);
        }
    }

    #[test]
    fn other_spellings_and_nonsense() {
        assert_eq!(Place::read(""), Place::default());
        assert_eq!(Place::read("/acronis-eu/"), Place::tenants("acronis-eu", None));
        assert_eq!(Place::read("/a/tenants/?x=1&q=a+b").filter, "a b");
        for odd in [
            "/a/tenants/f313ecf6-9256-4afd-9d47-72e032ee81d0/x",
            "/a/tenants/nonsense",
            "/a/b/c/d/e",
            "/a/policies",
        ] {
            assert_eq!(Place::read(odd).screen, Screen::Unknown(odd.to_owned()));
        }
    }
}
