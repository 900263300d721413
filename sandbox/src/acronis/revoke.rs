//! `POST /idp/revoke_token` (RFC 7009): an unknown token counts as revoked.

use super::accounts::Account;
use super::errors::oauth;
use super::forms::{Form, authenticate};
use super::state::State;
use crate::{Moment, Request, Response};

/// The answer, and the account that asked.
pub fn handle(state: &State, request: &Request, _: Moment) -> (Response, Option<&'static Account>) {
    let form = match Form::read(request) {
        Ok(form) => form,
        Err(refused) => return (refused, None),
    };
    let account = match authenticate(request, &form, state.seed) {
        Ok(account) => account,
        Err(refused) => return (refused, None),
    };
    let known_hint = matches!(form.get("token_type_hint"), None | Some("access_token" | "refresh_token"));
    let response = match form.get("token") {
        _ if !known_hint => oauth(400, "unsupported_token_type", "Unsupported token type"),
        None => oauth(400, "invalid_request", "token is required"),
        Some(token) => {
            state.sessions().revoke(token, account);
            Response::empty(200)
        }
    };
    (response, Some(account))
}
