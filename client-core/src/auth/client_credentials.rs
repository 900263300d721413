//! OAuth 2 client credentials against Acronis (`POST /idp/token`, `POST /idp/revoke_token`).

use serde::Deserialize;

use super::Token;
use super::basic::basic;
use crate::catalogue::{Info, acronis};
use crate::connection::Connection;
use crate::error::Error;
use crate::request::{Call, Request, read_json};
use crate::secret::Secret;

struct GetToken<'a> {
    id: &'a str,
    secret: &'a Secret,
}

#[derive(Deserialize)]
struct Granted {
    access_token: Secret,
    #[serde(default)]
    expires_in: Option<f64>,
}

impl Call for GetToken<'_> {
    const OPERATION: &'static Info = &acronis::IDP_TOKEN_POST.0;
    type Answer = Granted;

    fn request(&self) -> Request {
        let mut request =
            Request::to(&acronis::IDP_TOKEN_POST, []).form(&[("grant_type", "client_credentials")]);
        request.sign_in = Some(basic(self.id, self.secret));
        request
    }

    fn read(bytes: &[u8]) -> Result<Granted, Error> {
        read_json::<Self>(bytes)
    }
}

struct Revoke<'a> {
    id: &'a str,
    secret: &'a Secret,
    token: &'a Secret,
}

impl Call for Revoke<'_> {
    const OPERATION: &'static Info = &acronis::IDP_REVOKE_TOKEN_POST.0;
    type Answer = ();

    fn request(&self) -> Request {
        let form = [("token", self.token.expose()), ("token_type_hint", "access_token")];
        let mut request = Request::to(&acronis::IDP_REVOKE_TOKEN_POST, []).form(&form);
        request.sign_in = Some(basic(self.id, self.secret));
        request
    }

    fn read(_: &[u8]) -> Result<(), Error> {
        Ok(())
    }
}

pub(super) async fn obtain(connection: &Connection, id: &str, secret: &Secret) -> Result<Token, Error> {
    let asked_ms = connection.clock().now_ms();
    let granted = connection.call(&GetToken { id, secret }).await.map_err(as_sign_in)?;
    let runs_out_ms = granted.expires_in.map(|seconds| asked_ms + seconds * 1000.0);
    Ok(Token::new("Bearer", granted.access_token, runs_out_ms))
}

pub(super) async fn revoke(
    connection: &Connection,
    id: &str,
    secret: &Secret,
    token: &Secret,
) -> Result<(), Error> {
    connection.call(&Revoke { id, secret, token }).await
}

/// The server's no to a sign-in is about the credentials, not about the page that asked.
fn as_sign_in(error: Error) -> Error {
    match error {
        Error::Http { status: status @ (400 | 401 | 403), vendor, .. } => {
            Error::SignInRefused { status, vendor }
        }
        other => other,
    }
}

/// Every call of this file with all its parameters, for the conformance test.
#[cfg(test)]
pub(crate) fn samples() -> Vec<Request> {
    let (id, secret) = ("client", &Secret::new("secret"));
    vec![GetToken { id, secret }.request(), Revoke { id, secret, token: secret }.request()]
}
