//! Pages of HTML that a proxy, a firewall or a single sign-on puts in the place of answers.

use super::faults::Fault;
use super::operation::Operation;
use crate::Response;

const GATEWAY: &str = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>\
    <body><h1>502 Bad Gateway</h1><hr><center>edge-proxy</center></body></html>\n";
const WALL: &str = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>\
    <body><form action=\"/login\"><input name=\"user\"><input name=\"password\" type=\"password\"></form></body></html>\n";
const FIREWALL: &str = "<!DOCTYPE html>\n<html><head><title>Access denied</title></head>\
    <body><h1>Your request was blocked</h1><p>Incident 18.2f1a. Contact your network team.</p></body></html>\n";

/// What the client gets instead of the answer to an operation that was carried out.
pub fn instead(fault: Fault, operation: &Operation, answer: &Response) -> Option<Response> {
    let (id, is_good) = (operation.route.id, (200..300).contains(&answer.status));
    // Whoever signs in does not meet the wall yet.
    let is_behind = id.contains("setting") || id == "tenants_get" || id == "search_get";
    match fault {
        Fault::Put502 if is_good && id == "application_settings_tenant_setting_update" => {
            Some(html(502, GATEWAY))
        }
        Fault::LoginWall if is_behind => Some(html(200, WALL)),
        Fault::Firewall if is_behind => Some(html(403, FIREWALL)),
        _ => None,
    }
}

fn html(status: u16, page: &str) -> Response {
    let answer = Response { body: page.as_bytes().to_vec(), ..Response::empty(status) };
    answer.header("content-type", "text/html; charset=utf-8")
}
