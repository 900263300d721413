//! The registry of vendors: one line each. The only place in the console that tells one vendor from another.

use tenantry_core::config::Vendor;

use super::lazy::{self, LoadScreens};
use crate::session::VendorUi;
use crate::{acronis, ionos};

/// A vendor with screens, and the way to load them.
pub struct Entry {
    vendor: Vendor,
    /// What the frame needs of it.
    pub ui: &'static VendorUi,
    /// Loads its screens.
    pub load: LoadScreens,
}

static VENDORS: [Entry; 2] = [
    Entry { vendor: Vendor::Acronis, ui: &acronis::UI, load: lazy::acronis },
    Entry { vendor: Vendor::Ionos, ui: &ionos::UI, load: lazy::ionos },
];

/// The vendor's entry; `None` where it has no screens in this version.
pub fn entry(vendor: Vendor) -> Option<&'static Entry> {
    VENDORS.iter().find(|entry| entry.vendor == vendor)
}
