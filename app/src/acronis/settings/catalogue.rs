//! What is the same of a setting on every tenant.

use tenantry_core::acronis::ApplicationId;
use tenantry_core::acronis::applications::Application;
use tenantry_core::acronis::setting::Schema;

/// What is the same on every tenant: the applications, and what is known of their settings in general.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The applications.
    pub applications: Vec<Application>,
    /// What is known of their settings; `None` for an application whose schemas may not be read.
    pub schemas: Vec<(ApplicationId, Option<Vec<Schema>>)>,
}
