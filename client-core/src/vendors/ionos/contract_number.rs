//! The contract that a connection's requests are for: a default header of the connection, which a call may name
//! otherwise for itself ([`super::ResponseOptions::contract_number`]).

pub use super::options::{ContractNumber, HEADER};
use crate::connection::Connection;

/// The contract that requests are for, where a user has several.
pub fn of(connection: &Connection) -> Option<ContractNumber> {
    connection.default_header(HEADER).and_then(|number| ContractNumber::parse(&number).ok())
}

/// Chooses the contract that requests are for from now on. Signing out returns to the configured one.
pub fn choose(connection: &Connection, number: Option<ContractNumber>) {
    connection.set_default_header(HEADER, number.map(|number| number.to_string()));
}
