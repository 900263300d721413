//! `GET /.well-known/openid-configuration`, which needs no token.

use super::accounts::Account;
use super::errors::{Refusal, envelope};
use super::state::State;
use crate::json::{Object, push_string};
use crate::{Moment, Request, Response};

/// The URLs in the answer have the origin of the request.
pub fn handle(_: &State, request: &Request, _: Moment) -> (Response, Option<&'static Account>) {
    (answer(request), None)
}

fn answer(request: &Request) -> Response {
    if !request.query.is_empty() {
        return envelope(None, &Refusal::bad_request("this operation takes no parameters"));
    }
    let origin = format!("http://{}", request.find_header("host").unwrap_or("localhost"));
    let at = |path: &str| format!("{origin}/api/2{path}");
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object
        .text("issuer", &origin)
        .text("authorization_endpoint", &at("/idp/authorize"))
        .text("token_endpoint", &at("/idp/token"))
        .text("jwks_uri", &at("/idp/keys"))
        .list("response_types_supported", ["code"], push_string)
        .list("subject_types_supported", ["public"], push_string)
        .list("id_token_signing_alg_values_supported", ["RS256"], push_string)
        .list("token_endpoint_auth_methods_supported", AUTH_METHODS, push_string)
        .text("revocation_endpoint", &at("/idp/revoke_token"))
        .list("revocation_endpoint_auth_methods_supported", AUTH_METHODS, push_string)
        .text("device_authorization_endpoint", &at("/idp/device_authorization"));
    object.end();
    Response::json(200, out)
}

const AUTH_METHODS: [&str; 2] = ["client_secret_basic", "client_secret_post"];
