//! One authenticated call of one operation: who calls, with which parameters, and what they may see.

use serde_json::Value;
use tenantry_contracts::{Operation, Vendor};

use super::accounts::Account;
use super::errors::{Refusal, envelope};
use crate::estate::fixed::IBERIA;
use crate::estate::ids::Uuid;
use crate::estate::{Estate, Number};
use crate::faults::{Fault, refusal_of};
use crate::http::{parse_form, percent_decode};
use crate::target::Target;
use crate::{Moment, Request, Response, Sandbox};

/// The call.
pub struct Call<'a> {
    pub(crate) sandbox: &'a Sandbox,
    pub(crate) account: &'static Account,
    pub(crate) operation: &'static Operation,
    pub(crate) now: Moment,
    /// Number of the account's top tenant.
    pub(crate) top: Number,
    /// JSON null where the operation takes no body.
    pub(crate) body: Value,
    /// The body as it was sent, whether or not it is wanted.
    pub(crate) raw_body: &'a [u8],
    token: String,
    query: Vec<(String, String)>,
    path_values: Vec<(String, String)>,
}

impl<'a> Call<'a> {
    /// Checks the token first, then everything against the contract.
    pub(crate) fn begin(
        sandbox: &'a Sandbox,
        request: &'a Request,
        target: &Target,
        now: Moment,
    ) -> Result<Call<'a>, (Refusal, Option<&'static Account>)> {
        let (account, token) = signed_in(sandbox, request, now).map_err(|refusal| (refusal, None))?;
        let operation = target.operation;
        if let Some(refusal) = refusal_of(account, operation) {
            return Err((refusal, Some(account)));
        }
        let read = || -> Result<Call<'a>, Refusal> {
            let top = sandbox.estate.fixed(account.top).unwrap_or(0);
            let query = read_query(operation, request)?;
            let path_values = read_path(target)?;
            let body = read_body(operation, request)?;
            let raw_body = request.body.as_slice();
            Ok(Call { sandbox, account, operation, now, top, body, raw_body, token, query, path_values })
        };
        read().map_err(|refusal| (refusal, Some(account)))
    }

    pub(crate) fn estate(&self) -> &'a Estate {
        &self.sandbox.estate
    }

    /// A query parameter's text.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
    }

    /// A boolean query parameter.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.value(name) == Some("true")
    }

    /// A path parameter's text, decoded.
    pub(crate) fn path_text(&self, name: &str) -> &str {
        self.path_values.iter().find(|(one, _)| one == name).map_or("", |(_, value)| value.as_str())
    }

    /// The tenant that a path parameter names.
    pub(crate) fn path_tenant(&self, name: &str) -> Result<Number, Refusal> {
        let uuid = Uuid::parse(self.path_text(name)).ok_or_else(Refusal::no_tenant)?;
        self.living(self.tenant(uuid)?)
    }

    /// The tenant that a query parameter names.
    pub(crate) fn query_tenant(&self, name: &str, text: &str) -> Result<Number, Refusal> {
        let malformed = || Refusal::bad_request(&format!("{name} is not a UUID"));
        self.living(self.tenant(Uuid::parse(text).ok_or_else(malformed)?)?)
    }

    /// The tenant of an id, if the caller may see it; living or not.
    pub(crate) fn tenant(&self, uuid: Uuid) -> Result<Number, Refusal> {
        let number = self.estate().find(uuid).ok_or_else(Refusal::no_tenant)?;
        if self.may_see(number) { Ok(number) } else { Err(Refusal::denied()) }
    }

    /// Whether the tenant is in the caller's subtree and not forbidden.
    pub(crate) fn may_see(&self, number: Number) -> bool {
        self.estate().is_within(number, self.top) && !self.is_forbidden(number)
    }

    /// Whether the fault of this account hides the tenant.
    pub(crate) fn is_forbidden(&self, number: Number) -> bool {
        let hidden = self.forbidden_top();
        hidden.is_some_and(|top| number != top && self.estate().is_within(number, top))
    }

    /// The tenant below which nothing may be looked at.
    pub(crate) fn forbidden_top(&self) -> Option<Number> {
        if self.account.fault == Fault::Forbidden { self.estate().fixed(IBERIA) } else { None }
    }

    /// Deleted tenants are there only for those who ask for them.
    fn living(&self, number: Number) -> Result<Number, Refusal> {
        let deleted = self.estate().record(number).is_some_and(|record| record.deleted);
        if deleted && !self.flag("allow_deleted") { Err(Refusal::no_tenant()) } else { Ok(number) }
    }

    /// The refusal in this operation's words.
    pub(crate) fn refuse(&self, refusal: &Refusal) -> Response {
        envelope(Some(self.operation), refusal)
    }

    /// How often the fault of this token has struck; counts this time.
    pub(crate) fn failures_so_far(&self) -> u32 {
        self.sandbox.sessions().count_failure(&self.token)
    }

    /// How often this token has read the setting that `fault-put-late` watches, on that tenant; counts
    /// this time.
    pub(crate) fn reads_so_far(&self, tenant: Number) -> u32 {
        self.sandbox.sessions().count_read(&self.token, tenant)
    }

    /// A page was served.
    pub(crate) fn count_page(&self) {
        self.sandbox.sessions().count_page(&self.token);
    }
}

