//! Somebody who is no administrator.

use super::*;

#[test]
fn a_member_sees_what_is_owned_and_shared() {
    let sandbox = sandbox();
    let (admin, member) = (Client::new(&sandbox, "ionos-demo"), Client::new(&sandbox, "ionos-member"));
    let (all, seen) = (ids(&admin.read("/backupunits")), ids(&member.read("/backupunits")));
    assert!(seen.len() >= 4 && seen.len() < all.len(), "{}", seen.len());
    let hidden = all.iter().find(|id| !seen.contains(id)).unwrap();
    for (method, target) in [("GET", ""), ("GET", "/ssourl"), ("DELETE", "")] {
        assert_eq!(member.write(method, &format!("/backupunits/{hidden}{target}"), "").status, 404);
    }
}

#[test]
fn a_member_writes_what_it_may_edit() {
    let sandbox = sandbox();
    let member = Client::new(&sandbox, "ionos-member");
    let (may, may_not) =
        (member.id_of("/backupunits", "MailArchiv2023"), member.id_of("/backupunits", "ErpProduktion"));
    let accepted = member.write("PATCH", &format!("/backupunits/{may}"), r#"{"password":"x"}"#);
    assert_eq!(member.status_of(accepted.find_header("location").unwrap()), "QUEUED");
    let refused = member.refused("PATCH", &format!("/backupunits/{may_not}"), "{}");
    assert!(refused.0 == 403 && refused.1.contains("edit"), "{refused:?}");
    member.accepted("POST", "/backupunits", r#"{"properties":{"name":"Mine"}}"#);
}

#[test]
fn user_management_is_not_for_members() {
    let sandbox = sandbox();
    let member = Client::new(&sandbox, "ionos-member");
    for target in ["/um/users", "/um/groups", "/um/resources", "/um/groups/x/shares/y"] {
        assert_eq!(member.refused("GET", target, "").0, 403, "{target}");
    }
    assert_eq!(member.refused("POST", "/um/users", "{}").0, 403);
}
