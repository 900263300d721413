//! What is written of a user: all of a new one, and of one that is there only what was edited. Reference: `POST /users`,
//! `PUT /users/{user_id}`, which demands the version alone, so what is not sent stays.

use serde_json::{Map, Value, json};

use super::contact::Contact;
use super::contact_field::ContactField;
use super::contact_write::ContactTexts;
use super::ids::TenantId;
use super::rules::{Reason, can_be_contact_email};
use super::user::{User, as_set};
use crate::told;

/// The texts of a user's contact that the reference's `PUT` and `POST` show, and the last name beside the first.
pub const USER_TEXTS: [ContactField; 4] =
    [ContactField::FirstName, ContactField::LastName, ContactField::Email, ContactField::Phone];

/// A user to be created. It keeps the rules of the contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUser {
    tenant: TenantId,
    login: String,
    texts: ContactTexts,
    language: Option<String>,
    notifications: Vec<String>,
}

impl NewUser {
    /// A user of a tenant. Texts that are empty are not sent; a login and an e-mail address are needed: without the
    /// address nobody could be sent the way to a password.
    pub fn new(tenant: TenantId, login: &str, mut texts: ContactTexts) -> Result<NewUser, Reason> {
        texts.retain(|_, text| !text.trim().is_empty());
        if login.trim().is_empty() {
            return Err(Reason::Empty);
        }
        can_be_contact_email(texts.get(&ContactField::Email).map_or("", String::as_str))?;
        let login = login.trim().to_owned();
        Ok(NewUser { tenant, login, texts, language: None, notifications: Vec::new() })
    }

    /// In that language; the vendor's own choice where it is empty.
    #[must_use]
    pub fn in_language(mut self, language: &str) -> NewUser {
        self.language = Some(language.trim().to_owned()).filter(|language| !language.is_empty());
        self
    }

    /// With e-mails about these.
    #[must_use]
    pub fn notified_of(mut self, notifications: Vec<String>) -> NewUser {
        self.notifications = notifications;
        self
    }

    /// Whose it will be.
    pub fn tenant(&self) -> TenantId {
        self.tenant
    }

    /// The login.
    pub fn login(&self) -> &str {
        &self.login
    }

    /// Whether a user is this one, as far as it is told.
    pub fn is(&self, now: &User) -> Option<bool> {
        let login = now.login.as_ref().map(|login| login.eq_ignore_ascii_case(&self.login));
        let language = self.language.as_ref().map(|one| now.language.as_ref().map(|told| told == one));
        let notified = (!self.notifications.is_empty()).then(|| are_notified(now, &self.notifications));
        let texts = self.texts.iter().map(|(field, text)| has_text(now, *field, text));
        let rest = [Some(Some(now.tenant_id == self.tenant)), Some(login), language, notified];
        told::all(rest.into_iter().flatten().chain(texts))
    }

    pub(super) fn body(&self) -> Value {
        let mut body = Map::new();
        body.insert("tenant_id".to_owned(), self.tenant.to_string().into());
        body.insert("login".to_owned(), self.login.as_str().into());
        body.insert("contact".to_owned(), Value::Object(texts(&self.texts)));
        if let Some(language) = &self.language {
            body.insert("language".to_owned(), language.as_str().into());
        }
        if !self.notifications.is_empty() {
            body.insert("notifications".to_owned(), json!(self.notifications));
        }
        Value::Object(body)
    }
}

/// What of a user is changed. It keeps the rules of the contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserEdit {
    texts: ContactTexts,
    language: Option<String>,
    notifications: Option<Vec<String>>,
    enabled: Option<bool>,
}

impl UserEdit {
    /// What differs between a user and what was entered. What was not told and is left empty is no difference;
    /// `notifications` are `None` where nobody has chosen any.
    pub fn of(
        before: &User,
        entered: ContactTexts,
        language: &str,
        notifications: Option<Vec<String>>,
    ) -> Result<UserEdit, Reason> {
        let was = |field: ContactField| before.contact.as_ref().and_then(|one| one.text(field)).unwrap_or("");
        let texts: ContactTexts = entered.into_iter().filter(|(field, text)| was(*field) != text).collect();
        texts.get(&ContactField::Email).map_or(Ok(()), |email| can_be_contact_email(email))?;
        let language = (before.language.as_deref().unwrap_or("") != language).then(|| language.to_owned());
        // The language is a text that is not empty, or it is not sent.
        if language.as_deref().is_some_and(|language| language.trim().is_empty()) {
            return Err(Reason::Empty);
        }
        let had = before.notifications.as_deref().map(as_set);
        let notifications = notifications.filter(|chosen| had != Some(as_set(chosen)));
        Ok(UserEdit { texts, language, notifications, enabled: None })
    }

    /// Enables or disables them, and nothing else.
    pub fn enable(enabled: bool) -> UserEdit {
        UserEdit { enabled: Some(enabled), ..UserEdit::default() }
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        *self == UserEdit::default()
    }

    /// Whether a user has what is written, as far as it is told.
    pub fn is_in(&self, now: &User) -> Option<bool> {
        let language = self.language.as_ref().map(|one| now.language.as_ref().map(|told| told == one));
        let notified = self.notifications.as_deref().map(|words| are_notified(now, words));
        let enabled = self.enabled.map(|on| now.enabled.map(|told| told == on));
        let texts = self.texts.iter().map(|(field, text)| has_text(now, *field, text));
        told::all([language, notified, enabled].into_iter().flatten().chain(texts))
    }

