//! Who can reach a unit: each reason, and what is not known.

use super::reach::*;
use super::*;
use crate::paging::Extent;

fn unit() -> BackupUnit {
    serde_json::from_str(
        r#"{"id":"unit","metadata":{"createdByUserId":"maker"},"properties":{"name":"Mail"}}"#,
    )
    .unwrap()
}

fn user(id: &str, rest: &str) -> User {
    let rest = if rest.contains("properties") { rest.to_owned() } else { format!("{PLAIN}{rest}") };
    serde_json::from_str(&format!(r#"{{"id":"{id}"{rest}}}"#)).unwrap()
}

const PLAIN: &str = r#","properties":{"administrator":false,"active":true}"#;

fn group(id: &str, privilege: &str, members: Option<&[&str]>, shared: Shared) -> GroupFacts {
    let text = format!(
        r#"{{"id":"{id}","properties":{{"name":"Group {id}","accessAndManageIamResources":false,"{privilege}":true}}}}"#
    );
    let members = members.map(|all| all.iter().map(|id| UserId::new(*id).unwrap()).collect());
    GroupFacts { group: serde_json::from_str(&text).unwrap(), members, shared }
}

fn reasons<'a>(reach: &'a Reach, id: &str) -> &'a [Why] {
    reach.people.iter().find(|one| one.user.id.as_str() == id).map_or(&[], |one| one.why.as_slice())
}

const OWNS_IT: &str = r#","entities":{"owns":{"items":[{"id":"unit","type":"backupunit"}]}}"#;
const OWNS_NOTHING: &str = r#","entities":{"owns":{"items":[]}}"#;

#[test]
fn everybody_has_a_reason() {
    let edit = Shared::Yes(Some(SharePrivileges { edit: Some(true), share: Some(false) }));
    let directory = Directory {
        users: vec![
            user("admin", r#","properties":{"administrator":true,"active":false}"#),
            user("owner", OWNS_IT),
            user("maker", OWNS_NOTHING),
            user("operator", ""),
            user("manager", ""),
            user("creator", ""),
        ],
        groups: vec![
            group("operators", "reserveIp", Some(&["operator", "admin"]), edit),
            group("managers", "accessAndManageIamResources", Some(&["manager"]), Shared::No),
            group("creators", "createBackupUnit", Some(&["creator"]), Shared::No),
            group("nobody", "reserveIp", Some(&[]), Shared::Yes(None)),
        ],
        bad_rows: 0,
        users_extent: Extent::Whole,
    };
    let reach = who_can_reach(&Target::from(&unit()), &directory);
    let ids: Vec<_> = reach.people.iter().map(|one| one.user.id.as_str()).collect();
    // Who made it does not own it any more; who may create units cannot reach this one.
    assert_eq!(ids, ["admin", "owner", "operator", "manager"]);
    assert!(matches!(reasons(&reach, "admin"), [Why::Administrator, Why::Share { .. }]));
    assert_eq!(reasons(&reach, "owner"), [Why::Owner { told: true }]);
    assert!(
        matches!(reasons(&reach, "operator"), [Why::Share { name: Some(name), .. }] if name == "Group operators")
    );
    assert!(matches!(reasons(&reach, "manager"), [why @ Why::Privilege { .. }] if !why.is_direct()));
    assert_eq!(reach.people.iter().map(Person::can_edit).collect::<Vec<_>>(), [true, true, true, false]);
    let blocked: Vec<_> = reach.people[..2].iter().map(Person::is_blocked).collect();
    assert_eq!(blocked, [Some(true), Some(false)]);
    assert_eq!(reach.people.iter().map(Person::can_now).collect::<Vec<_>>(), [false, true, true, false]);
    assert_eq!(reach.empty_groups, [GroupId::new("nobody").unwrap()]);
    assert!(reach.unread.is_empty());
}

#[test]
fn what_is_not_known_is_told() {
    let directory = Directory {
        users: vec![user("maker", "")],
        groups: vec![
            group("closed", "reserveIp", None, Shared::Yes(None)),
            group("hidden", "reserveIp", Some(&["maker"]), Shared::Unread),
            group("strangers", "reserveIp", Some(&["stranger"]), Shared::Yes(None)),
        ],
        bad_rows: 2,
        users_extent: Extent::Repeated,
    };
    let reach = who_can_reach(&Target::from(&unit()), &directory);
    // Where nothing is told of what they own, who made it counts as its owner, and that is said.
    assert_eq!(reasons(&reach, "maker"), [Why::Owner { told: false }]);
    let (closed, hidden) = (GroupId::new("closed").unwrap(), GroupId::new("hidden").unwrap());
    let stranger = Unread::User(UserId::new("stranger").unwrap());
    let cut = [Unread::Rows(2), Unread::MoreUsers];
    assert_eq!(reach.unread[..2], cut);
    assert_eq!(reach.unread[2..], [Unread::Members(closed), Unread::Shares(hidden), stranger]);
}

#[test]
fn what_is_not_told_of_a_user_or_a_group_is_no_no() {
    let untold = |text: &str| serde_json::from_str::<Group>(text).unwrap();
    let facts = |group: Group| GroupFacts { group, members: Some(Vec::new()), shared: Shared::No };
    let directory = Directory {
        users: vec![
            user("somebody", r#","properties":{"administrator":null}"#),
            user("text", r#","properties":{"administrator":"true","active":"false"}"#),
        ],
        groups: vec![
            facts(untold(r#"{"id":"nothing"}"#)),
            facts(untold(r#"{"id":"null","properties":{"accessAndManageIamResources":null}}"#)),
        ],
        ..Directory::default()
    };
    let target = Target { creator: None, ..Target::from(&unit()) };
    let reach = who_can_reach(&target, &directory);
    assert_eq!(reasons(&reach, "text"), [Why::Administrator]);
    assert_eq!((reach.people.len(), reach.people[0].is_blocked()), (1, Some(true)));
    let group = |id: &str| Unread::Privileges(GroupId::new(id).unwrap());
    assert_eq!(reach.unread, [Unread::Administrators(1), Unread::Owned(2), group("nothing"), group("null")]);
}
