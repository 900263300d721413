//! The vendor's UUIDs as 128 bits: a tree of a million tenants compares and hashes them by the thousand.

use std::fmt;

/// A UUID in any version. Printed in lower case with dashes.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Uuid(pub u128);

impl Uuid {
    /// Reads the 36-character form, in either case.
    pub fn parse(text: &str) -> Option<Uuid> {
        Self::parse_bytes(text.as_bytes())
    }

    /// As [`Uuid::parse`], straight from bytes.
    pub fn parse_bytes(text: &[u8]) -> Option<Uuid> {
        let text: &[u8; 36] = text.try_into().ok()?;
        let mut value: u128 = 0;
        let mut bad = 0;
        for (at, &byte) in text.iter().enumerate() {
            if matches!(at, 8 | 13 | 18 | 23) {
                bad |= byte ^ b'-';
                continue;
            }
            let digit = HEX.get(usize::from(byte)).copied().unwrap_or(NO_DIGIT);
            bad |= digit & NO_DIGIT;
            value = (value << 4) | u128::from(digit & 0x0f);
        }
        (bad == 0).then_some(Uuid(value))
    }
}

const NO_DIGIT: u8 = 0xf0;

/// ASCII → hex digit. A table, because this runs twice for each of a hundred thousand tenants.
static HEX: [u8; 256] = {
    let mut table = [NO_DIGIT; 256];
    let mut at = 0u8;
    #[allow(clippy::indexing_slicing)] // evaluated at compile time
    while at < 16 {
        let low = if at < 10 { b'0' + at } else { b'a' + at - 10 };
        table[low as usize] = at;
        table[low.to_ascii_uppercase() as usize] = at;
        at += 1;
    }
    table
};

impl fmt::Display for Uuid {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (a, b, c) = ((self.0 >> 96) as u32, (self.0 >> 80) as u16, (self.0 >> 64) as u16);
        let (d, e) = ((self.0 >> 48) as u16, self.0 & 0xffff_ffff_ffff);
        write!(out, "{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")
    }
}

impl fmt::Debug for Uuid {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl<'de> serde::Deserialize<'de> for Uuid {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Text;
        impl serde::de::Visitor<'_> for Text {
            type Value = Uuid;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a UUID such as f313ecf6-9256-4afd-9d47-72e032ee81d0")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Uuid, E> {
                Uuid::parse(text).ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(text), &self))
            }
        }
        from.deserialize_str(Text)
    }
}

impl serde::Serialize for Uuid {
    fn serialize<S: serde::Serializer>(&self, into: S) -> Result<S::Ok, S::Error> {
        into.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints() {
        let text = "f313ecf6-9256-4afd-9d47-72e032ee81d0";
        assert_eq!(Uuid::parse(text).unwrap().to_string(), text);
        assert_eq!(Uuid::parse(&text.to_uppercase()), Uuid::parse(text));
        for bad in
            ["", "f313ecf6", "f313ecf6-9256-4afd-9d47-72e032ee81dg", "f313ecf6 9256-4afd-9d47-72e032ee81d0"]
        {
            assert_eq!(Uuid::parse(bad), None, "{bad}");
        }
    }
}
