//! What has to be written so that the contacts of tenants are as a file has them, or so that somebody takes the place of
//! somebody else. Nothing is sent here.

use std::collections::{HashMap, HashSet};

use super::contact::Contact;
use super::contact_field::ContactField;
use super::contact_file::{ContactRow, TYPES};
use super::contact_type::ContactType;
use super::contact_write::{ContactEdit, ContactTexts, NewContact};
use super::contacts::TenantContacts;
use super::ids::{ContactId, TenantId};
use super::rules::{Reason, can_be_created_for};

/// What is written for a contact.
#[derive(Clone, Debug, PartialEq)]
pub enum Planned {
    /// It is created.
    Create(NewContact),
    /// It is changed.
    Update(ContactId, Box<Contact>, ContactEdit),
    /// Nothing is written, and why.
    Skip(Skip),
}

/// Why nothing is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Skip {
    /// It is that already.
    Same,
    /// The contacts of the tenant could not all be read, so that it may be there or not.
    NotKnown,
    /// The tenant is not there, or not to be seen.
    NoTenant,
    /// The tenant has no contact of the address any more.
    Gone,
    /// Several contacts of the tenant have the address.
    Several,
    /// The row on this line is about the same contact.
    Twice(usize),
    /// Somebody of the new address is a contact there already.
    Taken,
    /// A rule of the contract, and the field that it is about.
    Rule(&'static str, Reason),
}

/// What has to be written for each row of a file, beside the contacts that the tenants have.
pub fn of_rows(rows: &[ContactRow], all: &HashMap<TenantId, TenantContacts>) -> Vec<Planned> {
    let mut written = HashMap::new();
    let plan = |row: &ContactRow| {
        let planned = of_row(row, all.get(&row.tenant));
        // Two rows that come to one contact would undo one another.
        let contact = match &planned {
            Planned::Create(new) => (row.tenant, new.email().to_lowercase(), None),
            Planned::Update(id, ..) => (row.tenant, String::new(), Some(*id)),
            Planned::Skip(_) => return planned,
        };
        match written.insert(contact, row.line) {
            Some(line) => Planned::Skip(Skip::Twice(line)),
            None => planned,
        }
    };
    rows.iter().map(plan).collect()
}

fn of_row(row: &ContactRow, all: Option<&TenantContacts>) -> Planned {
    let planned = match all.ok_or(Skip::NoTenant).and_then(|all| found(all, row)) {
        Ok(Some(contact)) => changed(row, contact),
        Ok(None) => created(row),
        Err(why) => Err(why),
    };
    planned.unwrap_or_else(Planned::Skip)
}

/// The contact that a row is about: the one with the address; of several, the one with the same types, or one that is as
/// the row says.
fn found<'a>(all: &'a TenantContacts, row: &ContactRow) -> Result<Option<&'a Contact>, Skip> {
    let found: Vec<&Contact> = all.contacts.iter().filter(|one| has_email(one, row.email())).collect();
    let types = row.types.as_ref().map(|types| types.iter().map(|one| one.word()).collect());
    let of_types = || found.iter().filter(|one| types.is_some() && one.known_types() == types);
    let is_same = |one: &&&Contact| changed(row, one) == Err(Skip::Same);
    match (found.as_slice(), of_types().count()) {
        // One whose address was not told may be the one.
        ([], _) if all.is_whole() && all.contacts.iter().all(|one| one.email.is_some()) => Ok(None),
        ([], _) => Err(Skip::NotKnown),
        ([contact], _) => Ok(Some(contact)),
        (_, 1) => Ok(of_types().next().copied()),
        _ => found.iter().find(is_same).copied().map(Some).ok_or(Skip::Several),
    }
}

fn has_email(contact: &Contact, email: &str) -> bool {
    contact.email.as_ref().is_some_and(|one| one.trim().eq_ignore_ascii_case(email.trim()))
}

fn created(row: &ContactRow) -> Result<Planned, Skip> {
    let types = row.types.clone().unwrap_or_default();
    let new = NewContact::new(row.tenant, types, row.texts.clone());
    new.map(Planned::Create).map_err(|why| Skip::Rule(TYPES, why))
}

fn changed(row: &ContactRow, contact: &Contact) -> Result<Planned, Skip> {
    let has = contact.types.clone().unwrap_or_default();
    let types = match &row.types {
        None => has,
        Some(types) => wanted_types(types, &has)?,
    };
    // The address says which contact it is; how it is capitalised says nothing.
    let mut texts = row.texts.clone();
    texts.remove(&ContactField::Email);
    update(contact, &types, texts)
}

