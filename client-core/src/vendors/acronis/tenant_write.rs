//! What is written of a tenant: all of a new one, and of one that is there only what was edited. Reference:
//! `POST /tenants`; `PUT /tenants/{tenant_id}`, which demands the version alone, so what is not sent stays.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::contact_field::ContactField;
use super::contact_write::ContactTexts;
use super::ids::TenantId;
use super::rules::{Reason, can_be_contact_email, can_be_tenant_value};
use super::tenant::{Tenant, TenantKind};
use super::tenant_field::TenantField;
use crate::told;

/// Values by their fields.
pub type TenantValues = BTreeMap<TenantField, Value>;

/// A tenant to be created. It keeps the rules of the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTenant {
    parent: TenantId,
    kind: TenantKind,
    values: TenantValues,
    contact: ContactTexts,
}

impl NewTenant {
    /// A tenant right below another. What was left empty is not sent; a name is needed.
    pub fn new(
        parent: TenantId,
        kind: TenantKind,
        mut values: TenantValues,
        mut contact: ContactTexts,
    ) -> Result<NewTenant, Reason> {
        values.retain(|_, value| !is_blank(value));
        check(&values)?;
        if !values.contains_key(&TenantField::Name) {
            return Err(Reason::Empty);
        }
        contact.retain(|_, text| !text.trim().is_empty());
        contact.get(&ContactField::Email).map_or(Ok(()), |email| can_be_contact_email(email))?;
        Ok(NewTenant { parent, kind, values, contact })
    }

    /// The tenant right above it.
    pub fn parent(&self) -> TenantId {
        self.parent
    }

    /// Its name.
    pub fn name(&self) -> &str {
        self.values.get(&TenantField::Name).and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether a tenant is this one, as far as it is told.
    pub fn is(&self, now: &Tenant) -> Option<bool> {
        let parent = now.parent_id.map(|parent| parent == self.parent);
        let kind = now.kind.as_ref().map(|kind| *kind == self.kind);
        told::all([parent, kind].into_iter().chain(are(&self.values, now)))
    }

    pub(super) fn body(&self) -> Value {
        let mut body = body(&self.values);
        body.insert("parent_id".to_owned(), self.parent.to_string().into());
        body.insert("kind".to_owned(), self.kind.as_str().into());
        if !self.contact.is_empty() {
            let contact: Map<String, Value> =
                self.contact.iter().map(|(field, text)| (field.name().to_owned(), json!(text))).collect();
            body.insert("contact".to_owned(), contact.into());
        }
        Value::Object(body)
    }
}

/// What of a tenant is changed. It keeps the rules of the contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TenantEdit {
    values: TenantValues,
}

impl TenantEdit {
    /// What differs between a tenant and what was entered. What was not told and is left empty is no difference.
    pub fn of(before: &Tenant, entered: TenantValues) -> Result<TenantEdit, Reason> {
        let differs = |(field, value): &(TenantField, Value)| match field.of(before) {
            Some(told) => !field.is_same(&told, value),
            None => !is_blank(value),
        };
        let written = |(field, value): (TenantField, Value)| (field, field.written(value));
        let values: TenantValues = entered.into_iter().filter(differs).map(written).collect();
        check(&values)?;
        Ok(TenantEdit { values })
    }