fn signed_in(
    sandbox: &Sandbox,
    request: &Request,
    now: Moment,
) -> Result<(&'static Account, String), Refusal> {
    let header =
        request.find_header("authorization").ok_or_else(|| Refusal::unauthorized("no access token"))?;
    let (scheme, token) = header.split_once(' ').unwrap_or((header, ""));
    let bearer = scheme.eq_ignore_ascii_case("bearer").then(|| token.trim());
    let found = bearer.and_then(|token| Some((sandbox.sessions().account(token, now)?, token.to_owned())));
    found.ok_or_else(|| Refusal::unauthorized("the access token is unknown or has expired"))
}

fn read_query(operation: &Operation, request: &Request) -> Result<Vec<(String, String)>, Refusal> {
    let malformed = || Refusal::bad_request("the query string is malformed");
    let query = parse_form(&request.query).ok_or_else(malformed)?;
    let repeated =
        query.iter().enumerate().find(|(at, (name, _))| query.iter().take(*at).any(|(one, _)| one == name));
    if let Some((_, (name, _))) = repeated {
        return Err(Refusal::bad_request(&format!("query {name}: given twice")));
    }
    match Vendor::Acronis.contract().check_query(operation, &query).first() {
        Some(violation) => Err(Refusal::bad_request(&violation.to_string())),
        None => Ok(query),
    }
}

fn read_path(target: &Target) -> Result<Vec<(String, String)>, Refusal> {
    let malformed = || Refusal::bad_request("the path is malformed");
    let decode = |(name, raw): &(String, String)| Some((name.clone(), percent_decode(raw)?));
    target.path_values.iter().map(|pair| decode(pair).ok_or_else(malformed)).collect()
}

fn read_body(operation: &Operation, request: &Request) -> Result<Value, Refusal> {
    let none_wanted = operation.request_body.is_empty();
    if none_wanted || (request.body.is_empty() && !operation.request_body_required) {
        return Ok(Value::Null);
    }
    let media = request.media();
    if !operation.request_body.contains_key(&media) {
        return Err(Refusal::new(415, "Content must be JSON"));
    }
    let malformed = |_| Refusal::bad_request("Request body contains badly-formed JSON.");
    let body = serde_json::from_slice(&request.body).map_err(malformed)?;
    match Vendor::Acronis.contract().check_request_body(operation, &media, &body).first() {
        Some(violation) => Err(Refusal::bad_request(&violation.to_string())),
        None => Ok(body),
    }
}
