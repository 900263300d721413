//! Answers as real servers give them where the reference says otherwise: reshaped after the operation was carried out.

use std::time::Duration;

use serde_json::{Map, Value};

use super::call::Call;
use super::errors::Refusal;
use super::faults::Fault;
use crate::Response;

/// How long a page of [`Fault::SlowPages`] takes.
pub const SLOW: Duration = Duration::from_millis(700);
/// The rows of a small page.
pub const SMALL: usize = 5;

const GATEWAY: &str = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\
    <body><h1>502 Bad Gateway</h1><hr><center>edge</center></body></html>\n";
const WALL: &str = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\
    <body><form action=\"/login\"><input name=\"user\"><input name=\"password\" type=\"password\"></form></body></html>\n";
const FIREWALL: &str = "<!DOCTYPE html>\n<html><head><title>Access denied</title></head>\
    <body><h1>Your request was blocked</h1><p>Incident 18.2f1a. Contact your network team.</p></body></html>\n";

/// A page of HTML instead of an answer.
fn html(status: u16, page: &str) -> Response {
    let answer = Response { body: page.as_bytes().to_vec(), ..Response::empty(status) };
    answer.header("content-type", "text/html; charset=utf-8")
}

/// What is answered before the operation is carried out.
pub fn instead(call: &Call<'_>) -> Option<Response> {
    let (id, path) = (call.route.id, call.route.path);
    match call.account.fault {
        Fault::Late | Fault::ListOnly if id == "requestsStatusGet" => Some(Refusal::missing().answer()),
        Fault::LoginWall if path.starts_with("/um/") => Some(html(200, WALL)),
        Fault::Firewall if path.starts_with("/um/") => Some(html(403, FIREWALL)),
        _ => None,
    }
}

/// What becomes of an answer after the operation was carried out.
pub fn reshape(call: &Call<'_>, answer: Response) -> Response {
    let is_good = (200..300).contains(&answer.status);
    match call.account.fault {
        Fault::Lost if is_good && call.route.method == "POST" => html(502, GATEWAY),
        Fault::SlowPages if call.route.id == "umUsersGet" => Response { delay: SLOW, ..answer },
        Fault::Texts if is_good => rewrite(answer, &as_text),
        Fault::Nulls if is_good => rewrite(answer, &with_nulls),
        Fault::ListOnly if call.route.id == "backupunitsFindById" => rewrite(answer, &busy_for_good),
        _ => answer,
    }
}

fn rewrite(answer: Response, change: &dyn Fn(&mut Value)) -> Response {
    let Ok(mut body) = serde_json::from_slice::<Value>(&answer.body) else { return answer };
    change(&mut body);
    Response { body: body.to_string().into_bytes(), ..answer }
}

fn as_text(value: &mut Value) {
    match value {
        Value::Bool(_) | Value::Number(_) => *value = Value::String(value.to_string()),
        Value::Array(items) => items.iter_mut().for_each(as_text),
        Value::Object(members) => members.values_mut().for_each(as_text),
        Value::Null | Value::String(_) => {}
    }
}

fn with_nulls(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(with_nulls),
        Value::Object(members) => {
            members.retain(|name, value| !(value.is_boolean() && name.starts_with("accessAndManage")));
            for (name, value) in members.iter_mut() {
                match value {
                    Value::Bool(_) if name.starts_with("create") || name.ends_with("uth") => {
                        *value = Value::Null;
                    }
                    Value::Bool(_) if name == "editPrivilege" || name == "active" => *value = Value::Null,
                    _ if name == "entities" => *value = Value::Null,
                    value => with_nulls(value),
                }
            }
        }
        _ => {}
    }
}

fn busy_for_good(value: &mut Value) {
    let Some(members) = value.as_object_mut() else { return };
    if members.contains_key("properties") {
        members.insert(
            "metadata".to_owned(),
            Value::Object(Map::from_iter([("state".to_owned(), "BUSY".into())])),
        );
        members.insert("properties".to_owned(), Value::Object(Map::new()));
    }
}
