//! What is written of a contact: all of a new one, and of one that is there only what was edited. Reference:
//! `POST /contacts`, `PUT /contacts/{contact_id}`, which demands no field, so what is not sent stays.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::contact::{Contact, sorted};
use super::contact_field::ContactField;
use super::contact_type::ContactType;
use super::rules::{Reason, can_be_contact_email, can_be_created_for, can_be_types};
use super::tenant::TenantId;
use crate::told;
use crate::uuid::Uuid;

/// Texts by their fields.
pub type ContactTexts = BTreeMap<ContactField, String>;

/// A contact to be created. It keeps the rules of the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewContact {
    tenant: TenantId,
    user: Option<Uuid>,
    types: Vec<ContactType>,
    texts: ContactTexts,
}

impl NewContact {
    /// A contact of a tenant. Texts that are empty are not sent; an e-mail address is needed.
    pub fn new(tenant: TenantId, types: Vec<ContactType>, mut texts: ContactTexts) -> Result<Self, Reason> {
        types.iter().try_for_each(|one| can_be_created_for(*one))?;
        let words: Vec<String> = types.iter().map(|one| one.word().to_owned()).collect();
        can_be_types(&words)?;
        texts.retain(|_, text| !text.trim().is_empty());
        can_be_contact_email(texts.get(&ContactField::Email).map_or("", String::as_str))?;
        Ok(NewContact { tenant, user: None, types, texts })
    }

    /// Of a user of the tenant.
    #[must_use]
    pub fn of_user(mut self, user: Option<Uuid>) -> NewContact {
        self.user = user;
        self
    }

    /// Whose it will be.
    pub fn tenant(&self) -> TenantId {
        self.tenant
    }

    /// Its e-mail address.
    pub fn email(&self) -> &str {
        self.texts.get(&ContactField::Email).map_or("", String::as_str)
    }

    /// Whether a contact is this one, as far as it is told.
    pub fn is(&self, now: &Contact) -> Option<bool> {
        let types: Vec<String> = self.types.iter().map(|one| one.word().to_owned()).collect();
        let tenant = now.tenant_id.map(|tenant| tenant == self.tenant);
        let user = self.user.map(|user| now.user_id.map(|told| told == Some(user)));
        told::all([tenant, are_types(now, &types)].into_iter().chain(user).chain(are_texts(now, &self.texts)))
    }

    pub(super) fn body(&self) -> Value {
        let mut body = texts(&self.texts);
        // Both have to be sent, and may be null.
        for name in [ContactField::FirstName, ContactField::LastName] {
            body.entry(name.name()).or_insert(Value::Null);
        }
        body.insert("tenant_id".to_owned(), self.tenant.to_string().into());
        if let Some(user) = self.user {
            body.insert("user_id".to_owned(), user.to_string().into());
        }
        body.insert("types".to_owned(), self.types.iter().map(|one| one.word()).collect());
        Value::Object(body)
    }
}

/// What of a contact is changed. It keeps the rules of the contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactEdit {
    types: Option<Vec<String>>,
    texts: ContactTexts,
}

impl ContactEdit {
    /// What differs between a contact and what was entered. What was not told and is left empty is no difference.
    pub fn of(before: &Contact, types: &[String], entered: ContactTexts) -> Result<ContactEdit, Reason> {
        let was = before.types.as_deref().map(sorted);
        let types = (was != Some(sorted(types))).then(|| types.to_vec());
        let types = types.filter(|types| was.is_some() || !types.is_empty());
        let differs =
            |(field, text): &(ContactField, String)| before.text(*field).unwrap_or_default() != text;
        let texts: ContactTexts = entered.into_iter().filter(differs).collect();
        types.as_deref().map_or(Ok(()), can_be_types)?;
        texts.get(&ContactField::Email).map_or(Ok(()), |email| can_be_contact_email(email))?;
        Ok(ContactEdit { types, texts })
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.types.is_none() && self.texts.is_empty()
    }

    /// The texts that are changed.
    pub fn fields(&self) -> impl Iterator<Item = ContactField> {
        self.texts.keys().copied()
    }

    /// Whether what it is for is changed.
    pub fn has_types(&self) -> bool {
        self.types.is_some()
    }

    /// Whether a contact has what is written, as far as it is told.
    pub fn is_in(&self, now: &Contact) -> Option<bool> {
        let types = self.types.as_deref().map(|types| are_types(now, types));
        told::all(types.into_iter().chain(are_texts(now, &self.texts)))
    }

