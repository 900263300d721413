//! The words that names are made of, one table for each language; all are invented or common words.

/// One language's words. Templates hold `{f}` a family name, `{t}` a trade and `{c}` a city.
#[derive(Debug)]
pub struct Locale {
    /// The language as the API spells it.
    pub language: &'static str,
    /// ISO country of the addresses.
    pub country: &'static str,
    /// Family names, with their spelling in a login.
    pub families: &'static [(&'static str, &'static str)],
    /// Given names, likewise.
    pub givens: &'static [(&'static str, &'static str)],
    /// Trades.
    pub trades: &'static [&'static str],
    /// Cities.
    pub cities: &'static [&'static str],
    /// Names of customers.
    pub customers: &'static [&'static str],
    /// Names of partners.
    pub partners: &'static [&'static str],
    /// Names of folders.
    pub folders: &'static [&'static str],
    /// Names of units.
    pub units: &'static [&'static str],
}
