//! Form bodies and client credentials of the token endpoints.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::accounts::Account;
use super::errors::oauth;
use crate::http::{parse_form, percent_decode};
use crate::{Request, Response};

/// The fields of a form body.
pub struct Form(Vec<(String, String)>);

impl Form {
    /// Reads the body; an answer where it is not a form.
    pub fn read(request: &Request) -> Result<Form, Response> {
        let invalid = |why: &str| oauth(400, "invalid_request", why);
        if request.media() != "application/x-www-form-urlencoded" {
            return Err(invalid("the body must be application/x-www-form-urlencoded"));
        }
        let text = std::str::from_utf8(&request.body).map_err(|_| invalid("the body is not UTF-8"))?;
        let fields = parse_form(text).ok_or_else(|| invalid("the body is malformed"))?;
        let twice = fields
            .iter()
            .enumerate()
            .any(|(at, (name, _))| fields.iter().skip(at + 1).any(|(other, _)| other == name));
        if twice { Err(invalid("a parameter is given twice")) } else { Ok(Form(fields)) }
    }

    /// A field that is there and not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(one, _)| one == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }
}

/// The account whose id and secret the request carries, by `client_secret_basic` or `client_secret_post`.
pub fn authenticate(request: &Request, form: &Form, seed: u64) -> Result<&'static Account, Response> {
    let header = request.find_header("authorization");
    let credentials = match header {
        Some(value) => basic(value),
        None => form.get("client_id").map(str::to_owned).zip(form.get("client_secret").map(str::to_owned)),
    };
    let account = credentials
        .and_then(|(id, secret)| Account::find(&id).filter(|account| account.secret(seed) == secret));
    account.ok_or_else(|| {
        let refused = oauth(401, "invalid_client", "Client authentication failed");
        if header.is_some() { refused.header("www-authenticate", "Basic realm=\"sandbox\"") } else { refused }
    })
}

/// RFC 6749, section 2.3.1: both halves are form-encoded before they are joined.
fn basic(value: &str) -> Option<(String, String)> {
    let (scheme, encoded) = value.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let decoded = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = decoded.split_once(':')?;
    Some((percent_decode(&id.replace('+', " "))?, percent_decode(&secret.replace('+', " "))?))
}
