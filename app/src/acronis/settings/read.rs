//! Reading a tenant's settings: the list where it may be read, else the settings that are known by name.

use std::rc::Rc;

use futures_util::future::{join, join_all};
use tenantry_core::acronis::applications::{self, Application};
use tenantry_core::acronis::settings::{
    KNOWN_NAMES, Key, OfApplication, OfTenant, Read, Schemas as OfSchemas,
};
use tenantry_core::acronis::{ApplicationId, OwnerType, Setting, TenantId};
use tenantry_core::connection::Connection;
use tenantry_core::{Error, Uuid};

use super::catalogue::{Catalogue, Schemas};
use super::rows::{Row, status};
use crate::acronis::state::Acronis;
use crate::i18n::{t, tf, tn};
use crate::ui::{Fault, format};

/// The settings of a tenant, as far as they could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listed {
    /// The settings.
    pub rows: Vec<Row>,
    /// The applications by name.
    pub applications: Vec<(Uuid, String)>,
    /// What is missing, in sentences.
    pub notes: Vec<String>,
    /// The list may lack settings.
    pub partial: bool,
}

/// Settings in the server's words, and whether the list may lack some.
struct Found {
    settings: Vec<Setting>,
    bad: usize,
    by_name: bool,
}

/// So long a catalogue serves for other tenants too: whoever walks through the tree asks for each tenant's
/// settings alone.
const FRESH_MS: f64 = 60_000.0;

/// Reads the settings of a tenant.
pub async fn settings(acronis: Acronis, tenant: Uuid) -> Result<Listed, Fault> {
    let connection = acronis.session.connection();
    let fault = |error: Error| acronis.session.fault_of_tenant(&error, tenant);
    let id = TenantId(tenant);
    let now_ms = connection.clock().now_ms();
    if let Some(kept) = acronis.kept_catalogue(now_ms - FRESH_MS) {
        let found = find(&connection, id, &kept.applications).await.map_err(fault)?;
        return Ok(listed(acronis, tenant, &kept, found));
    }
    let applications = connection.call(&applications::List).await.map_err(fault)?.items.items;
    let (found, schemas) = join(find(&connection, id, &applications), schemas(acronis, &applications)).await;
    let catalogue = Rc::new(Catalogue { applications, schemas });
    if catalogue.schemas.iter().all(|(_, schemas)| schemas.is_whole()) {
        acronis.keep_catalogue(now_ms, catalogue.clone());
    }
    Ok(listed(acronis, tenant, &catalogue, found.map_err(fault)?))
}

/// The list of all applications; where that is forbidden, each application's; where that is too, by name.
async fn find(
    connection: &Connection,
    tenant: TenantId,
    applications: &[Application],
) -> Result<Found, Error> {
    match connection.call(&OfTenant { tenant }).await {
        Ok(list) => {
            return Ok(Found { settings: list.settings.items, bad: list.settings.bad.len(), by_name: false });
        }
        Err(error) if error.is_forbidden() || error.is_not_found() => {}
        Err(error) => return Err(error),
    }
    let calls = applications.iter().map(|one| OfApplication { application: one.id, tenant });
    let lists = join_all(calls.map(|call| async move { connection.call(&call).await })).await;
    if lists.iter().all(Result::is_ok) && !lists.is_empty() {
        let lists: Vec<_> = lists.into_iter().flatten().map(|list| list.settings).collect();
        let bad = lists.iter().map(|list| list.bad.len()).sum();
        return Ok(Found {
            settings: lists.into_iter().flat_map(|list| list.items).collect(),
            bad,
            by_name: false,
        });
    }
    by_name(connection, tenant, applications).await
}

