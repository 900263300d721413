//! Every answer to a spread of requests keeps the contract, and every operation is among them.

use std::collections::BTreeSet;

use tenantry_contracts::Vendor;

use super::*;
use crate::check::ionos::violations;
use crate::ionos::accounts::ACCOUNTS;

/// The paths of an operation, with ids that are there and with one that is not.
fn paths(template: &str, client: &Client<'_>) -> Vec<String> {
    let group = client.id_of("/um/groups", "Backup operators");
    let ids_of = |list: &str| ids(&client.read(list));
    // Some that are shared with the group, and the last of all, which is not.
    let mut resources = ids_of(&format!("/um/groups/{group}/shares"));
    resources.truncate(2);
    resources.extend(ids_of("/um/resources").pop());
    let mut found = vec![template.to_owned()];
    for (hole, values) in [
        ("{backupunitId}", ids_of("/backupunits")),
        ("{userId}", ids_of(&format!("/um/groups/{group}/users"))),
        ("{groupId}", vec![group]),
        ("{resourceType}", vec!["datacenter".to_owned(), "backupunit".to_owned()]),
        ("{resourceId}", resources),
        ("{requestId}", Vec::new()),
    ] {
        let values: Vec<String> = values.into_iter().take(3).chain(["nothing".to_owned()]).collect();
        let fill = |path: String| -> Vec<String> {
            if !path.contains(hole) {
                return vec![path];
            }
            values.iter().map(|value| path.replace(hole, value)).collect()
        };
        found = found.into_iter().flat_map(fill).collect();
    }
    found
}

fn bodies(id: &str, user: &str) -> Vec<String> {
    let unit = r#"{"properties":{"name":"Conform1","email":"a@x.example","password":"p"}}"#;
    let person = r#"{"properties":{"firstname":"A","lastname":"B","email":"c@x.example","password":"p"}}"#;
    let good = match id {
        "backupunitsPost" => unit.to_owned(),
        "umUsersPost" => person.to_owned(),
        "umUsersPut" => person.replace("c@x", "d@x"),
        "umGroupsPost" | "umGroupsPut" => r#"{"properties":{"name":"G","reserveIp":true}}"#.to_owned(),
        "umGroupsUsersPost" => format!(r#"{{"id":"{user}"}}"#),
        "umGroupsSharesPost" | "umGroupsSharesPut" => r#"{"properties":{"editPrivilege":true}}"#.to_owned(),
        "backupunitsPatch" => r#"{"email":"b@x.example"}"#.to_owned(),
        _ => r#"{"properties":{"email":"b@x.example"}}"#.to_owned(),
    };
    [good.as_str(), "{}", "[]", "{"].map(str::to_owned).into()
}

#[test]
fn every_answer_keeps_the_contract() {
    // Unchecked by itself, so that a violation is reported by its own name.
    let sandbox = Sandbox::new(Settings { tenants: 1, ..Settings::default() });
    let (mut checked, mut good) = (0, BTreeSet::new());
    for account in ACCOUNTS.iter().filter(|one| !one.fault.breaks_the_contract() && one.contracts.len() == 1)
    {
        // The ids are the same for every account, and nobody has written here.
        let untouched = super::sandbox();
        let known = Client::new(&untouched, "ionos-demo");
        let mut client = Client::new(&sandbox, account.id);
        let user = ids(&known.read("/um/users"))[2].clone();
        // What deletes comes last, and what is in something before it, so that each finds something.
        let mut operations: Vec<_> = Vendor::Ionos.contract().operations.iter().collect();
        operations.sort_by_key(|one| if one.method == "DELETE" { usize::MAX - one.path.len() } else { 0 });
        let mut requests = Vec::new();
        for operation in operations {
            for path in paths(&operation.path, &known) {
                let plain = Request::new(&operation.method, &format!("/cloudapi/v6{path}"));
                for query in ["", "depth=0", "depth=1", "depth=3&pretty=false", "nothing=1"] {
                    let request = Request { query: query.to_owned(), ..plain.clone() };
                    if operation.request_body.is_empty() {
                        requests.push((operation, request));
                        continue;
                    }
                    let media = ["application/json", "text/plain"];
                    for (body, media) in
                        bodies(&operation.id, &user).iter().flat_map(|body| media.map(|media| (body, media)))
                    {
                        requests.push((operation, request.clone().with_body(media, body)));
                    }
                }
            }
        }
        for (operation, request) in requests {
            let answer = client.send(request.clone());
            let found = violations(operation, &answer);
            assert!(found.is_empty(), "{} {request:?} {}: {:?}", account.id, answer.status, found.first());
            if answer.status < 300 {
                good.insert(operation.id.as_str());
            }
            checked += 1;
            if let Some(location) = answer.find_header("location").filter(|_| checked % 3 == 0) {
                let path = location.rsplit_once("/cloudapi").unwrap().1;
                let status = client.send(Request::new("GET", &format!("/cloudapi{path}")));
                let operation = Vendor::Ionos.contract().operation("requestsStatusGet").unwrap();
                assert_eq!(violations(operation, &status), [], "{location}");
                if status.status == 200 {
                    good.insert("requestsStatusGet");
                }
            }
            client.wait(1);
        }
    }
    assert!(checked > 10_000, "{checked}");
    assert_eq!(good.len(), Vendor::Ionos.contract().operations.len(), "{good:?}");
}

#[test]
fn refusals_before_signing_in_keep_it_too() {
    let sandbox = Sandbox::new(Settings { tenants: 1, ..Settings::default() });
    for operation in &Vendor::Ionos.contract().operations {
        let path = format!("/cloudapi/v6{}", operation.path);
        let answer = sandbox.handle(&Request::new(&operation.method, &path), NOW);
        assert_eq!((answer.status, violations(operation, &answer)), (401, Vec::new()), "{path}");
    }
}

#[test]
fn the_check_refuses_what_breaks_the_contract() {
    let contract = Vendor::Ionos.contract();
    let list = contract.operation("backupunitsGet").unwrap();
    let broken = Response::json(200, r#"{"items":[{"id":"x"}]}"#.to_owned());
    assert!(violations(list, &broken).len() >= 4);
    let bare = Response::json(418, "{}".to_owned());
    assert!(violations(list, &bare).len() >= 3 + 3);
    let accepted = contract.operation("backupunitsDelete").unwrap();
    assert!(violations(accepted, &Response::empty(202)).iter().any(|one| one.at == "location"));
}
