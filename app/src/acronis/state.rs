//! What is kept of an Acronis connection while somebody is signed in: the tenants, and what is the same of all their
//! settings.

use std::rc::Rc;

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::TenantId;

use super::settings::{Catalogue, Verification};
use super::tenants::TenantStore;
use crate::i18n::tf;
use crate::session::{Session, VendorState};
use crate::ui::text::visible;

/// The connection with its tenants. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Acronis {
    /// The connection.
    pub session: Session,
    /// Its tenants.
    pub tenants: TenantStore,
    /// What was last read of the settings in general, and when.
    catalogue: StoredValue<Option<(f64, Rc<Catalogue>)>, LocalStorage>,
    /// Saved changes that are verified in the background.
    verifications: RwSignal<Vec<Verification>, LocalStorage>,
}

/// The state of a connection.
pub fn acronis(session: Session) -> Acronis {
    session.state(|session| Acronis {
        session,
        tenants: TenantStore::new(),
        catalogue: StoredValue::new_local(None),
        verifications: RwSignal::new_local(Vec::new()),
    })
}

impl Acronis {
    /// The tenant at the top of what the signed-in user sees.
    pub fn top(self) -> Option<TenantId> {
        self.session.person().and_then(|person| Uuid::parse(&person.scope?)).map(TenantId)
    }

    /// What was read of the settings in general since then.
    pub fn kept_catalogue(self, since_ms: f64) -> Option<Rc<Catalogue>> {
        let kept = self.catalogue.get_value();
        kept.filter(|(read_ms, _)| *read_ms >= since_ms).map(|(_, catalogue)| catalogue)
    }

    /// Keeps what was read of the settings in general.
    pub fn keep_catalogue(self, read_ms: f64, catalogue: Rc<Catalogue>) {
        self.catalogue.set_value(Some((read_ms, catalogue)));
    }

    /// Saved changes that are verified in the background. Followed.
    pub fn verifications(self) -> Vec<Verification> {
        self.verifications.get()
    }

    /// Goes on verifying a change in the background.
    pub fn keep_verification(self, one: Verification) {
        self.verifications.update(|all| all.push(one));
    }

    /// Somebody has seen what became of it.
    pub fn forget_verification(self, at: usize) {
        self.verifications.update(|all| {
            if at < all.len() {
                all.remove(at);
            }
        });
    }
}

impl Acronis {
    /// A tenant's name, or words for one that cannot be seen.
    pub fn name_of(self, id: Uuid) -> String {
        let name =
            self.tenants.peek(|tree, _| tree.find(id).map(|node| visible(tree.name(node)).into_owned()));
        name.unwrap_or_else(|| {
            let id = id.to_string();
            tf("settings.unseen_tenant", &[("id", id.get(..8).unwrap_or(&id))])
        })
    }
}

impl VendorState for Acronis {
    fn clear(&self) {
        self.tenants.clear();
        self.catalogue.set_value(None);
        self.verifications.set(Vec::new());
    }
}
