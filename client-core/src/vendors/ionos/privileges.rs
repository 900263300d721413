//! What the members of a group may do. Reference: User management, the properties of a group.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::properties::Properties;

/// What a group's privileges are about, for a form that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cluster {
    /// Servers, disks, networks of data centers.
    Compute,
    /// Backup units, object storage, network file storage.
    Storage,
    /// Kubernetes, registries, databases, data platform, AI.
    Platform,
    /// Networks between and in front of data centers.
    Network,
    /// Who sees and does what, and what is logged.
    Oversight,
}

impl Cluster {
    /// All, in the order of a form.
    pub const ALL: [Cluster; 5] =
        [Cluster::Compute, Cluster::Storage, Cluster::Platform, Cluster::Network, Cluster::Oversight];
}

macro_rules! privileges {
    ($count:literal: $($(#[$doc:meta])* $variant:ident = $word:literal in $cluster:ident,)*) => {
        /// A privilege that the contract names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Privilege { $($(#[$doc])* $variant,)* }

        impl Privilege {
            /// All, in the contract's order.
            pub const ALL: [Privilege; $count] = [$(Privilege::$variant,)*];

            /// As the contract spells it.
            pub fn as_str(self) -> &'static str {
                match self { $(Privilege::$variant => $word,)* }
            }

            /// What it is about.
            pub fn cluster(self) -> Cluster {
                match self { $(Privilege::$variant => Cluster::$cluster,)* }
            }
        }
    };
}

privileges! {
    25:
    /// Create data centers.
    CreateDatacenter = "createDatacenter" in Compute,
    /// Create snapshots.
    CreateSnapshot = "createSnapshot" in Compute,
    /// Reserve IP blocks.
    ReserveIp = "reserveIp" in Network,
    /// See the activity log.
    AccessActivityLog = "accessActivityLog" in Oversight,
    /// Create private cross connects.
    CreatePcc = "createPcc" in Network,
    /// Use object storage.
    S3Privilege = "s3Privilege" in Storage,
    /// Create backup units. It opens no unit that is there already.
    CreateBackupUnit = "createBackupUnit" in Storage,
    /// Give servers access to the internet.
    CreateInternetAccess = "createInternetAccess" in Network,
    /// Create Kubernetes clusters.
    CreateK8sCluster = "createK8sCluster" in Platform,
    /// Create flow logs.
    CreateFlowLog = "createFlowLog" in Oversight,
    /// Monitoring.
    AccessAndManageMonitoring = "accessAndManageMonitoring" in Oversight,
    /// Certificates.
    AccessAndManageCertificates = "accessAndManageCertificates" in Oversight,
    /// Databases.
    ManageDbaas = "manageDBaaS" in Platform,
    /// DNS.
    AccessAndManageDns = "accessAndManageDns" in Network,
    /// Container registries.
    ManageRegistry = "manageRegistry" in Platform,
    /// The data platform.
    ManageDataplatform = "manageDataplatform" in Platform,
    /// Logging.
    AccessAndManageLogging = "accessAndManageLogging" in Oversight,
    /// The content delivery network.
    AccessAndManageCdn = "accessAndManageCdn" in Network,
    /// VPN gateways.
    AccessAndManageVpn = "accessAndManageVpn" in Network,
    /// API gateways.
    AccessAndManageApiGateway = "accessAndManageApiGateway" in Network,
    /// Kubernetes as a service.
    AccessAndManageKaas = "accessAndManageKaas" in Platform,
    /// Network file storage.
    AccessAndManageNetworkFileStorage = "accessAndManageNetworkFileStorage" in Storage,
    /// The AI model hub.
    AccessAndManageAiModelHub = "accessAndManageAiModelHub" in Platform,
    /// Users, groups and shares: who has it can give access to themselves.
    AccessAndManageIamResources = "accessAndManageIamResources" in Oversight,
    /// Create network security groups.
    CreateNetworkSecurityGroups = "createNetworkSecurityGroups" in Network,
}

/// Properties that are no privileges.
const NO_PRIVILEGES: [&str; 2] = ["name", "secAuthProtection"];

/// The privileges of a group, by the vendor's words, as far as they are told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Privileges(BTreeMap<String, bool>);

impl Privileges {
    /// Whether it is granted; `None` where the answer did not say.
    pub fn get(&self, privilege: Privilege) -> Option<bool> {
        self.0.get(privilege.as_str()).copied()
    }

    /// Whether it is granted, as far as the answer says.
    pub fn has(&self, privilege: Privilege) -> bool {
        self.get(privilege) == Some(true)
    }

    /// Grants it or takes it away.
    pub fn set(&mut self, privilege: Privilege, granted: bool) {
        self.0.insert(privilege.as_str().to_owned(), granted);
    }

    /// Those of the contract that were not told: each may be granted or not.
    pub fn untold(&self) -> impl Iterator<Item = Privilege> + '_ {
        Privilege::ALL.into_iter().filter(|one| self.get(*one).is_none())
    }

    /// Those that this version has no name for.
    pub fn unknown(&self) -> impl Iterator<Item = (&str, bool)> {
        let known = |word: &str| Privilege::ALL.iter().any(|one| one.as_str() == word);
        self.0.iter().filter(move |(word, _)| !known(word)).map(|(word, granted)| (word.as_str(), *granted))
    }

    /// How many are granted, as far as they are told ([`Privileges::untold`]).
    pub fn count(&self) -> usize {
        self.0.values().filter(|granted| **granted).count()
    }

    /// Those of an object's properties. Whatever else is true or false is a privilege of a later version.
    pub(super) fn of(properties: &Properties) -> Privileges {
        let known = Privilege::ALL.into_iter().map(Privilege::as_str);
        let known = known.filter_map(|word| Some((word.to_owned(), properties.get(word)?)));
        let flags = properties.iter().filter(|(word, _)| !NO_PRIVILEGES.contains(&word.as_str()));
        let flags = flags.filter_map(|(word, value)| Some((word.clone(), value.as_bool()?)));
        Privileges(flags.chain(known).collect())
    }

    /// Each one of the contract that is told, as it is written.
    pub(super) fn write(&self, properties: &mut Map<String, Value>) {
        for privilege in Privilege::ALL {
            if let Some(granted) = self.get(privilege) {
                properties.insert(privilege.as_str().to_owned(), granted.into());
            }
        }
    }
}

