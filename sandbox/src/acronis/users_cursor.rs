//! The parameters of a list of users, and the opaque cursor that carries them to the next page.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::user_json::Lod;
use crate::Moment;
use crate::estate::Number;
use crate::random::hash_text;

/// A list of the users of a subtree, from a place on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The tenant at the top.
    pub top: Number,
    /// Only those changed after this.
    pub since: Option<Moment>,
    /// The largest page.
    pub limit: u32,
    /// How much the list says about each.
    pub lod: Lod,
    /// With the access policies of each.
    pub with_policies: bool,
    /// Deleted ones too.
    pub allow_deleted: bool,
    /// How many users the earlier pages went through.
    pub position: u32,
    /// How many pages came before.
    pub page: u32,
}

impl Listing {
    /// The cursor, signed with the seed, so that an invented one is refused.
    pub fn to_cursor(&self, seed: u64) -> String {
        let since = self.since.map_or(String::new(), |since| since.0.to_string());
        let lod = match self.lod {
            Lod::Stamps => 's',
            Lod::Basic => 'b',
            Lod::Full => 'f',
        };
        let Listing { top, limit, position, page, .. } = self;
        let (policies, deleted) = (u8::from(self.with_policies), u8::from(self.allow_deleted));
        let text = format!("u|{top}|{since}|{limit}|{lod}|{policies}|{deleted}|{position}|{page}");
        URL_SAFE_NO_PAD.encode(format!("{text}|{}", seal(&text, seed)))
    }

    /// Reads a cursor that was made with the same seed.
    pub fn from_cursor(cursor: &str, seed: u64) -> Option<Listing> {
        let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
        let (text, sealed) = text.rsplit_once('|')?;
        let mut parts = text.split('|');
        if sealed != seal(text, seed) || parts.next() != Some("u") {
            return None;
        }
        let top = parts.next()?.parse().ok()?;
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
        let (with_policies, allow_deleted) = (parts.next()? == "1", parts.next()? == "1");
        let (position, page) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Listing { top, since, limit, lod, with_policies, allow_deleted, position, page })
    }
}

fn seal(text: &str, seed: u64) -> String {
    format!("{:016x}", hash_text(text) ^ seed.rotate_left(29))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cursors_come_back() {
        let listing = Listing {
            top: 4,
            since: Some(Moment(-5)),
            limit: 3,
            lod: Lod::Basic,
            with_policies: true,
            allow_deleted: false,
            position: 17,
            page: 2,
        };
        let cursor = listing.to_cursor(7);
        assert_eq!(Listing::from_cursor(&cursor, 7), Some(listing));
        assert_eq!((Listing::from_cursor(&cursor, 8), Listing::from_cursor("made-up", 7)), (None, None));
    }
}