async fn by_name(
    connection: &Connection,
    tenant: TenantId,
    applications: &[Application],
) -> Result<Found, Error> {
    let names = |one: &Application| {
        let application = one.id;
        KNOWN_NAMES.map(|name| Key { application, tenant, name: name.to_owned() })
    };
    let reads = applications.iter().flat_map(names).map(|key| async move {
        let application = key.application;
        let read = connection.call(&Read(key)).await;
        read.map(|setting| Setting {
            application_id: setting.application_id.or(Some(application)),
            ..setting
        })
    });
    let mut found = Found { settings: Vec::new(), bad: 0, by_name: true };
    for read in join_all(reads).await {
        match read {
            Ok(setting) => found.settings.push(setting),
            Err(error) if error.is_forbidden() || error.is_not_found() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

async fn schemas(acronis: Acronis, applications: &[Application]) -> Vec<(ApplicationId, Schemas)> {
    let connection = acronis.session.connection();
    let calls = applications.iter().map(|one| async {
        let schemas = match connection.call(&OfSchemas { application: one.id }).await {
            Ok(list) => Schemas::Read(list.schemas.items, list.schemas.bad.len()),
            Err(error) if error.is_forbidden() || error.is_not_found() => Schemas::Forbidden,
            Err(error) => Schemas::Failed(acronis.session.fault(&error)),
        };
        (one.id, schemas)
    });
    join_all(calls).await
}

fn listed(acronis: Acronis, tenant: Uuid, catalogue: &Catalogue, found: Found) -> Listed {
    let Catalogue { applications, schemas } = catalogue;
    let name = |application: &Application| {
        application.name.clone().or(application.kind.clone()).unwrap_or_else(|| application.id.to_string())
    };
    let names: Vec<(Uuid, String)> = applications.iter().map(|one| (one.id.0, name(one))).collect();
    let row = |setting: Setting| {
        let application = setting.application_id.map_or(Uuid::default(), |id| id.0);
        let known = schemas.iter().find(|(id, _)| id.0 == application).map(|(_, schemas)| schemas.known());
        let schema = known.and_then(|list| list.iter().find(|one| one.name == setting.name)).cloned();
        let application_name = names.iter().find(|(id, _)| *id == application).map(|(_, name)| name.clone());
        Row {
            application,
            application_name: application_name.unwrap_or_else(|| application.to_string()),
            status: status(&setting, tenant, schema.as_ref()),
            from: from(acronis, tenant, &setting),
            schema,
            setting,
        }
    };
    let by_name = found.by_name.then(|| t("settings.by_name").to_owned());
    let bad = (found.bad > 0).then(|| tn("settings.bad_rows", found.bad, &format::number(found.bad)));
    let notes = [by_name, bad].into_iter().flatten().chain(schema_notes(schemas));
    Listed {
        partial: found.by_name || found.bad > 0,
        rows: found.settings.into_iter().map(row).collect(),
        applications: names,
        notes: notes.collect(),
    }
}

/// What is not known of how settings are inherited, each reason once.
fn schema_notes(schemas: &[(ApplicationId, Schemas)]) -> Vec<String> {
    let all = || schemas.iter().map(|(_, schemas)| schemas);
    let forbidden = all().any(|one| *one == Schemas::Forbidden);
    let bad: usize = all().map(|one| if let Schemas::Read(_, bad) = one { *bad } else { 0 }).sum();
    let failed = all().find_map(|one| if let Schemas::Failed(fault) = one { Some(fault) } else { None });
    let notes = [
        forbidden.then(|| t("settings.no_schemas").to_owned()),
        (bad > 0).then(|| tn("settings.bad_schemas", bad, &format::number(bad))),
        failed.map(|fault| tf("settings.failed_schemas", &[("why", &fault.title)])),
    ];
    notes.into_iter().flatten().collect()
}

/// Where the value comes from, in a word.
pub fn from(acronis: Acronis, tenant: Uuid, setting: &Setting) -> String {
    let Some(effective) = &setting.effective else { return t("settings.from_nobody").to_owned() };
    match &effective.owner {
        Some(owner) if owner.kind == OwnerType::Tenant && owner.id == tenant => {
            t("settings.from_here").to_owned()
        }
        Some(owner) if owner.kind == OwnerType::Tenant => acronis.name_of(owner.id),
        Some(owner) if owner.kind == OwnerType::User => t("settings.from_user").to_owned(),
        Some(owner) => owner.kind.as_str().to_owned(),
        None => t("settings.from_unsaid").to_owned(),
    }
}
