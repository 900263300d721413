//! The Acronis Account Management API v2 over the estate: one file a resource.

pub mod accounts;
mod applications;
pub mod call;
mod children;
mod cursor;
pub mod errors;
mod forms;
mod offering_items;
mod openid;
mod resolve_ids;
mod revoke;
mod search;
pub mod sessions;
pub mod settings;
mod tenant_json;
mod tenant_read;
mod tenants_list;
mod token;
mod users_me;

#[cfg(test)]
mod tests;

use tenantry_contracts::{Operation, Vendor};

use crate::faults::{Fault, SLOW};
use crate::target::{NoOperation, Target};
use crate::{Moment, Request, Response, Sandbox, Trace};
use call::Call;
use errors::Refusal;
use settings::{lists, one, schemas};

/// What an operation answers, or why it does not.
pub type Outcome = Result<Response, Refusal>;

/// Answers a request; also what the log and the check want to know about it.
pub(crate) fn handle(
    sandbox: &Sandbox,
    request: &Request,
    now: Moment,
) -> (Response, Trace, Option<&'static Operation>) {
    let trace = Trace { vendor: Vendor::Acronis.name(), ..Trace::default() };
    let target = match Target::find(Vendor::Acronis.contract(), request) {
        Ok(target) => target,
        Err(why) => return (no_operation(why), trace, None),
    };
    let operation = target.operation;
    let (response, account) = answer(sandbox, request, &target, now);
    let slow = account.is_some_and(|account| account.fault == Fault::Slow);
    let response = if slow { Response { delay: SLOW, ..response } } else { response };
    let account = account.map(|one| one.client_id);
    let trace = Trace { operation: Some(operation.id.as_str()), account, ..trace };
    (response, trace, Some(operation))
}

fn no_operation(why: NoOperation) -> Response {
    let refuse = |status, words| errors::envelope(None, &Refusal::new(status, words));
    match why {
        NoOperation::Path => refuse(404, "no operation has this path"),
        NoOperation::Method(allowed) => refuse(405, "this path has no such method").header("allow", &allowed),
    }
}

type Account = &'static accounts::Account;

fn answer(sandbox: &Sandbox, request: &Request, target: &Target, now: Moment) -> (Response, Option<Account>) {
    match target.operation.id.as_str() {
        "idp_token_post" => return token::handle(sandbox, request, now),
        "idp_revoke_token_post" => return revoke::handle(sandbox, request),
        "well_known_openid_configuration_get" => return (openid::handle(request), None),
        _ => {}
    }
    let refuse = |refusal: &Refusal| errors::envelope(Some(target.operation), refusal);
    match Call::begin(sandbox, request, target, now) {
        Ok(call) => (dispatch(&call).unwrap_or_else(|refusal| refuse(&refusal)), Some(call.account)),
        Err((refusal, account)) => (refuse(&refusal), account),
    }
}

fn dispatch(call: &Call<'_>) -> Outcome {
    match call.operation.id.as_str() {
        "users_me_get" => users_me::handle(call),
        "tenants_get" => tenants_list::handle(call),
        "tenant_read" => tenant_read::handle(call),
        "tenant_children_get" => children::handle(call),
        "tenants_resolve_ids_post" => resolve_ids::handle(call),
        "search_get" => search::handle(call),
        "applications_get" => applications::list(call),
        "application_read" => applications::read(call),
        "application_settings_schemas_get" => schemas::handle(call),
        "application_settings_tenants_get" => lists::of_many(call),
        "application_settings_tenant_read" => lists::of_application(call),
        "tenant_settings_get" => lists::of_all(call),
        "application_settings_tenant_setting_read" => one::read(call),
        "application_settings_tenant_setting_update" => one::update(call),
        "application_settings_tenant_setting_delete" => one::delete(call),
        other => Err(Refusal::new(501, &format!("{other} is not simulated by the sandbox"))),
    }
}
