//! Every URL of the console: what it means, and how it is made. Nothing else writes one.

use tenantry_core::Uuid;
use tenantry_core::encode;

/// What the screen shows, as the URL says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The screen.
    pub screen: Screen,
    /// What the tree is filtered by.
    pub filter: String,
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
    /// A URL that means nothing here.
    Unknown(String),
}

/// What of a tenant is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// All its fields.
    #[default]
    Overview,
}

impl Place {
    /// The tenants of a connection.
    pub fn tenants(connection: &str, tenant: Option<Uuid>) -> Place {
        let screen = Screen::Tenants { connection: connection.to_owned(), tenant, tab: Tab::Overview };
        Place { screen, filter: String::new() }
    }

    /// The connection that the URL names.
    pub fn connection(&self) -> Option<&str> {
        match &self.screen {
            Screen::Tenants { connection, .. } => Some(connection),
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
            [connection] | [connection, "tenants"] => tenants(connection, None),
            [connection, "tenants", id] | [connection, "tenants", id, "overview"] => match Uuid::parse(id) {
                Some(id) => tenants(connection, Some(id)),
                None => Screen::Unknown(url.to_owned()),
            },
            _ => Screen::Unknown(url.to_owned()),
        };
        let filter = query.split('&').find_map(|pair| pair.strip_prefix("q=")).unwrap_or_default();
        Place { screen, filter: encode::decode(&filter.replace('+', " ")) }
    }

    /// The path with its query.
    pub fn write(&self) -> String {
        let path = match &self.screen {
            Screen::Start => "/".to_owned(),
            Screen::Tenants { connection, tenant, tab: Tab::Overview } => {
                let tenant = tenant.map(|id| format!("/{id}")).unwrap_or_default();
                ["/", &encode::segment(connection), "/tenants", &tenant].concat()
            }
            Screen::Unknown(url) => return url.clone(),
        };
        if self.filter.is_empty() {
            return path;
        }
        [&path, "?", &encode::query_string(&[("q", &self.filter)])].concat()
    }
}

fn tenants(connection: &str, tenant: Option<Uuid>) -> Screen {
    Screen::Tenants { connection: connection.to_owned(), tenant, tab: Tab::Overview }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The one snapshot of all URLs.
    #[test]
    fn there_and_back() {
        let id = Uuid::parse("f313ecf6-9256-4afd-9d47-72e032ee81d0");
        let filtered = |place: Place, filter: &str| Place { filter: filter.to_owned(), ..place };
        for (place, url) in [
            (Place::default(), "/"),
            (Place::tenants("acronis-eu", None), "/acronis-eu/tenants"),
            (Place::tenants("acronis-eu", id), "/acronis-eu/tenants/f313ecf6-9256-4afd-9d47-72e032ee81d0"),
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
        for odd in ["/a/tenants/nonsense", "/a/b/c/d/e", "/a/policies"] {
            assert_eq!(Place::read(odd).screen, Screen::Unknown(odd.to_owned()));
        }
    }
}
