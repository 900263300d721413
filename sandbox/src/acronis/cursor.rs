//! The parameters of a list of tenants, and the opaque cursor that carries them to the next page.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::Moment;
use crate::estate::Number;
use crate::random::hash_text;

/// The tenants that a list is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// These.
    Ids(Vec<Number>),
    /// The children of one.
    Parent(Number),
    /// One and all below it.
    Subtree(Number),
}

/// How much the list says about each tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lod {
    /// Ids, version and dates.
    Stamps,
    /// And name, kind, enabled.
    Basic,
    /// Everything.
    Full,
}

/// The switches among the parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub struct Switches {
    pub with_contacts: bool,
    pub with_offering_items: bool,
    pub with_infra_offering_items: bool,
    pub expand_offering_items: bool,
    pub allow_deleted: bool,
}

/// A list of tenants, from a place on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Which.
    pub filter: Filter,
    /// Only those changed after this.
    pub since: Option<Moment>,
    /// The largest page.
    pub limit: u32,
    /// How much the list says about each tenant.
    pub lod: Lod,
    /// The rest.
    pub switches: Switches,
    /// How many of the filter's tenants the earlier pages went through.
    pub position: u32,
    /// How many pages came before.
    pub page: u32,
}

impl Listing {
    /// The cursor, signed with the seed, so that an invented one is refused.
    pub fn to_cursor(&self, seed: u64) -> String {
        let (kind, numbers) = match &self.filter {
            Filter::Ids(numbers) => ('i', numbers.clone()),
            Filter::Parent(number) => ('p', vec![*number]),
            Filter::Subtree(number) => ('s', vec![*number]),
        };
        let numbers: Vec<String> = numbers.iter().map(Number::to_string).collect();
        let since = self.since.map_or(String::new(), |since| since.0.to_string());
        let lod = match self.lod {
            Lod::Stamps => 's',
            Lod::Basic => 'b',
            Lod::Full => 'f',
        };
        let text = format!(
            "{kind}|{}|{since}|{}|{lod}|{}|{}|{}",
            numbers.join(","),
            self.limit,
            self.switches.to_bits(),
            self.position,
            self.page
        );
        URL_SAFE_NO_PAD.encode(format!("{text}|{}", seal(&text, seed)))
    }

    /// Reads a cursor that was made with the same seed.
    pub fn from_cursor(cursor: &str, seed: u64) -> Option<Listing> {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
        let (text, sealed) = text.rsplit_once('|')?;
        if sealed != seal(text, seed) {
            return None;
        }
        let mut parts = text.split('|');
        let kind = parts.next()?;
        let numbers: Vec<Number> = parts.next()?.split(',').filter_map(|one| one.parse().ok()).collect();
        let first = numbers.first().copied();
        let filter = match kind {
            "i" => Filter::Ids(numbers),
            "p" => Filter::Parent(first?),
            _ => Filter::Subtree(first?),
        };
        let since = match parts.next()? {
            "" => None,
            seconds => Some(Moment(seconds.parse().ok()?)),
        };
        let limit = parts.next()?.parse().ok()?;
        let lod = match parts.next()? {
            "s" => Lod::Stamps,
            "b" => Lod::Basic,
            _ => Lod::Full,
        };
        let switches = Switches::from_bits(parts.next()?.parse().ok()?);
        let (position, page) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Listing { filter, since, limit, lod, switches, position, page })
    }
}

impl Switches {
    fn to_bits(self) -> u8 {
        let all = [
            self.with_contacts,
            self.with_offering_items,
            self.with_infra_offering_items,
            self.expand_offering_items,
            self.allow_deleted,
        ];
        all.into_iter().enumerate().map(|(place, on)| u8::from(on) << place).sum()
    }

    fn from_bits(bits: u8) -> Switches {
        let on = |place: u8| bits >> place & 1 == 1;
        Switches {
            with_contacts: on(0),
            with_offering_items: on(1),
            with_infra_offering_items: on(2),
            expand_offering_items: on(3),
            allow_deleted: on(4),
        }
    }
}

fn seal(text: &str, seed: u64) -> String {
    format!("{:016x}", hash_text(text) ^ seed.rotate_left(23))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_come_back() {
        let listing = Listing {
            filter: Filter::Ids(vec![4, 9]),
            since: Some(Moment(-5)),
            limit: 3,
            lod: Lod::Stamps,
            switches: Switches { with_contacts: true, allow_deleted: true, ..Switches::default() },
            position: 17,
            page: 2,
        };
        let cursor = listing.to_cursor(7);
        assert_eq!(Listing::from_cursor(&cursor, 7), Some(listing));
        assert_eq!(Listing::from_cursor(&cursor, 8), None);
        assert_eq!(Listing::from_cursor("made-up", 7), None);
    }
}
