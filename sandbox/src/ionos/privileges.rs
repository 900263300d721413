//! The privileges of a group, as the contract lists them.

use serde_json::{Map, Value};

/// A group's privileges; the place in the list is the place in [`Privileges`].
pub const ALL: [&str; 25] = [
    "createDatacenter",
    "createSnapshot",
    "reserveIp",
    "accessActivityLog",
    "createPcc",
    "s3Privilege",
    "createBackupUnit",
    "createInternetAccess",
    "createK8sCluster",
    "createFlowLog",
    "accessAndManageMonitoring",
    "accessAndManageCertificates",
    "manageDBaaS",
    "accessAndManageDns",
    "manageRegistry",
    "manageDataplatform",
    "accessAndManageLogging",
    "accessAndManageCdn",
    "accessAndManageVpn",
    "accessAndManageApiGateway",
    "accessAndManageKaas",
    "accessAndManageNetworkFileStorage",
    "accessAndManageAiModelHub",
    "accessAndManageIamResources",
    "createNetworkSecurityGroups",
];

/// Which of them are granted, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Privileges(u32);

impl Privileges {
    /// Every one.
    pub const EVERY: Privileges = Privileges((1 << ALL.len()) - 1);

    /// Those of these names.
    pub fn of(names: &[&str]) -> Privileges {
        let bits = ALL.iter().enumerate().filter(|(_, name)| names.contains(name));
        Privileges(bits.fold(0, |bits, (at, _)| bits | (1 << at)))
    }

    /// Those that are true in a body's `properties`; what is not sent is not granted.
    pub fn of_properties(properties: Option<&Value>) -> Privileges {
        let granted = |name: &&str| properties.and_then(|all| all.get(*name)) == Some(&Value::Bool(true));
        Privileges::of(&ALL.into_iter().filter(granted).collect::<Vec<_>>())
    }

    /// Whether that one is granted.
    pub fn has(self, name: &str) -> bool {
        self.0 & Privileges::of(&[name]).0 != 0
    }

    /// Writes each of them as true or false.
    pub fn write(self, properties: &mut Map<String, Value>) {
        for (at, name) in ALL.into_iter().enumerate() {
            properties.insert(name.to_owned(), Value::Bool(self.0 & (1 << at) != 0));
        }
    }
}
