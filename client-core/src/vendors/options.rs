//! What a vendor adds to a connection's `options` in config.json. `config/` reads these types and asks these
//! functions while it reads the file, so that a fault is told with its field and line; therefore nothing here, and
//! in the files that this names, depends on `config/` or `connection/`.

use crate::catalogue::Vendor;
pub use crate::vendors::ionos::options::ContractNumber;
use crate::vendors::ionos::options::HEADER;

/// Refuses options that the vendor does not have.
pub fn check(vendor: Vendor, names_contracts: bool) -> Result<(), String> {
    if names_contracts && vendor != Vendor::Ionos {
        return Err("the options `contract_number` and `contract_numbers` are for the vendor `ionos` alone"
            .to_owned());
    }
    Ok(())
}

/// The headers that requests carry by these options, where an operation takes them and a call does not name its own.
pub fn default_headers(contract_number: Option<ContractNumber>) -> Vec<(&'static str, String)> {
    contract_number.map(|number| (HEADER, number.to_string())).into_iter().collect()
}
