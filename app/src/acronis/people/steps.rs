//! What is written of the contacts of several tenants: a step for each, in words; what was written is in the list at
//! once.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::acronis::changes::contacts as changes;
use tenantry_core::acronis::contact_plan::{Planned, Skip};
use tenantry_core::acronis::contacts::{TenantContacts, of_tenants};
use tenantry_core::acronis::{Contact, ContactEdit, ContactId, TenantId};
use tenantry_core::write::Outcome;

use super::context::PeopleContext;
use crate::acronis::contacts::{label, reason};
use crate::i18n::{t, tf};
use crate::resource::batch::Step;
use crate::resource::context::PageContext;
use crate::ui::format;

/// The contacts of several tenants, as they were read.
pub type ContactsRead = HashMap<TenantId, TenantContacts>;

/// What the steps share. Copied freely.
#[derive(Clone, Copy)]
pub struct Steps {
    page: PeopleContext,
    context: PageContext,
    /// As they were read, and then as they were written.
    contacts: StoredValue<ContactsRead>,
}

impl Steps {
    /// For a dialog that is being made.
    pub fn new(page: PeopleContext, context: PageContext) -> Steps {
        Steps { page, context, contacts: StoredValue::new(ContactsRead::new()) }
    }

    /// Reads the contacts of these tenants. `tell` hears of how many they have been read.
    pub async fn read(
        self,
        tenants: Vec<TenantId>,
        tell: impl Fn(usize),
    ) -> Result<Arc<ContactsRead>, Error> {
        let read = of_tenants(&self.page.session.connection(), &tenants, &tell).await?;
        // Its view may have gone.
        self.contacts.try_set_value(read.clone());
        Ok(Arc::new(read))
    }

    /// The step of what is planned for a contact. `who` is the address by which it is found.
    pub fn step(self, tenant: TenantId, who: &str, planned: &Planned) -> Step {
        let at = self.page.name_of(tenant.0);
        let always = move |outcome: &Outcome<Contact>| self.note(tenant, outcome);
        match planned.clone() {
            Planned::Create(new) => {
                let name = tf("people.step.create", &[("who", who), ("tenant", &at)]);
                let known = self.known(tenant);
                let change = move || changes::create(new.clone(), known.clone());
                Step::new(name, self.context, change, always)
            }
            Planned::Update(id, before, edit) => {
                let of = [("who", who), ("tenant", &at), ("fields", &fields(&edit))];
                let name = tf("people.step.change", &of);
                let change = move || changes::update(id, (*before).clone(), edit.clone());
                Step::new(name, self.context, change, always)
            }
            Planned::Skip(why) => {
                Step::left_out(tf("people.step.skip", &[("who", who), ("tenant", &at)]), skip_words(&why))
            }
        }
    }

    /// The contacts that were there: none of them is taken for a new one.
    fn known(self, tenant: TenantId) -> Vec<ContactId> {
        self.contacts.with_value(|all| {
            let of = all.get(&tenant).map(|all| all.contacts.as_slice()).unwrap_or_default();
            of.iter().filter_map(|contact| contact.id).collect()
        })
    }

    /// What was written is in the list at once, where all contacts of the tenant are known.
    fn note(self, tenant: TenantId, outcome: &Outcome<Contact>) {
        let Some(contact) = outcome.object().filter(|_| outcome.ending().is_done()) else { return };
        // A write in flight goes on where the dialog has gone.
        self.contacts.try_update_value(|all| {
            let Some(all) = all.get_mut(&tenant) else { return };
            match all.contacts.iter_mut().find(|one| one.id.is_some() && one.id == contact.id) {
                Some(one) => *one = contact.clone(),
                None => all.contacts.push(contact.clone()),
            }
            if all.is_whole() {
                self.page.tenants.change(|tree, _| tree.note_contacts(tenant.0, &all.contacts));
            }
        });
    }
}

/// What of a contact is changed, in words.
fn fields(edit: &ContactEdit) -> String {
    let types = edit.has_types().then_some(t("contact.types"));
    types.into_iter().chain(edit.fields().map(label)).collect::<Vec<_>>().join(", ")
}

/// Why nothing is written, in words.
fn skip_words(why: &Skip) -> String {
    match why {
        Skip::Same => t("people.skip.same").to_owned(),
        Skip::NotKnown => t("people.skip.not_known").to_owned(),
        Skip::NoTenant => t("people.skip.no_tenant").to_owned(),
        Skip::Gone => t("people.skip.gone").to_owned(),
        Skip::Several => t("people.skip.several").to_owned(),
        Skip::Twice(line) => tf("people.import.twice", &[("line", &format::number(*line))]),
        Skip::Taken => t("people.skip.taken").to_owned(),
        Skip::Rule(field, why) => [field, ": ", &reason(why)].concat(),
    }
}
