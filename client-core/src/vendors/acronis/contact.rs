//! A contact as it stands inside a tenant or a user.

use serde::Deserialize;

/// A contact. The vendor leaves out what is not filled in, or gives it as an empty text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// What the contact is for: `legal`, `primary`, `billing`, `technical`, `management`, …
    pub types: Vec<String>,
    /// First name.
    pub firstname: Option<String>,
    /// Last name.
    pub lastname: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Whether the e-mail address was confirmed.
    pub email_confirmed: Option<bool>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Street.
    pub address1: Option<String>,
    /// Second line of the address.
    pub address2: Option<String>,
    /// City.
    pub city: Option<String>,
    /// State or province.
    pub state: Option<String>,
    /// Postal code.
    pub zipcode: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Web site.
    pub website: Option<String>,
}

impl Contact {
    /// First and last name together; empty where neither is known.
    pub fn full_name(&self) -> String {
        joined(&[&self.firstname, &self.lastname], " ")
    }

    /// The address in one line; empty where nothing is known.
    pub fn address(&self) -> String {
        let town = joined(&[&self.zipcode, &self.city], " ");
        let town = (!town.is_empty()).then_some(town);
        joined(&[&self.address1, &self.address2, &town, &self.state, &self.country], ", ")
    }
}

fn joined(parts: &[&Option<String>], separator: &str) -> String {
    let filled =
        parts.iter().filter_map(|part| part.as_deref()).map(str::trim).filter(|part| !part.is_empty());
    filled.collect::<Vec<_>>().join(separator)
}
