//! The ways to sign in that a connection offers: a word, or an object where the way needs more than its name.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IntoDeserializer, MapAccess, Visitor};

use crate::route::Url;

/// A way to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SignIn {
    /// OAuth 2 client credentials: client id and secret.
    ClientCredentials,
    /// An access token that was obtained elsewhere, pasted.
    Bearer,
    /// User name and password, sent with every request (IONOS).
    Basic,
}

impl SignIn {
    pub(super) fn word(self) -> &'static str {
        match self {
            SignIn::ClientCredentials => "client_credentials",
            SignIn::Bearer => "bearer",
            SignIn::Basic => "basic",
        }
    }

    /// Whether the way goes through an OAuth server, so that scopes and addresses mean something to it.
    fn is_oauth(self) -> bool {
        match self {
            SignIn::ClientCredentials => true,
            SignIn::Bearer | SignIn::Basic => false,
        }
    }
}

/// A way to sign in that a connection offers, with what the configuration says of it. A word alone is the same
/// as an object with nothing but its `kind`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInOption {
    kind: SignIn,
    /// The id of the OAuth client, where everybody uses the same.
    pub client_id: Option<String>,
    /// The scopes to ask for; none leaves the choice to the server.
    pub scopes: Vec<String>,
    /// Where tokens are had, instead of the vendor's usual address.
    pub token_url: Option<Url>,
    /// Where tokens are given back, instead of the vendor's usual address.
    pub revoke_url: Option<Url>,
}

impl SignInOption {
    /// Which way it is.
    pub fn kind(&self) -> SignIn {
        self.kind
    }

    /// The credentials go to these addresses, over the connection's route: it leads to one origin alone.
    pub(super) fn check_addresses(&self, upstream: &Url) -> Result<(), String> {
        let named = [("token_url", &self.token_url), ("revoke_url", &self.revoke_url)];
        let elsewhere = |address: &Option<Url>| {
            address.as_ref().is_some_and(|address| address.origin() != upstream.origin())
        };
        match named.into_iter().find(|(_, address)| elsewhere(address)) {
            Some((name, _)) => Err(format!(
                "the `{name}` of a sign-in stands on the upstream's origin, `{}`",
                upstream.origin()
            )),
            None => Ok(()),
        }
    }
}

impl From<SignIn> for SignInOption {
    fn from(kind: SignIn) -> SignInOption {
        SignInOption { kind, client_id: None, scopes: Vec::new(), token_url: None, revoke_url: None }
    }
}

#[cfg(test)]
impl PartialEq<SignIn> for SignInOption {
    fn eq(&self, kind: &SignIn) -> bool {
        let nothing_more = SignInOption::from(*kind);
        *self == nothing_more
    }
}

impl<'de> Deserialize<'de> for SignInOption {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct WordOrObject;
        impl<'de> Visitor<'de> for WordOrObject {
            type Value = SignInOption;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a way to sign in, such as `bearer`, or an object with its `kind`")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<SignInOption, E> {
                SignIn::deserialize(word.into_deserializer()).map(SignInOption::from)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<SignInOption, A::Error> {
                let fields = SignInFields::deserialize(MapAccessDeserializer::new(map))?;
                SignInOption::try_from(fields).map_err(A::Error::custom)
            }
        }
        from.deserialize_any(WordOrObject)
    }
}

/// A way to sign in as an object of the file.
#[derive(Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct SignInFields {
    /// `client_credentials`, `bearer` or `basic`.
    kind: SignIn,
    /// For `client_credentials`: the id of the OAuth client, where everybody uses the same.
    #[serde(default)]
    client_id: Option<String>,
    /// For `client_credentials`: the scopes to ask for; left to the server where it is left out.
    #[serde(default)]
    scopes: Vec<String>,
    /// For `client_credentials`: where tokens are had, on the upstream's origin; else the vendor's usual place.
    #[serde(default)]
    token_url: Option<String>,
    /// For `client_credentials`: where tokens are given back, likewise.
    #[serde(default)]
    revoke_url: Option<String>,
}

impl TryFrom<SignInFields> for SignInOption {
    type Error = String;

    fn try_from(fields: SignInFields) -> Result<SignInOption, String> {
        let SignInFields { kind, client_id, scopes, token_url, revoke_url } = fields;
        let has_more =
            client_id.is_some() || !scopes.is_empty() || token_url.is_some() || revoke_url.is_some();
        if has_more && !kind.is_oauth() {
            return Err(format!("a sign-in of kind `{}` has no further fields", kind.word()));
        }
        if client_id.as_deref().is_some_and(|id| id.trim().is_empty() || id.contains(':')) {
            return Err(
                "`client_id` is empty or holds a colon; leave it out where people enter it".to_owned()
            );
        }
        // RFC 6749, 3.3: a blank would make two scopes of one.
        let is_odd = |one: char| !one.is_ascii_graphic() || one == '"' || one == '\\';
        if let Some(odd) = scopes.iter().find(|scope| scope.is_empty() || scope.contains(is_odd)) {
            return Err(format!("`{odd}` is not a scope; `scopes` is a list of single words"));
        }
        let address = |text: Option<String>| text.map(|text| address(&text)).transpose();
        Ok(SignInOption {
            kind,
            client_id,
            scopes,
            token_url: address(token_url)?,
            revoke_url: address(revoke_url)?,
        })
    }
}

/// The address of a request that has no query of its own.
fn address(text: &str) -> Result<Url, String> {
    let url = Url::parse(text)?;
    if url.query.is_some() {
        return Err(format!("`{text}` is the address of a sign-in; it has no query (`?…`)"));
    }
    Ok(url)
}

/// A way to sign in: its name, or an object where it needs more.
#[cfg(any(test, feature = "schema"))]
#[derive(schemars::JsonSchema)]
#[schemars(untagged, rename = "SignInOption")]
#[allow(dead_code)]
pub(super) enum WordOrFields {
    /// By its name alone.
    Word(SignIn),
    /// With more.
    Fields(SignInFields),
}
