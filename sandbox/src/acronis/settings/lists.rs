//! The settings of a tenant: of one application, of all of them, or of many tenants at once.

use super::catalogue::{self, SETTINGS, Setting};
use super::setting_json::{Hidden, push_setting};
use super::view::View;
use crate::Response;
use crate::acronis::call::Call;
use crate::acronis::errors::{Outcome, Refusal};
use crate::acronis::members::push_uuid;
use crate::acronis::store::Store;
use crate::acronis::{applications, tenants_list};
use crate::estate::Number;
use crate::json::Object;

type Placed = (usize, &'static Setting);

/// `GET /applications/{application_id}/settings/tenants/{tenant_id}`.
pub fn of_application(call: &Call<'_>, store: &Store) -> Outcome {
    let application = applications::of_path(call)?;
    let tenant = call.path_tenant(store, "tenant_id")?;
    answer(call, store, tenant, catalogue::of_application(application.id))
}

/// `GET /tenants/{tenant_id}/settings`: of all applications.
pub fn of_all(call: &Call<'_>, store: &Store) -> Outcome {
    let tenant = call.path_tenant(store, "tenant_id")?;
    answer(call, store, tenant, SETTINGS.iter().enumerate().filter(|(_, setting)| setting.is_there()))
}

fn answer(call: &Call<'_>, store: &Store, tenant: Number, settings: impl Iterator<Item = Placed>) -> Outcome {
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    push_settings(&mut object, store, &mut View::new(call.account, store), tenant, settings);
    object.end();
    Ok(Response::json(200, out))
}

/// `GET /applications/{application_id}/settings/tenants`: of many tenants, in the order asked for.
pub fn of_many(call: &Call<'_>, store: &Store) -> Outcome {
    let application = applications::of_path(call)?;
    let list = call.value("uuids").ok_or_else(|| Refusal::bad_request("query uuids: required"))?;
    let wanted = |number: &Number| call.flag("allow_deleted") || !store.is_deleted(*number);
    let tenants = tenants_list::ids(call, store, list)?.into_iter().filter(wanted);
    let mut view = View::new(call.account, store);
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("items", tenants, |out, tenant| {
        let mut item = Object::begin(out);
        push_uuid(&mut item, "tenant", store.uuid(tenant));
        push_settings(&mut item, store, &mut view, tenant, catalogue::of_application(application.id));
        item.end();
    });
    object.end();
    Ok(Response::json(200, out))
}

fn push_settings(
    object: &mut Object<'_>,
    store: &Store,
    view: &mut View<'_>,
    tenant: Number,
    settings: impl Iterator<Item = Placed>,
) {
    object.list("settings", settings, |out, (place, setting)| {
        let state = view.state(tenant, place, setting);
        push_setting(out, store, setting, &state, Hidden::Always);
    });
}
