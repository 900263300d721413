//! The simulated vendors by name.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Vendor {
    Acronis,
    Ionos,
}

impl Vendor {
    /// The short name used in configuration, folders and reports.
    pub fn name(self) -> &'static str {
        match self {
            Vendor::Acronis => "acronis",
            Vendor::Ionos => "ionos",
        }
    }
}
