//! `/users` and the users of a tenant. Reference: `GET /users`, `POST /users`, `GET /users/me`, `GET /users/check_login`,
//! `GET`, `PUT` and `DELETE /users/{user_id}`, `POST /users/{user_id}/restore`,
//! `POST /users/{user_id}/send-activation-email`, `PUT /users/{user_id}/mfa/status`, `DELETE /users/{user_id}/totp/reset`,
//! `GET /tenants/{tenant_id}/users`.

use serde::Deserialize;
use serde_json::json;

use super::ids::{TenantId, UserId};
use super::tenants::Paging;
pub use super::user::User;
use super::user_write::{NewUser, UserEdit};
use crate::catalogue::acronis;
use crate::decode::{Rows, lenient};
use crate::request::call;

/// The most ids that one list takes (contract: `maxItems`).
pub const MAX_IDS: usize = 100;

/// The user who is signed in (`users_me_get`). The token of an API client may have none.
#[derive(Clone, Copy, Debug)]
pub struct Me;

/// As much of the user as the form to sign in needs: nothing else of the answer can fail it, and the form does not bring
/// the code for the rest.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct SignedIn {
    /// The tenant the user belongs to: the top of what they see.
    pub tenant_id: TenantId,
    /// Login name.
    #[serde(default, deserialize_with = "lenient::option")]
    pub login: Option<String>,
}

call!(Me: acronis::USERS_ME_GET => SignedIn);

/// Which users a list is about. The vendor allows one of these at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserScope {
    /// These users; at most [`MAX_IDS`].
    Ids(Vec<UserId>),
    /// Those of a tenant and of everything below it.
    Subtree(TenantId),
}

/// The first page of a list of users, whole (`users_get`); in the cloud alone.
#[derive(Clone, Debug)]
pub struct List {
    /// Which.
    pub scope: UserScope,
    /// Users a page; the vendor's default is 2000.
    pub limit: Option<u32>,
    /// With the roles of each.
    pub with_access_policies: bool,
    /// Also deleted ones.
    pub allow_deleted: bool,
}

/// A page of users.
#[derive(Debug, Deserialize)]
pub struct UserPage {
    /// Where the next page is.
    #[serde(default)]
    pub paging: Option<Paging>,
    /// The users.
    pub items: Rows<User>,
}

impl UserPage {
    /// The cursor of the next page; `None` on the last.
    pub fn after(&self) -> Option<&str> {
        self.paging.as_ref()?.cursors.after.as_deref().filter(|after| !after.is_empty())
    }
}

