//! Roles as files.

use tenantry_core::acronis::TenantId;

use super::grants::{Grant, Read};
use super::words::why;
use crate::acronis::context::AcronisContext;
use crate::i18n::{t, tf, tn};
use crate::ui::export::{Extent, Table};

const COLUMNS: [&str; 11] = [
    "who",
    "trustee_type",
    "trustee_id",
    "trustee_tenant",
    "role_id",
    "resource",
    "granted_at",
    "granted_at_id",
    "reaches",
    "why",
    "policy_id",
];

/// The table of the shown roles.
pub fn table(screen: AcronisContext, tenant: TenantId, read: &Read, grants: &[Grant]) -> Table {
    let name = screen.name_of(tenant.0);
    let count = tn("access.count", grants.len(), &grants.len().to_string());
    let row = |grant: &Grant| {
        let policy = &grant.policy;
        let (why, is_reading) = why(screen.state(), grant.at, tenant, grant.reach);
        let why = if is_reading { [&why, " (", t("access.reading"), ")"].concat() } else { why };
        vec![
            Some(grant.who.clone()),
            Some(grant.kind.clone()),
            policy.trustee_id.clone(),
            grant.home.map(|home| screen.name_of(home.0)),
            policy.role_id.clone(),
            policy.resource(),
            Some(screen.name_of(grant.at.0)),
            Some(grant.at.to_string()),
            reaches(grant),
            Some(why),
            policy.id.map(|id| id.to_string()),
        ]
    };
    Table {
        subject: vec!["access".to_owned(), name.clone()],
        about: tf("access.about", &[("count", &count), ("name", &name)]),
        extent: Extent::of(read.is_whole(), grants.len() == read.grants().len()),
        untold: t("list.untold"),
        columns: COLUMNS.map(str::to_owned).to_vec(),
        rows: grants.iter().map(row).collect(),
    }
}

/// Yes or no; nothing where it is not known.
fn reaches(grant: &Grant) -> Option<String> {
    use tenantry_core::acronis::access::Reach;
    let words = match grant.reach {
        Reach::Here | Reach::Below => "field.yes",
        Reach::Barred(_) => "field.no",
        Reach::Unclear(_) => return None,
    };
    Some(t(words).to_owned())
}
