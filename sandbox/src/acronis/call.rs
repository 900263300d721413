//! One authenticated call of one operation: the account, the parameters, and which tenants the account may see.

use serde_json::Value;

use super::accounts::Account;
use super::errors::{Refusal, envelope};
use super::faults::Fault;
use super::operation::Operation;
use super::state::State;
use super::store::Store;
use crate::estate::Number;
use crate::estate::fixed::IBERIA;
use crate::estate::ids::Uuid;
use crate::http::{parse_form, percent_decode};
use crate::route::{PathValues, Route};
use crate::vendor::Vendor;
use crate::{Moment, Request, Response, check};

/// The call.
pub struct Call<'a> {
    state: &'a State,
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
    path_values: PathValues,
}

impl<'a> Call<'a> {
    /// Checks the token first, then everything against the contract.
    pub(crate) fn begin(
        state: &'a State,
        request: &'a Request,
        (operation, raw_values): (&'static Operation, PathValues),
        now: Moment,
    ) -> Result<Call<'a>, (Refusal, Option<&'static Account>)> {
        let (account, token) = signed_in(state, request, now).map_err(|refusal| (refusal, None))?;
        if let Some(refusal) = account.refusal_of(operation) {
            return Err((refusal, Some(account)));
        }
        let read = || -> Result<Call<'a>, Refusal> {
            let top = state.top(account);
            let query = read_query(&operation.route, request)?;
            let path_values = read_path(raw_values)?;
            let body = read_body(&operation.route, request)?;
            let raw_body = request.body.as_slice();
            Ok(Call { state, account, operation, now, top, body, raw_body, token, query, path_values })
        };
        read().map_err(|refusal| (refusal, Some(account)))
    }

    /// The seed that everything was generated from.
    pub(crate) fn seed(&self) -> u64 {
        self.state.seed
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
        self.path_values.iter().find(|(one, _)| *one == name).map_or("", |(_, value)| value.as_str())
    }

    /// The tenant that a path parameter names.
    pub(crate) fn path_tenant(&self, store: &Store, name: &str) -> Result<Number, Refusal> {
        let uuid = Uuid::parse(self.path_text(name)).ok_or_else(Refusal::no_tenant)?;
        self.living(store, self.tenant(store, uuid)?)
    }

    /// The tenant that a query parameter names.
    pub(crate) fn query_tenant(&self, store: &Store, name: &str, text: &str) -> Result<Number, Refusal> {
        let malformed = || Refusal::bad_request(&format!("{name} is not a UUID"));
        self.living(store, self.tenant(store, Uuid::parse(text).ok_or_else(malformed)?)?)
    }

    /// The tenant of an id, if the caller may see it; living or not.
    pub(crate) fn tenant(&self, store: &Store, uuid: Uuid) -> Result<Number, Refusal> {
        let number = store.find(uuid).ok_or_else(Refusal::no_tenant)?;
        if self.may_see(store, number) { Ok(number) } else { Err(Refusal::denied()) }
    }

    /// Whether the tenant is in the caller's subtree and not forbidden.
    pub(crate) fn may_see(&self, store: &Store, number: Number) -> bool {
        store.is_within(number, self.top) && !self.is_forbidden(store, number)
    }

    /// Whether the fault of this account hides the tenant.
    pub(crate) fn is_forbidden(&self, store: &Store, number: Number) -> bool {
        let hidden = self.forbidden_top(store);
        hidden.is_some_and(|top| number != top && store.is_within(number, top))
    }

    /// The tenant whose descendants are forbidden to this account.
    pub(crate) fn forbidden_top(&self, store: &Store) -> Option<Number> {
        if self.account.fault == Fault::Forbidden { store.estate().fixed(IBERIA) } else { None }
    }

    /// A deleted tenant is missing unless the request allows deleted ones.
    fn living(&self, store: &Store, number: Number) -> Result<Number, Refusal> {
        if store.is_deleted(number) && !self.flag("allow_deleted") {
            Err(Refusal::no_tenant())
        } else {
            Ok(number)
        }
    }

    /// The refusal as this operation's error envelope.
    pub(crate) fn refuse(&self, refusal: &Refusal) -> Response {
        envelope(Some(self.operation), refusal)
    }

    /// How often this token's fault has occurred before; counts this time.
    pub(crate) fn failures_so_far(&self) -> u32 {
        self.state.sessions().count_failure(&self.token)
    }

    /// How often this token has read the setting that `fault-put-late` watches, on that tenant; counts
    /// this time.
    pub(crate) fn reads_so_far(&self, tenant: Number) -> u32 {
        self.state.sessions().count_read(&self.token, tenant)
    }

    /// Counts a page that was served.
    pub(crate) fn count_page(&self) {
        self.state.sessions().count_page(&self.token);
    }
}

fn signed_in(state: &State, request: &Request, now: Moment) -> Result<(&'static Account, String), Refusal> {
    let header =
        request.find_header("authorization").ok_or_else(|| Refusal::unauthorized("no access token"))?;
    let (scheme, token) = header.split_once(' ').unwrap_or((header, ""));
    let bearer = scheme.eq_ignore_ascii_case("bearer").then(|| token.trim());
    let found = bearer.and_then(|token| Some((state.sessions().account(token, now)?, token.to_owned())));
    found.ok_or_else(|| Refusal::unauthorized("the access token is unknown or has expired"))
}

fn read_query(route: &Route, request: &Request) -> Result<Vec<(String, String)>, Refusal> {
    let malformed = || Refusal::bad_request("the query string is malformed");
    let query = parse_form(&request.query).ok_or_else(malformed)?;
    let repeated =
        query.iter().enumerate().find(|(at, (name, _))| query.iter().take(*at).any(|(one, _)| one == name));
    if let Some((_, (name, _))) = repeated {
        return Err(Refusal::bad_request(&format!("query {name}: given twice")));
    }
    match check::query(Vendor::Acronis, route.id, &query).first() {
        Some(violation) => Err(Refusal::bad_request(violation)),
        None => Ok(query),
    }
}

fn read_path(raw_values: PathValues) -> Result<PathValues, Refusal> {
    let malformed = || Refusal::bad_request("the path is malformed");
    let decode = |(name, raw): (&'static str, String)| Some((name, percent_decode(&raw)?));
    raw_values.into_iter().map(|pair| decode(pair).ok_or_else(malformed)).collect()
}

fn read_body(route: &Route, request: &Request) -> Result<Value, Refusal> {
    if route.body.is_empty() || (request.body.is_empty() && !route.body_required) {
        return Ok(Value::Null);
    }
    let media = request.media();
    if !route.body.contains(&media.as_str()) {
        return Err(Refusal::new(415, "Content must be JSON"));
    }
    let malformed = |_| Refusal::bad_request("Request body contains badly-formed JSON.");
    let body = serde_json::from_slice(&request.body).map_err(malformed)?;
    match check::body(Vendor::Acronis, route.id, &media, &body).first() {
        Some(violation) => Err(Refusal::bad_request(violation)),
        None => Ok(body),
    }
}
