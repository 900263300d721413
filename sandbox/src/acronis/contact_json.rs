//! A contact as JSON.

use super::faults::Fault;
use super::members::{push_date, push_person, push_uuid, push_uuid_or_null};
use crate::estate::ids::Uuid;
use crate::estate::people::Contact;
use crate::json::{Object, push_string};

/// What the account of odd contacts makes of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Odd {
    /// Nothing.
    #[default]
    No,
    /// It is for nothing, and what is not filled in is null.
    WithoutType,
    /// It is for something that the contract does not know.
    StrangeType,
    /// A number stands in its place.
    Number,
}

impl Odd {
    /// By its place among the contacts of its tenant.
    pub fn of(fault: Fault, place: usize, count: usize) -> Odd {
        match place {
            _ if fault != Fault::OddContacts => Odd::No,
            1 => Odd::WithoutType,
            place if place > 1 && place + 1 == count => Odd::Number,
            2 => Odd::StrangeType,
            _ => Odd::No,
        }
    }
}

/// The contact that stands in a tenant.
pub fn of_tenant(out: &mut String, contact: &Contact) {
    let mut object = Object::begin(out);
    begin(&mut object, contact);
    types(&mut object, contact);
    push_person(&mut object, &contact.person);
    object.end();
}

/// A contact in a list, or by itself: it names its tenant and its user.
pub fn push(out: &mut String, contact: &Contact, tenant: Uuid, odd: Odd) {
    if odd == Odd::Number {
        return out.push('7');
    }
    let mut object = Object::begin(out);
    begin(&mut object, contact);
    push_uuid(&mut object, "tenant_id", tenant);
    push_uuid_or_null(&mut object, "user_id", contact.user);
    match odd {
        Odd::WithoutType => {
            object.list("types", <[&str; 0]>::default(), push_string);
            object.text("email", &contact.person.email);
            for name in ["firstname", "lastname", "phone", "title", "language", "email_confirmed"] {
                object.raw(name, "null");
            }
            push_date(&mut object, "deleted_at", None, contact.person.zone);
            return object.end();
        }
        Odd::StrangeType => {
            object.list("types", ["vip"], push_string);
        }
        _ => types(&mut object, contact),
    }
    push_person(&mut object, &contact.person);
    push_date(&mut object, "deleted_at", contact.deleted, contact.person.zone);
    object.end();
}

fn begin(object: &mut Object<'_>, contact: &Contact) {
    let person = &contact.person;
    push_uuid(object, "id", person.id);
    push_date(object, "created_at", Some(person.created), person.zone);
    push_date(object, "updated_at", Some(person.updated), person.zone);
}

fn types(object: &mut Object<'_>, contact: &Contact) {
    object.list("types", &contact.types, |out, kind| push_string(out, kind));
}
