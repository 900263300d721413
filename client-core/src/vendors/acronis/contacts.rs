//! `/contacts` and the contacts of a tenant. Reference: `GET /contacts`, `POST /contacts`,
//! `GET`, `PUT` and `DELETE /contacts/{contact_id}`, `GET /tenants/{tenant_id}/contacts`; all of them private.

use std::collections::HashMap;

use serde::Deserialize;

use super::contact::Contact;
use super::contact_type::ContactType;
use super::contact_write::{ContactEdit, NewContact};
use super::ids::{ContactId, TenantId};
use super::tenant::Tenant;
use super::tenants::{self, Lod, Scope};
use crate::catalogue::acronis;
use crate::connection::Connection;
use crate::decode::Rows;
use crate::error::Error;
use crate::request::call;

/// So many ids are asked for at once. The contract has no bound; a URL has.
const MAX_IDS: usize = 100;

/// Contacts by their ids (`contacts_get`); in the cloud alone.
#[derive(Clone, Debug)]
pub struct List {
    /// Which.
    pub ids: Vec<ContactId>,
    /// Also deleted ones.
    pub allow_deleted: bool,
}

/// A list of contacts.
#[derive(Debug, Deserialize)]
pub struct ContactList {
    /// The contacts.
    pub items: Rows<Contact>,
}

call!(List: acronis::CONTACTS_GET => ContactList, |call, to| {
    let ids: Vec<String> = call.ids.iter().map(ToString::to_string).collect();
    to([]).query("uuids", ids.join(",")).flag("allow_deleted", call.allow_deleted)
});

/// Creates a contact (`contacts_post`); in the cloud alone.
#[derive(Clone, Debug)]
pub struct Create(pub NewContact);

call!(Create: acronis::CONTACTS_POST => Contact, |call, to| to([]).json(&call.0.body()));

/// One contact (`contact_read`).
#[derive(Clone, Copy, Debug)]
pub struct Read {
    /// Which.
    pub id: ContactId,
    /// Even if it is deleted.
    pub allow_deleted: bool,
}

call!(Read: acronis::CONTACT_READ => Contact, |call, to| {
    to([&call.id.to_string()]).flag("allow_deleted", call.allow_deleted)
});

/// Changes what is said of a contact (`contact_update`).
#[derive(Clone, Debug)]
pub struct Update {
    /// Which.
    pub id: ContactId,
    /// What of it.
    pub edit: ContactEdit,
}

call!(Update: acronis::CONTACT_UPDATE => Contact, |call, to| to([&call.id.to_string()]).json(&call.edit.body()));

/// Deletes a contact (`contact_delete`).
#[derive(Clone, Copy, Debug)]
pub struct Delete {
    /// Which.
    pub id: ContactId,
}

call!(Delete: acronis::CONTACT_DELETE, |call, to| to([&call.id.to_string()]));

/// The ids of a tenant's contacts (`tenant_contacts_get`).
#[derive(Clone, Copy, Debug)]
pub struct OfTenant {
    /// Whose.
    pub tenant: TenantId,
    /// Also deleted ones.
    pub allow_deleted: bool,
}

/// A list of ids.
#[derive(Debug, Deserialize)]
pub struct Ids {
    /// The ids.
    pub items: Rows<ContactId>,
}

call!(OfTenant: acronis::TENANT_CONTACTS_GET => Ids, |call, to| {
    to([&call.tenant.to_string()]).flag("allow_deleted", call.allow_deleted)
});

/// The contacts of a tenant, as far as they could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TenantContacts {
    /// The contacts.
    pub contacts: Vec<Contact>,
    /// How many there are that could not be read, or did not come.
    pub unread: usize,
    /// Where they come from.
    pub source: ContactSource,
}

/// Where the contacts of a tenant come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ContactSource {
    /// The contact operations, which can change them too.
    #[default]
    Contacts,
    /// The account may not use these: the tenant itself, with its list of contacts.
    Tenant,
    /// Only the tenant's legal contact came: whether there are others is not known.
    LegalContact,
}

impl TenantContacts {
    /// Whether these are all contacts of the tenant.
    pub fn is_whole(&self) -> bool {
        self.unread == 0 && self.source != ContactSource::LegalContact
    }

