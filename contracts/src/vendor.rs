//! The vendors and their documents.

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

/// Path from the project's folder and text of a document: one place for a name that would stand twice.
macro_rules! document {
    ($name:literal) => {
        (concat!("contracts/", $name), include_str!(concat!("../", $name)))
    };
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

    /// Where its document stands, from the project's folder.
    pub fn document(self) -> &'static str {
        self.file().0
    }

    /// The document.
    pub(crate) fn text(self) -> &'static str {
        self.file().1
    }

    fn file(self) -> (&'static str, &'static str) {
        match self {
            Vendor::Acronis => document!("acronis-account-management-v2.openapi.json"),
            Vendor::Ionos => document!("ionos-cloud-v6.openapi.json"),
            Vendor::Cpm => document!("n2ws-cpm-1.4.0.openapi.json"),
        }
    }
}
