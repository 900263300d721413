//! Settings of applications on tenants. Reference: `GET /applications/{application_id}/settings/schemas`,
//! `GET /tenants/{tenant_id}/settings`, `GET /applications/{application_id}/settings/tenants`,
//! `GET /applications/{application_id}/settings/tenants/{tenant_id}`, and `GET`, `PUT`, `DELETE` of
//! `/applications/{application_id}/settings/tenants/{tenant_id}/{setting_name}`.

use serde::Deserialize;

use super::applications::ApplicationId;
use super::setting::{Own, Schema, Setting};
use super::tenant::TenantId;
use crate::catalogue::acronis;
use crate::decode::Rows;
use crate::request::call;

/// How many tenants a batch asks for at once. The contract names no bound; the ids travel in the URL, and
/// proxies cut URLs at 8 KB.
pub const MAX_BATCH: usize = 100;

/// The settings that stand in the reference by name. They can be read where the lists may not.
pub const KNOWN_NAMES: [&str; 2] = ["tier_level_value", "licensing_mode"];

/// What is known of an application's settings in general (`application_settings_schemas_get`).
#[derive(Clone, Copy, Debug)]
pub struct Schemas {
    /// Whose settings.
    pub application: ApplicationId,
}

/// The answer to [`Schemas`].
#[derive(Debug, Deserialize)]
pub struct SchemaList {
    /// The schemas.
    pub schemas: Rows<Schema>,
}

call!(Schemas: acronis::APPLICATION_SETTINGS_SCHEMAS_GET => SchemaList, |call, to| {
    to([&call.application.to_string()])
});

/// A list of settings.
#[derive(Debug, Deserialize)]
pub struct SettingList {
    /// The settings.
    pub settings: Rows<Setting>,
}

/// The settings of all applications on a tenant (`tenant_settings_get`).
#[derive(Clone, Copy, Debug)]
pub struct OfTenant {
    /// The tenant.
    pub tenant: TenantId,
}

call!(OfTenant: acronis::TENANT_SETTINGS_GET => SettingList, |call, to| to([&call.tenant.to_string()]));

/// The settings of one application on a tenant (`application_settings_tenant_read`).
#[derive(Clone, Copy, Debug)]
pub struct OfApplication {
    /// The application.
    pub application: ApplicationId,
    /// The tenant.
    pub tenant: TenantId,
}

call!(OfApplication: acronis::APPLICATION_SETTINGS_TENANT_READ => SettingList, |call, to| {
    let path = [&*call.application.to_string(), &call.tenant.to_string()];
    to(path)
});

/// The settings of one application on several tenants (`application_settings_tenants_get`).
#[derive(Clone, Debug)]
pub struct OfTenants {
    /// The application.
    pub application: ApplicationId,
    /// The tenants, at most [`MAX_BATCH`].
    pub tenants: Vec<TenantId>,
    /// Also of deleted ones.
    pub allow_deleted: bool,
}

/// The answer to [`OfTenants`].
#[derive(Debug, Deserialize)]
pub struct Batch {
    /// A tenant each.
    pub items: Rows<TenantSettings>,
}

/// The settings of one of several tenants.
#[derive(Debug, Deserialize)]
pub struct TenantSettings {
    /// The tenant.
    pub tenant: TenantId,
    /// Its settings.
    pub settings: Rows<Setting>,
}

call!(OfTenants: acronis::APPLICATION_SETTINGS_TENANTS_GET => Batch, |call, to| {
    let ids: Vec<String> = call.tenants.iter().map(ToString::to_string).collect();
    to([&call.application.to_string()])
        .query("uuids", ids.join(","))
        .flag("allow_deleted", call.allow_deleted)
});

/// One setting on one tenant: what the calls about it have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The application.
    pub application: ApplicationId,
    /// The tenant.
    pub tenant: TenantId,
    /// The setting's name.
    pub name: String,
}

impl Key {
    /// The two ids as they stand in a path.
    fn ids(&self) -> [String; 2] {
        [self.application.to_string(), self.tenant.to_string()]
    }
}

/// Reads one setting (`application_settings_tenant_setting_read`).
#[derive(Clone, Debug)]
pub struct Read(pub Key);

call!(Read: acronis::APPLICATION_SETTINGS_TENANT_SETTING_READ => Setting, |call, to| {
    let [application, tenant] = call.0.ids();
    to([&application, &tenant, &call.0.name])
});

/// Sets the own value (`application_settings_tenant_setting_update`). All three fields are always sent: the
/// reference does not say what a field that is left out becomes.
#[derive(Clone, Debug)]
pub struct Put(pub Key, pub Own);

call!(Put: acronis::APPLICATION_SETTINGS_TENANT_SETTING_UPDATE => Setting, |call, to| {
    let [application, tenant] = call.0.ids();
    let Own { value, lock, exclusive } = &call.1;
    let value = value.to_json();
    to([&application, &tenant, &call.0.name])
        .json_text(format!(r#"{{"value":{value},"lock":{lock},"exclusive":{exclusive}}}"#))
});

/// Deletes the own value; the setting is inherited again (`application_settings_tenant_setting_delete`).
#[derive(Clone, Debug)]
pub struct Delete(pub Key);

call!(Delete: acronis::APPLICATION_SETTINGS_TENANT_SETTING_DELETE, |call, to| {
    let [application, tenant] = call.0.ids();
    to([&application, &tenant, &call.0.name])
});

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use super::value::Value;
    use crate::request::Call;
    use crate::uuid::Uuid;
    let (application, tenant) = (ApplicationId(Uuid(1)), TenantId(Uuid(2)));
    let key = Key { application, tenant, name: "report/weekly 50%".to_owned() };
    let puts = ["null", "true", "9007199254740993", "\"x\"", "{\"a\":[1]}"].map(|json| {
        let own = Own { value: Value::parse(json).unwrap(), lock: true, exclusive: false };
        Put(key.clone(), own).request()
    });
    let mut samples = vec![
        Schemas { application }.request(),
        OfTenant { tenant }.request(),
        OfApplication { application, tenant }.request(),
        OfTenants { application, tenants: vec![tenant, tenant], allow_deleted: true }.request(),
        Read(key.clone()).request(),
        Delete(key).request(),
    ];
    samples.extend(puts);
    samples
}
