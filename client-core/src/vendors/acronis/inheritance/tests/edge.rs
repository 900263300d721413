//! At the edge of sight, and where the server's word is not what the rule gives.

use serde_json::json;

use super::super::*;
use super::estate::{Estate, value};
use crate::uuid::Uuid;
use crate::vendors::acronis::{Effective, Own, Owner, OwnerType};

const ABOVE: Uuid = Uuid(77);

fn own(json: serde_json::Value, lock: bool, exclusive: bool) -> Own {
    Own { value: value(&json), lock, exclusive }
}

fn reported(owner: Uuid, json: serde_json::Value, lock: bool) -> Effective {
    let owner = Some(Owner { kind: OwnerType::Tenant, id: owner });
    Effective { owner, value: Some(value(&json)), lock, hidden: false }
}

/// `top` cannot see its parent; `child` is below it.
fn estate() -> Estate {
    let tenant = |name: &str, parent: &str| (name.to_owned(), Some(parent.to_owned()));
    Estate::new(&[tenant("top", "unseen"), tenant("child", "top")], false)
}

fn why(estate: &Estate, name: &str) -> Explanation {
    explain(&estate.tree, &estate.column, estate.node(name))
}

#[test]
fn a_top_without_an_own_value_receives_what_the_server_says() {
    let mut estate = estate();
    estate.put("top", None, Some(reported(ABOVE, json!(5), true)));
    estate.put("child", Some(own(json!(9), false, false)), Some(reported(ABOVE, json!(5), true)));
    let child = why(&estate, "child");
    assert_eq!((child.agreement, child.why), (Agreement::Agrees, Why::Shadowed(ABOVE, Locked::Above)));
    assert_eq!(child.links[1].role, Role::Shadowed(Locked::Above));
    assert_eq!(estate.preview("child", None).counts, Counts::default());
    assert_eq!(estate.preview("child", None).here, [], "it is shadowed, so nothing changes");
}

#[test]
fn what_lies_below_an_own_value_at_the_top_cannot_be_told() {
    let mut estate = estate();
    let mine = own(json!(1), false, false);
    estate.put("top", Some(mine.clone()), Some(reported(estate.id("top"), json!(1), false)));
    estate.put("child", None, Some(reported(estate.id("top"), json!(1), false)));
    assert_eq!(
        (why(&estate, "top").why, why(&estate, "top").fallback),
        (Why::Own, State::Unknown(Gap::Above))
    );
    assert_eq!(why(&estate, "child").why, Why::Inherited(estate.id("top")));
    // Deleting it, or keeping it to itself, asks for the value above.
    let deleted = estate.preview("top", None);
    assert_eq!(deleted.here[0].effect, Effect::CannotTell(Gap::Above));
    assert_eq!((deleted.counts.changed, deleted.counts.cannot_tell), (0, 1));
    let kept = estate.preview("top", Some(&Own { exclusive: true, ..mine }));
    assert_eq!((kept.here.first(), kept.counts.cannot_tell), (None, 1));
    // Another value in its place is foreseen.
    let other = estate.preview("top", Some(&own(json!(2), true, false)));
    assert_eq!((other.here[0].effect, other.counts.changed), (Effect::Changes, 1));
}

#[test]
fn the_children_of_an_exclusive_top_are_told_by_the_server() {
    let mut estate = estate();
    let mine = own(json!(1), false, true);
    estate.put("top", Some(mine.clone()), Some(reported(estate.id("top"), json!(1), false)));
    estate.put("child", None, Some(reported(ABOVE, json!(5), false)));
    assert_eq!(why(&estate, "child").why, Why::Inherited(ABOVE));
    assert_eq!(why(&estate, "child").links[0].role, Role::NotPassedDown);
    let value = estate.preview("top", Some(&own(json!(3), false, true)));
    assert_eq!((value.counts.changed, value.counts.cannot_tell), (0, 0), "its children do not inherit it");
    let shared = estate.preview("top", Some(&Own { exclusive: false, ..mine }));
    assert_eq!((shared.counts.changed, shared.touched[0].effect), (1, Effect::Changes));
}

#[test]
fn the_references_own_sample_is_not_explained() {
    let mut estate = estate();
    let old_stuff = reported(Uuid(0x8112_9b10), json!("old_Stuff"), false);
    estate.put("top", None, None);
    estate.put("child", Some(own(json!("new_stuff"), false, false)), Some(old_stuff));
    let child = why(&estate, "child");
    assert_eq!((child.agreement, child.why), (Agreement::Differs, Why::CannotTell(Gap::Unexplained)));
    let preview = estate.preview("child", None);
    assert_eq!(preview.here[0].effect, Effect::CannotTell(Gap::Unexplained));
}

#[test]
fn a_users_value_never_enters_the_walk() {
    let mut estate = estate();
    let owner = Some(Owner { kind: OwnerType::User, id: Uuid(5) });
    let users = Effective { owner, ..reported(ABOVE, json!("dark"), false) };
    estate.put("top", None, None);
    estate.put("child", None, Some(users.clone()));
    let child = why(&estate, "child");
    assert_eq!(child.agreement, Agreement::CannotTell(Gap::User));
    let preview = estate.preview("top", Some(&own(json!("light"), false, false)));
    assert_eq!(preview.touched[0].effect, Effect::CannotTell(Gap::User));
    estate.put("top", None, Some(users));
    assert_eq!(why(&estate, "top").why, Why::CannotTell(Gap::User));
}

#[test]
fn of_an_unknown_type_only_what_the_rule_does_not_need_is_told() {
    let mut estate = Estate::new(&[("root".into(), None), ("child".into(), Some("root".into()))], false);
    estate.column.inheritance = Inheritance::from(Some("merge"));
    estate.put(
        "root",
        Some(own(json!({"a": 1}), false, false)),
        Some(reported(estate.id("root"), json!({"a": 1}), false)),
    );
    let found = why(&estate, "root");
    assert_eq!((found.why, found.agreement), (Why::CannotTell(Gap::Rule), Agreement::CannotTell(Gap::Rule)));
    assert_eq!(estate.preview("root", None).here[0].effect, Effect::CannotTell(Gap::Rule));
}

#[test]
fn an_object_where_a_number_is_expected_gives_way_to_the_number() {
    let mut estate = Estate::new(&[("root".into(), None), ("child".into(), Some("root".into()))], true);
    estate.put(
        "root",
        Some(own(json!(10), false, false)),
        Some(reported(estate.id("root"), json!(10), false)),
    );
    estate.put(
        "child",
        Some(own(json!({"a": 1}), false, false)),
        Some(reported(estate.id("root"), json!(10), false)),
    );
    assert_eq!(why(&estate, "child").why, Why::SmallerAbove(estate.id("root")));
    assert_eq!(why(&estate, "child").agreement, Agreement::Agrees);
}

#[test]
fn an_ancestor_that_may_not_be_read_is_said() {
    let mut estate = estate();
    estate.column.forbid(estate.node("top"));
    estate.put("child", None, Some(reported(ABOVE, json!(5), false)));
    let child = why(&estate, "child");
    assert_eq!(child.links[0].role, Role::Unclear(Gap::NotVisible));
    assert_eq!((child.why, child.agreement), (Why::Inherited(ABOVE), Agreement::Agrees));
}
