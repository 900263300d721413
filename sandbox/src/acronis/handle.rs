//! From a request to its answer.

use std::sync::PoisonError;

use super::accounts::Account;
use super::call::Call;
use super::errors::{self, Refusal};
use super::faults::{Fault, SLOW};
use super::routes::{self, Found, Handler};
use super::spelling;
use super::state::State;
use super::web_pages;
use crate::http::Trace;
use crate::route::NoOperation;
use crate::vendor::Vendor;
use crate::{Moment, Request, Response};

/// Answers a request; also what the log and the check want to know about it.
pub(crate) fn handle(state: &State, request: &Request, now: Moment) -> (Response, Trace) {
    let trace = Trace { vendor: Vendor::Acronis.name(), ..Trace::default() };
    let found = match routes::find(request) {
        Ok(found) => found,
        Err(why) => return (no_operation(why), trace),
    };
    let id = found.0.route.id;
    let (response, account) = answer(state, request, found, now);
    let slow = account.is_some_and(|account| account.fault == Fault::Slow);
    let response = if slow { Response { delay: SLOW, ..response } } else { response };
    let texts = account.is_some_and(|account| account.fault == Fault::Texts);
    let response = if texts { spelling::with_texts(response) } else { response };
    let account = account.map(|one| one.client_id);
    (response, Trace { operation: Some(id), account, ..trace })
}

fn no_operation(why: NoOperation) -> Response {
    let refuse = |status, words| errors::envelope(None, &Refusal::new(status, words));
    match why {
        NoOperation::Path => refuse(404, "no operation has this path"),
        NoOperation::Method(allowed) => refuse(405, "this path has no such method").header("allow", &allowed),
    }
}

fn answer(
    state: &State,
    request: &Request,
    found: Found,
    now: Moment,
) -> (Response, Option<&'static Account>) {
    let (operation, handler, path_values) = found;
    if let Some(Handler::Open(handler)) = handler {
        return handler(state, request, now);
    }
    let refuse = |refusal: &Refusal| errors::envelope(Some(operation), refusal);
    let call = match Call::begin(state, request, (operation, path_values), now) {
        Ok(call) => call,
        Err((refusal, account)) => return (refuse(&refusal), account),
    };
    let store = state.store(call.account);
    let outcome = match handler {
        Some(Handler::Read(handler)) => handler(&call, &store.read().unwrap_or_else(PoisonError::into_inner)),
        Some(Handler::Write(handler)) => {
            handler(&call, &mut store.write().unwrap_or_else(PoisonError::into_inner))
        }
        _ => Err(Refusal::new(501, &format!("{} is not simulated by the sandbox", operation.route.id))),
    };
    let answer = outcome.unwrap_or_else(|refusal| refuse(&refusal));
    let page = web_pages::instead(call.account.fault, operation, &answer);
    (page.unwrap_or(answer), Some(call.account))
}
