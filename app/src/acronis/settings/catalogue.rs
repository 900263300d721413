//! What is the same of a setting on every tenant.

use tenantry_core::acronis::ApplicationId;
use tenantry_core::acronis::applications::Application;
use tenantry_core::acronis::setting::Schema;

use crate::ui::Fault;

/// What is the same on every tenant: the applications, and what is known of their settings in general.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The applications.
    pub applications: Vec<Application>,
    /// What is known of their settings.
    pub schemas: Vec<(ApplicationId, Schemas)>,
}

/// The schemas of an application, as far as they could be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Schemas {
    /// These, and so many that could not be understood.
    Read(Vec<Schema>, usize),
    /// The account may not read them.
    Forbidden,
    /// They could not be read, for this reason.
    Failed(Fault),
}

impl Schemas {
    /// Those that were read.
    pub fn known(&self) -> &[Schema] {
        match self {
            Schemas::Read(schemas, _) => schemas,
            Schemas::Forbidden | Schemas::Failed(_) => &[],
        }
    }

    /// Whether nothing is missing.
    pub fn is_whole(&self) -> bool {
        matches!(self, Schemas::Read(_, 0))
    }
}
