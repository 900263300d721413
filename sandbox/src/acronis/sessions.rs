//! Valid tokens, and what the faults count for each.

use std::collections::HashMap;

use super::accounts::Account;
use super::faults::{Fault, PAGES_OF_A_TOKEN};
use crate::Moment;
use crate::estate::Number;
use crate::random::{hash_text, mix};

/// One access token.
#[derive(Debug)]
pub struct Token {
    /// The account that it was issued to.
    pub account: &'static Account,
    expires: Moment,
    pages: u32,
    failures: u32,
    reads: HashMap<Number, u32>,
    /// Dies after [`PAGES_OF_A_TOKEN`] pages.
    mortal: bool,
}

/// All tokens.
#[derive(Debug, Default)]
pub struct Sessions {
    tokens: HashMap<String, Token>,
    issued: u64,
    /// A token died of its fault, so the next one is good.
    replacement_due: bool,
}

impl Sessions {
    /// A new token of the account; tokens that have expired are forgotten.
    pub fn issue(&mut self, account: &'static Account, seed: u64, now: Moment, expires: Moment) -> String {
        self.tokens.retain(|_, token| token.expires > now);
        self.issued += 1;
        let first = mix(seed ^ hash_text(account.client_id) ^ self.issued.rotate_left(32));
        let text = format!("sbx.{first:016x}{:016x}", mix(first ^ self.issued));
        let mortal = account.fault == Fault::Expiry && !std::mem::take(&mut self.replacement_due);
        let token = Token { account, expires, pages: 0, failures: 0, reads: HashMap::new(), mortal };
        self.tokens.insert(text.clone(), token);
        text
    }

    /// The account of a token that is valid now.
    pub fn account(&mut self, token: &str, now: Moment) -> Option<&'static Account> {
        let found = self.tokens.get(token)?;
        if found.expires <= now {
            self.tokens.remove(token);
            return None;
        }
        Some(found.account)
    }

    /// Revokes a token, if it is the account's.
    pub fn revoke(&mut self, token: &str, account: &'static Account) {
        if self.tokens.get(token).is_some_and(|found| found.account == account) {
            self.tokens.remove(token);
        }
    }

    /// How many faulty answers were asked for with this token before; counts this one.
    pub fn count_failure(&mut self, token: &str) -> u32 {
        let Some(found) = self.tokens.get_mut(token) else {
            return 0;
        };
        found.failures += 1;
        found.failures - 1
    }

    /// How often a tenant's watched setting was read with this token before; counts this time.
    pub fn count_read(&mut self, token: &str, tenant: Number) -> u32 {
        let Some(found) = self.tokens.get_mut(token) else {
            return 0;
        };
        let reads = found.reads.entry(tenant).or_default();
        *reads += 1;
        *reads - 1
    }

    /// A page of a list was served; a mortal token may die of it.
    pub fn count_page(&mut self, token: &str) {
        let Some(found) = self.tokens.get_mut(token) else {
            return;
        };
        found.pages += 1;
        if found.mortal && found.pages >= PAGES_OF_A_TOKEN {
            self.tokens.remove(token);
            self.replacement_due = true;
        }
    }
}
