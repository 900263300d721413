//! `POST /idp/token`: the client credentials grant.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::accounts::Account;
use super::errors::oauth;
use super::faults::{Fault, SHORT_LIFE};
use super::forms::{Form, authenticate};
use super::state::State;
use crate::json::Object;
use crate::{Moment, Request, Response};

const GRANTS: [&str; 7] = [
    "password",
    "md5_password",
    "authorization_code",
    "refresh_token",
    "client_credentials",
    "urn:ietf:params:oauth:grant-type:device_code",
    "urn:ietf:params:oauth:grant-type:jwt-bearer",
];

/// The answer, and the account that signed in.
pub fn handle(state: &State, request: &Request, now: Moment) -> (Response, Option<&'static Account>) {
    let seed = state.seed;
    let account = Form::read(request).and_then(|form| {
        check_grant(&form)?;
        authenticate(request, &form, seed)
    });
    match account {
        Ok(account) => (issue(state, account, now), Some(account)),
        Err(refused) => (refused, None),
    }
}

fn check_grant(form: &Form) -> Result<(), Response> {
    match form.get("grant_type") {
        Some("client_credentials") => Ok(()),
        Some(grant) if GRANTS.contains(&grant) => {
            let why = format!("grant type {grant} is not simulated by the sandbox");
            Err(oauth(400, "unsupported_grant_type", &why))
        }
        Some(_) => Err(oauth(400, "unsupported_grant_type", "Unsupported grant type")),
        None => Err(oauth(400, "invalid_request", "grant_type is required")),
    }
}

fn issue(state: &State, account: &'static Account, now: Moment) -> Response {
    let life = if account.fault == Fault::ShortLife { SHORT_LIFE } else { state.token_life };
    let expires = Moment(now.0 + i64::from(life));
    let token = state.sessions().issue(account, state.seed, now, expires);
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object
        .text("access_token", &token)
        .text("token_type", "bearer")
        .number("expires_in", u64::from(life))
        .number("expires_on", expires.0.max(0) as u64)
        .text("id_token", &id_token(account, now, expires));
    object.end();
    Response::json(200, out).header("cache-control", "no-store").header("pragma", "no-cache")
}

/// The form of a JWT; its signature is no signature.
fn id_token(account: &Account, now: Moment, expires: Moment) -> String {
    let mut claims = String::new();
    let mut object = Object::begin(&mut claims);
    object
        .text("iss", "sandbox")
        .text("aud", account.client_id)
        .text("sub", account.client_id)
        .number("iat", now.0.max(0) as u64)
        .number("exp", expires.0.max(0) as u64);
    object.end();
    let encode = |text: &str| URL_SAFE_NO_PAD.encode(text);
    format!("{}.{}.{}", encode(r#"{"alg":"none","typ":"JWT"}"#), encode(&claims), encode("unsigned"))
}