    /// Who is to be called for this; nobody where the list is empty, and `None` where that is not known.
    pub fn whom(&self, what: ContactType) -> Option<Vec<&Contact>> {
        let is_for = |contact: &&Contact| contact.is_for(what) == Some(true);
        let found: Vec<&Contact> = self.contacts.iter().filter(is_for).collect();
        let is_known = self.is_whole() && self.contacts.iter().all(|contact| contact.types.is_some());
        (is_known || !found.is_empty()).then_some(found)
    }
}

/// The contacts of a tenant: by the contact operations, or where the account may not use these, by the tenant.
pub async fn read(connection: &Connection, tenant: TenantId) -> Result<TenantContacts, Error> {
    match of_tenant(connection, tenant).await {
        Err(error) if error.is_forbidden() => of_tenant_itself(connection, tenant).await,
        other => other,
    }
}

/// The contacts of a tenant by the contact operations.
pub async fn of_tenant(connection: &Connection, tenant: TenantId) -> Result<TenantContacts, Error> {
    let ids = connection.call(&OfTenant { tenant, allow_deleted: false }).await?.items;
    let mut all = TenantContacts { unread: ids.bad.len(), ..TenantContacts::default() };
    for chunk in ids.items.chunks(MAX_IDS) {
        let rows = by_ids(connection, chunk).await?;
        // What the server leaves out of the list is not there to be read either.
        all.unread += chunk.len().saturating_sub(rows.items.len());
        all.contacts.extend(rows.items);
    }
    Ok(all)
}

/// In one request; one by one where that operation is not there, as on premises.
async fn by_ids(connection: &Connection, ids: &[ContactId]) -> Result<Rows<Contact>, Error> {
    match connection.call(&List { ids: ids.to_vec(), allow_deleted: false }).await {
        Ok(list) => Ok(list.items),
        Err(error) if is_no_operation(&error) => {
            let mut rows = Rows::default();
            for id in ids {
                match connection.call(&Read { id: *id, allow_deleted: false }).await {
                    Ok(contact) => rows.items.push(contact),
                    // Deleted since the list of ids was made.
                    Err(error) if error.is_not_found() => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(rows)
        }
        Err(error) => Err(error),
    }
}

pub(super) fn is_no_operation(error: &Error) -> bool {
    !error.is_web_page() && matches!(error.status(), Some(404 | 405 | 501))
}

/// The contacts of several tenants, in as few requests as there can be. `tell` hears how many tenants are read. One that
/// is not there, or not to be seen, is not among them.
pub async fn of_tenants(
    connection: &Connection,
    tenants: &[TenantId],
    tell: &dyn Fn(usize),
) -> Result<HashMap<TenantId, TenantContacts>, Error> {
    let mut all = HashMap::new();
    for (at, chunk) in tenants.chunks(tenants::MAX_IDS).enumerate() {
        let told: HashMap<TenantId, TenantContacts> = listed(connection, chunk).await?;
        for id in chunk {
            let contacts = match told.get(id) {
                // What a list tells less of is read by itself.
                Some(told) if told.is_whole() => Some(told.clone()),
                _ => unless_absent(read(connection, *id).await)?,
            };
            all.extend(contacts.map(|contacts| (*id, contacts)));
        }
        tell(at * tenants::MAX_IDS + chunk.len());
    }
    Ok(all)
}

async fn listed(
    connection: &Connection,
    ids: &[TenantId],
) -> Result<HashMap<TenantId, TenantContacts>, Error> {
    let scope = Scope::Ids(ids.to_vec());
    let list = tenants::List { with_contacts: true, ..tenants::List::of(scope, Lod::Full) };
    match connection.call(&list).await {
        Ok(page) => Ok(page.items.items.into_iter().map(|tenant| (tenant.id, told_by(tenant))).collect()),
        Err(error) if error.is_forbidden() || is_no_operation(&error) => Ok(HashMap::new()),
        Err(error) => Err(error),
    }
}

fn unless_absent<T>(read: Result<T, Error>) -> Result<Option<T>, Error> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.is_not_found() || error.is_forbidden() => Ok(None),
        Err(error) => Err(error),
    }
}

