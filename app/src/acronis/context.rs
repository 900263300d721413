//! What the screens of an Acronis connection share: its state, and the URL of what they show.

use std::ops::Deref;

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::route::TenantsPath;
use super::state::{Acronis, acronis};
use crate::mount::Mount;
use crate::session::Session;

/// The connection's state and the place where its screen stands. Copied freely.
#[derive(Clone, Copy)]
pub struct AcronisContext {
    acronis: Acronis,
    /// The place where the screen stands.
    pub mount: Mount,
}

impl Deref for AcronisContext {
    type Target = Acronis;

    fn deref(&self) -> &Acronis {
        &self.acronis
    }
}

impl AcronisContext {
    /// For a screen that is being made.
    pub fn new(session: Session) -> AcronisContext {
        AcronisContext { acronis: acronis(session), mount: Mount::here() }
    }

    /// The state alone, for work that draws nothing.
    pub fn state(self) -> Acronis {
        self.acronis
    }

    /// What the URL says. Followed.
    pub fn path(self) -> TenantsPath {
        self.mount.router().place().with(|place| TenantsPath::read(place).unwrap_or_default())
    }

    /// What the URL says now.
    pub fn path_now(self) -> TenantsPath {
        untrack(|| self.path())
    }

    /// Goes there; going back comes back here.
    pub fn go(self, path: &TenantsPath) {
        self.mount.router().go(path.place(&self.session.id()));
    }

    /// Changes the URL in place.
    pub fn replace(self, path: &TenantsPath) {
        self.mount.router().replace(path.place(&self.session.id()));
    }

    /// The `href` of a link there.
    pub fn href(self, path: &TenantsPath) -> String {
        self.mount.router().href(&path.place(&self.session.id()))
    }

    /// Goes to the same view of another tenant.
    pub fn go_to_tenant(self, tenant: Uuid) {
        self.go(&self.path_now().of_tenant(Some(tenant)));
    }
}
