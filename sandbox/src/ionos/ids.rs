//! Identifiers in the form of UUIDs, from numbers.

use crate::estate::ids::Uuid;
use crate::random::mix;

/// What is numbered, so that no two things share an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    User = 1,
    Group = 2,
    Resource = 3,
    Unit = 4,
    Request = 5,
    Ticket = 6,
    Tag = 7,
}

/// The id of a number; version 4 in form (RFC 9562), so that strict readers take it.
pub fn uuid(key: u64, kind: Kind, number: u64) -> String {
    let high = mix(key ^ ((kind as u64) << 56) ^ number);
    let low = mix(high ^ 0x5eed);
    let bits = (u128::from(high) << 64) | u128::from(low);
    let versioned = bits & !(0xf000_u128 << 64) | (0x4000_u128 << 64);
    Uuid(versioned & !(0xc000_u128 << 48) | (0x8000_u128 << 48)).to_string()
}

/// 32 hexadecimal digits.
pub fn digits(key: u64, kind: Kind, number: u64) -> String {
    let high = mix(key ^ ((kind as u64) << 48) ^ number);
    format!("{high:016x}{:016x}", mix(high ^ 0x7a6))
}
