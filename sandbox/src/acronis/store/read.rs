//! The store itself, and reading a tenant from it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::overlay::People;
use super::tenant::Tenant;
use super::written::{Client, Policy, WrittenItem};
use crate::acronis::settings::written::Written;
use crate::estate::fixed::Mark;
use crate::estate::ids::{Space, Uuid};
use crate::estate::people::{Contact, User};
use crate::estate::{Estate, Facts, Kind, Number, Stamps};
use crate::moment::{Moment, Zone};

/// One account's copy.
#[derive(Clone)]
pub struct Store {
    pub(super) estate: Arc<Estate>,
    /// Tenants that were changed, whole, and those that were added.
    pub(super) tenants: BTreeMap<Number, Tenant>,
    /// The children of those whose children are not the generated ones.
    pub(super) children: BTreeMap<Number, Vec<Number>>,
    /// So many tenants were added; their numbers follow the generated ones.
    pub(super) added: u32,
    pub(super) users: People<User>,
    pub(super) contacts: People<Contact>,
    /// The settings that were written.
    pub settings: Written,
    /// All policies of each user whose policies were written.
    pub(super) policies: BTreeMap<Uuid, Vec<Policy>>,
    /// The offering items that were written, by tenant and name.
    pub(super) items: BTreeMap<(Number, &'static str), WrittenItem>,
    /// The API clients that were written.
    pub(super) clients: BTreeMap<Uuid, Client>,
    /// So many policies were granted.
    pub(super) granted: u32,
}

impl Store {
    /// The estate as it was generated.
    pub fn new(estate: Arc<Estate>) -> Store {
        Store {
            estate,
            tenants: BTreeMap::new(),
            children: BTreeMap::new(),
            added: 0,
            users: People::new(Space::User, Space::AddedUser),
            contacts: People::new(Space::Contact, Space::AddedContact),
            settings: Written::default(),
            policies: BTreeMap::new(),
            items: BTreeMap::new(),
            clients: BTreeMap::new(),
            granted: 0,
        }
    }

    /// The API clients that were written, deleted ones included.
    pub fn clients(&self) -> impl Iterator<Item = &Client> {
        self.clients.values()
    }

    /// The one of an id, where it was written.
    pub fn written_client(&self, id: Uuid) -> Option<Client> {
        self.clients.get(&id).cloned()
    }

    /// Writes a client.
    pub fn write_client(&mut self, client: Client) {
        self.clients.insert(client.id, client);
    }

    /// An id for one more client.
    pub fn new_client_id(&self) -> Uuid {
        self.estate.ids().uuid(Space::AddedClient, self.clients.len() as u32)
    }

    /// What was written of an offering item.
    pub fn written_item(&self, tenant: Number, name: &'static str) -> Option<WrittenItem> {
        self.items.get(&(tenant, name)).copied()
    }

    /// Writes an offering item.
    pub fn write_item(&mut self, tenant: Number, name: &'static str, item: WrittenItem) {
        self.items.insert((tenant, name), item);
    }

    /// What it was generated as.
    pub fn estate(&self) -> &Estate {
        &self.estate
    }

    /// Numbers in use, deleted tenants included.
    pub fn size(&self) -> u32 {
        self.estate.len() + self.added
    }

    /// Whether there is such a tenant, living or deleted.
    pub fn exists(&self, number: Number) -> bool {
        number < self.size()
    }

    /// A tenant's id.
    pub fn uuid(&self, number: Number) -> Uuid {
        self.estate.uuid(number)
    }

    /// The tenant of an id.
    pub fn find(&self, uuid: Uuid) -> Option<Number> {
        let added = || {
            let number = self.estate.ids().number(Space::Tenant, uuid)?;
            (self.estate.len()..self.size()).contains(&number).then_some(number)
        };
        self.estate.find(uuid).or_else(added)
    }

    /// The parent; the root's is itself.
    pub fn parent(&self, number: Number) -> Number {
        match self.tenants.get(&number) {
            Some(tenant) => tenant.parent(),
            None => self.estate.record(number).map_or(0, |record| record.parent),
        }
    }

    /// The kind.
    pub fn kind(&self, number: Number) -> Kind {
        match self.tenants.get(&number) {
            Some(tenant) => tenant.kind,
            None => self.estate.record(number).map_or(Kind::Unit, |record| record.kind),
        }
    }

    /// Whether it is soft-deleted, or not there at all.
    pub fn is_deleted(&self, number: Number) -> bool {
        match self.tenants.get(&number) {
            Some(tenant) => tenant.stamps().deleted.is_some(),
            None => self.estate.record(number).is_none_or(|record| record.deleted),
        }
    }

    /// Whether it is enabled.
    pub fn enabled(&self, number: Number) -> bool {
        self.tenants.get(&number).map_or_else(|| self.estate.enabled(number), |tenant| tenant.enabled)
    }

    /// Replaces `out` by the name.
    pub fn write_name(&self, number: Number, out: &mut String) {
        match self.tenants.get(&number) {
            Some(tenant) => tenant.name.clone_into(out),
            None => self.estate.write_name(number, out),
        }
    }

    /// The name.
    pub fn name(&self, number: Number) -> String {
        let mut out = String::new();
        self.write_name(number, &mut out);
        out
    }

    /// Dates and version.
    pub fn stamps(&self, number: Number) -> Stamps {
        match self.tenants.get(&number) {
            Some(tenant) => tenant.stamps(),
            // There is no such tenant: nobody asks.
            None if !self.exists(number) => Stamps::new(Moment(0), Zone::None),
            None => self.estate.stamps(number),
        }
    }

    /// The facts of the full level of detail.
    pub fn facts(&self, number: Number) -> Facts {
        self.tenants.get(&number).map_or_else(|| self.estate.facts(number), |tenant| tenant.facts.clone())
    }

    /// What is special about a fixed tenant.
    pub fn mark(&self, number: Number) -> Mark {
        self.estate.mark(number)
    }
}
