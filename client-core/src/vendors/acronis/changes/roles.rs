//! Changes of a user's roles. The vendor takes all of them at once, so they are read again right before: what somebody else
//! has granted meanwhile would be taken away.

use serde_json::Value;

use crate::uuid::Uuid;
use crate::vendors::acronis::ids::UserId;
use crate::vendors::acronis::user_roles::{Read, Rewrite, Role, UserRoles};
use crate::write::{About, Action, Change, Found, Recorded};

/// Grants a role. `login` is how people call the user.
pub fn grant(user: UserId, login: Option<&str>, shown: UserRoles, role: &Role) -> Change<UserRoles> {
    let wanted = shown.with(user, role);
    rewrite(about(Action::Create, user, login), user, shown, wanted)
}

/// Takes the role of that policy away.
pub fn revoke(user: UserId, login: Option<&str>, shown: UserRoles, policy: Uuid) -> Change<UserRoles> {
    let wanted = shown.without(policy);
    rewrite(about(Action::Delete, user, login), user, shown, wanted)
}

fn rewrite(about: About, user: UserId, shown: UserRoles, wanted: UserRoles) -> Change<UserRoles> {
    let (back, before, again) = (shown.clone(), shown.clone(), about.clone());
    let (meant, sent) = (wanted.clone(), wanted.clone());
    Change::new(about, Rewrite { user, roles: wanted }, Some)
        .read_by(Read { user })
        .unless_changed(move |now| now.agrees(&shown))
        .look_up(move |now| match now {
            Some(now) => Found::by(now.are_the_roles(&sent), now.agrees(&before)),
            None => Found::SomethingElse,
        })
        .verify(move |now| Some(now.are_the_roles(&meant)))
        .inverse(move |now| {
            let now = now?;
            let action = if again.action == Action::Create { Action::Delete } else { Action::Create };
            let (about, wanted) = (About { action, ..again }, now.back_to(&back));
            Some(rewrite(about, user, now.clone(), wanted))
        })
}

fn about(action: Action, user: UserId, login: Option<&str>) -> About {
    About::new(action, "role", user).called(login)
}

impl Recorded for UserRoles {
    fn record(&self) -> String {
        Value::from(self.items().to_vec()).to_string()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::error::TransportFailure;
    use crate::transport::Scene;
    use crate::vendors::acronis::TenantId;
    use crate::vendors::acronis::testing::{connect, now};
    use crate::write::{Done, Known, Outcome, Verified};

    const USER: UserId = UserId(Uuid(7));

    fn list(roles: &[(u128, &str)]) -> Value {
        let item = |(id, role): &(u128, &str)| json!({"id": Uuid(*id).to_string(), "tenant_id": Uuid(8).to_string(), "role_id": role, "extra": id.to_string()});
        json!({"timestamp": "2026-01-01T00:00:00Z", "items": roles.iter().map(item).collect::<Vec<_>>()})
    }

    fn scene(roles: &[(u128, &str)]) -> Scene {
        Scene::new(200, list(roles).to_string())
    }

    fn shown(roles: &[(u128, &str)]) -> UserRoles {
        serde_json::from_value(list(roles)).unwrap()
    }

    #[test]
    fn a_role_is_granted_beside_those_that_are_there_and_taken_away_again() {
        let role = Role { tenant: TenantId(Uuid(8)), role: "unit_admin".to_owned() };
        let both: &[_] = &[(3, "reader"), (4, "unit_admin")];
        let scenes = vec![scene(&both[..1]), scene(both), scene(both), scene(&both[..1])];
        let (connection, script) = connect(scenes);
        let mut change = grant(USER, Some("ana"), shown(&both[..1]), &role);
        let inverse = change.take_inverse().unwrap();
        let outcome = now(change.run(&connection, &|_| ()));
        assert!(matches!(&outcome, Outcome::Done(Done { verified: Verified::Yes, .. })));
        let sent: Value = serde_json::from_slice(&script.requests()[1].body.as_ref().unwrap().0).unwrap();
        assert_eq!(
            (&sent["items"][0]["extra"], &sent["items"][1]["role_id"]),
            (&json!("3"), &json!("unit_admin"))
        );
        assert_eq!(
            (&sent["items"][1]["trustee_id"], sent["items"].as_array().unwrap().len()),
            (&json!(USER.to_string()), 2)
        );
        let outcome = now(inverse.of(&outcome).unwrap().run(&connection, &|_| ()));
        assert!(matches!(outcome, Outcome::Done(Done { verified: Verified::Yes, .. })));
        let sent: Value = serde_json::from_slice(&script.requests()[3].body.as_ref().unwrap().0).unwrap();
        assert_eq!(sent["items"], list(&both[..1])["items"]);
    }

    #[test]
    fn what_somebody_else_granted_meanwhile_is_not_taken_away() {
        let (connection, script) = connect(vec![scene(&[(3, "reader"), (5, "boss")])]);
        let outcome = now(revoke(USER, None, shown(&[(3, "reader")]), Uuid(3)).run(&connection, &|_| ()));
        assert!(matches!(outcome, Outcome::ChangedBefore(_)) && script.requests().len() == 1);
        // The answer was lost, and it was carried out.
        let lost = || Scene::failure(TransportFailure::Unreachable);
        let (connection, _) = connect(vec![scene(&[(3, "reader")]), lost(), scene(&[])]);
        let outcome = now(revoke(USER, None, shown(&[(3, "reader")]), Uuid(3)).run(&connection, &|_| ()));
        assert!(matches!(outcome, Outcome::Done(Done { known: Known::LookedUp(_), .. })));
    }
}
