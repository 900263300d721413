//! The one place where an error of a session is noted and put in words.

use tenantry_core::{Error, Uuid};

use super::connection::Session;
use crate::ui::Fault;

impl Session {
    /// The error in words. Where it means that nobody is signed in any more, the form to sign in comes back.
    pub fn fault(self, error: &Error) -> Fault {
        self.note(error);
        Fault::new(error, &self.config())
    }

    /// The same for a tenant that cannot be shown.
    pub fn fault_of_tenant(self, error: &Error, tenant: Uuid) -> Fault {
        self.note(error);
        Fault::tenant(error, &self.config(), tenant)
    }
}
