//! Users and contacts of a tenant.

use std::borrow::Cow;

use super::fixed::Mark;
use super::generate::Estate;
use super::ids::{Space, Uuid};
use super::record::{Kind, Number};
use crate::moment::{Moment, Zone};
use crate::random::Random;

/// One person, with an address.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Person {
    pub id: Uuid,
    pub first: Cow<'static, str>,
    pub last: Cow<'static, str>,
    pub email: String,
    pub phone: String,
    pub title: Cow<'static, str>,
    pub street: String,
    pub city: Cow<'static, str>,
    pub country: Cow<'static, str>,
    pub zip: String,
    pub language: Cow<'static, str>,
    pub created: Moment,
    pub updated: Moment,
    pub zone: Zone,
    pub confirmed: bool,
    pub more: More,
}

/// What is not made up for anybody, and can be written.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct More {
    pub address2: String,
    pub state: String,
    pub website: String,
    pub industry: String,
    pub organization_size: String,
    pub aan: String,
    pub fax: String,
}

/// A user account.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct User {
    pub id: Uuid,
    pub contact_id: Uuid,
    pub tenant: Number,
    pub login: String,
    pub person: Person,
    pub enabled: bool,
    pub activated: bool,
    pub mfa_status: Cow<'static, str>,
    pub language: Cow<'static, str>,
    pub notifications: Vec<Cow<'static, str>>,
    pub version: u64,
    pub deleted: Option<Moment>,
}

/// A contact of a tenant with what it is for.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Contact {
    pub person: Person,
    pub types: Vec<Cow<'static, str>>,
    pub user: Option<Uuid>,
    pub deleted: Option<Moment>,
}

impl Contact {
    /// A contact of nobody's account.
    pub fn new(person: Person, types: Vec<Cow<'static, str>>) -> Contact {
        Contact { person, types, user: None, deleted: None }
    }

    /// Whether it is for this.
    pub fn is_for(&self, what: &str) -> bool {
        self.types.iter().any(|kind| kind == what)
    }
}

impl Person {
    /// A person with an id and nothing else.
    pub fn new(id: Uuid, now: Moment, zone: Zone) -> Person {
        Person {
            id,
            first: "".into(),
            last: "".into(),
            email: String::new(),
            phone: String::new(),
            title: "".into(),
            street: String::new(),
            city: "".into(),
            country: "".into(),
            zip: String::new(),
            language: "en".into(),
            created: now,
            updated: now,
            zone,
            confirmed: false,
            more: More::default(),
        }
    }

    /// Sets a text by the contract's name for it.
    pub fn set(&mut self, name: &str, text: &str) {
        let place = match name {
            "firstname" => return self.first = text.to_owned().into(),
            "lastname" => return self.last = text.to_owned().into(),
            "title" => return self.title = text.to_owned().into(),
            "city" => return self.city = text.to_owned().into(),
            "country" => return self.country = text.to_owned().into(),
            "language" => return self.language = text.to_owned().into(),
            "email" => &mut self.email,
            "phone" => &mut self.phone,
            "zipcode" => &mut self.zip,
            "address1" => &mut self.street,
            "address2" => &mut self.more.address2,
            "state" => &mut self.more.state,
            "website" => &mut self.more.website,
            "industry" => &mut self.more.industry,
            "organization_size" => &mut self.more.organization_size,
            "aan" => &mut self.more.aan,
            "fax" => &mut self.more.fax,
            _ => return,
        };
        text.clone_into(place);
    }
}

/// Ids hold the tenant and the place among its people.
const PLACES: u32 = 16;
/// Contacts from this place on belong to users.
const USERS_CONTACTS: u32 = 8;

impl Estate {
    /// How many users a tenant has; folders have none.
    pub fn user_count(&self, number: Number) -> u32 {
        let Some(record) = self.record(number).filter(|record| !record.deleted) else {
            return 0;
        };
        let drawn = self.random(number, 7).draw();
        let count = match record.kind {
            Kind::Folder => 0,
            Kind::Unit => drawn % 3,
            _ => 1 + drawn % 3,
        };
        count as u32
    }

    /// The id of a tenant's user at a place.
    pub fn user_id(&self, tenant: Number, place: u32) -> Uuid {
        self.ids.uuid(Space::User, tenant.wrapping_mul(PLACES) + place)
    }