/// The contacts that the tenant itself is told with.
async fn of_tenant_itself(connection: &Connection, tenant: TenantId) -> Result<TenantContacts, Error> {
    let list =
        tenants::List { with_contacts: true, ..tenants::List::of(Scope::Ids(vec![tenant]), Lod::Full) };
    let found = match connection.call(&list).await {
        Ok(page) => page.items.items.into_iter().find(|one| one.id == tenant),
        // On premises there is no such list.
        Err(error) if error.is_forbidden() || is_no_operation(&error) => None,
        Err(error) => return Err(error),
    };
    let found = match found {
        Some(found) => found,
        None => {
            let read = tenants::Read { id: tenant, embed_path: false, allow_deleted: true };
            connection.call(&read).await?
        }
    };
    Ok(told_by(found))
}

fn told_by(tenant: Tenant) -> TenantContacts {
    let rows = tenant.contacts.unwrap_or_default();
    let (unread, mut contacts) = (rows.bad.len(), rows.items);
    // Every tenant has a legal contact: a list without any contact has not come.
    let source = match rows_came(&contacts, unread) {
        true => ContactSource::Tenant,
        false => ContactSource::LegalContact,
    };
    let is_new = |legal: &Contact| !contacts.iter().any(|one| one.id.is_some() && one.id == legal.id);
    if let Some(legal) = tenant.contact.filter(is_new) {
        contacts.insert(0, legal);
    }
    TenantContacts { contacts, unread, source }
}

