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

use tenantry_contracts::{Operation, Vendor};

use crate::target::{NoOperation, Target};
use crate::{Moment, Request, Response, Sandbox, Trace};
use accounts::Account;
use call::Call;
use errors::Refusal;
use world::World;

/// What an operation answers, or why it does not.
pub type Outcome = Result<Response, Refusal>;

/// Whether the request is for this API: it shares its port with the others.
pub(crate) fn is_meant(request: &Request) -> bool {
    request.path.starts_with("/cloudapi/")
}

/// Answers a request; also what the log and the check want to know about it.
pub(crate) fn handle(
    sandbox: &Sandbox,
    request: &Request,
    now: Moment,
) -> (Response, Trace, Option<&'static Operation>) {
    let trace = Trace { vendor: Vendor::Ionos.name(), ..Trace::default() };
    let target = match Target::find(Vendor::Ionos.contract(), request) {
        Ok(target) => target,
        Err(why) => return (meter::told(no_operation(why), meter::UNKNOWN_CALLER), trace, None),
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

fn no_operation(why: NoOperation) -> Response {
    let refuse = |status, words| Refusal::new(status, words).answer();
    match why {
        NoOperation::Path => refuse(404, "no operation has this path"),
        NoOperation::Method(allowed) => refuse(405, "this path has no such method").header("allow", &allowed),
    }
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
