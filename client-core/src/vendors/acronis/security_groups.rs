//! `/security_groups`: groups of users and of API clients. Reference: `GET /security_groups`,
//! `GET /security_groups/{security_group_id}/members`; both of them private.

use serde::Deserialize;

use super::ids::TenantId;
use super::tenants::Paging;
use crate::catalogue::acronis;
use crate::decode::{Rows, lenient};
use crate::request::call;

/// A group. The API tells no name of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SecurityGroup {
    /// Unique identifier. A text: the reference does not say that it is a UUID.
    pub id: String,
    /// The tenant it belongs to.
    #[serde(default, deserialize_with = "lenient::option")]
    pub tenant_id: Option<TenantId>,
}

/// Groups by their ids (`security_groups_get`); at most 100.
#[derive(Clone, Debug)]
pub struct List {
    /// Which.
    pub ids: Vec<String>,
}

/// A list of groups.
#[derive(Debug, Deserialize)]
pub struct Groups {
    /// The groups.
    pub items: Rows<SecurityGroup>,
}

call!(List: acronis::SECURITY_GROUPS_GET => Groups, |call, to| to([]).query("ids", call.ids.join(",")));

/// Who is in a group (`security_group_members_get`).
#[derive(Clone, Debug)]
pub struct Members {
    /// The group.
    pub id: String,
}

/// The members of a group.
#[derive(Debug, Deserialize)]
pub struct MemberList {
    /// Where the next page is.
    #[serde(default)]
    pub paging: Option<Paging>,
    /// The members.
    pub items: Rows<Member>,
}

impl MemberList {
    /// Whether further pages follow.
    pub fn has_more(&self) -> bool {
        self.paging.as_ref().is_some_and(|paging| paging.cursors.after.is_some())
    }
}

/// A member of a group.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Member {
    /// The user's or the client's id.
    pub id: String,
    /// Which of them.
    #[serde(default, rename = "type", deserialize_with = "lenient::option")]
    pub kind: Option<String>,
}

call!(Members: acronis::SECURITY_GROUP_MEMBERS_GET => MemberList, |call, to| to([&call.id]));

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    let id = "fae84e50-0eef-11e7-bc3f-d39de3f5fe32".to_owned();
    vec![List { ids: vec![id.clone(), id.clone()] }.request(), Members { id }.request()]
}
