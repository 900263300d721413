//! Changes of API clients. A client has no version, so it is read again right before the write. What is recorded of a
//! client never holds its secret.

use serde_json::json;

use crate::vendors::acronis::api_clients::{
    ApiClient, ClientEdit, Create, Delete, Issued, Read, ResetSecret, Update, of_tenant,
};
use crate::vendors::acronis::ids::ClientId;
use crate::write::{About, Action, Change, Found, Now, Recorded};

const KIND: &str = "client";

/// Creates a client. `known` are those that were there before, so that none of them is taken for the new one. Where the
/// answer is lost, so is the secret.
pub fn create(new: Create, known: Vec<ClientId>) -> Change<Issued> {
    let about = About::create(KIND).called(Some(&new.name));
    let wanted = new.clone();
    Change::new(about, new, Some)
        .read_with(move |connection| {
            let (wanted, known) = (wanted.clone(), known.clone());
            Box::pin(async move {
                let all = of_tenant(&connection, wanted.tenant).await?;
                let is_new =
                    |one: &ApiClient| one.name() == Some(wanted.name.as_str()) && !known.contains(&one.id);
                Ok(match all.clients.into_iter().find(is_new) {
                    Some(client) => Now::There(Issued { client, secret: None }),
                    None if all.unread > 0 => Now::Unclear,
                    None => Now::NotThere,
                })
            })
        })
        .look_up(move |now| if now.is_some() { Found::Done } else { Found::NotYet })
        .inverse(|now| Some(delete_issued(&now?.client)))
}

/// Issues another secret. Nothing of a client tells whether that was done, so a lost answer stays unknown; and it has no
/// inverse.
pub fn reset_secret(client: &ApiClient) -> Change<Issued> {
    Change::new(about(Action::Change, "client_secret", client), ResetSecret { id: client.id }, Some)
}

/// Changes what was edited of a client, and leaves the rest.
pub fn update(before: ApiClient, edit: ClientEdit) -> Change<ApiClient> {
    let id = before.id;
    let (after, sent, back) = (edit.applied_to(&before), edit.applied_to(&before), edit.back(&before));
    let (shown, was) = (before.clone(), before.clone());
    let change = Change::new(about(Action::Change, KIND, &before), Update { id, edit }, Some)
        .read_by(Read { id })
        .unless_changed(move |now| now.agrees(&shown))
        .look_up(move |now| match now {
            Some(now) => Found::by(now.agrees(&sent), now.agrees(&was)),
            None => Found::SomethingElse,
        })
        .verify(move |now| Some(now.agrees(&after)));
    match back {
        Some(back) => change.inverse(move |now| Some(update(now?.clone(), back))),
        None => change,
    }
}

/// Deletes a client. It has no inverse: one that is created anew has another id and another secret.
pub fn delete(client: &ApiClient) -> Change<ApiClient> {
    let (id, shown) = (client.id, client.clone());
    Change::new(about(Action::Delete, KIND, client), Delete { id }, |()| None)
        .read_by(Read { id })
        .unless_changed(move |now| now.agrees(&shown))
        .look_up(|now| if now.is_some() { Found::NotYet } else { Found::Done })
}

/// The same for one that was created.
fn delete_issued(client: &ApiClient) -> Change<Issued> {
    let (id, shown) = (client.id, client.clone());
    Change::new(about(Action::Delete, KIND, client), Delete { id }, |()| None)
        .read_with(move |connection| {
            Box::pin(async move {
                let client = connection.call(&Read { id }).await?;
                Ok(Now::There(Issued { client, secret: None }))
            })
        })
        .unless_changed(move |now| now.client.agrees(&shown))
        .look_up(|now| if now.is_some() { Found::NotYet } else { Found::Done })
}

fn about(action: Action, kind: &'static str, client: &ApiClient) -> About {
    About::new(action, kind, client.id).called(client.name())
}

impl Recorded for ApiClient {
    fn record(&self) -> String {
        let status = self.status.as_ref().map(|status| status.as_str().to_owned());
        json!({ "client_id": self.id.to_string(), "name": self.name(), "status": status }).to_string()
    }
}