/// These are granted, and all others of the contract are not.
impl FromIterator<Privilege> for Privileges {
    fn from_iter<I: IntoIterator<Item = Privilege>>(granted: I) -> Privileges {
        let mut all = Privileges::default();
        Privilege::ALL.into_iter().for_each(|one| all.set(one, false));
        granted.into_iter().for_each(|one| all.set(one, true));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_privilege_of_the_contract_has_a_name_and_a_cluster() {
        let contract = tenantry_contracts::Vendor::Ionos.contract();
        let operation = contract.operation("umGroupsPost").unwrap();
        let mut properties = Map::new();
        Privilege::ALL.into_iter().collect::<Privileges>().write(&mut properties);
        assert_eq!(properties.len(), 25);
        properties.insert("name".to_owned(), "G".into());
        let body = serde_json::json!({ "properties": properties });
        assert!(contract.check_request_body(operation, "application/json", &body).is_empty());
        let text = include_str!("../../../../contracts/ionos-cloud-v6.openapi.json");
        let document: Value = serde_json::from_str(text).unwrap();
        let place = "/paths/~1um~1groups/post/requestBody/content/application~1json/schema/properties/properties/properties";
        let named = document.pointer(place).and_then(Value::as_object).unwrap();
        let words: Vec<&str> = named.keys().map(String::as_str).filter(|word| *word != "name").collect();
        assert_eq!(words.len(), Privilege::ALL.len());
        assert!(words.iter().all(|word| Privilege::ALL.iter().any(|one| one.as_str() == *word)));
        assert!(Cluster::ALL.iter().all(|one| Privilege::ALL.iter().any(|each| each.cluster() == *one)));
    }

    #[test]
    fn told_not_told_and_not_known() {
        let text = r#"{"name":"true","reserveIp":"TRUE","createPcc":null,"createSnapshot":7,"createFlowLog":false,
            "createTeleporter":true,"secAuthProtection":true,"note":"true"}"#;
        let told = Privileges::of(&serde_json::from_str(text).unwrap());
        assert_eq!(told.unknown().collect::<Vec<_>>(), [("createTeleporter", true)]);
        assert_eq!((told.count(), told.untold().count()), (2, 23));
        for (privilege, granted) in [
            (Privilege::ReserveIp, Some(true)),
            (Privilege::CreateFlowLog, Some(false)),
            (Privilege::CreatePcc, None),
            (Privilege::CreateSnapshot, None),
            (Privilege::S3Privilege, None),
        ] {
            assert_eq!(told.get(privilege), granted, "{privilege:?}");
        }
        assert_eq!(Privileges::from_iter([Privilege::ReserveIp]).untold().count(), 0);
    }
}
