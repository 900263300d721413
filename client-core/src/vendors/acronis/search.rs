//! `/search`: the vendor's own search over tenants (name, customer id, contact) and users (login, name,
//! e-mail). Reference: `GET /search`.

use serde::Deserialize;

use super::tenant::{TenantId, TenantKind};
use crate::catalogue::acronis;
use crate::date::Date;
use crate::decode::{Rows, lenient};
use crate::open_enum::open_enum;
use crate::request::call;
use crate::uuid::Uuid;

open_enum! {
    /// What was found.
    FoundType {
        /// A tenant.
        Tenant = "tenant",
        /// A user.
        User = "user",
    }
}

/// The vendor's search (`search_get`).
#[derive(Clone, Debug)]
pub struct Search {
    /// The tenant below which it searches.
    pub tenant: TenantId,
    /// What is searched for, in all properties.
    pub text: String,
    /// The most hits; the vendor's default is 10.
    pub limit: Option<u32>,
    /// Also deleted ones.
    pub allow_deleted: bool,
}

/// A hit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Found {
    /// What it is.
    pub obj_type: FoundType,
    /// The tenant's or the user's id.
    pub id: Uuid,
    /// The parent tenant, or the tenant of the user.
    pub parent_id: TenantId,
    /// Names between the place of the search and the hit.
    #[serde(default, deserialize_with = "lenient::list")]
    pub path: Vec<String>,
    /// The tenant's kind.
    #[serde(default, deserialize_with = "lenient::option")]
    pub kind: Option<TenantKind>,
    /// The user's login.
    #[serde(default, deserialize_with = "lenient::option")]
    pub login: Option<String>,
    /// The tenant's name.
    #[serde(default, deserialize_with = "lenient::option")]
    pub name: Option<String>,
    /// The user's, or the contact's, first name.
    #[serde(default, deserialize_with = "lenient::option")]
    pub first_name: Option<String>,
    /// The user's, or the contact's, last name.
    #[serde(default, deserialize_with = "lenient::option")]
    pub last_name: Option<String>,
    /// When it was deleted; `Some(None)` says that it was not.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub deleted_at: Option<Option<Date>>,
}

/// The answer to [`Search`].
#[derive(Debug, Deserialize)]
pub struct Hits {
    /// The hits.
    pub items: Rows<Found>,
}

call!(Search: acronis::SEARCH_GET => Hits, |call, to| {
    to([])
        .query("tenant", call.tenant)
        .query("text", &call.text)
        .maybe("limit", call.limit)
        .flag("allow_deleted", call.allow_deleted)
});

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    let tenant = TenantId(Uuid(7));
    vec![Search { tenant, text: "café & söhne".to_owned(), limit: Some(10), allow_deleted: true }.request()]
}
