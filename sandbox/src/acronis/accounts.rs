//! Who can sign in.

use super::errors::Refusal;
use super::faults::Fault;
use super::operation::Operation;
use crate::estate::fixed::{HOSTILE, LOOP, ROOT, UMBRELLA};
use crate::random::{hash_text, mix};

/// One API client.
#[derive(Debug, PartialEq, Eq)]
pub struct Account {
    /// Signs in with this.
    pub client_id: &'static str,
    /// The name in the console's list of accounts.
    pub label: &'static str,
    /// Slot of its top tenant.
    pub top: usize,
    /// How its API misbehaves.
    pub fault: Fault,
    /// May read, but not write.
    pub viewer: bool,
    /// Not in the console's list of accounts: for tests that write.
    pub unlisted: bool,
}

const fn account(client_id: &'static str, label: &'static str, top: usize, fault: Fault) -> Account {
    Account { client_id, label, top, fault, viewer: false, unlisted: false }
}

/// The demo account again, with a store that no other account shares.
const fn copy(client_id: &'static str, label: &'static str) -> Account {
    Account { unlisted: true, ..account(client_id, label, UMBRELLA, Fault::None) }
}

/// All of them, the default first.
pub static ACCOUNTS: &[Account] = &[
    account("demo", "Umbrella Partners", UMBRELLA, Fault::None),
    account("root", "The whole estate, from its real root", ROOT, Fault::None),
    account("fault-page", "Fault: the third page fails once", UMBRELLA, Fault::Page),
    account("fault-cursor", "Fault: the cursor leads in a circle", UMBRELLA, Fault::Cursor),
    account("fault-html", "Fault: the third page is HTML, six times", UMBRELLA, Fault::Html),
    account("fault-expiry", "Fault: the token dies after two pages", UMBRELLA, Fault::Expiry),
    account("fault-forbidden", "Fault: Iberia is forbidden", UMBRELLA, Fault::Forbidden),
    account("fault-slow", "Fault: every answer takes 1.5 s", UMBRELLA, Fault::Slow),
    account("fault-cut", "Fault: the third page is cut off once", UMBRELLA, Fault::Cut),
    account("fault-429", "Fault: too many requests once", UMBRELLA, Fault::TooMany),
    account("fault-empty", "Fault: lists fail without a word", UMBRELLA, Fault::Empty),
    account("hostile-names", "Names that attack the screen", HOSTILE, Fault::None),
    account("fault-loop", "Fault: rows that make no tree", LOOP, Fault::Loop),
    account("no-basic", "Basic detail without ids", UMBRELLA, Fault::NoBasic),
    account("fault-settings-403", "Fault: settings cannot be listed", UMBRELLA, Fault::Settings403),
    account("fault-put-403", "Fault: settings cannot be written", UMBRELLA, Fault::Put403),
    account("fault-put-lost", "Fault: the answer to a write is lost", UMBRELLA, Fault::PutLost),
    account("fault-put-late", "Fault: somebody else writes first", UMBRELLA, Fault::PutLate),
    account("fault-put-differs", "Fault: a write does something else below", UMBRELLA, Fault::PutDiffers),
    account("fault-put-415", "Fault: no write is of the right type", UMBRELLA, Fault::Put415),
    account("fault-same-page", "Fault: the same page comes again and again", UMBRELLA, Fault::SamePage),
    account("fault-put-502", "Fault: 502 for a write that was carried out", UMBRELLA, Fault::Put502),
    account("fault-login-wall", "Fault: a page to sign in on, 200", UMBRELLA, Fault::LoginWall),
    account("fault-firewall", "Fault: a firewall's page, 403", UMBRELLA, Fault::Firewall),
    account("client-only", "An API client without a user", UMBRELLA, Fault::NoUser),
    account("nobody", "Nothing tells whose client it is", UMBRELLA, Fault::Nobody),
    account("texts", "Numbers and truth values come as texts", UMBRELLA, Fault::Texts),
    account("fault-contacts-403", "Fault: contacts cannot be used", UMBRELLA, Fault::Contacts403),
    account("odd-contacts", "Contacts without a type, and odd rows", UMBRELLA, Fault::OddContacts),
    account("short-life", "Tokens live 20 seconds", UMBRELLA, Fault::ShortLife),
    Account { viewer: true, ..account("viewer", "May look, but not write", UMBRELLA, Fault::None) },
    copy("own-1", "Umbrella Partners, own copy 1"),
    copy("own-2", "Umbrella Partners, own copy 2"),
    copy("own-3", "Umbrella Partners, own copy 3"),
    copy("own-4", "Umbrella Partners, own copy 4"),
    copy("own-5", "Umbrella Partners, own copy 5"),
    copy("own-6", "Umbrella Partners, own copy 6"),
    copy("own-7", "Umbrella Partners, own copy 7"),
    copy("own-8", "Umbrella Partners, own copy 8"),
    copy("own-9", "Umbrella Partners, own copy 9"),
    copy("own-10", "Umbrella Partners, own copy 10"),
    copy("own-11", "Umbrella Partners, own copy 11"),
    copy("own-12", "Umbrella Partners, own copy 12"),
    copy("own-13", "Umbrella Partners, own copy 13"),
    copy("own-contacts-1", "Umbrella Partners, own copy for contacts 1"),
    copy("own-contacts-2", "Umbrella Partners, own copy for contacts 2"),
    copy("own-contacts-3", "Umbrella Partners, own copy for contacts 3"),
    copy("own-contacts-4", "Umbrella Partners, own copy for contacts 4"),
    copy("own-contacts-5", "Umbrella Partners, own copy for contacts 5"),
    copy("own-contacts-6", "Umbrella Partners, own copy for contacts 6"),
    copy("own-contacts-7", "Umbrella Partners, own copy for contacts 7"),
    copy("own-contacts-8", "Umbrella Partners, own copy for contacts 8"),
    copy("own-tenants-1", "Umbrella Partners, own copy for tenants 1"),
    copy("own-tenants-2", "Umbrella Partners, own copy for tenants 2"),
    copy("own-tenants-3", "Umbrella Partners, own copy for tenants 3"),
    copy("own-tenants-4", "Umbrella Partners, own copy for tenants 4"),
    copy("own-tenants-5", "Umbrella Partners, own copy for tenants 5"),
    copy("own-tenants-6", "Umbrella Partners, own copy for tenants 6"),
    copy("own-users-1", "Umbrella Partners, own copy for users 1"),
    copy("own-users-2", "Umbrella Partners, own copy for users 2"),
    copy("own-users-3", "Umbrella Partners, own copy for users 3"),
    copy("own-users-4", "Umbrella Partners, own copy for users 4"),
    copy("own-clients-1", "Umbrella Partners, own copy for API clients 1"),
    copy("own-users-5", "Umbrella Partners, own copy for users 5"),
];

