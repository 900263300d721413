//! The IONOS Cloud API v6, Backup Service and User management: one file a resource.
//!
//! Unlike Acronis' part it has a state of its own for each account and contract ([`world::World`]), made
//! from the seed when it is first asked for and changed by what is written.

pub mod accounts;
pub mod call;
pub mod check;
pub mod errors;
pub mod faults;
mod group_writes;
mod groups;
mod ids;
mod members;
pub mod meter;
mod names;
pub mod privileges;
mod requests;
mod resources;
mod seed;
mod shape;
mod shares;
mod sign_in;
mod sso;
pub mod store;
mod unit_writes;
mod units;
mod user_writes;
mod users;
mod validate;
pub mod work;
pub mod world;

#[cfg(test)]
mod tests;

use tenantry_contracts::{Contract, Operation, Vendor};

use crate::{Moment, Request, Response, Sandbox, Trace};
use accounts::Account;
use call::Call;
use errors::Refusal;
use world::World;

/// What an operation answers, or why it does not.
pub type Outcome = Result<Response, Refusal>;

/// The operation that a request means, with the raw values in its path.
pub(crate) struct Target {
    operation: &'static Operation,
    path_values: Vec<(String, String)>,
}

/// Whether the request is for this API: it shares its port with the others.
pub(crate) fn is_meant(request: &Request) -> bool {
    request.path.starts_with("/cloudapi/")
}

fn target(contract: &'static Contract, request: &Request) -> Option<Target> {
    let matched = contract.find(&request.method, &request.path)?;
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    let path_values = matched.path_values.iter().map(owned).collect();
    Some(Target { operation: contract.operation(&matched.operation.id)?, path_values })
}

/// Answers a request; also what the log and the check want to know about it.
pub(crate) fn handle(
    sandbox: &Sandbox,
    request: &Request,
    now: Moment,
) -> (Response, Trace, Option<&'static Operation>) {
    let trace = Trace { vendor: Vendor::Ionos.name(), ..Trace::default() };
    let contract = Vendor::Ionos.contract();
    let Some(target) = target(contract, request) else {
        return (meter::told(no_operation(contract, request), meter::UNKNOWN_CALLER), trace, None);
    };
    let trace = Trace { operation: Some(target.operation.id.as_str()), ..trace };
    let account = match sign_in::account(request, sandbox.settings.seed) {
        Ok(account) => account,
        Err(refusal) => {
            let refused = refusal.answer().header("www-authenticate", "Basic realm=\"sandbox\"");
            return (meter::told(refused, meter::UNKNOWN_CALLER), trace, Some(target.operation));
        }
    };
    let response = answer(sandbox, request, &target, account, now);
    (response, Trace { account: Some(account.id), ..trace }, Some(target.operation))
}

fn no_operation(contract: &Contract, request: &Request) -> Response {
    if !contract.has_path(&request.path) {
        return Refusal::new(404, "no operation has this path").answer();
    }
    let allowed = ["GET", "POST", "PUT", "PATCH", "DELETE"]
        .into_iter()
        .filter(|method| contract.find(method, &request.path).is_some());
    let refused = Refusal::new(405, "this path has no such method").answer();
    refused.header("allow", &allowed.collect::<Vec<_>>().join(", "))
}

/// Under the store's lock from beginning to end, so that what is checked still holds when it is written.
fn answer(
    sandbox: &Sandbox,
    request: &Request,
    target: &Target,
    account: &'static Account,
    now: Moment,
) -> Response {
    let mut store = sandbox.ionos();
    let remaining = store.meter(account).count(now);
    let mut call = Call::begin(request, target, account, now);
    let outcome = (|| {
        let contract = sign_in::contract(request, account)?;
        if account.member && target.operation.path.starts_with("/um/") {
            return Err(Refusal::forbidden("user management is for administrators of the contract"));
        }
        if let Some(instead) = faults::strikes(&call, store.meter(account)) {
            return Ok(instead);
        }
        call.read(target)?;
        let world = store.world(account, contract, sandbox.settings.seed);
        world.settle(now);
        dispatch(&call, world)
    })();
    meter::told(outcome.unwrap_or_else(|refusal| refusal.answer()), remaining)
}

fn dispatch(call: &Call<'_>, world: &mut World) -> Outcome {
    match call.operation.id.as_str() {
        "backupunitsGet" => Ok(units::list(call, world)),
        "backupunitsFindById" => units::read(call, world),
        "backupunitsPost" => unit_writes::create(call, world),
        "backupunitsPut" | "backupunitsPatch" => unit_writes::change(call, world),
        "backupunitsDelete" => unit_writes::delete(call, world),
        "backupunitsSsourlGet" => sso::handle(call, world),
        "requestsStatusGet" => requests::status(call, world),
        "umUsersGet" => Ok(users::list(call, world)),
        "umUsersFindById" => users::read(call, world),
        "umUsersGroupsGet" => users::groups(call, world),
        "umUsersOwnsGet" => users::owns(call, world),
        "umUsersPost" => user_writes::create(call, world),
        "umUsersPut" => user_writes::change(call, world),
        "umUsersDelete" => user_writes::delete(call, world),
        "umGroupsGet" => Ok(groups::list(call, world)),
        "umGroupsFindById" => groups::read(call, world),
        "umGroupsResourcesGet" => groups::resources(call, world),
        "umGroupsPost" => group_writes::create(call, world),
        "umGroupsPut" => group_writes::change(call, world),
        "umGroupsDelete" => group_writes::delete(call, world),
        "umGroupsUsersGet" => members::list(call, world),
        "umGroupsUsersPost" => members::add(call, world),
        "umGroupsUsersDelete" => members::remove(call, world),
        "umGroupsSharesGet" => shares::list(call, world),
        "umGroupsSharesFindById" => shares::read(call, world),
        "umGroupsSharesPost" => shares::add(call, world),
        "umGroupsSharesPut" => shares::change(call, world),
        "umGroupsSharesDelete" => shares::remove(call, world),
        "umResourcesGet" => Ok(resources::list(call, world)),
        "umResourcesFindByType" => resources::of_type(call, world),
        "umResourcesFindByTypeAndId" => resources::read(call, world),
        other => Err(Refusal::new(500, &format!("{other} is not simulated by the sandbox"))),
    }
}
