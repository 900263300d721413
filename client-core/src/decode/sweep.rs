//! Every model against the contracts' own examples: with each number and truth value spelled as text it reads the same,
//! and with one field after the other gone odd it still reads, unless nothing could be done without that field.

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tenantry_contracts::Vendor;

use crate::vendors::acronis::{
    Contact, applications, clients, contacts, search, setting, settings, tenant, tenants, users,
};
use crate::vendors::ionos::{BackupUnit, BackupUnits, Collection, GroupShare, Resource, envelope, requests};

/// A model by the operation whose example it reads.
struct Model {
    vendor: Vendor,
    operation: &'static str,
    read: fn(&Value) -> Result<String, String>,
}

fn model<T: DeserializeOwned + Debug>(vendor: Vendor, operation: &'static str) -> Model {
    fn read<T: DeserializeOwned + Debug>(json: &Value) -> Result<String, String> {
        let read = serde_json::from_slice::<T>(json.to_string().as_bytes());
        read.map(|read| format!("{read:?}")).map_err(|error| error.to_string())
    }
    Model { vendor, operation, read: read::<T> }
}

fn models() -> Vec<Model> {
    use Vendor::{Acronis, Ionos};
    vec![
        model::<users::User>(Acronis, "users_me_get"),
        model::<clients::Client>(Acronis, "client_read"),
        model::<tenants::Page>(Acronis, "tenants_get"),
        model::<tenant::Tenant>(Acronis, "tenant_read"),
        model::<tenants::Ids>(Acronis, "tenant_children_get"),
        model::<tenants::Resolved>(Acronis, "tenants_resolve_ids_post"),
        model::<contacts::ContactList>(Acronis, "contacts_get"),
        model::<Contact>(Acronis, "contact_read"),
        model::<search::Hits>(Acronis, "search_get"),
        model::<applications::Applications>(Acronis, "applications_get"),
        model::<settings::SchemaList>(Acronis, "application_settings_schemas_get"),
        model::<settings::SettingList>(Acronis, "tenant_settings_get"),
        model::<settings::SettingList>(Acronis, "application_settings_tenant_read"),
        model::<settings::Batch>(Acronis, "application_settings_tenants_get"),
        model::<setting::Setting>(Acronis, "application_settings_tenant_setting_read"),
        model::<BackupUnits>(Ionos, "backupunitsGet"),
        model::<BackupUnit>(Ionos, "backupunitsFindById"),
        model::<Collection<GroupShare>>(Ionos, "umGroupsSharesGet"),
        model::<GroupShare>(Ionos, "umGroupsSharesFindById"),
        model::<Resource>(Ionos, "umResourcesFindByTypeAndId"),
        model::<requests::RequestStatus>(Ionos, "requestsStatusGet"),
    ]
}

/// The examples of the operation's good answers.
fn examples(model: &Model) -> Vec<Value> {
    let doc = &model.vendor.contract().doc;
    let operations =
        doc["paths"].as_object().unwrap().values().flat_map(|path| path.as_object().unwrap().values());
    let found = operations.filter(|one| one["operationId"] == model.operation);
    let answers = found.flat_map(|one| one["responses"].as_object().unwrap());
    let media = answers
        .filter(|(status, _)| status.starts_with('2'))
        .map(|(_, answer)| &answer["content"]["application/json"]);
    media
        .flat_map(|media| {
            let several = media["examples"].as_object().into_iter().flat_map(|all| all.values());
            several.map(|one| one["value"].clone()).chain(media.get("example").cloned()).collect::<Vec<_>>()
        })
        .collect()
}

/// Each number and truth value as text. The value of a setting is the customer's own.
fn spelled(value: &Value) -> Value {
    match value {
        Value::Bool(_) | Value::Number(_) => Value::String(value.to_string()),
        Value::Array(items) => items.iter().map(spelled).collect(),
        Value::Object(members) => {
            let spell = |(name, one): (&String, &Value)| {
                (name.clone(), if name == "value" { one.clone() } else { spelled(one) })
            };
            Value::Object(members.iter().map(spell).collect())
        }
        other => other.clone(),
    }
}

#[test]
fn numbers_and_truth_values_in_text_are_read_as_what_they_say() {
    let mut count = 0;
    for model in models() {
        for example in examples(&model) {
            let usual = (model.read)(&example).unwrap_or_else(|error| panic!("{}: {error}", model.operation));
            assert_eq!((model.read)(&spelled(&example)), Ok(usual), "{}", model.operation);
            count += 1;
        }
    }
    assert!(count > 12, "{count}");
}

/// Without these nothing can be done with the object, or what is said of it would be wrong.
const NEEDED: [&str; 14] = [
    "id",
    "uuid",
    "tenant_id",
    "parent_id",
    "tenant",
    "obj_type",
    "items",
    "settings",
    "schemas",
    "own",
    "effective",
    "name",
    "paging",
    "privileges",
];

/// The value with each of its members turned odd, one at a time; what is needed is left alone.
fn one_odd(value: &Value, odd: &Value) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    if let Value::Object(members) = value {
        for (name, member) in members.iter().filter(|(name, _)| !NEEDED.contains(&name.as_str())) {
            let with = |new: Value| {
                let mut changed = members.clone();
                changed.insert(name.clone(), new);
                Value::Object(changed)
            };
            all.push((name.clone(), with(odd.clone())));
            all.extend(
                one_odd(member, odd).into_iter().map(|(inner, new)| (format!("{name}.{inner}"), with(new))),
            );
        }
    }
    all
}

#[test]
fn an_odd_field_that_nobody_needs_fails_nothing() {
    for model in models() {
        for example in examples(&model) {
            for odd in [json!(null), json!({}), json!([1]), json!("?")] {
                for (name, changed) in one_odd(&example, &odd) {
                    let read = (model.read)(&changed);
                    assert!(read.is_ok(), "{}: {name} = {odd}: {read:?}", model.operation);
                }
            }
        }
    }
}

#[test]
fn an_error_envelope_with_numbers_is_read() {
    let told = json!({ "httpStatus": "422", "messages": [{ "errorCode": 322, "message": null }] });
    let read: envelope::Envelope = serde_json::from_value(told).unwrap();
    assert_eq!((read.http_status, read.messages[0].error_code.as_str()), (Some(422), "322"));
}