    /// The contact with what is written.
    pub fn applied_to(&self, before: &Contact) -> Contact {
        let mut after = before.clone();
        if let Some(types) = &self.types {
            after.types = Some(types.clone());
        }
        for (field, text) in &self.texts {
            after.set_text(*field, text.clone());
        }
        after
    }

    /// What leads back; `None` where something of it was not told.
    pub fn back(&self, before: &Contact) -> Option<ContactEdit> {
        let types = match self.types {
            Some(_) => Some(before.types.clone().filter(|types| !types.is_empty())?),
            None => None,
        };
        let old = |field: &ContactField| before.text(*field).map(|text| (*field, text.to_owned()));
        Some(ContactEdit { types, texts: self.texts.keys().map(old).collect::<Option<_>>()? })
    }

    pub(super) fn body(&self) -> Value {
        let mut body = texts(&self.texts);
        if let Some(types) = &self.types {
            body.insert("types".to_owned(), types.clone().into());
        }
        Value::Object(body)
    }
}

fn texts(texts: &ContactTexts) -> Map<String, Value> {
    texts.iter().map(|(field, text)| (field.name().to_owned(), text.as_str().into())).collect()
}

fn are_texts(now: &Contact, texts: &ContactTexts) -> impl Iterator<Item = Option<bool>> {
    texts.iter().map(|(field, text)| now.text(*field).map(|told| field.is_same(told, text)))
}

fn are_types(now: &Contact, types: &[String]) -> Option<bool> {
    now.types.as_deref().map(|told| sorted(told) == sorted(types))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn contact(json: Value) -> Contact {
        serde_json::from_value(json).unwrap()
    }

    fn entered(pairs: &[(ContactField, &str)]) -> ContactTexts {
        pairs.iter().map(|(field, text)| (*field, (*text).to_owned())).collect()
    }

    #[test]
    fn only_what_was_edited_is_sent() {
        let before = contact(
            json!({"types": ["legal", "billing"], "email": "a@b.example", "phone": "1", "firstname": null}),
        );
        let same = entered(&[
            (ContactField::Email, "a@b.example"),
            (ContactField::FirstName, ""),
            (ContactField::City, ""),
        ]);
        let types = ["Billing".to_owned(), "legal".to_owned()];
        assert!(ContactEdit::of(&before, &types, same).unwrap().is_empty());
        let changed = entered(&[
            (ContactField::Phone, ""),
            (ContactField::City, "Vigo"),
            (ContactField::Email, "a@b.example"),
        ]);
        let edit = ContactEdit::of(&before, &["legal".to_owned()], changed).unwrap();
        assert_eq!(edit.body(), json!({"phone": "", "city": "Vigo", "types": ["legal"]}));
        assert_eq!(edit.is_in(&edit.applied_to(&before)), Some(true));
        assert_eq!((edit.is_in(&before), edit.back(&before)), (Some(false), None), "the city was not told");
        let phone = ContactEdit::of(&before, &types, entered(&[(ContactField::Phone, "2")])).unwrap();
        assert_eq!(phone.back(&before).unwrap().body(), json!({"phone": "1"}));
    }

    #[test]
    fn what_breaks_the_contract_is_refused() {
        let before = contact(json!({"types": ["billing"], "email": "a@b.example"}));
        let email = |text: &str| entered(&[(ContactField::Email, text)]);
        let kept = ["billing".to_owned()];
        for (types, texts, why) in [
            (&[][..], email("a@b.example"), Reason::NoType),
            (&kept[..], email(""), Reason::Empty),
            (&kept[..], email("a@b"), Reason::NoEmail),
        ] {
            assert_eq!(ContactEdit::of(&before, types, texts), Err(why));
        }
        let untyped = contact(json!({"email": "a@b.example"}));
        assert!(ContactEdit::of(&untyped, &[], email("a@b.example")).unwrap().is_empty());
        let tenant = TenantId(Uuid(1));
        for (types, texts, why) in [
            (vec![], email("a@b.example"), Reason::NoType),
            (vec![ContactType::Billing, ContactType::Legal], email("a@b.example"), Reason::LegalIsGiven),
            (vec![ContactType::Billing], email(" "), Reason::Empty),
            (vec![ContactType::Billing], email("a"), Reason::NoEmail),
        ] {
            assert_eq!(NewContact::new(tenant, types, texts), Err(why));
        }
    }
}
