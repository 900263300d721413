//! The operations, and what answers each. A test holds the table to the contract.

use super::call::Call;
use super::errors::Outcome;
use super::world::World;
use super::{
    group_writes, groups, members, requests, resources, shares, sso, unit_writes, units, user_writes, users,
};
use crate::Request;
use crate::route::{self, JSON, NoOperation, PathValues, Route};

/// What answers an operation.
#[derive(Clone, Copy)]
pub enum Handler {
    /// Leaves the contract as it is.
    Read(fn(&Call<'_>, &World) -> Outcome),
    /// May change it.
    Write(fn(&Call<'_>, &mut World) -> Outcome),
}

use Handler::{Read, Write};

/// One operation with what answers it.
pub struct Entry {
    /// How it is found.
    pub route: Route,
    /// What answers.
    pub handler: Handler,
}

/// What the request means, with the raw values in its path.
pub fn find(request: &Request) -> Result<(&'static Entry, PathValues), NoOperation> {
    route::find(TABLE.iter(), |entry| &entry.route, request)
}

const API: &str = "/cloudapi/v6";
const NONE: &[&str] = &[];

#[rustfmt::skip]
static TABLE: &[Entry] = &[
    entry(("backupunitsGet", "GET"), "/backupunits", NONE, Read(units::list)),
    entry(("backupunitsPost", "POST"), "/backupunits", JSON, Write(unit_writes::create)),
    entry(("backupunitsFindById", "GET"), "/backupunits/{backupunitId}", NONE, Write(units::read)),
    entry(("backupunitsPut", "PUT"), "/backupunits/{backupunitId}", JSON, Write(unit_writes::change)),
    entry(("backupunitsDelete", "DELETE"), "/backupunits/{backupunitId}", NONE, Write(unit_writes::delete)),
    entry(("backupunitsPatch", "PATCH"), "/backupunits/{backupunitId}", JSON, Write(unit_writes::change)),
    entry(("backupunitsSsourlGet", "GET"), "/backupunits/{backupunitId}/ssourl", NONE, Write(sso::handle)),
    entry(("requestsStatusGet", "GET"), "/requests/{requestId}/status", NONE, Read(requests::status)),
    entry(("umUsersGet", "GET"), "/um/users", NONE, Read(users::list)),
    entry(("umUsersPost", "POST"), "/um/users", JSON, Write(user_writes::create)),
    entry(("umUsersFindById", "GET"), "/um/users/{userId}", NONE, Read(users::read)),
    entry(("umUsersPut", "PUT"), "/um/users/{userId}", JSON, Write(user_writes::change)),
    entry(("umUsersDelete", "DELETE"), "/um/users/{userId}", NONE, Write(user_writes::delete)),
    entry(("umUsersGroupsGet", "GET"), "/um/users/{userId}/groups", NONE, Read(users::groups)),
    entry(("umUsersOwnsGet", "GET"), "/um/users/{userId}/owns", NONE, Read(users::owns)),
    entry(("umGroupsGet", "GET"), "/um/groups", NONE, Read(groups::list)),
    entry(("umGroupsPost", "POST"), "/um/groups", JSON, Write(group_writes::create)),
    entry(("umGroupsFindById", "GET"), "/um/groups/{groupId}", NONE, Read(groups::read)),
    entry(("umGroupsPut", "PUT"), "/um/groups/{groupId}", JSON, Write(group_writes::change)),
    entry(("umGroupsDelete", "DELETE"), "/um/groups/{groupId}", NONE, Write(group_writes::delete)),
    entry(("umGroupsResourcesGet", "GET"), "/um/groups/{groupId}/resources", NONE, Read(groups::resources)),
    entry(("umGroupsUsersGet", "GET"), "/um/groups/{groupId}/users", NONE, Read(members::list)),
    entry(("umGroupsUsersPost", "POST"), "/um/groups/{groupId}/users", JSON, Write(members::add)),
    entry(("umGroupsUsersDelete", "DELETE"), "/um/groups/{groupId}/users/{userId}", NONE, Write(members::remove)),
    entry(("umGroupsSharesFindById", "GET"), "/um/groups/{groupId}/shares/{resourceId}", NONE, Read(shares::read)),
    entry(("umGroupsSharesPost", "POST"), "/um/groups/{groupId}/shares/{resourceId}", JSON, Write(shares::add)),
    entry(("umGroupsSharesPut", "PUT"), "/um/groups/{groupId}/shares/{resourceId}", JSON, Write(shares::change)),
    entry(("umGroupsSharesDelete", "DELETE"), "/um/groups/{groupId}/shares/{resourceId}", NONE, Write(shares::remove)),
    entry(("umGroupsSharesGet", "GET"), "/um/groups/{groupId}/shares", NONE, Read(shares::list)),
    entry(("umResourcesGet", "GET"), "/um/resources", NONE, Read(resources::list)),
    entry(("umResourcesFindByType", "GET"), "/um/resources/{resourceType}", NONE, Read(resources::of_type)),
    entry(("umResourcesFindByTypeAndId", "GET"), "/um/resources/{resourceType}/{resourceId}", NONE, Read(resources::read)),
];

const fn entry(
    name: (&'static str, &'static str),
    path: &'static str,
    body: &'static [&'static str],
    handler: Handler,
) -> Entry {
    Entry { route: Route::new(name, (API, path), body), handler }
}

#[cfg(test)]
#[cfg(feature = "check")]
mod tests {
    use super::*;
    use crate::check::routes;

    #[test]
    fn the_table_is_the_contracts() {
        let contract = tenantry_contracts::Vendor::Ionos.contract();
        assert_eq!(TABLE.len(), contract.operations.len());
        for Entry { route, .. } in TABLE {
            assert_eq!(Some(*route), contract.operation(route.id).map(routes::route));
        }
    }
}
