//! Basic and Bearer authentication, and the contract that a request is for.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::accounts::{ACCOUNTS, Account};
use super::errors::Refusal;
use crate::Request;

/// The account that sends the request.
pub fn account(request: &Request, seed: u64) -> Result<&'static Account, Refusal> {
    let unauthorized = || Refusal::new(401, "Unauthorized");
    let header = request.find_header("authorization").ok_or_else(unauthorized)?;
    let (scheme, rest) = header.split_once(' ').ok_or_else(unauthorized)?;
    let rest = rest.trim();
    if scheme.eq_ignore_ascii_case("bearer") {
        return ACCOUNTS.iter().find(|one| one.token(seed) == rest).ok_or_else(unauthorized);
    }
    let (login, password) = Some(rest)
        .filter(|_| scheme.eq_ignore_ascii_case("basic"))
        .and_then(basic)
        .ok_or_else(unauthorized)?;
    let found = ACCOUNTS.iter().find(|one| one.login.eq_ignore_ascii_case(&login));
    let account = found.filter(|one| one.secret(seed) == password).ok_or_else(unauthorized)?;
    if account.two_factor {
        // Only after the password was right: otherwise anybody could find out which accounts use a second factor.
        let why = "Basic Authentication is not available with 2-Factor Authentication: send a token that was \
                   generated with the Token Manager, as Authorization: Bearer <token>";
        return Err(Refusal::new(401, why));
    }
    Ok(account)
}

fn basic(encoded: &str) -> Option<(String, String)> {
    let decoded = String::from_utf8(STANDARD.decode(encoded).ok()?).ok()?;
    let (login, password) = decoded.split_once(':')?;
    Some((login.to_owned(), password.to_owned()))
}

/// The contract that the request is for.
pub fn contract(request: &Request, account: &Account) -> Result<u32, Refusal> {
    let Some(text) = request.find_header("x-contract-number") else {
        return match account.contracts {
            [only] => Ok(*only),
            _ => Err(Refusal::new(
                422,
                "X-Contract-Number is required: this user has multiple contracts, and each request is for one",
            )),
        };
    };
    let number: i32 = text
        .trim()
        .parse()
        .map_err(|_| Refusal::unreadable("header X-Contract-Number: not a 32-bit whole number"))?;
    let own = account.contracts.iter().find(|one| i64::from(**one) == i64::from(number));
    own.copied().ok_or_else(|| Refusal::forbidden(&format!("contract {number} is not accessible")))
}
