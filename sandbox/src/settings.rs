//! What a sandbox is made from.

/// The options of a simulation.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The same seed gives the same estate, ids and client secrets.
    pub seed: u64,
    /// Living tenants in the demo account's subtree, its top included.
    pub tenants: u32,
    /// Seconds that an access token lives.
    pub token_life: u32,
    /// Replace an answer that does not keep the contract by a 500 that says where.
    pub check: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { seed: 7, tenants: 500, token_life: 600, check: false }
    }
}
