//! OAuth 2 client credentials against Acronis (`POST /idp/token`, `POST /idp/revoke_token`).

use serde::Deserialize;

use super::basic::header;
use super::{Begun, Grant, Pending, Renewal, Token};
use crate::catalogue::acronis;
use crate::channel::Channel;
use crate::config::{SignIn, SignInOption};
use crate::decode::lenient;
use crate::error::{BodyKind, Error};
use crate::request::call;
use crate::secret::Secret;

pub(super) struct ClientCredentials {
    pub id: String,
    pub secret: Secret,
    /// Scopes and addresses, where the configuration has any.
    pub option: SignInOption,
}

impl Grant for ClientCredentials {
    fn kind(&self) -> SignIn {
        SignIn::ClientCredentials
    }

    fn begin<'a>(&'a self, channel: &'a Channel) -> Pending<'a, Begun> {
        Box::pin(async move {
            let asked_ms = channel.clock().now_ms();
            let call = GetToken { option: &self.option };
            let granted = channel.call(&call, Some(self.authorization())).await.map_err(as_sign_in)?;
            let runs_out_ms = granted.runs_out_ms(asked_ms);
            let token = Token::new("Bearer", granted.access_token, Renewal::Again);
            Ok(Begun::Token(token.until(runs_out_ms)))
        })
    }

    fn revoke<'a>(&'a self, channel: &'a Channel, token: &'a Token) -> Pending<'a, ()> {
        Box::pin(async move {
            let call = Revoke { option: &self.option, token: &token.access };
            channel.call(&call, Some(self.authorization())).await
        })
    }
}

impl ClientCredentials {
    fn authorization(&self) -> Secret {
        header(&self.id, &self.secret)
    }
}

struct GetToken<'a> {
    option: &'a SignInOption,
}

#[derive(Deserialize)]
struct Granted {
    access_token: Secret,
    /// Its life in seconds.
    #[serde(default, deserialize_with = "lenient::option")]
    expires_in: Option<f64>,
    /// When it runs out, in seconds since 1970 by the server's clock.
    #[serde(default, deserialize_with = "lenient::option")]
    expires_on: Option<f64>,
}

impl Granted {
    /// A token without a life runs out when the server refuses it, and so does one with a life that cannot be meant.
    fn runs_out_ms(&self, asked_ms: f64) -> Option<f64> {
        let by_life = self.expires_in.map(|seconds| asked_ms + seconds * 1000.0);
        let runs_out_ms = by_life.or(self.expires_on.map(|seconds| seconds * 1000.0));
        runs_out_ms.filter(|at| *at > asked_ms)
    }
}

call!(GetToken<'_>: acronis::IDP_TOKEN_POST => Granted, |call, to| {
    let scopes = call.option.scopes.join(" ");
    let mut form = vec![("grant_type", "client_credentials")];
    form.extend((!scopes.is_empty()).then_some(("scope", scopes.as_str())));
    to([]).form(&form).at(call.option.token_url.as_ref())
});

struct Revoke<'a> {
    option: &'a SignInOption,
    token: &'a Secret,
}

call!(Revoke<'_>: acronis::IDP_REVOKE_TOKEN_POST, |call, to| {
    let form = [("token", call.token.expose()), ("token_type_hint", "access_token")];
    to([]).form(&form).at(call.option.revoke_url.as_ref())
});

/// The server's no to a sign-in is about the credentials, not about the page that asked.
fn as_sign_in(error: Error) -> Error {
    match error {
        Error::Http { status: status @ (400 | 401 | 403), vendor, body, .. } if body != BodyKind::Html => {
            Error::SignInRefused { status, vendor }
        }
        other => other,
    }
}

/// Every call of this file with all its parameters, for the conformance test.
#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    let mut option = SignInOption::from(SignIn::ClientCredentials);
    option.scopes = vec!["one".to_owned(), "two".to_owned()];
    let token = &Secret::new("secret");
    vec![GetToken { option: &option }.request(), Revoke { option: &option, token }.request()]
}
