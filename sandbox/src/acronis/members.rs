//! Members that many objects have: ids, dates, people.

use crate::estate::ids::Uuid;
use crate::estate::people::Person;
use crate::json::Object;
use crate::moment::{Moment, Zone};

/// The rest of a person; what is not known is an empty text, as in the reference's examples.
pub fn push_person(object: &mut Object<'_>, person: &Person) {
    object
        .text("email", &person.email)
        .text("address1", &person.street)
        .text("address2", &person.more.address2)
        .text("country", &person.country)
        .text("state", &person.more.state)
        .text("city", &person.city)
        .text("zipcode", &person.zip)
        .text("phone", &person.phone)
        .text("firstname", &person.first)
        .text("lastname", &person.last)
        .text("title", &person.title)
        .text("website", &person.more.website)
        .text("industry", &person.more.industry)
        .text("organization_size", &person.more.organization_size)
        .flag("email_confirmed", person.confirmed)
        .text("aan", &person.more.aan)
        .text("language", &person.language)
        .text("fax", &person.more.fax);
}

/// An id member.
pub fn push_uuid(object: &mut Object<'_>, name: &str, uuid: Uuid) {
    let out = object.key(name);
    out.push('"');
    uuid.write(out);
    out.push('"');
}

/// An id member or null.
pub fn push_uuid_or_null(object: &mut Object<'_>, name: &str, uuid: Option<Uuid>) {
    match uuid {
        Some(uuid) => push_uuid(object, name, uuid),
        None => {
            object.raw(name, "null");
        }
    }
}

/// A date member; null without one.
pub fn push_date(object: &mut Object<'_>, name: &str, date: Option<Moment>, zone: Zone) {
    let out = object.key(name);
    match date {
        Some(date) => {
            out.push('"');
            date.write(zone, out);
            out.push('"');
        }
        None => out.push_str("null"),
    }
}
