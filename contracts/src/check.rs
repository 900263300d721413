//! Does a request or an answer keep the contract? Asked by the conformance tests and by the sandbox.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use crate::load::Contract;
use crate::operation::{Operation, Place};

/// One way in which something does not keep the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Where: `query limit`, `body /items/0/id`, …
    pub at: String,
    /// What is wrong there.
    pub what: String,
}

impl std::fmt::Display for Violation {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}: {}", self.at, self.what)
    }
}

/// Compiled schemas, by the schema's own text: operations are few and answers are many.
static COMPILED: LazyLock<Mutex<HashMap<String, &'static Validator>>> = LazyLock::new(Mutex::default);

impl Contract {
    /// What of these query parameters the contract does not allow: unknown names, missing required ones,
    /// values that are not of their type.
    pub fn check_query(&self, operation: &Operation, query: &[(String, String)]) -> Vec<Violation> {
        let known = |name: &str| {
            operation.parameters.iter().find(|one| one.place == Place::Query && one.name == name)
        };
        let mut found = Vec::new();
        for (name, value) in query {
            match known(name) {
                None => found.push(violation(&format!("query {name}"), "not a parameter of this operation")),
                Some(parameter) => {
                    let typed = typed_value(&parameter.schema, value);
                    found.extend(self.check_value(&parameter.schema, &typed, &format!("query {name}")));
                }
            }
        }
        let missing = operation.parameters.iter().filter(|one| {
            one.place == Place::Query && one.required && !query.iter().any(|(name, _)| *name == one.name)
        });
        found.extend(missing.map(|one| violation(&format!("query {}", one.name), "required, but missing")));
        found
    }

    /// What of a request body does not fit; `media` without parameters, such as `application/json`.
    pub fn check_request_body(&self, operation: &Operation, media: &str, body: &Value) -> Vec<Violation> {
        match operation.request_body.get(media) {
            Some(schema) => self.check_value(schema, body, "body"),
            None => vec![violation("body", &format!("{media} is not taken by this operation"))],
        }
    }

    /// What of a JSON answer does not fit the schema for its status.
    pub fn check_answer(&self, operation: &Operation, status: u16, body: &Value) -> Vec<Violation> {
        let by_status = operation.responses.get(&status.to_string());
        let Some(media) = by_status.or_else(|| operation.responses.get("default")) else {
            return vec![violation("status", &format!("{status} is not an answer of this operation"))];
        };
        match media.get("application/json") {
            Some(schema) => self.check_value(schema, body, "body"),
            None => Vec::new(),
        }
    }

    fn check_value(&self, schema: &Value, value: &Value, at: &str) -> Vec<Violation> {
        match self.compiled(schema) {
            Ok(validator) => validator
                .iter_errors(value)
                .map(|error| violation(&format!("{at} {}", error.instance_path), &error.to_string()))
                .collect(),
            Err(message) => vec![violation(at, &message)],
        }
    }

    /// The document stands around the schema, so that its `#/components/…` references resolve.
    fn compiled(&self, schema: &Value) -> Result<&'static Validator, String> {
        let key = format!("{}{schema}", self.vendor.name());
        let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(validator) = compiled.get(&key) {
            return Ok(validator);
        }
        let components = self.doc.get("components").cloned().unwrap_or(Value::Null);
        let whole = json!({ "components": components, "allOf": [schema] });
        let options =
            jsonschema::options().with_draft(jsonschema::Draft::Draft202012).should_validate_formats(false);
        let validator = options.build(&whole).map_err(|error| format!("schema does not compile: {error}"))?;
        // Kept for the life of the process: there are as many as the contracts have schemas.
        let validator: &'static Validator = Box::leak(Box::new(validator));
        compiled.insert(key, validator);
        Ok(validator)
    }
}

/// A query value as the JSON that its schema speaks of; text where it does not parse, so that the schema
/// refuses it by name.
fn typed_value(schema: &Value, raw: &str) -> Value {
    let kind = schema.get("type").and_then(Value::as_str).unwrap_or("string");
    let parsed = match kind {
        "integer" => raw.parse::<i64>().ok().map(Value::from),
        "number" => raw.parse::<f64>().ok().map(Value::from),
        "boolean" => raw.parse::<bool>().ok().map(Value::from),
        "array" => Some(raw.split(',').map(Value::from).collect()),
        "object" => serde_json::from_str::<Map<String, Value>>(raw).ok().map(Value::Object),
        _ => None,
    };
    parsed.unwrap_or_else(|| Value::from(raw))
}

fn violation(at: &str, what: &str) -> Violation {
    Violation { at: at.trim_end().to_owned(), what: what.to_owned() }
}

#[cfg(test)]
mod tests {
    use crate::Vendor;

    #[test]
    fn every_schema_of_every_contract_compiles() {
        for vendor in Vendor::ALL {
            let contract = vendor.contract();
            for operation in &contract.operations {
                let bodies = operation.request_body.values();
                let answers = operation.responses.values().flat_map(|media| media.values());
                let parameters = operation.parameters.iter().map(|one| &one.schema);
                for schema in bodies.chain(answers).chain(parameters) {
                    if let Err(message) = contract.compiled(schema) {
                        panic!("{} {}: {message}", vendor.name(), operation.id);
                    }
                }
            }
        }
    }

    #[test]
    fn names_what_is_wrong_with_a_query() {
        let contract = Vendor::Acronis.contract();
        let search = contract.operation("search_get").unwrap();
        let query = [("limit".to_owned(), "many".to_owned()), ("foo".to_owned(), "1".to_owned())];
        let found: Vec<String> =
            contract.check_query(search, &query).iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found.iter().any(|one| one.starts_with("query foo: not a parameter")));
        assert!(found.iter().any(|one| one.starts_with("query text: required")));
    }
}