    /// What is written, by fields.
    pub fn values(&self) -> &TenantValues {
        &self.values
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Whether a tenant has what is written, as far as it is told.
    pub fn is_in(&self, now: &Tenant) -> Option<bool> {
        told::all(are(&self.values, now))
    }

    /// Whether all else is as it was, as far as both tell.
    pub fn leaves_the_rest(&self, before: &Tenant, now: &Tenant) -> bool {
        let rest = TenantField::ALL.into_iter().filter(|field| !self.values.contains_key(field));
        let is_same = |field: TenantField| match (field.of(before), field.of(now)) {
            (Some(before), Some(now)) => field.is_same(&before, &now),
            _ => true,
        };
        rest.into_iter().all(is_same)
    }

    /// What leads back; `None` where something of it was not told.
    pub fn back(&self, before: &Tenant) -> Option<TenantEdit> {
        let old = |field: &TenantField| field.of(before).map(|value| (*field, value));
        Some(TenantEdit { values: self.values.keys().map(old).collect::<Option<_>>()? })
    }

    pub(super) fn body(&self, version: i64) -> Value {
        let mut body = body(&self.values);
        body.insert("version".to_owned(), version.into());
        Value::Object(body)
    }
}

fn body(values: &TenantValues) -> Map<String, Value> {
    let mut body = Map::new();
    values.iter().for_each(|(field, value)| field.put(&mut body, value));
    body
}

fn are(values: &TenantValues, now: &Tenant) -> impl Iterator<Item = Option<bool>> {
    values.iter().map(|(field, value)| field.of(now).map(|told| field.is_same(&told, value)))
}

fn is_blank(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
}

fn check(values: &TenantValues) -> Result<(), Reason> {
    values.iter().try_for_each(|(field, value)| can_be_tenant_value(*field, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uuid::Uuid;

    fn tenant(json: Value) -> Tenant {
        let mut all = json!({"id": Uuid(7).to_string()});
        all.as_object_mut().unwrap().extend(json.as_object().unwrap().clone());
        serde_json::from_value(all).unwrap()
    }

    fn entered<const N: usize>(values: [(TenantField, Value); N]) -> TenantValues {
        values.into_iter().collect()
    }

    #[test]
    fn only_what_was_edited_is_sent_with_the_version() {
        let before = tenant(json!({"name": "Vigo", "customer_id": null, "language": "es", "enabled": true}));
        let same = entered([
            (TenantField::Name, "Vigo".into()),
            (TenantField::CustomerId, "".into()),
            (TenantField::InternalTag, "".into()),
            (TenantField::Enabled, true.into()),
        ]);
        assert!(TenantEdit::of(&before, same).unwrap().is_empty());
        let changed = entered([
            (TenantField::CustomerId, "A1".into()),
            (TenantField::Language, "es".into()),
            (TenantField::Enabled, false.into()),
        ]);
        let edit = TenantEdit::of(&before, changed).unwrap();
        assert_eq!(edit.body(3), json!({"customer_id": "A1", "enabled": false, "version": 3}));
        assert_eq!(
            edit.back(&before).unwrap().body(4),
            json!({"customer_id": null, "enabled": true, "version": 4})
        );
        let lock = entered([(TenantField::UpdateLock, true.into())]);
        let lock = TenantEdit::of(&before, lock).unwrap();
        assert_eq!(lock.body(3), json!({"update_lock": {"enabled": true}, "version": 3}));
        assert_eq!(lock.back(&before), None, "the lock was not told");
    }

    #[test]
    fn what_it_says_of_a_tenant_is_yes_no_or_not_told() {
        let before = tenant(json!({"name": "Vigo", "language": "es"}));
        let edit = TenantEdit::of(&before, entered([(TenantField::Name, "Lugo".into())])).unwrap();
        assert_eq!(edit.is_in(&tenant(json!({"name": "Lugo"}))), Some(true));
        assert_eq!(edit.is_in(&before), Some(false));
        assert_eq!(edit.is_in(&tenant(json!({}))), None);
        assert!(edit.leaves_the_rest(&before, &tenant(json!({"name": "Lugo"}))));
        assert!(!edit.leaves_the_rest(&before, &tenant(json!({"name": "Lugo", "language": "en"}))));
    }

    #[test]
    fn what_breaks_the_contract_is_refused() {
        let before = tenant(json!({"name": "Vigo"}));
        for (value, why) in [
            ((TenantField::Name, Value::from(" ")), Reason::Empty),
            ((TenantField::DefaultIdp, "x".into()), Reason::NoId),
            ((TenantField::Parent, "x".into()), Reason::NoId),
        ] {
            assert_eq!(TenantEdit::of(&before, entered([value])), Err(why));
        }
        let (parent, kind) = (TenantId(Uuid(1)), TenantKind::Customer);
        let new = |values, texts: &[(ContactField, &str)]| {
            let texts = texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
            NewTenant::new(parent, kind.clone(), values, texts)
        };
        let named = || entered([(TenantField::Name, "Lugo".into()), (TenantField::Language, "".into())]);
        assert_eq!(new(entered([]), &[]), Err(Reason::Empty));
        assert_eq!(new(named(), &[(ContactField::Email, "a@b")]), Err(Reason::NoEmail));
        let made = new(named(), &[(ContactField::Email, "a@b.example"), (ContactField::Phone, "")]).unwrap();
        let body = json!({
            "name": "Lugo", "kind": "customer", "parent_id": parent.to_string(), "contact": {"email": "a@b.example"},
        });
        assert_eq!(made.body(), body);
        let mut now = tenant(json!({"name": "Lugo", "kind": "customer", "parent_id": parent.to_string()}));
        assert_eq!(made.is(&now), Some(true));
        now.parent_id = None;
        assert_eq!(made.is(&now), None);
    }
}
