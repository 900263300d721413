//! Which operation a request means: method and path template.

use crate::http::Request;

/// An operation as it is found, and the body that it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// The contract's `operationId`.
    pub id: &'static str,
    /// In capitals.
    pub method: &'static str,
    /// The path of the server URL, such as `/api/2`; empty for the root.
    pub base: &'static str,
    /// The template below it, such as `/tenants/{tenant_id}`.
    pub path: &'static str,
    /// Media types of the request body; none where the operation takes none.
    pub body: &'static [&'static str],
    /// Whether the body must be there.
    pub body_required: bool,
}

/// A body of JSON that must be there.
pub const JSON: &[&str] = &["application/json"];
/// A body of form fields that must be there.
pub const FORM: &[&str] = &["application/x-www-form-urlencoded"];

/// Name and raw value (still percent-encoded) of each place in a path.
pub type PathValues = Vec<(&'static str, String)>;

/// Why a request means no operation.
#[derive(Debug)]
pub enum NoOperation {
    /// No operation has the path.
    Path,
    /// Others have the path: these methods.
    Method(String),
}

impl Route {
    /// An operation without a body, or with one that must be there.
    pub const fn new(
        (id, method): (&'static str, &'static str),
        (base, path): (&'static str, &'static str),
        body: &'static [&'static str],
    ) -> Route {
        Route { id, method, base, path, body, body_required: !body.is_empty() }
    }

    fn path_values(&self, path: &str) -> Option<PathValues> {
        match_path(self.path, path.strip_prefix(self.base)?)
    }
}

/// The entry that a request means; literal segments win over places.
pub fn find<T>(
    entries: impl Iterator<Item = T> + Clone,
    route: impl Fn(&T) -> &'static Route,
    request: &Request,
) -> Result<(T, PathValues), NoOperation> {
    let fitting = |method: &str| {
        let of_method = entries.clone().filter(|entry| route(entry).method == method);
        let fits = of_method
            .filter_map(|entry| route(&entry).path_values(&request.path).map(|values| (entry, values)));
        fits.min_by_key(|(_, values)| values.len())
    };
    if let Some(found) = fitting(&request.method) {
        return Ok(found);
    }
    let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].into_iter();
    let allowed: Vec<_> = methods.filter(|method| fitting(method).is_some()).collect();
    Err(if allowed.is_empty() { NoOperation::Path } else { NoOperation::Method(allowed.join(", ")) })
}

fn match_path(template: &'static str, path: &str) -> Option<PathValues> {
    let mut values = Vec::new();
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        let (want, value) = match (wanted.next(), given.next()) {
            (None, None) => return Some(values),
            (Some(want), Some(value)) => (want, value),
            _ => return None,
        };
        match want.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) if !value.is_empty() => values.push((name, value.to_owned())),
            None if want == value => {}
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static ROUTES: [Route; 3] = [
        Route::new(("one", "GET"), ("/api", "/things/{id}"), &[]),
        Route::new(("mine", "GET"), ("/api", "/things/me"), &[]),
        Route::new(("change", "PUT"), ("/api", "/things/{id}"), JSON),
    ];

    fn id(method: &str, path: &str) -> Result<&'static str, String> {
        match find(ROUTES.iter(), |route| *route, &Request::new(method, path)) {
            Ok((route, _)) => Ok(route.id),
            Err(NoOperation::Path) => Err(String::new()),
            Err(NoOperation::Method(allowed)) => Err(allowed),
        }
    }

    #[test]
    fn finds_by_method_and_path() {
        assert_eq!(id("GET", "/api/things/x%2Fy"), Ok("one"));
        assert_eq!(id("GET", "/api/things/me"), Ok("mine"));
        assert_eq!(id("PUT", "/api/things/me"), Ok("change"));
        assert_eq!(id("POST", "/api/things/me"), Err("GET, PUT".to_owned()));
        for path in ["/api/things", "/api/things/", "/things/x", "/api/things/x/y"] {
            assert_eq!(id("GET", path), Err(String::new()), "{path}");
        }
    }
}