    /// The user with what is written. Its version is not known.
    pub fn applied_to(&self, before: &User) -> User {
        let mut after = User { version: None, ..before.clone() };
        if !self.texts.is_empty() {
            let contact = after.contact.get_or_insert_with(Contact::default);
            self.texts.iter().for_each(|(field, text)| contact.set_text(*field, text.clone()));
        }
        after.language = self.language.clone().or(after.language);
        after.notifications = self.notifications.clone().or(after.notifications);
        after.enabled = self.enabled.or(after.enabled);
        after
    }

    /// What leads back; `None` where something of it was not told, or cannot be written.
    pub fn back(&self, before: &User) -> Option<UserEdit> {
        let old = |field: &ContactField| Some((*field, before.contact.as_ref()?.text(*field)?.to_owned()));
        let texts: ContactTexts = self.texts.keys().map(old).collect::<Option<_>>()?;
        let is_empty = |text: &String| text.trim().is_empty();
        if texts.get(&ContactField::Email).is_some_and(is_empty) {
            return None;
        }
        let language = match self.language {
            Some(_) => Some(before.language.clone().filter(|language| !is_empty(language))?),
            None => None,
        };
        let notifications = match self.notifications {
            Some(_) => Some(before.notifications.clone()?),
            None => None,
        };
        let enabled = match self.enabled {
            Some(_) => Some(before.enabled?),
            None => None,
        };
        Some(UserEdit { texts, language, notifications, enabled })
    }

    pub(super) fn body(&self, version: i64) -> Value {
        let mut body = Map::new();
        body.insert("version".to_owned(), version.into());
        if !self.texts.is_empty() {
            body.insert("contact".to_owned(), Value::Object(texts(&self.texts)));
        }
        if let Some(language) = &self.language {
            body.insert("language".to_owned(), language.as_str().into());
        }
        if let Some(notifications) = &self.notifications {
            body.insert("notifications".to_owned(), json!(notifications));
        }
        if let Some(enabled) = self.enabled {
            body.insert("enabled".to_owned(), enabled.into());
        }
        Value::Object(body)
    }
}

fn texts(texts: &ContactTexts) -> Map<String, Value> {
    texts.iter().map(|(field, text)| (field.name().to_owned(), text.as_str().into())).collect()
}

fn has_text(now: &User, field: ContactField, text: &str) -> Option<bool> {
    now.contact.as_ref()?.text(field).map(|told| field.is_same(told, text))
}

fn are_notified(now: &User, words: &[String]) -> Option<bool> {
    now.notifications.as_deref().map(|told| as_set(told) == as_set(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uuid::Uuid;

    fn user(json: Value) -> User {
        serde_json::from_value(json).unwrap()
    }

    fn before() -> User {
        user(json!({
            "tenant_id": Uuid(1).to_string(), "version": 5, "language": "en", "enabled": true, "notifications": ["quota"],
            "contact": {"email": "a@b.example", "firstname": "Ana", "phone": null},
        }))
    }

    fn entered(pairs: &[(ContactField, &str)]) -> ContactTexts {
        pairs.iter().map(|(field, text)| (*field, (*text).to_owned())).collect()
    }

    #[test]
    fn only_what_was_edited_is_sent() {
        let same = entered(&[(ContactField::Email, "a@b.example"), (ContactField::LastName, "")]);
        let none = UserEdit::of(&before(), same, "en", Some(vec!["quota".to_owned()])).unwrap();
        assert!(none.is_empty());
        let edit = entered(&[(ContactField::Email, "a@b.example"), (ContactField::Phone, "1")]);
        let edit = UserEdit::of(&before(), edit, "de", Some(Vec::new())).unwrap();
        let sent = json!({"version": 5, "contact": {"phone": "1"}, "language": "de", "notifications": []});
        assert_eq!(edit.body(5), sent);
        assert_eq!(edit.is_in(&edit.applied_to(&before())), Some(true));
        assert_eq!(edit.is_in(&before()), Some(false));
        let back = edit.back(&before()).unwrap();
        let sent =
            json!({"version": 6, "contact": {"phone": ""}, "language": "en", "notifications": ["quota"]});
        assert_eq!(back.body(6), sent);
        assert_eq!(UserEdit::enable(false).body(5), json!({"version": 5, "enabled": false}));
        // What was not told has no way back.
        let untold = user(json!({"tenant_id": Uuid(1).to_string()}));
        assert_eq!((UserEdit::enable(false).back(&untold), edit.back(&untold)), (None, None));
    }

    #[test]
    fn what_breaks_the_contract_is_refused() {
        let email = |text: &str| entered(&[(ContactField::Email, text)]);
        assert_eq!(UserEdit::of(&before(), email("a"), "en", None), Err(Reason::NoEmail));
        assert_eq!(UserEdit::of(&before(), email(""), "en", None), Err(Reason::Empty));
        assert_eq!(UserEdit::of(&before(), email("a@b.example"), " ", None), Err(Reason::Empty));
        let tenant = TenantId(Uuid(1));
        assert_eq!(NewUser::new(tenant, " ", email("a@b.example")), Err(Reason::Empty));
        assert_eq!(NewUser::new(tenant, "ana", email("")), Err(Reason::Empty));
        let new = NewUser::new(tenant, " ana ", email("a@b.example")).unwrap().in_language(" ");
        let sent =
            json!({"tenant_id": tenant.to_string(), "login": "ana", "contact": {"email": "a@b.example"}});
        assert_eq!(new.body(), sent);
    }
}
