//! UUIDs that contain the number of what they name, mixed with the seed: the number can be computed back, so
//! a million tenants need no lookup table.

use crate::random::mix;

/// What a UUID names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// A tenant; the number is its place in the estate.
    Tenant = 1,
    /// A user; the number is the tenant's times sixteen plus the user's place in it.
    User = 2,
    /// A contact; numbered like users.
    Contact = 3,
    /// Anything there is one of: brand, identity provider, application, storage.
    Singleton = 4,
    /// A user that was not generated; the number counts them.
    AddedUser = 5,
    /// A contact that was not generated; numbered likewise.
    AddedContact = 6,
    /// An access policy; the number is sixteen times that of a tenant's person, plus its place.
    Policy = 7,
    /// An API client; the number is its tenant's.
    Client = 8,
    /// An API client that was not generated; the number counts them.
    AddedClient = 9,
}

/// 128 bits, version 4 in form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Uuid(pub u128);

/// Maker and reader of the UUIDs of one estate.
#[derive(Clone, Copy, Debug)]
pub struct Ids {
    seed: u64,
}

impl Ids {
    /// For the estate of that seed.
    pub fn new(seed: u64) -> Ids {
        Ids { seed: mix(seed ^ 0x1d5) }
    }

    /// The UUID of a number.
    pub fn uuid(self, space: Space, number: u32) -> Uuid {
        let key = self.key(space);
        let first = scatter(number, key);
        let high = mix(key ^ u64::from(number));
        let low = mix(high ^ 0xa5a5);
        let bits = (u128::from(first) << 96) | (u128::from(high as u32) << 64) | u128::from(low);
        // The version and variant bits of RFC 9562, so that strict readers take it.
        let versioned = bits & !(0xf000_u128 << 64) | (0x4000_u128 << 64);
        Uuid(versioned & !(0xc000_u128 << 48) | (0x8000_u128 << 48))
    }

    /// The number that a UUID of this estate stands for.
    pub fn number(self, space: Space, uuid: Uuid) -> Option<u32> {
        let number = gather((uuid.0 >> 96) as u32, self.key(space));
        (self.uuid(space, number) == uuid).then_some(number)
    }

    fn key(self, space: Space) -> u64 {
        mix(self.seed ^ ((space as u64) << 32))
    }
}

const ROUNDS: u64 = 4;

/// A Feistel network over 16-bit halves: any round function makes a bijection.
fn scatter(number: u32, key: u64) -> u32 {
    let (mut left, mut right) = ((number >> 16) as u16, number as u16);
    for round in 0..ROUNDS {
        (left, right) = (right, left ^ half(right, key, round));
    }
    (u32::from(left) << 16) | u32::from(right)
}

fn gather(number: u32, key: u64) -> u32 {
    let (mut left, mut right) = ((number >> 16) as u16, number as u16);
    for round in (0..ROUNDS).rev() {
        (left, right) = (right ^ half(left, key, round), left);
    }
    (u32::from(left) << 16) | u32::from(right)
}

fn half(value: u16, key: u64, round: u64) -> u16 {
    (mix(key ^ (round << 20) ^ u64::from(value)) >> 13) as u16
}

impl Uuid {
    /// Reads the usual form with hyphens; letters in either case.
    pub fn parse(text: &str) -> Option<Uuid> {
        let shape = text.len() == 36
            && text.bytes().enumerate().all(|(at, byte)| match at {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            });
        if !shape {
            return None;
        }
        u128::from_str_radix(&text.replace('-', ""), 16).ok().map(Uuid)
    }

    /// Appends the usual form.
    pub fn write(self, out: &mut String) {
        for place in 0..32_u32 {
            if matches!(place, 8 | 12 | 16 | 20) {
                out.push('-');
            }
            let digit = ((self.0 >> (124 - 4 * place)) & 0xf) as u32;
            out.push(char::from_digit(digit, 16).unwrap_or('0'));
        }
    }
}

impl std::fmt::Display for Uuid {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = String::with_capacity(36);
        self.write(&mut text);
        out.write_str(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let ids = Ids::new(7);
        for number in [0, 1, 2, 65_535, 65_536, 1_000_000, u32::MAX] {
            let uuid = ids.uuid(Space::Tenant, number);
            assert_eq!(ids.number(Space::Tenant, uuid), Some(number));
            assert_eq!(ids.number(Space::User, uuid), None);
            assert_eq!(Ids::new(8).number(Space::Tenant, uuid), None);
            let text = uuid.to_string();
            assert_eq!(Uuid::parse(&text), Some(uuid), "{text}");
            assert_eq!(text.get(14..15), Some("4"));
        }
        assert_eq!(Uuid::parse("f313ecf6-9256-4afd-9d47-72e032ee81dX"), None);
    }
}
