//! A place in the console: a connection, a path within it, and a query. What path and query mean is the page's to say.

use tenantry_core::encode;

/// The path of the journal, below every connection.
pub const JOURNAL: &str = "journal";

/// What the URL says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The connection's id; without one the first connection is shown.
    pub connection: Option<String>,
    /// The path below the connection, decoded.
    pub path: Vec<String>,
    /// The query.
    pub query: Query,
}

/// The query of a place: names and values, decoded, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
    }

    /// With a value at the end; left out where there is none or it is empty.
    #[must_use]
    pub fn with(mut self, name: &str, value: Option<String>) -> Query {
        let value = value.filter(|value| !value.is_empty());
        self.0.extend(value.map(|value| (name.to_owned(), value)));
        self
    }

    fn parse(text: &str) -> Query {
        let plain = |text: &str| encode::decode(&text.replace('+', " "));
        let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
        Query(pairs.map(|(name, value)| (plain(name), plain(value))).collect())
    }
}

impl Place {
    /// A path of a connection.
    pub fn new<'a>(connection: &str, path: impl IntoIterator<Item = &'a str>) -> Place {
        Place {
            connection: Some(connection.to_owned()),
            path: path.into_iter().map(str::to_owned).collect(),
            query: Query::default(),
        }
    }

    /// The segments of the path.
    pub fn segments(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }

    /// Reads a URL such as `/acronis-eu/tenants/f313ecf6-…?q=goya`.
    pub fn parse(url: &str) -> Place {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let mut segments = path.split('/').filter(|part| !part.is_empty()).map(encode::decode);
        Place { connection: segments.next(), path: segments.collect(), query: Query::parse(query) }
    }

    /// The URL.
    pub fn to_url(&self) -> String {
        let segments = self.connection.iter().chain(&self.path);
        let path: String = segments.map(|part| ["/", &encode::segment(part)].concat()).collect();
        let path = if path.is_empty() { "/".to_owned() } else { path };
        match self.query.0.as_slice() {
            [] => path,
            pairs => [&path, "?", &encode::query_string(pairs)].concat(),
        }
    }
}
