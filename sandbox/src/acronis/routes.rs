//! The operations that are simulated, and what answers each. A test holds the table to the contract.

use std::sync::LazyLock;

use super::accounts::Account;
use super::call::Call;
use super::errors::Outcome;
use super::operation::{Operation, Service};
use super::settings::{lists, one, schemas};
use super::state::State;
use super::store::Store;
use super::{
    access, api_clients, applications, children, contacts, offering_items, openid, resolve_ids, revoke,
    search, security_groups, tenant_read, tenant_write, tenants_list, token, user_read, user_writes,
    users_list, users_me,
};
use crate::route::{self, FORM, JSON, NoOperation, PathValues, Route};
use crate::{Moment, Request, Response, check};

/// What answers an operation.
#[derive(Clone, Copy)]
pub enum Handler {
    /// Without a token; says whose request it was.
    Open(fn(&State, &Request, Moment) -> (Response, Option<&'static Account>)),
    /// Reads the caller's store.
    Read(fn(&Call<'_>, &Store) -> Outcome),
    /// May change it: from the first check to the write nobody else has it.
    Write(fn(&Call<'_>, &mut Store) -> Outcome),
}

use Handler::{Open, Read, Write};

struct Entry {
    operation: Operation,
    handler: Handler,
}

/// An operation, the handler, and the raw values in the path.
pub type Found = (&'static Operation, Option<Handler>, PathValues);

/// What the request means; the handler is None where the contract has an operation that is not simulated.
pub fn find(request: &Request) -> Result<Found, NoOperation> {
    let simulated = TABLE.iter().map(|entry| (&entry.operation, Some(entry.handler)));
    let all = simulated.chain(NOT_SIMULATED.iter().map(|operation| (operation, None)));
    let ((operation, handler), values) = route::find(all, |(operation, _)| &operation.route, request)?;
    Ok((operation, handler, values))
}

/// The rest of the contract, where it is compiled in.
static NOT_SIMULATED: LazyLock<Vec<Operation>> = LazyLock::new(|| {
    let simulated = |one: &Operation| TABLE.iter().any(|entry| entry.operation.route.id == one.route.id);
    check::acronis_operations().into_iter().filter(|one| !simulated(one)).collect()
});

const API: &str = "/api/2";
const TENANT: &str = "/tenants/{tenant_id}";
const PRICING: &str = "/tenants/{tenant_id}/pricing";
const USER: &str = "/users/{user_id}";
const CONTACT: &str = "/contacts/{contact_id}";
const CLIENT: &str = "/clients/{client_id}";
const APPLICATION: &str = "/applications/{application_id}";
const SCHEMAS: &str = "/applications/{application_id}/settings/schemas";
const OF_MANY: &str = "/applications/{application_id}/settings/tenants";
const OF_ONE: &str = "/applications/{application_id}/settings/tenants/{tenant_id}";
const SETTING: &str = "/applications/{application_id}/settings/tenants/{tenant_id}/{setting_name}";

#[rustfmt::skip]
static TABLE: &[Entry] = &[
    entry(post("idp_token_post", "/idp/token", FORM), Open(token::handle)),
    entry(post("idp_revoke_token_post", "/idp/revoke_token", FORM), Open(revoke::handle)),
    entry(at_root(get("well_known_openid_configuration_get", "/.well-known/openid-configuration")), Open(openid::handle)),
    entry(worded_by_application(get("users_me_get", "/users/me")), Read(users_me::handle)),
    entry(worded_by_application(get("client_read", "/clients/{client_id}")), Read(api_clients::read)),
    entry(worded_by_application(get("tenant_clients_get", "/tenants/{tenant_id}/clients")), Read(api_clients::of_tenant)),
    entry(worded_by_application(get("clients_get", "/clients")), Read(api_clients::list)),
    entry(worded_by_application(not_for_viewers(post("clients_post", "/clients", JSON))), Write(api_clients::create)),
    entry(worded_by_application(not_for_viewers(put("client_update", CLIENT))), Write(api_clients::update)),
    entry(worded_by_application(not_for_viewers(delete("client_delete", CLIENT))), Write(api_clients::delete)),
    entry(worded_by_application(not_for_viewers(post("client_reset_secret_post", "/clients/{client_id}/reset_secret", JSON))), Read(api_clients::reset_secret)),
    entry(worded_by_application(get("user_read", "/users/{user_id}")), Read(user_read::handle)),
    entry(worded_by_application(get("users_get", "/users")), Read(users_list::handle)),
    entry(not_for_viewers(post("users_post", "/users", JSON)), Write(user_writes::create)),
    entry(get("users_check_login_get", "/users/check_login"), Read(user_writes::check_login)),
    entry(not_for_viewers(put("user_update", USER)), Write(user_writes::update)),
    entry(not_for_viewers(delete("user_delete", USER)), Write(user_writes::delete)),
    entry(worded_by_application(not_for_viewers(post("user_restore_post", "/users/{user_id}/restore", &[]))), Write(user_writes::restore)),
    entry(not_for_viewers(post("user_send_activation_email_post", "/users/{user_id}/send-activation-email", JSON)), Read(user_writes::send_activation)),
    entry(not_for_viewers(put("user_mfa_status_update", "/users/{user_id}/mfa/status")), Write(user_writes::set_mfa)),
    entry(not_for_viewers(below_api(("user_totp_reset_delete", "DELETE"), "/users/{user_id}/totp/reset", JSON)), Write(user_writes::reset_totp)),
    entry(worded_by_application(get("user_access_policies_get", "/users/{user_id}/access_policies")), Read(access::of_user)),
    entry(worded_by_application(not_for_viewers(put("user_access_policies_update", "/users/{user_id}/access_policies"))), Write(access::rewrite)),
    entry(get("tenant_applications_roles_get", "/tenants/{tenant_id}/applications/roles"), Read(access::roles)),
    entry(worded_by_application(get("tenant_access_policies_get", "/tenants/{tenant_id}/access_policies")), Read(access::of_tenant)),
    entry(worded_by_application(get("tenant_users_get", "/tenants/{tenant_id}/users")), Read(users_list::of_tenant)),
    entry(get("security_groups_get", "/security_groups"), Read(security_groups::list)),
    entry(get("security_group_members_get", "/security_groups/{security_group_id}/members"), Read(security_groups::members)),
    entry(worded_by_application(get("tenants_get", "/tenants")), Read(tenants_list::handle)),
    entry(worded_by_application(get("tenant_read", "/tenants/{tenant_id}")), Read(tenant_read::handle)),
    entry(worded_by_application(not_for_viewers(post("tenants_post", "/tenants", JSON))), Write(tenant_write::create)),
    entry(worded_by_application(not_for_viewers(put("tenant_update", TENANT))), Write(tenant_write::update)),
    entry(worded_by_application(not_for_viewers(delete("tenant_delete", TENANT))), Write(tenant_write::delete)),
    entry(not_for_viewers(post("tenants_batch_delete_post", "/tenants/batch/delete", JSON)), Write(tenant_write::delete_siblings)),
    entry(worded_by_application(not_for_viewers(post("tenant_restore_post", "/tenants/{tenant_id}/restore", &[]))), Write(tenant_write::restore)),
    entry(get("tenant_pricing_get", PRICING), Read(tenant_write::read_pricing)),
    entry(not_for_viewers(put("tenant_pricing_update", PRICING)), Write(tenant_write::update_pricing)),
    entry(worded_by_application(get("tenant_offering_items_get", "/tenants/{tenant_id}/offering_items")), Read(offering_items::of_tenant)),
    entry(worded_by_application(not_for_viewers(put("tenant_offering_items_update", "/tenants/{tenant_id}/offering_items"))), Write(offering_items::update)),
    entry(get("tenant_usages_get", "/tenants/{tenant_id}/usages"), Read(offering_items::usages)),
    entry(get("tenant_children_get", "/tenants/{tenant_id}/children"), Read(children::handle)),
    entry(post("tenants_resolve_ids_post", "/tenants:resolve_ids", JSON), Read(resolve_ids::handle)),
    entry(get("tenant_contacts_get", "/tenants/{tenant_id}/contacts"), Read(contacts::of_tenant)),
    entry(worded_by_application(get("contacts_get", "/contacts")), Read(contacts::list)),
    entry(worded_by_application(not_for_viewers(post("contacts_post", "/contacts", JSON))), Write(contacts::create)),
    entry(worded_by_application(get("contact_read", CONTACT)), Read(contacts::read)),
    entry(worded_by_application(not_for_viewers(put("contact_update", CONTACT))), Write(contacts::update)),
    entry(worded_by_application(not_for_viewers(delete("contact_delete", CONTACT))), Write(contacts::delete)),
    entry(get("search_get", "/search"), Read(search::handle)),
    entry(get("applications_get", "/applications"), Read(applications::list)),
    entry(get("application_read", APPLICATION), Read(applications::read)),
    entry(get("application_settings_schemas_get", SCHEMAS), Read(schemas::handle)),
    entry(get("application_settings_tenants_get", OF_MANY), Read(lists::of_many)),
    entry(get("application_settings_tenant_read", OF_ONE), Read(lists::of_application)),
    entry(get("tenant_settings_get", "/tenants/{tenant_id}/settings"), Read(lists::of_all)),
    // The account `fault-put-late` has another writer come between two reads.
    entry(get("application_settings_tenant_setting_read", SETTING), Write(one::read)),
    entry(not_for_viewers(put("application_settings_tenant_setting_update", SETTING)), Write(one::update)),
    entry(not_for_viewers(delete("application_settings_tenant_setting_delete", SETTING)), Write(one::delete)),
];

const fn entry(operation: Operation, handler: Handler) -> Entry {
    Entry { operation, handler }
}

const fn below_api(
    name: (&'static str, &'static str),
    path: &'static str,
    body: &'static [&'static str],
) -> Operation {
    let route = Route::new(name, (API, path), body);
    Operation { route, for_viewers: true, service: Service::Platform }
}

const fn get(id: &'static str, path: &'static str) -> Operation {
    below_api((id, "GET"), path, &[])
}

const fn post(id: &'static str, path: &'static str, body: &'static [&'static str]) -> Operation {
    below_api((id, "POST"), path, body)
}

const fn put(id: &'static str, path: &'static str) -> Operation {
    below_api((id, "PUT"), path, JSON)
}

const fn delete(id: &'static str, path: &'static str) -> Operation {
    below_api((id, "DELETE"), path, &[])
}

const fn at_root(operation: Operation) -> Operation {
    Operation { route: Route { base: "", ..operation.route }, ..operation }
}

const fn worded_by_application(operation: Operation) -> Operation {
    Operation { service: Service::Application, ..operation }
}

const fn not_for_viewers(operation: Operation) -> Operation {
    Operation { for_viewers: false, ..operation }
}

#[cfg(test)]
#[cfg(feature = "check")]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_contracts() {
        let contract = check::acronis_operations();
        assert_eq!(TABLE.len() + NOT_SIMULATED.len(), contract.len());
        for Entry { operation, .. } in TABLE {
            let theirs = contract.iter().find(|one| one.route.id == operation.route.id);
            assert_eq!(Some(operation), theirs);
        }
    }
}
