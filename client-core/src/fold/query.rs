//! What somebody types into a search or filter box: a text, an id in one of the forms that ids are copied in, or the
//! beginning of an id, as logs print them.

use super::fold;
use crate::uuid::Uuid;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    text: String,
    id: Option<Beginning>,
}

/// An id, or its beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Beginning {
    /// Its digits, without dashes.
    digits: String,
    /// What they say as a number.
    value: u128,
}

/// As many digits as logs print; fewer would find too much.
const SHORTEST: usize = 8;
const WHOLE: usize = 32;

impl Query {
    /// From what was typed or pasted.
    pub fn new(typed: &str) -> Query {
        let folded = fold(typed);
        let text = folded.trim().to_owned();
        let digits = whole(&text).or_else(|| beginning(&text));
        let id = digits.and_then(|digits| {
            let value = u128::from_str_radix(&digits, 16).ok()?;
            Some(Beginning { digits, value })
        });
        Query { text, id }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The id, where a whole one stands in what was typed.
    pub fn id(&self) -> Option<Uuid> {
        self.id.as_ref().filter(|id| id.digits.len() == WHOLE).map(|id| Uuid(id.value))
    }

    /// Whether an id is meant, or its beginning.
    pub fn is_of_id(&self) -> bool {
        self.id.is_some()
    }

    /// Whether a text that is shown contains it.
    pub fn is_in(&self, text: &str) -> bool {
        self.text.is_empty() || fold(text).contains(&self.text)
    }

    /// Whether it is this id, or the beginning of it.
    pub fn begins(&self, id: Uuid) -> bool {
        let Some(Beginning { digits, value }) = &self.id else { return false };
        id.0.checked_shr(128 - 4 * digits.len() as u32) == Some(*value)
    }

    /// The same for an id as a vendor writes it.
    pub fn begins_text(&self, id: &str) -> bool {
        let Some(Beginning { digits, .. }) = &self.id else { return false };
        let mut of_it = id.bytes().filter(u8::is_ascii_alphanumeric).map(|one| one.to_ascii_lowercase());
        digits.bytes().all(|one| of_it.next() == Some(one))
    }
}

/// The first whole id in a text: in braces, in a sentence or in an address, with or without dashes.
fn whole(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    (0..bytes.len()).find_map(|at| dashed(bytes, at).or_else(|| dense(bytes, at)))
}

/// `f313ecf6-9256-4afd-9d47-72e032ee81d0`. What stands before it may be a digit: an encoded brace ends in one.
fn dashed(bytes: &[u8], at: usize) -> Option<String> {
    let form = bytes.get(at..at + 36)?;
    let fits = |(place, byte): (usize, &u8)| match place {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    let ends = !bytes.get(at + 36).is_some_and(u8::is_ascii_hexdigit);
    (ends && form.iter().enumerate().all(fits)).then(|| digits(form))
}

/// The same without dashes, and with nothing of its kind on either side.
fn dense(bytes: &[u8], at: usize) -> Option<String> {
    let form = bytes.get(at..at + WHOLE).filter(|form| form.iter().all(u8::is_ascii_hexdigit))?;
    let goes_on = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphanumeric);
    let brace = bytes.get(..at).is_some_and(|before| before.ends_with(b"%7b"));
    let is_alone = (brace || !goes_on(at.checked_sub(1))) && !goes_on(Some(at + WHOLE));
    is_alone.then(|| digits(form))
}

/// `f313ecf6`, `f313ecf6-9256`, `{f313ecf6…`: nothing else stands beside it.
fn beginning(text: &str) -> Option<String> {
    let bare = text.trim_matches(|one: char| one.is_whitespace() || "{}()[]<>\"'.,;:*…".contains(one));
    let is_at = |(place, byte): (usize, u8)| match byte {
        b'-' => matches!(place, 8 | 13 | 18 | 23),
        _ => byte.is_ascii_hexdigit(),
    };
    let fits = bare.bytes().enumerate().all(is_at) || bare.bytes().all(|byte| byte.is_ascii_hexdigit());
    let digits = digits(bare.as_bytes());
    (fits && (SHORTEST..WHOLE).contains(&digits.len())).then_some(digits)
}

fn digits(form: &[u8]) -> String {
    form.iter().filter(|byte| **byte != b'-').map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "f313ecf6-9256-4afd-9d47-72e032ee81d0";

    #[test]
    fn ids_are_found_in_every_form() {
        let id = Uuid::parse(ID);
        let (dense, upper) = (ID.replace('-', ""), ID.to_uppercase());
        for typed in [
            ID.to_owned(),
            upper.clone(),
            dense.clone(),
            format!(" {ID}\n"),
            format!("{{{ID}}}"),
            format!("{{{}}}", dense.to_uppercase()),
            format!("urn:uuid:{ID}"),
            format!("%7B{ID}%7D"),
            format!("%7B{dense}%7D"),
            format!("tenant {upper} was not found (404)"),
            format!("\"tenant_id\":\"{dense}\","),
            format!(
                "https://console.example/a/#/acronis-eu/tenants/{ID}/settings?app=6e6d758d-8e74-3ae3-ac84-50eb0dff12eb"
            ),
            format!("https://api.ionos.com/cloudapi/v6/backupunits/{ID}?depth=0"),
            ID.replace('-', "–"),
            ID.replace('-', "\u{2011}"),
            ID.chars().map(|one| char::from_u32(one as u32 + 0xfee0).unwrap()).collect(),
            ID.chars().flat_map(|one| [one, '\u{200b}']).collect(),
        ] {
            assert_eq!(Query::new(&typed).id(), id, "{typed}");
            assert!(Query::new(&typed).begins(id.unwrap()) && Query::new(&typed).begins_text(ID), "{typed}");
        }
    }

    #[test]
    fn the_beginning_is_enough() {
        let id = Uuid::parse(ID).unwrap();
        for typed in [
            "f313ecf6",
            "F313ECF6",
            "f313ecf6-",
            "f313ecf6-9256",
            "{f313ecf6",
            "f313ecf6…",
            "f313ecf6...",
            "[f313ecf6]",
            "f313ecf69",
            "f313ecf6-9256-4afd-9d47-72e032ee81d",
        ] {
            let query = Query::new(typed);
            assert!(query.id().is_none() && query.begins(id) && query.begins_text(ID), "{typed}");
        }
        for typed in
            ["", "f313ecf", "f313ecf7", "313ecf69", "f313ecf6 x", "f31-3ecf6", "zürich", "f313ecf6-9256x"]
        {
            let query = Query::new(typed);
            assert!(!query.begins(id) && !query.begins_text(ID), "{typed}");
        }
        assert!(!Query::new(&format!("{ID}0")).begins(id));
        assert!(!Query::new("tenant f313ecf6").is_of_id());
    }

    #[test]
    fn texts_are_folded_on_both_sides() {
        let query = Query::new(" Café  O’Brien\u{200b} ");
        assert!(query.is_in("CAFE O'BRIEN Ltd.") && !query.is_in("Cafe") && !query.is_empty());
        assert!(Query::new("\u{200b} ").is_empty() && Query::new("").is_in("x"));
    }
}
