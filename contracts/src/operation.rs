//! What a contract says about one operation.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// One operation of a contract.
pub struct Operation {
    /// The document's `operationId`.
    pub id: String,
    /// `GET`, `POST`, … in capitals.
    pub method: String,
    /// The path template below [`Operation::base`], such as `/tenants/{tenant_id}`.
    pub path: String,
    /// The path of the server URL the operation stands under, such as `/api/2`; empty for the root.
    pub base: String,
    /// Path, query and header parameters.
    pub parameters: Vec<Parameter>,
    /// Media type → schema of the request body; empty where the operation takes none.
    pub request_body: BTreeMap<String, Value>,
    /// Whether the body must be there.
    pub request_body_required: bool,
    /// Status (`200`, `default`) → media type → schema.
    pub responses: BTreeMap<String, BTreeMap<String, Value>>,
    /// The vendor's roles that may call it, any of them; empty where the contract names none.
    pub roles: Vec<String>,
    /// The project's own addition to the contract, not counted among the vendor's operations.
    pub addition: bool,
}

impl Operation {
    /// The name of its constant in client-core: `umUsersGet` and `um_users_get` both become `UM_USERS_GET`.
    pub fn constant(&self) -> String {
        let mut name = String::new();
        for letter in self.id.chars() {
            if letter.is_ascii_uppercase() && !name.is_empty() && !name.ends_with('_') {
                name.push('_');
            }
            name.push(letter.to_ascii_uppercase());
        }
        name
    }

    /// The media types that the request body may have.
    pub fn body_media(&self) -> Vec<&str> {
        self.request_body.keys().map(String::as_str).collect()
    }

    /// The media types of the answers with a status below 300, each once.
    pub fn answer_media(&self) -> Vec<&str> {
        let successes = self.responses.iter().filter(|(status, _)| status.starts_with('2'));
        let all: BTreeSet<&str> = successes.flat_map(|(_, media)| media.keys().map(String::as_str)).collect();
        all.into_iter().collect()
    }
}

/// One parameter of an operation.
pub struct Parameter {
    /// As the vendor spells it.
    pub name: String,
    /// Where it goes.
    pub place: Place,
    /// Whether a request without it is refused.
    pub required: bool,
    /// Its JSON Schema.
    pub schema: Value,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A segment of the path.
    Path,
    /// The query string.
    Query,
    /// A header.
    Header,
}

/// An operation found by method and path, with the values of its path parameters as they stood in the path
/// (still percent-encoded).
pub struct Matched<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// Name and raw value of each path parameter.
    pub path_values: Vec<(&'a str, &'a str)>,
}

/// The values of the path's parameters, where the path fits the template.
pub(crate) fn match_path<'a>(template: &'a str, path: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let mut values = Vec::new();
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(values),
            (Some(want), Some(value)) => match want.strip_prefix('{').and_then(|name| name.strip_suffix('}'))
            {
                Some(name) if !value.is_empty() => values.push((name, value)),
                None if want == value => {}
                _ => return None,
            },
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Vendor;

    #[test]
    fn constants_are_named_in_one_style() {
        let contract = Vendor::Ionos.contract();
        assert_eq!(contract.operation("umUsersGet").unwrap().constant(), "UM_USERS_GET");
    }

    #[test]
    fn media_of_bodies_and_answers() {
        let operation = Vendor::Acronis.contract().operation("tenants_resolve_ids_post").unwrap();
        assert_eq!(operation.body_media(), ["application/json"]);
        assert_eq!(operation.answer_media(), ["application/json"]);
    }
}
