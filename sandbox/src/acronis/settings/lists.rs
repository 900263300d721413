//! The settings of a tenant: of one application, of all of them, or of many tenants at once.

use super::catalogue::{self, SETTINGS, Setting};
use super::setting_json::{Hidden, push_setting};
use super::view::View;
use crate::Response;
use crate::acronis::call::Call;
use crate::acronis::errors::Refusal;
use crate::acronis::tenant_json::push_uuid;
use crate::acronis::{Outcome, applications, tenants_list};
use crate::estate::Number;
use crate::json::Object;

type Placed = (usize, &'static Setting);

/// `GET /applications/{application_id}/settings/tenants/{tenant_id}`.
pub fn of_application(call: &Call<'_>) -> Outcome {
    let application = applications::of_path(call)?;
    let tenant = call.path_tenant("tenant_id")?;
    answer(call, tenant, catalogue::of_application(&application.id))
}

/// `GET /tenants/{tenant_id}/settings`: of all applications.
pub fn of_all(call: &Call<'_>) -> Outcome {
    let tenant = call.path_tenant("tenant_id")?;
    answer(call, tenant, SETTINGS.iter().enumerate().filter(|(_, setting)| setting.is_there()))
}

fn answer(call: &Call<'_>, tenant: Number, settings: impl Iterator<Item = Placed>) -> Outcome {
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    push_settings(&mut object, call, &mut View::new(call), tenant, settings);
    object.end();
    Ok(Response::json(200, out))
}

/// `GET /applications/{application_id}/settings/tenants`: of many tenants, in the order asked for.
pub fn of_many(call: &Call<'_>) -> Outcome {
    let application = applications::of_path(call)?;
    let list = call.value("uuids").ok_or_else(|| Refusal::bad_request("query uuids: required"))?;
    let wanted = |number: &Number| {
        call.flag("allow_deleted") || call.estate().record(*number).is_some_and(|record| !record.deleted)
    };
    let tenants = tenants_list::ids(call, list)?.into_iter().filter(wanted);
    let mut view = View::new(call);
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("items", tenants, |out, tenant| {
        let mut item = Object::begin(out);
        push_uuid(&mut item, "tenant", call.estate().uuid(tenant));
        push_settings(&mut item, call, &mut view, tenant, catalogue::of_application(&application.id));
        item.end();
    });
    object.end();
    Ok(Response::json(200, out))
}

fn push_settings(
    object: &mut Object<'_>,
    call: &Call<'_>,
    view: &mut View<'_>,
    tenant: Number,
    settings: impl Iterator<Item = Placed>,
) {
    object.list("settings", settings, |out, (place, setting)| {
        let state = view.state(tenant, place, setting);
        push_setting(out, call.estate(), setting, &state, Hidden::Always);
    });
}
