//! What the pieces of the Users tab share: the screen, the page that reads and writes, and the URL.

use tenantry_core::Uuid;
use tenantry_core::acronis::{TenantId, User, UserId};
use tenantry_core::write::Outcome;

use super::view::UsersView;
use crate::acronis::context::AcronisContext;
use crate::acronis::route::{Tab, TenantsPath};
use crate::resource::context::PageContext;

/// The tab. Copied freely.
#[derive(Clone, Copy)]
pub struct UsersContext {
    /// The screen.
    pub screen: AcronisContext,
    /// Reads and writes.
    pub page: PageContext,
    /// The tenant.
    pub tenant: TenantId,
}

impl UsersContext {
    /// What the URL says. Followed.
    pub fn view(self) -> UsersView {
        self.screen.path().users
    }

    /// Changes what is shown, in place.
    pub fn change(self, change: impl FnOnce(&mut UsersView)) {
        let mut path = self.screen.path_now();
        change(&mut path.users);
        self.screen.replace(&path);
    }

    /// The `href` of a user, or of none. Followed.
    pub fn href(self, user: Option<UserId>) -> String {
        let path = self.screen.path();
        let users = UsersView { user: user.map(|id| id.0), ..path.users.clone() };
        self.screen.href(&TenantsPath { tab: Tab::Users, users, ..path })
    }

    /// Goes to a user, or to none.
    pub fn go(self, user: Option<Uuid>) {
        let path = self.screen.path_now();
        let users = UsersView { user, ..path.users.clone() };
        self.screen.go(&TenantsPath { users, ..path });
    }

    /// Goes back to the list of which somebody has just been deleted, the keyboard to the row beside them.
    pub fn leave_deleted(self, id: UserId) {
        let neighbour = self.page.mount.neighbour(&row_id(id.0)).unwrap_or_default();
        self.go(None);
        self.page.mount.give_back(neighbour);
    }

    /// Hears of the end of a write: where the user is not what was shown, they are read again.
    pub fn hear(self) -> impl Fn(&Outcome<User>) + 'static {
        move |outcome| {
            let is_stale = matches!(outcome, Outcome::ChangedBefore(_) | Outcome::ChangedAfter(_));
            let status = outcome.error().and_then(|error| error.status());
            // Another version (reference: 409; for tenants it is 426).
            if is_stale || matches!(status, Some(409 | 426)) {
                self.page.reload();
            }
        }
    }
}

/// The id of a row's link.
pub fn row_id(id: Uuid) -> String {
    ["tn-row-", &id.to_string()].concat()
}