impl Recorded for Issued {
    fn record(&self) -> String {
        self.client.record()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::TransportFailure;
    use crate::transport::{Scene, Scripted};
    use crate::uuid::Uuid;
    use crate::vendors::acronis::TenantId;
    use crate::vendors::acronis::api_clients::ClientStatus;
    use crate::vendors::acronis::testing::{connect, now};
    use crate::write::{Done, Known, Outcome, Verified};

    fn text(name: &str, status: &str) -> String {
        json!({"client_id": Uuid(7).to_string(), "data": {"client_name": name}, "status": status}).to_string()
    }

    fn client(name: &str, status: &str) -> ApiClient {
        serde_json::from_str(&text(name, status)).unwrap()
    }

    fn scene(name: &str, status: &str) -> Scene {
        Scene::new(200, text(name, status))
    }

    fn lost() -> Scene {
        Scene::failure(TransportFailure::Unreachable)
    }

    fn run<T: 'static>(change: Change<T>, scenes: Vec<Scene>) -> (Outcome<T>, String, Scripted) {
        let (connection, script) = connect(scenes);
        let (outcome, record) = now(change.run_recorded(&connection, &|_| ()));
        (outcome, serde_json::to_string(&record).unwrap(), script)
    }

    #[test]
    fn a_secret_is_in_no_record() {
        let new = Create { tenant: TenantId(Uuid(8)), name: "Agent".to_owned() };
        let whole = r#"{"client_id":"00000000-0000-0000-0000-000000000007","client_secret":"hush","registration_access_token":"hush too"}"#;
        let (outcome, record, _) = run(create(new, Vec::new()), vec![Scene::new(201, whole)]);
        assert_eq!(outcome.object().unwrap().secret.as_ref().unwrap().expose(), "hush");
        assert!(!record.contains("hush"), "{record}");
        let (outcome, record, _) =
            run(reset_secret(&client("Agent", "enabled")), vec![Scene::new(200, whole)]);
        assert!(outcome.ending().is_done() && !record.contains("hush"), "{record}");
    }

    #[test]
    fn a_lost_answer_is_looked_up_and_the_secret_is_lost_with_it() {
        let new = || Create { tenant: TenantId(Uuid(8)), name: "Agent".to_owned() };
        let ids = |ids: &[u128]| {
            let ids: Vec<String> = ids.iter().map(|id| Uuid(*id).to_string()).collect();
            Scene::new(200, json!({ "items": ids }).to_string())
        };
        let rows = || Scene::new(200, format!(r#"{{"items":[{}]}}"#, text("Agent", "enabled")));
        let (outcome, ..) = run(create(new(), Vec::new()), vec![lost(), ids(&[7]), rows()]);
        let Outcome::Done(Done { object: Some(issued), known: Known::LookedUp(_), .. }) = outcome else {
            panic!("{outcome:?}")
        };
        assert!(issued.secret.is_none());
        // One that was there before is not the new one.
        let (outcome, ..) = run(create(new(), vec![ClientId(Uuid(7))]), vec![lost(), ids(&[7]), rows()]);
        assert!(!outcome.ending().is_done());
        assert!(!run(reset_secret(&client("Agent", "enabled")), vec![lost()]).0.can_look());
    }

    #[test]
    fn somebody_else_was_faster() {
        let off = || ClientEdit::of(&client("Agent", "enabled"), "Agent", Some(ClientStatus::Disabled));
        let (outcome, ..) = run(
            update(client("Agent", "enabled"), off()),
            vec![scene("Agent", "enabled"), scene("Agent", "disabled")],
        );
        assert!(matches!(outcome, Outcome::Done(Done { verified: Verified::Yes, .. })));
        let (outcome, _, script) =
            run(update(client("Agent", "enabled"), off()), vec![scene("Robot", "enabled")]);
        assert!(matches!(outcome, Outcome::ChangedBefore(_)) && script.requests().len() == 1);
        let (outcome, ..) = run(
            delete(&client("Agent", "enabled")),
            vec![scene("Agent", "enabled"), lost(), Scene::new(404, "")],
        );
        assert!(outcome.ending().is_done());
    }
}