call!(List: acronis::USERS_GET => UserPage, |call, to| {
    let request = match &call.scope {
        UserScope::Ids(ids) => {
            to([]).query("uuids", ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
        }
        UserScope::Subtree(id) => to([]).query("subtree_root_tenant_id", id),
    };
    request
        .query("lod", "full")
        .maybe("limit", call.limit)
        .flag("with_access_policies", call.with_access_policies)
        .flag("allow_deleted", call.allow_deleted)
});

/// A further page (`users_get`): the cursor holds all the filters.
#[derive(Clone, Debug)]
pub struct NextPage {
    /// [`UserPage::after`] of the page before.
    pub after: String,
}

call!(NextPage: acronis::USERS_GET => UserPage, |call, to| to([]).query("after", &call.after));

/// The ids of a tenant's own users (`tenant_users_get`).
#[derive(Clone, Copy, Debug)]
pub struct OfTenant {
    /// Whose.
    pub tenant: TenantId,
    /// Also those that are hidden.
    pub include_hidden: bool,
    /// Also deleted ones.
    pub allow_deleted: bool,
}

/// A list of ids.
#[derive(Debug, Deserialize)]
pub struct UserIds {
    /// The ids.
    pub items: Rows<UserId>,
}

call!(OfTenant: acronis::TENANT_USERS_GET => UserIds, |call, to| {
    to([&call.tenant.to_string()])
        .flag("include_hidden", call.include_hidden)
        .flag("allow_deleted", call.allow_deleted)
});

/// One user (`user_read`).
#[derive(Clone, Copy, Debug)]
pub struct Read {
    /// Which.
    pub id: UserId,
    /// Even if they are deleted.
    pub allow_deleted: bool,
}

call!(Read: acronis::USER_READ => User, |call, to| {
    to([&call.id.to_string()]).flag("allow_deleted", call.allow_deleted)
});

/// Creates a user (`users_post`).
#[derive(Clone, Debug)]
pub struct Create(pub NewUser);

call!(Create: acronis::USERS_POST => User, |call, to| to([]).json(&call.0.body()));

/// Changes what is said of a user (`user_update`).
#[derive(Clone, Debug)]
pub struct Update {
    /// Which.
    pub id: UserId,
    /// The version that is changed.
    pub version: i64,
    /// What of it.
    pub edit: UserEdit,
}

call!(Update: acronis::USER_UPDATE => User, |call, to| {
    to([&call.id.to_string()]).json(&call.edit.body(call.version))
});

/// Deletes a user, softly (`user_delete`).
#[derive(Clone, Copy, Debug)]
pub struct Delete {
    /// Which.
    pub id: UserId,
    /// The version that is deleted.
    pub version: i64,
}

call!(Delete: acronis::USER_DELETE, |call, to| to([&call.id.to_string()]).query("version", call.version));

/// Brings a deleted user back (`user_restore_post`).
#[derive(Clone, Copy, Debug)]
pub struct Restore {
    /// Which.
    pub id: UserId,
    /// Also where the login has been taken since; it then gets something added.
    pub force: bool,
    /// Enables them too.
    pub enable: bool,
}

call!(Restore: acronis::USER_RESTORE_POST, |call, to| {
    to([&call.id.to_string()]).flag("force", call.force).flag("enable", call.enable)
});

/// Whether a login name can be had (`users_check_login_get`): 204, or 409 where it is taken.
#[derive(Clone, Debug)]
pub struct CheckLogin {
    /// The login name.
    pub login: String,
}

call!(CheckLogin: acronis::USERS_CHECK_LOGIN_GET, |call, to| to([]).query("username", &call.login));

/// Sends the e-mail with the way to activate the account (`user_send_activation_email_post`).
#[derive(Clone, Copy, Debug)]
pub struct SendActivation {
    /// To whom.
    pub id: UserId,
}

// The contract demands a body, and says nothing of what is in it.
call!(SendActivation: acronis::USER_SEND_ACTIVATION_EMAIL_POST, |call, to| {
    to([&call.id.to_string()]).json(&json!({}))
});

/// Takes away the second factor that a user has set up (`user_totp_reset_delete`).
#[derive(Clone, Copy, Debug)]
pub struct ResetTotp {
    /// Whose.
    pub id: UserId,
}

call!(ResetTotp: acronis::USER_TOTP_RESET_DELETE, |call, to| to([&call.id.to_string()]).json(&json!({})));

/// Demands a second factor of a user, or does not (`user_mfa_status_update`).
#[derive(Clone, Copy, Debug)]
pub struct SetMfa {
    /// Of whom.
    pub id: UserId,
    /// Whether it is demanded.
    pub enabled: bool,
}

call!(SetMfa: acronis::USER_MFA_STATUS_UPDATE, |call, to| {
    to([&call.id.to_string()]).json(&json!({ "enabled": call.enabled }))
});

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use super::contact_write::ContactTexts;
    use super::user_write::USER_TEXTS;
    use crate::request::Call;
    use crate::uuid::Uuid;
    let (id, tenant) = (UserId(Uuid(7)), TenantId(Uuid(8)));
    let texts: ContactTexts = USER_TEXTS.into_iter().map(|one| (one, "a@b.example".to_owned())).collect();
    let words = vec!["quota".to_owned()];
    let new = NewUser::new(tenant, "ana", texts.clone()).unwrap();
    let before: User = serde_json::from_value(json!({ "tenant_id": tenant.to_string() })).unwrap();
    let edit = UserEdit::of(&before, texts, "de", Some(words.clone())).unwrap();
    let list = |scope| List { scope, limit: Some(100), with_access_policies: true, allow_deleted: true };
    vec![
        Me.request(),
        list(UserScope::Ids(vec![id, id])).request(),
        list(UserScope::Subtree(tenant)).request(),
        NextPage { after: "x".to_owned() }.request(),
        OfTenant { tenant, include_hidden: true, allow_deleted: true }.request(),
        Read { id, allow_deleted: true }.request(),
        Create(new.clone()).request(),
        Create(new.in_language("de").notified_of(words)).request(),
        Update { id, version: 5, edit }.request(),
        Update { id, version: 5, edit: UserEdit::enable(false) }.request(),
        Delete { id, version: 5 }.request(),
        Restore { id, force: true, enable: true }.request(),
        CheckLogin { login: "a b@c".to_owned() }.request(),
        SendActivation { id }.request(),
        ResetTotp { id }.request(),
        SetMfa { id, enabled: true }.request(),
    ]
}
