//! Changes of offering items. The reference does not say what becomes of the items of an application that a write does not
//! name, so all of them are read back.

use serde_json::json;

use crate::told;
use crate::vendors::acronis::ids::TenantId;
use crate::vendors::acronis::offering_items::{OfTenant, OfferingItems};
use crate::vendors::acronis::offering_write::{ItemEdit, Update};
use crate::write::{About, Action, Change, Found, Now, Recorded};

/// Changes one item of a tenant. `shown` are all its items, which have to stay as they are.
pub fn update(tenant: TenantId, shown: OfferingItems, edit: ItemEdit) -> Change<OfferingItems> {
    let about = About::new(Action::Change, "offering_item", tenant).called(Some(&edit.before().name));
    let (first, sent, meant, back) = (edit.clone(), edit.clone(), edit.clone(), edit.clone());
    let before = shown.clone();
    Change::new(about, Update { tenant, edit }, Some)
        .read_with(move |connection| {
            Box::pin(async move { connection.call(&OfTenant { tenant }).await.map(Now::There) })
        })
        .unless_changed(move |now| first.is_unchanged_in(now))
        .look_up(move |now| match now {
            Some(now) => Found::by_told(sent.is_in(now), sent.is_unchanged_in(now)),
            None => Found::SomethingElse,
        })
        .read_back(move |connection| {
            Box::pin(async move {
                let now = connection.call(&OfTenant { tenant }).await?;
                let rest = Some(meant.leaves_the_rest(&shown, &now));
                Ok(told::all([meant.is_in(&now), rest]) == Some(true))
            })
        })
        .inverse(move |now| {
            let now = now?;
            Some(update(tenant, before.with(now), back.back(now)?))
        })
}

impl Recorded for OfferingItems {
    fn record(&self) -> String {
        let item = |item: &crate::vendors::acronis::offering_items::OfferingItem| {
            let quota = item.quota.map(|quota| json!({"value": quota.value, "overage": quota.overage}));
            json!({"name": item.name, "infra_id": item.infra_id.map(|id| id.to_string()), "status": item.status, "quota": quota})
        };
        json!(self.items.items.iter().map(item).collect::<Vec<_>>()).to_string()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::error::TransportFailure;
    use crate::transport::{Scene, Scripted};
    use crate::uuid::Uuid;
    use crate::vendors::acronis::testing::{connect, now};
    use crate::write::{Done, Known, Outcome, Verified};

    const TENANT: TenantId = TenantId(Uuid(7));

    fn list(value: i64, version: i64, status: i64) -> Value {
        let of = |name: &str, status: i64, value: i64| {
            json!({
                "name": name, "application_id": Uuid(1).to_string(), "status": status,
                "quota": {"value": value, "overage": 0, "version": version},
            })
        };
        json!({"timestamp": "2026-01-01T00:00:00Z", "items": [of("vms", 1, value), of("storage", status, 5)]})
    }

    fn scene(value: i64, version: i64, status: i64) -> Scene {
        Scene::new(200, list(value, version, status).to_string())
    }

    fn run(scenes: Vec<Scene>) -> (Outcome<OfferingItems>, Scripted) {
        let shown: OfferingItems = serde_json::from_value(list(10, 4, 1)).unwrap();
        let edit = ItemEdit::of(&shown.items.items[0], None, Some(Some(20)), None).unwrap();
        let (connection, script) = connect(scenes);
        (now(update(TENANT, shown, edit).run(&connection, &|_| ())), script)
    }

    #[test]
    fn a_quota_is_changed_and_everything_is_read_back() {
        let verified = |outcome| match outcome {
            Outcome::Done(Done { verified, .. }) => verified,
            other => panic!("{other:?}"),
        };
        let (outcome, script) = run(vec![scene(10, 4, 1), scene(20, 5, 1), scene(20, 5, 1)]);
        assert_eq!((verified(outcome), script.requests().len()), (Verified::Yes, 3));
        // A server that turns off what was not named is told.
        let (outcome, _) = run(vec![scene(10, 4, 1), scene(20, 5, 1), scene(20, 5, 0)]);
        assert_eq!(verified(outcome), Verified::Differs);
        let (outcome, script) = run(vec![scene(11, 5, 1)]);
        assert!(matches!(outcome, Outcome::ChangedBefore(_)) && script.requests().len() == 1);
        let lost = Scene::failure(TransportFailure::Unreachable);
        let (outcome, _) = run(vec![scene(10, 4, 1), lost, scene(20, 5, 1), scene(20, 5, 1)]);
        assert!(matches!(outcome, Outcome::Done(Done { known: Known::LookedUp(_), .. })));
    }
}