/// The types of a file, with those that no file can say. The legal contact is neither made nor unmade.
fn wanted_types(types: &[ContactType], has: &[String]) -> Result<Vec<String>, Skip> {
    let known = |word: &String| ContactType::read(word);
    let is_given = |one: ContactType| can_be_created_for(one).is_ok();
    if types.iter().all(|one| is_given(*one)) != has.iter().filter_map(known).all(is_given) {
        return Err(Skip::Rule(TYPES, Reason::LegalIsGiven));
    }
    let others = has.iter().filter(|word| known(word).is_none()).cloned();
    Ok(types.iter().map(|one| one.word().to_owned()).chain(others).collect())
}

fn update(contact: &Contact, types: &[String], texts: ContactTexts) -> Result<Planned, Skip> {
    let id = contact.id.ok_or(Skip::NotKnown)?;
    let edit = ContactEdit::of(contact, types, texts).map_err(|why| Skip::Rule(TYPES, why))?;
    match edit.is_empty() {
        true => Err(Skip::Same),
        false => Ok(Planned::Update(id, Box::new(contact.clone()), edit)),
    }
}

/// Who takes the place of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Successor {
    /// The address of who is there now.
    pub before: String,
    /// What is entered of who comes. What is empty stays as it is, unless it is to be emptied.
    pub texts: ContactTexts,
    /// Empties what belongs to a person and was not entered.
    pub empties: bool,
}

/// What belongs to a person; the rest belongs to the tenant.
pub const PERSONAL: [ContactField; 6] = [
    ContactField::FirstName,
    ContactField::LastName,
    ContactField::Email,
    ContactField::Phone,
    ContactField::Title,
    ContactField::Fax,
];

impl Successor {
    /// What has to be written at a tenant that was found to have the old address: for each contact of it, in the tenant's
    /// order. `None`: the tenant was not found again.
    pub fn at(&self, all: Option<&TenantContacts>) -> Vec<Planned> {
        let Some(all) = all else { return vec![Planned::Skip(Skip::NoTenant)] };
        let is_old = |one: &&Contact| has_email(one, &self.before);
        let new = self.texts.get(&ContactField::Email).filter(|text| !text.trim().is_empty());
        let is_other = |email: &&String| !email.trim().eq_ignore_ascii_case(self.before.trim());
        let is_taken = |email: &String| all.contacts.iter().any(|one| has_email(one, email));
        let taken = new.filter(is_other).is_some_and(is_taken);
        let plan = |contact: &Contact| match taken {
            true => Planned::Skip(Skip::Taken),
            false => self.in_place_of(contact).unwrap_or_else(Planned::Skip),
        };
        let planned: Vec<Planned> = all.contacts.iter().filter(is_old).map(plan).collect();
        match (planned.is_empty(), all.is_whole()) {
            (false, _) => planned,
            (true, true) => vec![Planned::Skip(Skip::Gone)],
            (true, false) => vec![Planned::Skip(Skip::NotKnown)],
        }
    }

    fn in_place_of(&self, contact: &Contact) -> Result<Planned, Skip> {
        let entered = |field: ContactField| self.texts.get(&field).filter(|text| !text.trim().is_empty());
        let text = |field: ContactField| match entered(field) {
            Some(text) => Some((field, text.trim().to_owned())),
            // What was not told is not known to be there; an address is never emptied.
            None if self.empties && field != ContactField::Email => {
                contact.text(field).filter(|was| !was.is_empty()).map(|_| (field, String::new()))
            }
            None => None,
        };
        let texts = PERSONAL.into_iter().filter_map(text).collect();
        update(contact, &contact.types.clone().unwrap_or_default(), texts)
    }
}

