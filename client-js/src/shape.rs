//! Models and errors as the JSON that JavaScript gets.

use serde_json::{Map, Value, json};
use tenantry_core::Error;
use tenantry_core::connection::Full;
use tenantry_core::date::Date;
use tenantry_core::error::{Outcome, RawAnswer};
use tenantry_core::ionos::tasks::Task;
use tenantry_core::ionos::{BackupUnit, BackupUnitProperties, BackupUnitSso, BackupUnits, Metadata};

/// `{"value", "status", "headers"}`.
pub fn full<T>(answer: &Full<T>, value: Value) -> Value {
    json!({ "value": value, "status": answer.status, "headers": headers(&answer.headers) })
}

/// Headers that come several times are joined, as fetch does it.
fn headers(pairs: &[(String, String)]) -> Value {
    let mut object = Map::new();
    for (name, value) in pairs {
        let joined = match object.get(name).and_then(Value::as_str) {
            Some(before) => format!("{before}, {value}"),
            None => value.clone(),
        };
        object.insert(name.clone(), joined.into());
    }
    Value::Object(object)
}

/// An object without the fields that were not told.
fn told<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    let there = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(there.collect())
}

fn text(text: Option<&String>) -> Option<Value> {
    text.map(|text| text.as_str().into())
}

/// `BackupUnits`. Entries that could not be read are told beside the others.
pub fn units(units: &BackupUnits) -> Value {
    let bad = &units.items.bad;
    let bad: Vec<_> = bad.iter().map(|one| json!({ "index": one.index, "detail": one.detail })).collect();
    told([
        ("id", text(units.id.as_ref())),
        ("type", text(units.kind.as_ref())),
        ("href", text(units.href.as_ref())),
        ("items", Some(units.items.items.iter().map(unit).collect())),
        ("unreadable", Some(bad.into())),
    ])
}

/// `BackupUnit`.
pub fn unit(unit: &BackupUnit) -> Value {
    told([
        ("id", Some(unit.id.as_str().into())),
        ("type", text(unit.kind.as_ref())),
        ("href", text(unit.href.as_ref())),
        ("metadata", unit.metadata.as_ref().map(metadata)),
        ("properties", unit.properties.as_ref().map(properties)),
    ])
}

/// With what this version has no name for: whoever replaces the unit sends that back.
fn properties(of: &BackupUnitProperties) -> Value {
    let known = [("name", &of.name), ("email", &of.email)];
    let is_known = |name: &str| known.iter().any(|(one, _)| *one == name);
    let others = of.told.iter().filter(|(name, _)| !is_known(name));
    let mut all: Map<_, _> = others.map(|(name, value)| (name.clone(), value.clone())).collect();
    all.extend(known.into_iter().filter_map(|(name, told)| Some((name.to_owned(), text(told.as_ref())?))));
    Value::Object(all)
}

fn metadata(metadata: &Metadata) -> Value {
    let date = |date: &Option<Date>| date.as_ref().map(|date| date.text.as_str().into());
    told([
        ("etag", text(metadata.etag.as_ref())),
        ("createdDate", date(&metadata.created_date)),
        ("createdBy", text(metadata.created_by.as_ref())),
        ("createdByUserId", text(metadata.created_by_user_id.as_ref())),
        ("lastModifiedDate", date(&metadata.last_modified_date)),
        ("lastModifiedBy", text(metadata.last_modified_by.as_ref())),
        ("lastModifiedByUserId", text(metadata.last_modified_by_user_id.as_ref())),
        ("state", metadata.state.as_ref().map(|state| state.as_str().into())),
    ])
}

/// `BackupUnitSSO`: the one answer whose secret is what was asked for.
pub fn sso(sso: &BackupUnitSso) -> Value {
    json!({ "ssoUrl": sso.sso_url.expose() })
}

/// What became of an accepted write.
pub fn task(task: &Task) -> Value {
    told([
        ("done", Some(task.stage.is_done().into())),
        ("stage", serde_json::to_value(task.stage).ok()),
        ("words", Some(task.stage.to_string().into())),
        ("status", text(task.said.as_ref())),
        ("message", text(task.message.as_ref())),
    ])
}

/// A call that failed.
pub fn error(error: &Error) -> Value {
    let status = error.status().unwrap_or_default();
    let answer = error.answer();
    let body = answer.map(|answer| String::from_utf8_lossy(&answer.body).into_owned());
    let why = match status {
        0 => error.to_string(),
        status => reason(status).to_owned(),
    };
    told([
        ("kind", Some("api".into())),
        ("status", Some(status.into())),
        ("reason", Some(why.into())),
        ("headers", Some(answer.map_or_else(|| json!({}), |answer| headers(&answer.headers)))),
        ("body", text(body.as_ref())),
        ("outcome", Some(outcome(error).into())),
    ])
}

fn outcome(error: &Error) -> &'static str {
    match error.outcome() {
        Outcome::NotSent => "not sent",
        Outcome::Refused => "refused",
        Outcome::Unknown => "unknown",
        Outcome::CarriedOut => "carried out",
    }
}

/// A success whose body is missing or cannot be understood: it was carried out, but where a web page came, which may
/// have taken the place of the request.
pub fn unread(error: &Error, status: u16, answer: &RawAnswer) -> Value {
    let outcome = if error.is_web_page() { outcome(error) } else { "carried out" };
    told([
        ("kind", Some("api".into())),
        ("status", Some(status.into())),
        ("reason", Some(error.to_string().into())),
        ("headers", Some(headers(&answer.headers))),
        ("body", Some(String::from_utf8_lossy(&answer.body).into())),
        ("outcome", Some(outcome.into())),
    ])
}

/// A fault of the caller's.
pub fn misuse(words: &str) -> Value {
    json!({ "kind": "argument", "reason": words })
}

/// The reason phrase of a status: HTTP/2 does not carry one, so it is always the standard's.
fn reason(status: u16) -> &'static str {
    match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Entity",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "",
    }
}
