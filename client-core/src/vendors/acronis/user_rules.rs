//! The vendor's rules about users as named predicates: each says yes, or no with the reason that the screen shows.

use super::user::User;

/// Why nothing can be done with a user.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UserReason {
    /// They have been deleted; they can be read and restored, not changed.
    Deleted,
    /// Something else is being carried out on them (reference: `external_operation_status`).
    Busy(String),
    /// The version was not told, without which nothing can be written (reference: `PUT` and `DELETE /users/{user_id}`).
    NoVersion,
    /// Nobody deletes or disables themselves.
    Oneself,
    /// Nobody changes their own roles.
    OwnRoles,
    /// They have activated the account already.
    Activated,
}

/// The version that a write of this user has to name, or why there can be none.
pub fn can_write(user: &User) -> Result<i64, UserReason> {
    if user.is_deleted() {
        return Err(UserReason::Deleted);
    }
    if let Some(Some(operation)) = &user.external_operation_status {
        return Err(UserReason::Busy(operation.clone()));
    }
    user.version.ok_or(UserReason::NoVersion)
}

/// Whether this user can be deleted or disabled by somebody with that login. That nobody does so to themselves is
/// Tenantry's own rule: the reference does not speak of it, and nobody could take it back.
pub fn can_shut_out(user: &User, me: Option<&str>) -> Result<i64, UserReason> {
    let is_me = me.zip(user.login.as_deref()).is_some_and(|(me, login)| me.eq_ignore_ascii_case(login));
    if is_me { Err(UserReason::Oneself) } else { can_write(user) }
}

/// Whether the roles of this user can be changed by somebody with that login. The vendor refuses it to oneself (reference:
/// 403, `can not change access policies for self`).
pub fn can_change_roles(user: &User, me: Option<&str>) -> Result<(), UserReason> {
    if user.is_deleted() {
        return Err(UserReason::Deleted);
    }
    let is_me = me.zip(user.login.as_deref()).is_some_and(|(me, login)| me.eq_ignore_ascii_case(login));
    if is_me { Err(UserReason::OwnRoles) } else { Ok(()) }
}

/// Whether they can be sent the activation e-mail: not where they are known to need none.
pub fn can_be_sent_activation(user: &User) -> Result<(), UserReason> {
    if user.is_deleted() {
        return Err(UserReason::Deleted);
    }
    if user.activated == Some(true) { Err(UserReason::Activated) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uuid::Uuid;

    #[test]
    fn what_stands_in_the_way() {
        let user = |rest: &str| {
            let json = format!(r#"{{"tenant_id":"{}","login":"Ana"{rest}}}"#, Uuid(1));
            serde_json::from_str::<User>(&json).unwrap()
        };
        assert_eq!(can_write(&user("")), Err(UserReason::NoVersion));
        assert_eq!(can_write(&user(r#","version":"7""#)), Ok(7));
        let busy = user(r#","version":7,"external_operation_status":"moving""#);
        assert_eq!(can_write(&busy), Err(UserReason::Busy("moving".to_owned())));
        let deleted = user(r#","version":7,"deleted_at":"2020-01-01T00:00:00""#);
        assert_eq!(can_write(&deleted), Err(UserReason::Deleted));
        let version = user(r#","version":7"#);
        assert_eq!(can_shut_out(&version, Some("ana")), Err(UserReason::Oneself));
        assert_eq!((can_shut_out(&version, Some("b")), can_shut_out(&version, None)), (Ok(7), Ok(7)));
        assert_eq!(can_be_sent_activation(&user("")), Ok(()));
        assert_eq!(can_be_sent_activation(&user(r#","activated":true"#)), Err(UserReason::Activated));
    }
}
