//! IONOS Cloud API v6, Backup Service and User management: typed models and calls, one file a resource.
//!
//! Reference: "Backup Service" and "User management" of the Cloud API 6.0. All 31 operations are here, and the
//! reading of a request's status. The contract has no operation for S3 keys, so neither has this.

pub mod backup_unit;
pub mod backup_units;
mod calls;
pub mod changes;
pub mod collection;
pub mod contract_number;
pub mod envelope;
pub mod group;
pub mod groups;
pub mod ids;
pub mod members;
pub mod metadata;
pub mod options;
pub mod privileges;
pub mod properties;
pub mod reach;
mod record;
pub mod requests;
pub mod resources;
pub mod response_options;
pub mod rules;
pub mod shares;
pub mod tasks;
pub mod user;
pub mod users;

pub use backup_unit::{BackupUnit, BackupUnitChange, BackupUnitProperties, BackupUnitSso, NewBackupUnit};
pub use collection::{BackupUnits, Collection};
pub use contract_number::ContractNumber;
pub use group::{Group, GroupWrite};
pub use ids::{GroupId, RequestId, ResourceId, UnitId, UserId};
pub use metadata::{Metadata, State};
pub use privileges::{Cluster, Privilege, Privileges};
pub use properties::{Properties, Unlike};
pub use resources::{Resource, ResourceType};
pub use response_options::ResponseOptions;
pub use shares::{GroupShare, SharePrivileges, ShareProperties};
pub use user::{NewUser, User, UserChange};

/// Every typed call of this vendor with all its parameters, for the conformance test.
#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    [
        backup_units::samples(),
        users::samples(),
        groups::samples(),
        members::samples(),
        shares::samples(),
        resources::samples(),
        requests::samples(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod reach_tests;
#[cfg(test)]
mod tests;
