//! From a request to its answer.

use super::accounts::Account;
use super::call::Call;
use super::errors::Refusal;
use super::fault_answers;
use super::habits;
use super::meter::{self, UNKNOWN_CALLER};
use super::routes::{self, Entry, Handler};
use super::sign_in;
use super::state::State;
use crate::http::Trace;
use crate::route::{NoOperation, PathValues};
use crate::vendor::Vendor;
use crate::{Moment, Request, Response};

/// Whether the request is for this API: it shares its port with the others.
pub(crate) fn is_meant(request: &Request) -> bool {
    request.path.starts_with("/cloudapi/")
}

/// Answers a request; also what the log and the check want to know about it.
pub(crate) fn handle(state: &State, request: &Request, now: Moment) -> (Response, Trace) {
    let trace = Trace { vendor: Vendor::Ionos.name(), ..Trace::default() };
    let (entry, path_values) = match routes::find(request) {
        Ok(found) => found,
        Err(why) => return (meter::with_limits(no_operation(why), UNKNOWN_CALLER), trace),
    };
    let trace = Trace { operation: Some(entry.route.id), ..trace };
    let account = match sign_in::account(request, state.seed) {
        Ok(account) => account,
        Err(refusal) => {
            let refused = refusal.answer().header("www-authenticate", "Basic realm=\"sandbox\"");
            return (meter::with_limits(refused, UNKNOWN_CALLER), trace);
        }
    };
    let call = Call::begin(request, &entry.route, account, now);
    let response = answer(state, request, call, (entry, path_values));
    (response, Trace { account: Some(account.id), ..trace })
}

fn no_operation(why: NoOperation) -> Response {
    let refuse = |status, words| Refusal::new(status, words).answer();
    match why {
        NoOperation::Path => refuse(404, "no operation has this path"),
        NoOperation::Method(allowed) => refuse(405, "this path has no such method").header("allow", &allowed),
    }
}

/// Under the store's lock from beginning to end, so that what is checked still holds when it is written.
fn answer(
    state: &State,
    request: &Request,
    mut call: Call<'_>,
    (entry, path_values): (&'static Entry, PathValues),
) -> Response {
    let account: &'static Account = call.account;
    let mut store = state.store();
    let remaining = store.meter(account).count(call.now);
    let outcome = (|| {
        let contract = sign_in::contract(request, account)?;
        if account.member && entry.route.path.starts_with("/um/") {
            return Err(Refusal::forbidden("user management is for administrators of the contract"));
        }
        let instead = fault_answers::instead(&call, store.meter(account));
        if let Some(answer) = instead.or_else(|| habits::instead(&call)) {
            return Ok(answer);
        }
        call.read(path_values)?;
        let world = store.world(account, contract, state.seed);
        world.carry_out_due(call.now);
        match entry.handler {
            Handler::Read(handler) => handler(&call, world),
            Handler::Write(handler) => handler(&call, world),
        }
    })();
    let answer = outcome.unwrap_or_else(|refusal| refusal.answer());
    meter::with_limits(habits::reshape(&call, answer), remaining)
}
