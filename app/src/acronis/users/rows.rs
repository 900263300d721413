//! The users as rows: a text for each column, for the table, the filter and files.

use tenantry_core::acronis::user_lists::UserList;
use tenantry_core::acronis::{User, UserId};

use super::words::{login_or_name, mfa, yes_no};
use crate::acronis::state::Acronis;
use crate::i18n::t;
use crate::resource::list::{Cell, Column, Listing, Row};

/// The column of the tenant.
pub const TENANT: &str = "tenant";
/// Whether they may sign in.
pub const ENABLED: &str = "enabled";
/// When they were created.
pub const CREATED: &str = "created";

/// The columns.
pub fn columns() -> Vec<Column> {
    vec![
        Column::text("login", t("users.login")),
        Column::text("name", t("contact.name")),
        Column::text("email", t("contact.email")),
        Column::text(TENANT, t("preview.tenant")),
        Column::text(ENABLED, t("field.enabled")),
        Column::text("mfa", t("tenants.mfa")),
        Column::text("roles", t("users.roles")),
        Column::text(CREATED, t("field.created_at")),
    ]
}

/// What was read, as rows.
pub fn listing(state: Acronis, all: &UserList) -> Listing {
    let rows = all.users.iter().map(|(id, user)| row(state, *id, user)).collect();
    Listing { rows, bad: all.unread, extent: all.extent }
}

fn row(state: Acronis, id: UserId, user: &User) -> Row {
    // Without a role is not the same as roles that were not told.
    let roles = user.roles().map(|roles| match roles.is_empty() {
        true => t("users.no_role").to_owned(),
        false => roles.join(", "),
    });
    let cells = vec![
        Cell::text(login_or_name(user)),
        Cell::told(user.full_name()),
        Cell::told(user.email().map(str::to_owned)),
        Cell::text(state.name_of(user.tenant_id.0)),
        Cell::told(yes_no(user.enabled)),
        Cell::told(mfa(user)),
        Cell::told(roles),
        Cell::told(user.created_at.as_ref().map(|date| date.text.clone())),
    ];
    Row::new(&id.to_string(), cells)
}
