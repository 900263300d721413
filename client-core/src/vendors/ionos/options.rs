//! What IONOS adds to a connection's options: `X-Contract-Number`. "Users with multiple contracts must provide the
//! contract number, for which all API requests are to be executed."

use std::fmt;

use serde::{Deserialize, Serialize};

/// The header, as it is sent.
pub const HEADER: &str = "x-contract-number";

/// The number of a contract: a whole number from 1 to 2147483647 (the reference's `int32`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "u32")]
pub struct ContractNumber(u32);

impl ContractNumber {
    /// Reads what somebody typed; the error says what would be right.
    pub fn parse(text: &str) -> Result<ContractNumber, String> {
        let text = text.trim();
        let digits = !text.is_empty() && text.bytes().all(|one| one.is_ascii_digit());
        let number = text.parse::<u32>().ok().filter(|_| digits);
        number.and_then(ContractNumber::new).ok_or_else(|| wrong(text))
    }

    fn new(number: u32) -> Option<ContractNumber> {
        (1..=i32::MAX as u32).contains(&number).then_some(ContractNumber(number))
    }

    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
}

fn wrong(given: &str) -> String {
    let given: String = given.chars().take(40).collect();
    format!("`{given}` is not a contract number; it is a whole number such as 31884391")
}

/// A configuration may say any number; only a whole one in range is one.
impl TryFrom<f64> for ContractNumber {
    type Error = String;

    fn try_from(given: f64) -> Result<ContractNumber, String> {
        let whole = given.fract() == 0.0 && (1.0..=f64::from(i32::MAX)).contains(&given);
        // In range, so nothing is cut off.
        whole.then_some(ContractNumber(given as u32)).ok_or_else(|| wrong(&given.to_string()))
    }
}

impl From<ContractNumber> for u32 {
    fn from(number: ContractNumber) -> u32 {
        number.0
    }
}

impl fmt::Display for ContractNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

#[cfg(any(test, feature = "schema"))]
impl schemars::JsonSchema for ContractNumber {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ContractNumber".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "integer", "minimum": 1, "maximum": 2_147_483_647,
            "description": "The number of an IONOS contract, such as 31884391."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_and_nothing_else() {
        assert_eq!(ContractNumber::parse(" 31884391 ").map(ContractNumber::get), Ok(31_884_391));
        for bad in ["", "x", "+5", "-5", "0", "3.5", "1e3", "2147483648", "99999999999999999999", "12 34"] {
            assert!(ContractNumber::parse(bad).unwrap_err().contains("such as 31884391"), "{bad}");
        }
        for bad in ["0", "-1", "1.5", "2147483648", "\"31884391\"", "null", "true"] {
            assert!(serde_json::from_str::<ContractNumber>(bad).is_err(), "{bad}");
        }
        let read: ContractNumber = serde_json::from_str("2147483647").unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), "2147483647");
    }
}
