//! The three vendor APIs as data: the OpenAPI documents of this folder, loaded once, with the operations
//! laid out for code generation, for conformance tests and for the sandbox.

mod check;
mod load;

pub use check::Violation;
pub use load::{Contract, Matched, Operation, Parameter, Place};

/// The three vendors, in the order in which the console lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Vendor {
    /// Acronis Account Management API v2.
    Acronis,
    /// IONOS Cloud API v6: Backup Service and User management.
    Ionos,
    /// N2WS Cloud Protection Manager RESTful API 1.4.0.
    Cpm,
}

impl Vendor {
    /// All three.
    pub const ALL: [Vendor; 3] = [Vendor::Acronis, Vendor::Ionos, Vendor::Cpm];

    /// The short name used in configuration, folders and reports.
    pub fn name(self) -> &'static str {
        match self {
            Vendor::Acronis => "acronis",
            Vendor::Ionos => "ionos",
            Vendor::Cpm => "cpm",
        }
    }

    /// The contract of this vendor, parsed once a process.
    pub fn contract(self) -> &'static Contract {
        load::contract(self)
    }

    fn text(self) -> &'static str {
        match self {
            Vendor::Acronis => include_str!("../acronis-account-management-v2.openapi.json"),
            Vendor::Ionos => include_str!("../ionos-cloud-v6.openapi.json"),
            Vendor::Cpm => include_str!("../n2ws-cpm-1.4.0.openapi.json"),
        }
    }
}
