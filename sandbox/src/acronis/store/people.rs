//! Users and contacts: reading and changing them.

use super::change::Refused;
use super::read::Store;
use super::written::Policy;
use crate::estate::ids::{Space, Uuid};
use crate::estate::people::{Contact, Person, User};
use crate::estate::{Estate, Number};
use crate::moment::{Moment, Zone};

impl Store {
    /// The tenant's users, without the deleted ones; a deleted tenant tells of none.
    pub fn users(&self, tenant: Number) -> Vec<User> {
        if self.is_deleted(tenant) {
            return Vec::new();
        }
        let mut users = self.all_users(tenant);
        users.retain(|user| user.deleted.is_none());
        users
    }

    /// The user of an id, deleted or not.
    pub fn find_user(&self, id: Uuid) -> Option<User> {
        let tenant = self.users.tenant_of(&self.estate, id)?;
        self.all_users(tenant).into_iter().find(|user| user.id == id)
    }

    /// Adds a user to a living tenant; its id. [`Store::update_user`] sets the rest.
    pub fn insert_user(&mut self, tenant: Number, login: &str, now: Moment) -> Result<Uuid, Refused> {
        self.living(tenant)?;
        let id = self.users.new_id(&self.estate, tenant);
        let contact_id = self.contacts.new_id(&self.estate, tenant);
        let user = User {
            id,
            contact_id,
            tenant,
            login: login.to_owned(),
            person: Person::new(id, now, Zone::None),
            enabled: true,
            activated: false,
            mfa_status: "disabled".into(),
            language: "en".into(),
            notifications: Vec::new(),
            version: 1,
            deleted: None,
        };
        self.users_mut(tenant).push(user);
        Ok(id)
    }

    /// Changes a user that is not deleted.
    pub fn update_user(
        &mut self,
        id: Uuid,
        now: Moment,
        change: impl FnOnce(&mut User),
    ) -> Result<(), Refused> {
        let tenant = self.users.tenant_of(&self.estate, id).ok_or(Refused::Missing)?;
        self.living(tenant)?;
        let user = self.users_mut(tenant).iter_mut().find(|user| user.id == id).ok_or(Refused::Missing)?;
        if user.deleted.is_some() {
            return Err(Refused::Deleted);
        }
        change(user);
        user.version += 1;
        user.person.updated = user.person.updated.max(now);
        Ok(())
    }

    /// Soft-deletes a user.
    pub fn mark_user_deleted(&mut self, id: Uuid, now: Moment) -> Result<(), Refused> {
        self.update_user(id, now, |user| user.deleted = Some(now))
    }

    /// Takes a soft-deletion back.
    pub fn restore_user(&mut self, id: Uuid, now: Moment, enable: bool) -> Result<(), Refused> {
        let tenant = self.users.tenant_of(&self.estate, id).ok_or(Refused::Missing)?;
        self.living(tenant)?;
        let user = self.users_mut(tenant).iter_mut().find(|user| user.id == id).ok_or(Refused::Missing)?;
        user.deleted = None;
        user.enabled = user.enabled || enable;
        user.version += 1;
        user.person.updated = user.person.updated.max(now);
        Ok(())
    }

    /// The policies of a user, where they were written.
    pub fn policies_of(&self, user: Uuid) -> Option<&[Policy]> {
        self.policies.get(&user).map(Vec::as_slice)
    }

    /// All policies that were written.
    pub fn written_policies(&self) -> impl Iterator<Item = &Policy> {
        self.policies.values().flatten()
    }

    /// An id for one more policy.
    pub fn new_policy_id(&mut self) -> Uuid {
        self.granted += 1;
        self.estate.ids().uuid(Space::Policy, u32::MAX - self.granted)
    }

    /// Writes all policies of a user.
    pub fn set_policies(&mut self, user: Uuid, policies: Vec<Policy>) {
        self.policies.insert(user, policies);
    }

    /// The same as [`Store::users`] with the deleted ones, also of a deleted tenant.
    pub fn users_and_deleted(&self, tenant: Number) -> Vec<User> {
        self.all_users(tenant)
    }

