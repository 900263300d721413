//! Reading the documents into operations.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

use crate::operation::{Matched, Operation, Parameter, Place, match_path};
use crate::vendor::Vendor;

/// One vendor's document.
pub struct Contract {
    /// Whose it is.
    pub vendor: Vendor,
    /// The whole document, for `$ref`s.
    pub doc: Value,
    /// Every operation, by path, and those of one path from `GET` to `DELETE`: the order does not hang on how
    /// the JSON reader keeps maps.
    pub operations: Vec<Operation>,
}

static CONTRACTS: LazyLock<[Contract; 3]> = LazyLock::new(|| Vendor::ALL.map(Contract::parse));

impl Vendor {
    /// The contract of this vendor, parsed once a process.
    pub fn contract(self) -> &'static Contract {
        let [acronis, ionos, cpm] = &*CONTRACTS;
        match self {
            Vendor::Acronis => acronis,
            Vendor::Ionos => ionos,
            Vendor::Cpm => cpm,
        }
    }
}

impl Contract {
    fn parse(vendor: Vendor) -> Contract {
        // The documents are part of the program: a broken one must not build a working binary.
        #[allow(clippy::expect_used)]
        let doc: Value = serde_json::from_str(vendor.text()).expect("the committed contract is JSON");
        let operations = operations(&doc);
        Contract { vendor, doc, operations }
    }

    /// The path of the document's usual server URL.
    pub fn base(&self) -> String {
        server_path(&self.doc)
    }

    /// The vendor's own operations, without the project's additions.
    pub fn vendor_operations(&self) -> impl Iterator<Item = &Operation> {
        self.operations.iter().filter(|operation| !operation.addition)
    }

    /// The operation of that `operationId`.
    pub fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations.iter().find(|operation| operation.id == id)
    }

    /// The operation that a request line means; `path` is absolute and starts with the server's base.
    /// Literal segments win over parameters.
    pub fn find<'a>(&'a self, method: &str, path: &'a str) -> Option<Matched<'a>> {
        self.operations
            .iter()
            .filter(|operation| operation.method == method)
            .filter_map(|operation| {
                let below = path.strip_prefix(operation.base.as_str())?;
                let path_values = match_path(&operation.path, below)?;
                Some(Matched { operation, path_values })
            })
            .min_by_key(|found| found.path_values.len())
    }

    /// Whether any operation, of whatever method, has this path.
    pub fn has_path(&self, path: &str) -> bool {
        self.operations.iter().any(|operation| {
            path.strip_prefix(operation.base.as_str())
                .is_some_and(|below| match_path(&operation.path, below).is_some())
        })
    }
}

fn operations(doc: &Value) -> Vec<Operation> {
    let default_base = server_path(doc);
    let mut found = Vec::new();
    for (path, item) in doc.get("paths").and_then(Value::as_object).into_iter().flatten() {
        let path_base = own_base(item, &default_base);
        for method in ["get", "head", "post", "put", "patch", "delete"] {
            if let Some(operation) = item.get(method) {
                found.push(read_operation(doc, path, method, &own_base(operation, &path_base), operation));
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// A path or an operation may name servers of its own.
fn own_base(holder: &Value, default: &str) -> String {
    if holder.get("servers").is_some() { server_path(holder) } else { default.to_owned() }
}

/// The path of the first server's URL, without a trailing slash.
fn server_path(holder: &Value) -> String {
    let url = holder.pointer("/servers/0/url").and_then(Value::as_str).unwrap_or_default();
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = after_scheme.split_once('/').map_or("", |(_, path)| path).trim_end_matches('/');
    if path.is_empty() { String::new() } else { format!("/{path}") }
}

fn read_operation(doc: &Value, path: &str, method: &str, base: &str, operation: &Value) -> Operation {
    let body = operation.get("requestBody").unwrap_or(&Value::Null);
    let parameters = operation.get("parameters").and_then(Value::as_array);
    let responses = operation.get("responses").and_then(Value::as_object);
    Operation {
        id: text(operation, "operationId"),
        method: method.to_uppercase(),
        path: path.to_owned(),
        base: base.to_owned(),
        parameters: parameters.into_iter().flatten().filter_map(|one| read_parameter(doc, one)).collect(),
        request_body: media(doc, body),
        request_body_required: flag(body, "required"),
        responses: responses
            .into_iter()
            .flatten()
            .map(|(code, one)| (code.clone(), media(doc, one)))
            .collect(),
        roles: strings(operation, "x-roles"),
        addition: flag(operation, "x-addition"),
    }
}

fn read_parameter(doc: &Value, raw: &Value) -> Option<Parameter> {
    let raw = resolve(doc, raw);
    let place = match raw.get("in").and_then(Value::as_str)? {
        "path" => Place::Path,
        "query" => Place::Query,
        "header" => Place::Header,
        _ => return None,
    };
    Some(Parameter {
        name: text(raw, "name"),
        place,
        required: flag(raw, "required"),
        schema: raw.get("schema").cloned().unwrap_or(Value::Bool(true)),
    })
}

fn media(doc: &Value, holder: &Value) -> BTreeMap<String, Value> {
    let content = resolve(doc, holder).get("content").and_then(Value::as_object);
    content
        .into_iter()
        .flatten()
        .map(|(media, one)| (media.clone(), one.get("schema").cloned().unwrap_or(Value::Bool(true))))
        .collect()
}

/// Follows one `$ref` into the document; the documents have no chains of them at these places.
fn resolve<'a>(doc: &'a Value, value: &'a Value) -> &'a Value {
    let target = value.get("$ref").and_then(Value::as_str).and_then(|reference| reference.strip_prefix('#'));
    target.and_then(|pointer| doc.pointer(pointer)).unwrap_or(value)
}

fn text(holder: &Value, key: &str) -> String {
    holder.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn flag(holder: &Value, key: &str) -> bool {
    holder.get(key).and_then(Value::as_bool).unwrap_or(false)
}

fn strings(holder: &Value, key: &str) -> Vec<String> {
    let list = holder.get(key).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_the_vendors() {
        let counts = Vendor::ALL.map(|vendor| vendor.contract().vendor_operations().count());
        assert_eq!(counts, [176, 31, 326]);
    }

    #[test]
    fn reads_bases_that_paths_override() {
        let base = |id: &str| Vendor::Acronis.contract().operation(id).unwrap().base.as_str();
        assert_eq!(base("tenants_get"), "/api/2");
        assert_eq!(base("well_known_openid_configuration_get"), "");
    }

    #[test]
    fn finds_by_request_line() {
        let acronis = Vendor::Acronis.contract();
        let id =
            |method: &str, path: &str| acronis.find(method, path).map(|found| found.operation.id.clone());
        assert_eq!(id("GET", "/api/2/tenants").as_deref(), Some("tenants_get"));
        assert_eq!(id("GET", "/api/2/users/me").as_deref(), Some("users_me_get"));
        assert_eq!(id("POST", "/api/2/tenants:resolve_ids").as_deref(), Some("tenants_resolve_ids_post"));
        assert_eq!(
            id("GET", "/.well-known/openid-configuration").as_deref(),
            Some("well_known_openid_configuration_get")
        );
        assert_eq!(id("GET", "/api/2/nothing"), None);
        assert!(acronis.has_path("/api/2/tenants/x/children"));
        let children = acronis.find("GET", "/api/2/tenants/x%2Fy/children").unwrap();
        assert_eq!(children.path_values, [("tenant_id", "x%2Fy")]);
    }
}