    /// The tenant that a generated id of a user or a contact holds.
    pub fn tenant_of_person(&self, space: Space, id: Uuid) -> Option<Number> {
        self.ids.number(space, id).map(|number| number / PLACES).filter(|&tenant| tenant < self.len())
    }

    /// A tenant's user at a place below [`Estate::user_count`].
    pub fn user(&self, tenant: Number, place: u32) -> User {
        let mut random = self.random(tenant, 64 + u64::from(place));
        let person = self.person(tenant, place, Space::User, &mut random);
        let login = format!("{}{}", person.email.split('@').next().unwrap_or_default(), random.below(900));
        User {
            id: person.id,
            contact_id: self.ids.uuid(Space::Contact, tenant.wrapping_mul(PLACES) + USERS_CONTACTS + place),
            tenant,
            login,
            enabled: !random.percent(6),
            activated: !random.percent(10),
            mfa_status: random.pick(&["disabled", "enabled", "enabled", "setup_required"]).into(),
            language: person.language.clone(),
            notifications: ["maintenance", "quota", "reports", "backup_error"].map(Cow::from).to_vec(),
            version: 1 + random.below(30),
            deleted: None,
            person,
        }
    }

    /// The tenant's contacts: the legal one first, and gaps among the others.
    pub fn contacts(&self, tenant: Number) -> Vec<Contact> {
        let mut random = self.random(tenant, 8);
        let mut contacts = vec![self.contact(tenant, 0, vec!["legal".into()])];
        let wanted = [("primary", 70), ("billing", 55), ("technical", 50), ("management", 25)];
        for (place, (kind, share)) in (1..).zip(wanted) {
            let there = random.percent(share);
            if kind == "billing" && self.mark(tenant) == Mark::NoBilling || !there {
                continue;
            }
            match contacts.last_mut() {
                // One person often has two tasks.
                Some(last) if random.percent(30) => last.types.push(kind.into()),
                _ if kind == "primary" => contacts.push(self.primary_contact(tenant, place)),
                _ => contacts.push(self.contact(tenant, place, vec![kind.into()])),
            }
        }
        contacts
    }

    /// The primary contact, which often is that of the tenant's first user.
    fn primary_contact(&self, tenant: Number, place: u32) -> Contact {
        let types = vec!["primary".into()];
        if self.user_count(tenant) == 0 || !self.random(tenant, 9).percent(50) {
            return self.contact(tenant, place, types);
        }
        let user = self.user(tenant, 0);
        let person = Person { id: user.contact_id, ..user.person };
        Contact { user: Some(user.id), ..Contact::new(person, types) }
    }

    /// The legal contact, which every tenant has.
    pub fn legal_contact(&self, tenant: Number) -> Contact {
        self.contact(tenant, 0, vec!["legal".into()])
    }

    fn contact(&self, tenant: Number, place: u32, types: Vec<Cow<'static, str>>) -> Contact {
        let mut random = self.random(tenant, 32 + u64::from(place));
        Contact::new(self.person(tenant, place, Space::Contact, &mut random), types)
    }

    fn person(&self, tenant: Number, place: u32, space: Space, random: &mut Random) -> Person {
        let locale = self.locale(tenant);
        let ((first, first_ascii), (last, last_ascii)) =
            (random.pick(locale.givens), random.pick(locale.families));
        let stamps = self.stamps(tenant);
        let bare = random.percent(12);
        let gap = |text: String| if bare { String::new() } else { text };
        Person {
            id: self.ids.uuid(space, tenant.wrapping_mul(PLACES) + place),
            first: if bare { "" } else { first }.into(),
            last: if bare { "" } else { last }.into(),
            email: format!("{first_ascii}.{last_ascii}@t{tenant}.example"),
            phone: gap(format!(
                "+{} {:03} {:04}",
                30 + random.below(60),
                random.below(1000),
                random.below(10_000)
            )),
            title: random.pick(&["", "", "", "Dr.", "CTO"]).into(),
            street: gap(format!("{} {}", last, 1 + random.below(180))),
            city: if bare { "" } else { random.pick(locale.cities) }.into(),
            country: locale.country.into(),
            zip: gap(format!("{:05}", random.below(100_000))),
            language: locale.language.into(),
            created: stamps.created,
            updated: stamps.created,
            zone: stamps.zone,
            confirmed: random.percent(60),
            more: More::default(),
        }
    }
}
