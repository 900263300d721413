//! The operations of the OpenAPI documents, read just far enough to generate code and to count coverage.
//! (The `tenantry-contracts` crate knows more, but pulls a schema validator that would double the time the
//! first `cargo xtask` takes on a fresh machine.)

use std::path::Path;

use serde_json::Value;

use crate::{Result, files};

/// The three vendors: name in configuration and folders, variant of `Vendor`, document.
pub const VENDORS: [(&str, &str, &str); 3] = [
    ("acronis", "Acronis", "contracts/acronis-account-management-v2.openapi.json"),
    ("ionos", "Ionos", "contracts/ionos-cloud-v6.openapi.json"),
    ("cpm", "Cpm", "contracts/n2ws-cpm-1.4.0.openapi.json"),
];

/// One operation.
pub struct Operation {
    /// The document's `operationId`.
    pub id: String,
    /// Lower case, as in the document.
    pub method: String,
    /// Path of the server URL.
    pub base: String,
    /// Path template below `base`.
    pub path: String,
    /// Query and header parameters: name, place (`query` or `header`), required.
    pub parameters: Vec<(String, String, bool)>,
    /// Media types of the request body.
    pub body: Vec<String>,
    /// Media types of the successful answers.
    pub answers: Vec<String>,
    /// Roles that may call it.
    pub roles: Vec<String>,
    /// The project's own addition, not one of the vendor's operations.
    pub addition: bool,
}

impl Operation {
    /// The name of its constant: `umUsersGet` and `um_users_get` both become `UM_USERS_GET`.
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
}

/// The path of a document's usual server URL.
pub fn base(root: &Path, document: &str) -> Result<String> {
    let doc: Value = serde_json::from_str(&files::read(&root.join(document))?)?;
    Ok(server_path(&doc))
}

/// The operations of one document, by path and then in the order get … delete, so that the order does not
/// hang on how the JSON reader keeps maps.
pub fn read(root: &Path, document: &str) -> Result<Vec<Operation>> {
    let doc: Value = serde_json::from_str(&files::read(&root.join(document))?)?;
    let base = server_path(&doc);
    let mut found = Vec::new();
    for (path, item) in doc.get("paths").and_then(Value::as_object).into_iter().flatten() {
        let path_base = overridden(item, &base);
        for method in ["get", "head", "post", "put", "patch", "delete"] {
            if let Some(raw) = item.get(method) {
                found.push(operation(&doc, method, path, overridden(raw, &path_base), raw));
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

fn operation(doc: &Value, method: &str, path: &str, base: String, raw: &Value) -> Operation {
    let parameters = raw.get("parameters").and_then(Value::as_array).into_iter().flatten();
    Operation {
        id: text(raw, "operationId"),
        method: method.to_owned(),
        base,
        path: path.to_owned(),
        parameters: parameters.filter_map(|one| parameter(resolve(doc, one))).collect(),
        body: raw.get("requestBody").map(|body| media_types(doc, body)).unwrap_or_default(),
        answers: answers(doc, raw),
        roles: strings(raw, "x-roles"),
        addition: flag(raw, "x-addition"),
    }
}

fn parameter(raw: &Value) -> Option<(String, String, bool)> {
    let place = text(raw, "in");
    matches!(place.as_str(), "query" | "header").then(|| (text(raw, "name"), place, flag(raw, "required")))
}

fn answers(doc: &Value, raw: &Value) -> Vec<String> {
    let responses = raw.get("responses").and_then(Value::as_object).into_iter().flatten();
    let successes = responses.filter(|(status, _)| status.starts_with('2'));
    let mut found: Vec<String> = successes.flat_map(|(_, one)| media_types(doc, one)).collect();
    found.sort();
    found.dedup();
    found
}

fn media_types(doc: &Value, holder: &Value) -> Vec<String> {
    let content = resolve(doc, holder).get("content").and_then(Value::as_object);
    let mut found: Vec<String> = content.into_iter().flatten().map(|(media, _)| media.clone()).collect();
    found.sort();
    found
}

fn overridden(holder: &Value, base: &str) -> String {
    if holder.get("servers").is_some() { server_path(holder) } else { base.to_owned() }
}

/// The path of the first server's URL, without a trailing slash.
fn server_path(holder: &Value) -> String {
    let url = holder.pointer("/servers/0/url").and_then(Value::as_str).unwrap_or_default();
    let after_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = after_scheme.split_once('/').map_or("", |(_, path)| path).trim_end_matches('/');
    if path.is_empty() { String::new() } else { format!("/{path}") }
}

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
        let counts = VENDORS.map(|(_, _, document)| {
            let all = read(&crate::files::root(), document).unwrap();
            all.iter().filter(|one| !one.addition).count()
        });
        assert_eq!(counts, [176, 31, 326]);
    }

    #[test]
    fn reads_bases_that_paths_override() {
        let all = read(&crate::files::root(), VENDORS[0].2).unwrap();
        let base = |id: &str| all.iter().find(|one| one.id == id).unwrap().base.clone();
        assert_eq!(base("tenants_get"), "/api/2");
        assert_eq!(base("well_known_openid_configuration_get"), "");
    }

    #[test]
    fn names_constants_in_one_style() {
        let all = read(&crate::files::root(), VENDORS[1].2).unwrap();
        assert!(all.iter().any(|one| one.id == "umUsersGet" && one.constant() == "UM_USERS_GET"));
    }
}
