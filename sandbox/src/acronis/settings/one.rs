//! One setting of one tenant: read, written, deleted.

use std::collections::HashMap;

use serde_json::Value;
use serde_json::value::RawValue;

use super::catalogue::{self, Setting};
use super::rule::Own;
use super::setting_json::{Hidden, push_setting};
use super::view::{State, View};
use crate::Response;
use crate::acronis::applications;
use crate::acronis::call::Call;
use crate::acronis::errors::{Outcome, Refusal};
use crate::acronis::faults::Fault;
use crate::acronis::store::Store;
use crate::estate::Number;

struct Target {
    tenant: Number,
    place: usize,
    setting: &'static Setting,
}

/// `GET …/settings/tenants/{tenant_id}/{setting_name}`.
pub fn read(call: &Call<'_>, store: &mut Store) -> Outcome {
    let target = target(call, store)?;
    let state = target.state(call, store);
    if !comes_late(call, &target) {
        return Ok(answer(store, &target, &state, Hidden::WhenTrue));
    }
    target.write(store, Some(by_somebody_else(&state)));
    Ok(answer(store, &target, &target.state(call, store), Hidden::WhenTrue))
}

/// `PUT …`: the whole own setting, so what is not sent falls back to its default. Answers with what is
/// read afterwards.
pub fn update(call: &Call<'_>, store: &mut Store) -> Outcome {
    let target = target(call, store)?;
    target.write(store, Some(own_of_body(call)?));
    let response = answer(store, &target, &target.state(call, store), Hidden::Never);
    let lost = call.account.fault == Fault::PutLost;
    // The head leaves, the body does not: without a head, browsers send the request a second time.
    Ok(Response { cut_after: lost.then_some(0), ..response })
}

/// `DELETE …`.
pub fn delete(call: &Call<'_>, store: &mut Store) -> Outcome {
    let target = target(call, store)?;
    if target.state(call, store).own.is_none() {
        return Err(Refusal::new(404, &format!("{} is not set on this tenant", target.setting.name)));
    }
    target.write(store, None);
    Ok(Response::empty(204))
}

impl Target {
    fn state(&self, call: &Call<'_>, store: &Store) -> State {
        View::new(call.account, store).state(self.tenant, self.place, self.setting)
    }

    fn write(&self, store: &mut Store, own: Option<Own>) {
        store.settings.write((self.tenant, self.place), own);
    }
}

fn target(call: &Call<'_>, store: &Store) -> Result<Target, Refusal> {
    let application = applications::of_path(call)?;
    let tenant = call.path_tenant(store, "tenant_id")?;
    let name = call.path_text("setting_name");
    let found = catalogue::of_application(application.id).find(|(_, setting)| setting.name == name);
    let (place, setting) =
        found.ok_or_else(|| Refusal::new(404, &format!("Setting {name} was not found")))?;
    Ok(Target { tenant, place, setting })
}

/// The body was held to the contract before; the value is kept as it was spelled.
fn own_of_body(call: &Call<'_>) -> Result<Own, Refusal> {
    let malformed = |_| Refusal::bad_request("Request body contains badly-formed JSON.");
    let fields: HashMap<String, &RawValue> = serde_json::from_slice(call.raw_body).map_err(malformed)?;
    let flag = |name: &str| call.body.get(name).and_then(Value::as_bool).unwrap_or(false);
    let value = fields.get("value").map_or("null", |raw| raw.get()).into();
    Ok(Own { value, lock: flag("lock"), exclusive: flag("exclusive") })
}

/// Whether `fault-put-late` strikes: at the second reading of a tenant's setting with one token.
fn comes_late(call: &Call<'_>, target: &Target) -> bool {
    call.account.fault == Fault::PutLate
        && target.setting.name == "retention_days"
        && call.reads_so_far(target.tenant) == 1
}

/// One more than what applied.
fn by_somebody_else(state: &State) -> Own {
    let (lock, exclusive) = state.own.as_ref().map_or((false, false), |own| (own.lock, own.exclusive));
    let own = state.own.as_ref().map(|own| &own.value);
    let old = own.or(state.effective.as_ref().map(|effective| &effective.value));
    let old: i64 = old.and_then(|value| value.parse().ok()).unwrap_or(6);
    Own { value: old.saturating_add(1).to_string().into(), lock, exclusive }
}

fn answer(store: &Store, target: &Target, state: &State, hidden: Hidden) -> Response {
    let mut out = String::new();
    push_setting(&mut out, store, target.setting, state, hidden);
    Response::json(200, out)
}
