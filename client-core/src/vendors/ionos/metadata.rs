//! What the API tells of every object: who made and changed it and when, and its state.

use serde::Deserialize;

use crate::date::Date;
use crate::decode::lenient;
use crate::open_enum::open_enum;

open_enum! {
    /// The state of a resource. Of backup units, `AVAILABLE` and `BUSY` are usual.
    State {
        /// There are no pending requests for it.
        Available = "AVAILABLE",
        /// It has been de-provisioned.
        Inactive = "INACTIVE",
        /// At least one request is pending, "and all following requests will be queued".
        Busy = "BUSY",
        /// Kubernetes: being deployed.
        Deploying = "DEPLOYING",
        /// Kubernetes: active.
        Active = "ACTIVE",
        /// Kubernetes: failed.
        Failed = "FAILED",
        /// Kubernetes: suspended.
        Suspended = "SUSPENDED",
        /// Kubernetes: could not be suspended.
        FailedSuspended = "FAILED_SUSPENDED",
        /// Kubernetes: being updated.
        Updating = "UPDATING",
        /// Kubernetes: could not be updated.
        FailedUpdating = "FAILED_UPDATING",
        /// Kubernetes: being destroyed.
        Destroying = "DESTROYING",
        /// Kubernetes: could not be destroyed.
        FailedDestroying = "FAILED_DESTROYING",
        /// Kubernetes: terminated.
        Terminated = "TERMINATED",
        /// Kubernetes: hibernating.
        Hibernating = "HIBERNATING",
        /// Kubernetes: could not hibernate.
        FailedHibernating = "FAILED_HIBERNATING",
        /// Kubernetes: in maintenance.
        Maintenance = "MAINTENANCE",
        /// Kubernetes: maintenance failed.
        FailedMaintenance = "FAILED_MAINTENANCE",
        /// The API does not know it itself.
        Unknown = "UNKNOWN",
    }
}

impl State {
    /// Whether something went wrong that does not mend itself.
    pub fn is_failed(&self) -> bool {
        self.as_str().starts_with("FAILED")
    }
}

/// `metadata`. `None` means that the answer did not have the field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Metadata {
    /// Changes with every change of the object.
    #[serde(deserialize_with = "lenient::option")]
    pub etag: Option<String>,
    /// When it was created.
    #[serde(deserialize_with = "lenient::option")]
    pub created_date: Option<Date>,
    /// The e-mail address of who created it.
    #[serde(deserialize_with = "lenient::option")]
    pub created_by: Option<String>,
    /// The id of who created it.
    #[serde(deserialize_with = "lenient::option")]
    pub created_by_user_id: Option<String>,
    /// When it was last changed.
    #[serde(deserialize_with = "lenient::option")]
    pub last_modified_date: Option<Date>,
    /// The e-mail address of who last changed it.
    #[serde(deserialize_with = "lenient::option")]
    pub last_modified_by: Option<String>,
    /// The id of who last changed it.
    #[serde(deserialize_with = "lenient::option")]
    pub last_modified_by_user_id: Option<String>,
    /// Its state; users and groups have none.
    #[serde(deserialize_with = "lenient::option")]
    pub state: Option<State>,
    /// Of a user: when they last signed in.
    #[serde(deserialize_with = "lenient::option")]
    pub last_login: Option<Date>,
}