    /// The tenant's contacts, without the deleted ones.
    pub fn contacts(&self, tenant: Number) -> Vec<Contact> {
        let mut contacts = self.all_contacts(tenant);
        contacts.retain(|contact| contact.deleted.is_none());
        contacts
    }

    /// The same with the deleted ones.
    pub fn all_contacts(&self, tenant: Number) -> Vec<Contact> {
        self.contacts.of(tenant).map_or_else(|| self.generated_contacts(tenant), <[Contact]>::to_vec)
    }

    /// The contact of an id with its tenant, deleted or not.
    pub fn find_contact(&self, id: Uuid) -> Option<(Number, Contact)> {
        let tenant = self.contacts.tenant_of(&self.estate, id)?;
        let contact = self.all_contacts(tenant).into_iter().find(|one| one.person.id == id)?;
        Some((tenant, contact))
    }

    /// The tenant's legal contact: an empty one where none is told.
    pub fn legal_contact(&self, tenant: Number) -> Contact {
        let of_list = |contacts: &[Contact]| {
            let is_legal = |contact: &&Contact| contact.is_for("legal") && contact.deleted.is_none();
            contacts.iter().find(is_legal).cloned().unwrap_or_else(|| self.no_contact(tenant))
        };
        match self.contacts.of(tenant) {
            Some(contacts) => of_list(contacts),
            None if tenant < self.estate.len() => self.estate.legal_contact(tenant),
            None => of_list(&[]),
        }
    }

    /// Adds a contact to a living tenant; its id. [`Store::update_contact`] sets the rest.
    pub fn insert_contact(&mut self, tenant: Number, now: Moment) -> Result<Uuid, Refused> {
        self.living(tenant)?;
        let id = self.contacts.new_id(&self.estate, tenant);
        let contact = Contact::new(Person::new(id, now, Zone::None), Vec::new());
        self.contacts_mut(tenant).push(contact);
        Ok(id)
    }

    /// Changes a contact that is not deleted.
    pub fn update_contact(
        &mut self,
        id: Uuid,
        now: Moment,
        change: impl FnOnce(&mut Contact),
    ) -> Result<(), Refused> {
        let tenant = self.contacts.tenant_of(&self.estate, id).ok_or(Refused::Missing)?;
        self.living(tenant)?;
        let contacts = self.contacts_mut(tenant);
        let contact = contacts.iter_mut().find(|one| one.person.id == id).ok_or(Refused::Missing)?;
        if contact.deleted.is_some() {
            return Err(Refused::Deleted);
        }
        change(contact);
        contact.person.updated = contact.person.updated.max(now);
        Ok(())
    }

    /// Soft-deletes a contact.
    pub fn mark_contact_deleted(&mut self, id: Uuid, now: Moment) -> Result<(), Refused> {
        self.update_contact(id, now, |contact| contact.deleted = Some(now))
    }

    fn no_contact(&self, tenant: Number) -> Contact {
        let stamps = self.stamps(tenant);
        Contact::new(Person::new(Uuid(0), stamps.created, stamps.zone), vec!["legal".into()])
    }

    fn all_users(&self, tenant: Number) -> Vec<User> {
        self.users.of(tenant).map_or_else(|| generated_users(&self.estate, tenant), <[User]>::to_vec)
    }

    fn generated_contacts(&self, tenant: Number) -> Vec<Contact> {
        if tenant < self.estate.len() { self.estate.contacts(tenant) } else { Vec::new() }
    }

    fn users_mut(&mut self, tenant: Number) -> &mut Vec<User> {
        let estate = &self.estate;
        self.users.of_mut(tenant, || generated_users(estate, tenant))
    }

    fn contacts_mut(&mut self, tenant: Number) -> &mut Vec<Contact> {
        let generated = self.generated_contacts(tenant);
        self.contacts.of_mut(tenant, || generated)
    }
}

fn generated_users(estate: &Estate, tenant: Number) -> Vec<User> {
    (0..estate.user_count(tenant)).map(|place| estate.user(tenant, place)).collect()
}
