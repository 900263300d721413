//! Changes of contacts. The API has no version for a contact, so it is read again right before the write; what is not
//! edited has to be the same afterwards.

use serde_json::{Map, Value, json};

use crate::told;
use crate::vendors::acronis::contact::Contact;
use crate::vendors::acronis::contact_field::ContactField;
use crate::vendors::acronis::contact_write::{ContactEdit, NewContact};
use crate::vendors::acronis::contacts::{Create, Delete, Read, Update, of_tenant};
use crate::vendors::acronis::ids::ContactId;
use crate::write::{About, Action, Change, Found, Now, Recorded};

const KIND: &str = "contact";

/// Creates a contact. `known` are the contacts that were there before, so that none of them is taken for the new one.
pub fn create(new: NewContact, known: Vec<ContactId>) -> Change<Contact> {
    let about = About::create(KIND).called(Some(new.email()));
    let (wanted, meant, call) = (new.clone(), new.clone(), Create(new.clone()));
    Change::new(about, call, Some)
        .read_with(move |connection| {
            let (new, known) = (new.clone(), known.clone());
            Box::pin(async move {
                let all = of_tenant(&connection, new.tenant()).await?;
                let is_whole = all.is_whole();
                let has_email =
                    |one: &Contact| one.email.as_ref().is_some_and(|it| it.eq_ignore_ascii_case(new.email()));
                let is_known = |one: &Contact| one.id.is_none_or(|id| known.contains(&id));
                let found = all.contacts.into_iter().find(|one| has_email(one) && !is_known(one));
                Ok(match found {
                    Some(contact) => Now::There(contact),
                    // One that could not be read may be the new one.
                    None if !is_whole => Now::Unclear,
                    None => Now::NotThere,
                })
            })
        })
        .look_up(move |now| match now {
            Some(now) if wanted.is(now) == Some(false) => Found::SomethingElse,
            Some(_) => Found::Done,
            None => Found::NotYet,
        })
        .verify(move |now| meant.is(now))
        .inverse(|now| Some(delete(now?.id?, now?)))
}

/// Changes what was edited of a contact, and leaves the rest.
pub fn update(id: ContactId, before: Contact, edit: ContactEdit) -> Change<Contact> {
    let back = edit.back(&before);
    let (after, sent, shown) = (edit.applied_to(&before), edit.clone(), before.clone());
    let written = edit.clone();
    let change = Change::new(about(Action::Change, id, &before), Update { id, edit }, Some)
        .read_by(Read { id, allow_deleted: false })
        .unless_changed(move |now| now.agrees(&shown))
        .look_up(move |now| match now {
            Some(now) => Found::by_told(sent.is_in(now), now.agrees(&before)),
            None => Found::SomethingElse,
        })
        // What was not sent has to be what it was: a server that takes the request for the whole contact is told.
        .verify(move |now| told::all([Some(now.agrees(&after)), written.is_in(now)]));
    match back {
        Some(back) => change.inverse(move |now| Some(update(id, now?.clone(), back))),
        None => change,
    }
}

/// Deletes a contact. It has no inverse: one that is created anew has another id.
pub fn delete(id: ContactId, contact: &Contact) -> Change<Contact> {
    let shown = contact.clone();
    Change::new(about(Action::Delete, id, contact), Delete { id }, |()| None)
        .read_by(Read { id, allow_deleted: false })
        .unless_changed(move |now| now.agrees(&shown))
        .look_up(|now| match now {
            Some(now) if !now.is_deleted() => Found::NotYet,
            _ => Found::Done,
        })
}

fn about(action: Action, id: ContactId, contact: &Contact) -> About {
    About::new(action, KIND, id).called(contact.email.as_deref())
}

impl Recorded for Contact {
    fn record(&self) -> String {
        let text = |field: ContactField| Some((field.name().to_owned(), json!(self.text(field)?)));
        let mut all: Map<String, Value> = ContactField::ALL.into_iter().filter_map(text).collect();
        all.insert("types".to_owned(), json!(self.types));
        Value::Object(all).to_string()
    }
}
