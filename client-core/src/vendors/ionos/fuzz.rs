//! Broken answers of the API, broken links, and broken things that a tab has kept.

use proptest::prelude::*;

use super::collection::Collection;
use super::envelope::Envelope;
use super::privileges::Cluster;
use super::requests::{Location, RequestStatus};
use super::tasks::{Next, Task};
use super::tests::connect;
use super::*;
use crate::decode;
use crate::fuzz::{broken, cases, one};
use crate::rate_limit::RateLimit;
use crate::write::batch::Batch;

pub(super) const UNIT: &str = r#"{"id":"15f67991-0f51-4efc-a8ad-ef1fb31a480c","type":"backupunit","href":"https://h/x","metadata":{"etag":"e",
 "createdDate":"2015-12-04T14:34:09Z","createdBy":"a@b","createdByUserId":"u","lastModifiedDate":"2015-12-04T14:34:09","state":"BUSY"},
 "properties":{"name":"Mail","email":"a@b.example"}}"#;

pub(super) const PERSON: &str = r#"{"id":"u1","type":"user","metadata":{"etag":"e","lastLogin":"2020-01-01T00:00:00Z"},"properties":{"firstname":"A",
 "lastname":"B","email":"a@b.example","administrator":true,"forceSecAuth":false,"secAuthActive":true,"s3CanonicalUserId":"s","active":true},
 "entities":{"owns":{"items":[{"id":"r1","type":"snapshot"}]},"groups":{"items":["[Circular Reference]"]}}}"#;

pub(super) const GROUP: &str = r#"{"id":"g1","type":"group","properties":{"name":"G","createBackupUnit":true,"accessAndManageIamResources":false,
 "somethingNew":true},"entities":{"users":{"items":[{"id":"u1"}]},"resources":{"items":[{"id":"r1","type":"k8s","properties":
 {"name":"N","secAuthProtection":false}}]}}}"#;

pub(super) const PAGE: &str = r#"{"id":"x","type":"collection","items":[{"id":"s1","properties":{"editPrivilege":true,"sharePrivilege":false}},7],
 "offset":0,"limit":100,"_links":{"next":"https://h/next"}}"#;

const STATUS: &str = r#"{"id":"r/status","href":"https://h","metadata":{"status":"RUNNING","message":"m"}}"#;

const REFUSAL: &str = r#"{"httpStatus":422,"messages":[{"errorCode":"309","message":"[(root).properties.name] Attribute 'name' is odd"}]}"#;

const BULK: &str = r#"{"items":[["a","waiting"],["b",{"ended":{"ending":"refused","said":"no"}}]],"not_before_ms":5.0,"paused":"server"}"#;

/// A task as a tab keeps it.
fn kept_task() -> &'static str {
    let (connection, ..) = connect(Vec::new());
    let unit: BackupUnit = serde_json::from_str(UNIT).unwrap();
    let link = "https://api.ionos.com/cloudapi/v6/requests/r-1/status";
    let task = Task::accepted(tasks::Action::Change, &unit, Location::read(&connection, link), 1_000.0);
    serde_json::to_string(&task).unwrap().leak()
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn fuzz_ionos_objects(unit in broken(UNIT), person in broken(PERSON), group in broken(GROUP)) {
        one::<BackupUnit>(&unit);
        one::<Resource>(&unit);
        one::<User>(&person);
        one::<Group>(&group);
        if let Ok(unit) = decode::json::<BackupUnit>("op", &unit) {
            let contract = ContractNumber::parse("1").unwrap();
            let _ = (unit.is_incomplete(), rules::can_write(&unit), rules::backup_login(contract, &unit));
        }
        if let Ok(user) = decode::json::<User>("op", &person) {
            let _ = user.properties.as_ref().map(UserChange::of);
        }
        if let Ok(Some(told)) = decode::json::<Group>("op", &group).map(|group| group.properties) {
            prop_assert!(told.privileges.count() <= group.len());
            let _ = (Cluster::ALL, Privilege::ALL.map(|one| told.privileges.has(one)));
        }
    }

    #[test]
    fn fuzz_ionos_lists(page in broken(PAGE), status in broken(STATUS), refusal in broken(REFUSAL)) {
        one::<Collection<GroupShare>>(&page);
        one::<Collection<BackupUnit>>(&page);
        one::<RequestStatus>(&status);
        decode::vendor_error(&refusal);
        if let Ok(envelope) = serde_json::from_slice::<Envelope>(&refusal) {
            let sorted = envelope.by_field(&["name", "email"]);
            prop_assert_eq!(sorted.fields.len() + sorted.others.len(), envelope.messages.len());
        }
    }

    /// Whatever a tab has kept, it is read or it is not; what is read can be driven, and asks for one thing only.
    #[test]
    fn fuzz_ionos_kept(task in broken(kept_task()), batch in broken(BULK), now_ms in any::<f64>()) {
        if let Ok(mut task) = serde_json::from_slice::<Task>(&task) {
            if let Next::AskStatus(id) = task.next(now_ms) {
                prop_assert!(!id.as_str().is_empty() && !crate::encode::is_dot_segment(id.as_str()));
            }
            task.signed_in(now_ms);
            let _ = (task.age_ms(now_ms), task.next(now_ms));
        }
        if let Ok(mut batch) = serde_json::from_slice::<Batch<String>>(&batch) {
            batch.take_up();
            batch.retry();
            batch.go_on();
            if let crate::write::batch::Next::Send(at) = batch.advance(now_ms) {
                prop_assert!(at < batch.items().len());
            }
        }
    }

    /// A link is followed below the upstream or not at all.
    #[test]
    fn fuzz_ionos_links(text in ".{0,60}", tail in "[/.%a-zA-Z0-9?#@:-]{0,40}", header in "[ 0-9.eE+-]{0,12}") {
        let (connection, ..) = connect(Vec::new());
        let base = "https://api.ionos.com/cloudapi/v6/requests/";
        for link in [text.clone(), tail.clone(), [base, &tail].concat(), [base, &tail, "/status"].concat()] {
            if let Location::Request(id) = Location::read(&connection, &link) {
                let call = requests::Status { id, contract_number: None };
                let url = connection.fetch_url(&crate::request::Call::request(&call));
                prop_assert!(url.starts_with("/proxy/ionos/cloudapi/v6/requests/") && url.ends_with("/status"));
                prop_assert!(!url.contains("/../") && !url.contains("//"));
            }
        }
        let _ = (ContractNumber::parse(&text), rules::can_be_email(&text), rules::can_be_name(&text));
        if let Some(limit) = RateLimit::read(&[("x-ratelimit-remaining".to_owned(), header)]) {
            prop_assert!(limit.pause_ms() >= 0.0);
        }
    }
}