/// The tenants of a file, each once, in its order.
pub fn tenants_of(rows: &[ContactRow]) -> Vec<TenantId> {
    let mut seen = HashSet::new();
    rows.iter().map(|row| row.tenant).filter(|tenant| seen.insert(*tenant)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::uuid::Uuid;
    use crate::vendors::acronis::contact_file::read_file;
    use crate::vendors::acronis::contacts::ContactSource;

    const ID: &str = "00000000-0000-0000-0000-000000000007";

    fn all(contacts: Value, unread: usize, source: ContactSource) -> TenantContacts {
        TenantContacts { contacts: serde_json::from_value(contacts).unwrap(), unread, source }
    }

    fn whole(contacts: Value) -> TenantContacts {
        all(contacts, 0, ContactSource::Tenant)
    }

    fn row(types: &str, email: &str, phone: &str) -> ContactRow {
        let text = format!("tenant_id,types,email,phone\n{ID},{types},{email},{phone}\n");
        read_file(text.as_bytes()).unwrap().rows.remove(0)
    }

    fn ana(types: &[&str]) -> Value {
        json!({"id": Uuid(3).to_string(), "types": types, "email": "Ana@x.example", "phone": "1", "firstname": "Ana", "lastname": null, "title": ""})
    }

    fn body(planned: Planned) -> Value {
        match planned {
            Planned::Create(new) => new.body(),
            Planned::Update(_, _, edit) => edit.body(),
            Planned::Skip(why) => json!(format!("{why:?}")),
        }
    }

    #[test]
    fn a_row_is_held_against_what_is_there() {
        let there = whole(json!([ana(&["legal", "Billing", "vip"])]));
        let of =
            |types: &str, email: &str, phone: &str| body(of_row(&row(types, email, phone), Some(&there)));
        assert_eq!(of("legal billing", "ana@x.example", ""), json!("Same"));
        assert_eq!(of("", "ana@x.example", "2"), json!({"phone": "2"}));
        assert_eq!(
            of("legal technical", "ana@x.example", "1"),
            json!({"types": ["legal", "technical", "vip"]})
        );
        assert_eq!(of("billing", "ana@x.example", ""), json!("Rule(\"types\", LegalIsGiven)"));
        assert_eq!(of("", "bo@x.example", ""), json!("Rule(\"types\", NoType)"));
        assert_eq!(of("legal", "bo@x.example", ""), json!("Rule(\"types\", LegalIsGiven)"));
        let new = of("billing", "bo@x.example", "2");
        assert_eq!(
            (&new["email"], &new["tenant_id"], &new["firstname"]),
            (&json!("bo@x.example"), &json!(ID), &Value::Null)
        );
    }

    #[test]
    fn what_is_not_known_is_not_written() {
        let of = |there: &TenantContacts| body(of_row(&row("billing", "ana@x.example", "2"), Some(there)));
        let unsaid = whole(json!([{"id": Uuid(3).to_string(), "types": ["billing"]}]));
        let nameless = whole(json!([{"email": "ana@x.example"}]));
        for there in [
            &all(json!([]), 1, ContactSource::Tenant),
            &all(json!([]), 0, ContactSource::LegalContact),
            &unsaid,
            &nameless,
        ] {
            assert_eq!(of(there), json!("NotKnown"));
        }
        assert_eq!(of(&whole(json!([ana(&[]), ana(&[])]))), json!("Several"));
        assert_eq!(of(&whole(json!([ana(&["billing"]), ana(&["technical"])]))), json!({"phone": "2"}));
        assert_eq!(body(of_row(&row("billing", "ana@x.example", "2"), None)), json!("NoTenant"));
    }

    #[test]
    fn two_rows_do_not_write_one_contact() {
        let there = HashMap::from([(TenantId(Uuid(7)), whole(json!([ana(&["billing"])])))]);
        let mut rows = vec![
            row("billing", "ana@x.example", "2"),
            row("technical", "ANA@x.example", "3"),
            row("billing", "bo@x.example", ""),
            row("technical", "Bo@x.example", ""),
            row("billing", "ana@x.example", "1"),
        ];
        rows.iter_mut().zip(2..).for_each(|(row, line)| row.line = line);
        let planned: Vec<Value> = of_rows(&rows, &there).into_iter().map(body).collect();
        assert_eq!(planned[0], json!({"phone": "2"}));
        assert_eq!(
            (&planned[1], &planned[3], &planned[4]),
            (&json!("Twice(2)"), &json!("Twice(4)"), &json!("Same"))
        );
    }

    #[test]
    fn somebody_takes_the_place_of_somebody() {
        let texts = ContactTexts::from([
            (ContactField::Email, "bo@x.example".to_owned()),
            (ContactField::LastName, " Bo ".to_owned()),
        ]);
        let who = |empties| Successor { before: "ana@X.example".to_owned(), texts: texts.clone(), empties };
        let there = whole(json!([ana(&["legal"]), ana(&["billing"]), {"email": "cy@x.example"}]));
        let bodies = |who: Successor, there: &TenantContacts| {
            who.at(Some(there)).into_iter().map(body).collect::<Vec<_>>()
        };
        let least = json!({"email": "bo@x.example", "lastname": "Bo"});
        assert_eq!(bodies(who(false), &there), [least.clone(), least]);
        let emptied = json!({"email": "bo@x.example", "lastname": "Bo", "firstname": "", "phone": ""});
        assert_eq!(bodies(who(true), &there)[0], emptied);
        let taken = whole(json!([ana(&["legal"]), {"email": "Bo@x.example"}]));
        assert_eq!(bodies(who(false), &taken), [json!("Taken")]);
        assert_eq!(bodies(who(false), &whole(json!([]))), [json!("Gone")]);
        assert_eq!(bodies(who(false), &all(json!([]), 1, ContactSource::Tenant)), [json!("NotKnown")]);
        assert_eq!(who(false).at(None), [Planned::Skip(Skip::NoTenant)]);
        let same = Successor { before: "ana@x.example".to_owned(), ..Successor::default() };
        assert_eq!(bodies(same, &whole(json!([ana(&["legal"])]))), [json!("Same")]);
    }
}