/// The settings' operations that the reference calls private.
const PRIVATE: [&str; 4] = [
    "application_settings_schemas_get",
    "application_settings_tenants_get",
    "application_settings_tenant_read",
    "tenant_settings_get",
];

/// The contact operations, all of which the reference calls private.
const CONTACTS: [&str; 6] = [
    "contacts_get",
    "contacts_post",
    "contact_read",
    "contact_update",
    "contact_delete",
    "tenant_contacts_get",
];

impl Account {
    /// The account of that client id.
    pub fn find(client_id: &str) -> Option<&'static Account> {
        ACCOUNTS.iter().find(|account| account.client_id == client_id)
    }

    /// Why the account may not call the operation at all, whatever its parameters are. Only the viewer's role is
    /// looked at: everybody else may do what is simulated.
    pub fn refusal_of(&self, operation: &Operation) -> Option<Refusal> {
        let id = operation.route.id;
        let is_put = id == "application_settings_tenant_setting_update";
        let writes = is_put || id == "application_settings_tenant_setting_delete";
        match self.fault {
            _ if self.viewer && !operation.for_viewers => {
                Some(Refusal::new(403, "this needs more than the role tenant_viewer"))
            }
            Fault::Settings403 if PRIVATE.contains(&id) => {
                Some(Refusal::new(403, "this API client may not list settings"))
            }
            Fault::Put403 if writes => Some(Refusal::new(403, "this API client may not write settings")),
            Fault::Contacts403 if CONTACTS.contains(&id) => {
                Some(Refusal::new(403, "this API client may not use contacts"))
            }
            Fault::Put415 if is_put => Some(Refusal::new(415, "Content must be JSON")),
            _ => None,
        }
    }

    /// The login in the answer of `GET /users/me`.
    pub fn login(&self) -> &'static str {
        if self.client_id == "demo" { "a.marin@umbrella" } else { self.client_id }
    }

    /// Whether the first user of its top tenant is told to be who is signed in.
    pub fn has_user(&self) -> bool {
        !matches!(self.fault, Fault::NoUser | Fault::Nobody)
    }

    /// The name in the answer of `GET /clients/{client_id}`.
    pub fn client_name(&self) -> &'static str {
        if self.client_id == "demo" { "Umbrella reporting" } else { self.client_id }
    }

    /// Its secret in the estate of that seed.
    pub fn secret(&self, seed: u64) -> String {
        let first = mix(seed ^ hash_text(self.client_id));
        format!("{first:016x}{:016x}", mix(first ^ seed.rotate_left(17)))
    }
}