fn rows_came(contacts: &[Contact], unread: usize) -> bool {
    !contacts.is_empty() || unread > 0
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use super::contact_field::ContactField;
    use super::contact_write::ContactTexts;
    use crate::request::Call;
    use crate::uuid::Uuid;
    let (id, tenant) = (ContactId(Uuid(7)), TenantId(Uuid(8)));
    let texts: ContactTexts =
        ContactField::ALL.into_iter().map(|field| (field, "a@b.example".to_owned())).collect();
    let types =
        vec![ContactType::Primary, ContactType::Billing, ContactType::Technical, ContactType::Management];
    let new = NewContact::new(tenant, types, texts.clone()).unwrap().of_user(Some(Uuid(9)));
    let least = ContactTexts::from([(ContactField::Email, "a@b.example".to_owned())]);
    let least = NewContact::new(tenant, vec![ContactType::Billing], least).unwrap();
    let words: Vec<String> = ContactType::ALL.iter().map(|one| one.word().to_owned()).collect();
    let edit = ContactEdit::of(&Contact::default(), &words, texts).unwrap();
    vec![
        List { ids: vec![id, id], allow_deleted: true }.request(),
        Create(new).request(),
        Create(least).request(),
        Read { id, allow_deleted: true }.request(),
        Update { id, edit }.request(),
        Delete { id }.request(),
        OfTenant { tenant, allow_deleted: true }.request(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::Scene;
    use crate::uuid::Uuid;
    use crate::vendors::acronis::testing::{connect, now};

    const TENANT: TenantId = TenantId(Uuid(1));

    fn ids(list: &[u128]) -> Scene {
        let ids: Vec<String> = list.iter().map(|one| format!("\"{}\"", Uuid(*one))).collect();
        Scene::new(200, format!(r#"{{"items":[{}]}}"#, ids.join(",")))
    }

    fn contact(id: u128, kind: &str) -> String {
        format!(r#"{{"id":"{}","types":["{kind}"],"email":"a@b.example"}}"#, Uuid(id))
    }

    fn list(rows: &[String]) -> Scene {
        Scene::new(200, format!(r#"{{"items":[{}]}}"#, rows.join(",")))
    }

    fn tenants(contacts: &str) -> Scene {
        let legal = contact(3, "legal");
        Scene::new(
            200,
            format!(r#"{{"items":[{{"id":"{}","contact":{legal},"contacts":{contacts}}}]}}"#, Uuid(1)),
        )
    }

    #[test]
    fn what_does_not_come_is_counted() {
        let odd = r#"{"id":7}"#.to_owned();
        let (connection, script) = connect(vec![ids(&[3, 4, 5]), list(&[contact(3, "legal"), odd])]);
        let read = now(read(&connection, TENANT)).unwrap();
        // A contact whose id cannot be read is there all the same.
        assert_eq!((read.contacts.len(), read.unread, read.source), (2, 1, ContactSource::Contacts));
        assert!(!read.is_whole());
        assert!(script.requests()[1].url.ends_with(&format!("uuids={},{},{}", Uuid(3), Uuid(4), Uuid(5))));
        // A tenant without contacts asks for none.
        let (connection, script) = connect(vec![ids(&[])]);
        assert!(now(super::read(&connection, TENANT)).unwrap().is_whole() && script.requests().len() == 1);
    }

    #[test]
    fn nobody_is_said_where_the_whole_is_known() {
        let who = |contacts: &str, unread, source| {
            let contacts = serde_json::from_str(contacts).unwrap();
            let all = TenantContacts { contacts, unread, source };
            [ContactType::Billing, ContactType::Technical].map(|what| all.whom(what).map(|found| found.len()))
        };
        let billing = r#"[{"types":["billing"]},{"types":["Billing","vip"]}]"#;
        assert_eq!(who(billing, 0, ContactSource::Contacts), [Some(2), Some(0)]);
        assert_eq!(who(billing, 0, ContactSource::Tenant), [Some(2), Some(0)]);
        assert_eq!(who(billing, 1, ContactSource::Contacts), [Some(2), None]);
        assert_eq!(who(billing, 0, ContactSource::LegalContact), [Some(2), None]);
        assert_eq!(who(r#"[{"types":[]},{}]"#, 0, ContactSource::Contacts), [None, None]);
    }

    #[test]
    fn where_there_is_no_batch_they_are_read_one_by_one() {
        let scenes = vec![
            ids(&[3, 4]),
            Scene::new(404, ""),
            Scene::new(200, contact(3, "legal")),
            Scene::new(404, ""),
        ];
        let read = now(read(&connect(scenes).0, TENANT)).unwrap();
        assert_eq!((read.contacts.len(), read.unread), (1, 1));
        let refused = vec![ids(&[3]), Scene::new(404, ""), Scene::new(500, "")];
        assert!(now(super::read(&connect(refused).0, TENANT)).is_err());
    }

    #[test]
    fn those_of_several_tenants_come_in_a_list() {
        let scenes = vec![
            tenants(&format!("[{}]", contact(4, "billing"))),
            ids(&[3]),
            list(&[contact(3, "legal")]),
            ids(&[]),
            Scene::new(404, ""),
        ];
        let (connection, script) = connect(scenes);
        let asked = [TENANT, TenantId(Uuid(2)), TenantId(Uuid(5)), TenantId(Uuid(6))];
        let read = now(of_tenants(&connection, &asked, &|count| assert_eq!(count, 4))).unwrap();
        let counts = asked.map(|id| read.get(&id).map(|all| all.contacts.len()));
        assert_eq!(counts, [Some(2), Some(1), Some(0), None], "the last one is not there");
        assert!(script.requests()[0].url.contains("with_contacts=true"));
    }

    #[test]
    fn who_may_not_use_them_gets_those_of_the_tenant() {
        let rows = format!("[{},{},7]", contact(3, "legal"), contact(4, "billing"));
        for refused in [vec![Scene::new(403, "")], vec![ids(&[3, 4]), Scene::new(403, "")]] {
            let scenes = refused.into_iter().chain([tenants(&rows)]).collect();
            let read = now(read(&connect(scenes).0, TENANT)).unwrap();
            assert_eq!((read.contacts.len(), read.unread, read.source), (2, 1, ContactSource::Tenant));
        }
        let read_with = |scenes| now(super::read(&connect(scenes).0, TENANT)).unwrap();
        let read = read_with(vec![Scene::new(403, ""), tenants("[]")]);
        assert_eq!((read.contacts.len(), read.source), (1, ContactSource::LegalContact));
        assert!(!read.is_whole(), "whether there are others is not known");
        let legal = format!(r#"{{"id":"{}","contact":{}}}"#, Uuid(1), contact(3, "legal"));
        let read = read_with(vec![Scene::new(403, ""), Scene::new(403, ""), Scene::new(200, legal)]);
        assert_eq!((read.contacts.len(), read.source), (1, ContactSource::LegalContact));
    }
}
