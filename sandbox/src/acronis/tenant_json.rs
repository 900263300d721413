//! A tenant as JSON, in the three levels of detail.

use super::call::Call;
use super::contact_json::{self, Odd};
use super::cursor::{Lod, Switches};
use super::faults::Fault;
use super::members::{push_date, push_uuid, push_uuid_or_null};
use super::offering_items;
use super::store::Store;
use crate::estate::Number;
use crate::estate::fixed::Mark;
use crate::estate::ids::Space;
use crate::json::Object;

/// Writes tenants one after the other; keeps its scratch space.
pub struct Writer<'a> {
    store: &'a Store,
    lod: Lod,
    switches: Switches,
    fault: Fault,
    scratch: String,
}

impl<'a> Writer<'a> {
    /// For one answer.
    pub fn new(call: &Call<'_>, store: &'a Store, lod: Lod, switches: Switches) -> Writer<'a> {
        Writer { store, lod, switches, fault: call.account.fault, scratch: String::new() }
    }

    /// Appends one tenant as a whole object.
    pub fn row(&mut self, number: Number, out: &mut String) {
        let mut object = Object::begin(out);
        self.members(number, &mut object);
        object.end();
    }

    /// Appends one tenant's members to an object.
    pub fn members(&mut self, number: Number, object: &mut Object<'_>) {
        let bare = self.lod == Lod::Basic && self.fault == Fault::NoBasic;
        if !bare {
            self.stamps(number, object);
        }
        if self.lod != Lod::Stamps {
            self.basics(number, object);
        }
        if self.lod == Lod::Full {
            self.rest(number, object);
        }
    }

    /// What the answer gets wrong about this tenant, for the one account whose rows are broken.
    fn wrong(&self, number: Number) -> Mark {
        if self.fault == Fault::Loop { self.store.mark(number) } else { Mark::Plain }
    }

    fn stamps(&self, number: Number, object: &mut Object<'_>) {
        let parent = self.store.parent(number);
        let wrong = self.wrong(number);
        let of_slot = |slot: usize, else_: Number| self.store.estate().fixed(slot).unwrap_or(else_);
        let (id, parent) = match wrong {
            Mark::WrongParent(slot) => (number, of_slot(slot, parent)),
            Mark::WrongId(slot) => (of_slot(slot, number), parent),
            _ => (number, parent),
        };
        if wrong != Mark::NoId {
            push_uuid(object, "id", self.store.uuid(id));
        }
        push_uuid(object, "parent_id", self.store.uuid(parent));
        let stamps = self.store.stamps(number);
        object.number("version", stamps.version);
        push_date(object, "created_at", Some(stamps.created), stamps.zone);
        push_date(object, "updated_at", Some(stamps.updated), stamps.zone);
        push_date(object, "deleted_at", stamps.deleted, stamps.zone);
    }

    fn basics(&mut self, number: Number, object: &mut Object<'_>) {
        let wrong = self.wrong(number);
        self.store.write_name(number, &mut self.scratch);
        if wrong == Mark::NumericName {
            object.raw("name", &self.scratch);
        } else {
            object.text("name", &self.scratch);
        }
        let kind = self.store.kind(number);
        object.text("kind", if wrong == Mark::Galaxy { "galaxy" } else { kind.word() });
        object.flag("enabled", self.store.enabled(number));
    }

    fn rest(&self, number: Number, object: &mut Object<'_>) {
        let (store, ids) = (self.store, self.store.estate().ids());
        let facts = store.facts(number);
        let zone = store.stamps(number).zone;
        object.text("customer_type", &facts.customer_type);
        contact_json::of_tenant(object.key("contact"), &store.legal_contact(number));
        let contacts = if self.switches.with_contacts { store.contacts(number) } else { Vec::new() };
        let tenant = store.uuid(number);
        object.list("contacts", contacts.iter().enumerate(), |out, (place, one)| {
            let odd = Odd::of(self.fault, place, contacts.len());
            contact_json::push(out, one, tenant, odd);
        });
        object.text_or_null("customer_id", facts.customer_id.as_deref()).number("brand_id", 1);
        push_uuid(object, "brand_uuid", ids.uuid(Space::Singleton, BRAND));
        object.text_or_null("internal_tag", facts.internal_tag.as_deref()).text("language", &facts.language);
        push_uuid_or_null(object, "owner_id", facts.owner);
        push_uuid(object, "default_idp_id", ids.uuid(Space::Singleton, IDENTITY_PROVIDER));
        object.flag("has_children", store.has_children(number));
        object.flag("ancestral_access", facts.ancestral_access);
        let mut lock = Object::begin(object.key("update_lock"));
        lock.flag("enabled", facts.locked_by.is_some());
        push_uuid_or_null(&mut lock, "owner_id", facts.locked_by.map(|locker| store.uuid(locker)));
        lock.end();
        object.text("mfa_status", &facts.mfa_status).text("pricing_mode", &facts.pricing_mode);
        push_date(object, "production_start_date", facts.production_start, zone);
        if self.switches.expand_offering_items {
            let items = offering_items::of(store, number);
            object.list("offering_items", items, |out, item| {
                offering_items::write(store, number, &item, out);
            });
        }
    }
}

const BRAND: u32 = 1;
const IDENTITY_PROVIDER: u32 = 2;
