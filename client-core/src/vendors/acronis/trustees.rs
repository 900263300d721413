//! Who the trustees of access policies are: users, API clients and security groups, as far as the account may see them.

use std::collections::{BTreeMap, BTreeSet};

use super::access_policy::{AccessPolicy, TrusteeType};
use super::clients::{self, Client};
use super::ids::UserId;
use super::security_groups::{self, SecurityGroup};
use super::user::User;
use super::user_lists::by_ids;
use super::users;
use crate::connection::Connection;
use crate::error::Error;
use crate::uuid::Uuid;

/// So many groups are asked for at once (reference: `ids`).
const MAX_GROUPS: usize = 100;

/// Somebody who has a role.
#[derive(Clone, Debug, PartialEq)]
pub enum Trustee {
    /// A user.
    User(Box<User>),
    /// An API client.
    Client(Box<Client>),
    /// A security group, and how many are in it, where that is known.
    Group(SecurityGroup, Option<usize>),
}

/// Trustees by type and id. Who is not in it could not be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trustees(BTreeMap<(&'static str, String), Trustee>);

impl Trustees {
    /// The trustee of a policy; `None` where nothing is known but the id.
    pub fn of(&self, policy: &AccessPolicy) -> Option<&Trustee> {
        let kind = kind(policy.trustee_type.as_ref()?)?;
        self.0.get(&(kind, policy.trustee_id.clone()?))
    }
}

fn kind(of: &TrusteeType) -> Option<&'static str> {
    match of {
        TrusteeType::User => Some("user"),
        TrusteeType::Client => Some("client"),
        TrusteeType::UserGroup => Some("user_group"),
        TrusteeType::Other(_) => None,
    }
}

/// Reads all of them. What is refused or not found stays unknown; only where nobody is signed in any more it is an error.
pub async fn read<'a>(
    connection: &Connection,
    policies: impl Iterator<Item = &'a AccessPolicy>,
) -> Result<Trustees, Error> {
    let mut wanted: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
    for policy in policies {
        if let (Some(kind), Some(id)) = (policy.trustee_type.as_ref().and_then(kind), &policy.trustee_id) {
            wanted.entry(kind).or_default().insert(id.clone());
        }
    }
    let mut ids = |kind| wanted.remove(kind).unwrap_or_default().into_iter().collect::<Vec<String>>();
    let mut found = Trustees::default();
    for (id, user) in read_users(connection, &ids("user")).await? {
        found.0.insert(("user", id.to_string()), Trustee::User(Box::new(user)));
    }
    for id in ids("client") {
        if let Some(client) = seen(connection.call(&clients::Read { id: id.clone() }).await)? {
            found.0.insert(("client", id), Trustee::Client(Box::new(client)));
        }
    }
    for chunk in ids("user_group").chunks(MAX_GROUPS) {
        let list = security_groups::List { ids: chunk.to_vec() };
        let groups = seen(connection.call(&list).await)?.map(|list| list.items.items).unwrap_or_default();
        for group in groups {
            let members = seen(connection.call(&security_groups::Members { id: group.id.clone() }).await)?;
            let members = members.filter(|list| !list.has_more()).map(|list| list.items.count());
            found.0.insert(("user_group", group.id.clone()), Trustee::Group(group, members));
        }
    }
    Ok(found)
}

/// In one request; one by one where that is refused, because one of them may be out of sight.
async fn read_users(connection: &Connection, ids: &[String]) -> Result<Vec<(UserId, User)>, Error> {
    let ids: Vec<UserId> = ids.iter().filter_map(|id| Uuid::parse(id)).map(UserId).collect();
    match by_ids(connection, &ids).await {
        Ok(list) => Ok(list.users),
        Err(error) if error.needs_sign_in() => Err(error),
        Err(_) => {
            let mut users = Vec::new();
            for id in ids {
                if let Some(user) = seen(connection.call(&users::Read { id, allow_deleted: true }).await)? {
                    users.push((id, user));
                }
            }
            Ok(users)
        }
    }
}

fn seen<T>(outcome: Result<T, Error>) -> Result<Option<T>, Error> {
    match outcome {
        Err(error) if error.needs_sign_in() => Err(error),
        outcome => Ok(outcome.ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::Scene;
    use crate::vendors::acronis::testing::{connect, now};

    fn policy(kind: &str, id: &str) -> AccessPolicy {
        let json = format!(r#"{{"trustee_type":"{kind}","trustee_id":"{id}"}}"#);
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn whoever_cannot_be_read_is_not_known() {
        let (one, two, home) = (Uuid(3).to_string(), Uuid(4).to_string(), Uuid(1));
        let user = |id: &str| format!(r#"{{"id":"{id}","tenant_id":"{home}","login":"ana"}}"#);
        let policies = [
            policy("user", &one),
            policy("user", &two),
            policy("user", "7"),
            policy("client", "c"),
            policy("user_group", "g"),
            policy("robot", "r"),
        ];
        let scenes = vec![
            Scene::new(403, ""),
            Scene::new(200, user(&one)),
            Scene::new(403, ""),
            Scene::new(404, ""),
            Scene::new(200, r#"{"items":[{"id":"g"}]}"#),
            Scene::new(200, r#"{"items":[{"id":"1","type":"user"},{"id":"2"}]}"#),
        ];
        let (connection, script) = connect(scenes);
        let found = now(read(&connection, policies.iter())).unwrap();
        let is_known: Vec<bool> = policies.iter().map(|policy| found.of(policy).is_some()).collect();
        assert_eq!(is_known, [true, false, false, false, true, false]);
        assert!(matches!(found.of(&policies[4]), Some(Trustee::Group(_, Some(2)))));
        assert_eq!(script.requests().len(), 6);
    }
}
