//! Text as search sees it: lower case, without accents, without control characters.

mod letters;

use self::letters::plain;

/// Stands between two names, and in none of them.
pub(crate) const SEPARATOR: u8 = b'\n';

/// The folded form of a text.
pub fn fold(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    fold_into(text, &mut out);
    String::from_utf8(out).unwrap_or_default()
}

/// Appends the folded form, which is valid UTF-8 again.
pub(crate) fn fold_into(text: &str, out: &mut Vec<u8>) {
    if text.is_ascii() {
        out.extend(text.bytes().map(|byte| if byte < b' ' { b' ' } else { byte.to_ascii_lowercase() }));
    } else {
        text.chars().for_each(|one| fold_char(one, out));
    }
}

fn fold_char(one: char, out: &mut Vec<u8>) {
    if is_accent(one) {
        return;
    }
    if let Some(plain) = plain(one) {
        return out.extend_from_slice(plain.as_bytes());
    }
    for lower in one.to_lowercase().filter(|&lower| !is_accent(lower)) {
        let lower = if lower < ' ' { ' ' } else { lower };
        out.extend_from_slice(lower.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

/// Combining marks of the European scripts, and the Arabic and Hebrew vowel signs that people leave out.
fn is_accent(one: char) -> bool {
    matches!(one, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Where in `text` its folded form contains `folded` first: a range of bytes, at character borders.
pub fn match_range(text: &str, folded: &str) -> Option<std::ops::Range<usize>> {
    let mut plain = Vec::with_capacity(text.len());
    // The folded length after each character, with the character's end.
    let mut ends = Vec::new();
    for (at, one) in text.char_indices() {
        match one {
            ascii if ascii.is_ascii() => fold_into(ascii.encode_utf8(&mut [0; 4]), &mut plain),
            other => fold_char(other, &mut plain),
        }
        ends.push((plain.len(), at + one.len_utf8()));
    }
    let from = memchr::memmem::find(&plain, folded.as_bytes()).filter(|_| !folded.is_empty())?;
    let to = from + folded.len();
    let before = ends.partition_point(|(length, _)| *length <= from);
    let start = before.checked_sub(1).and_then(|at| ends.get(at)).map_or(0, |(_, end)| *end);
    let last = ends.partition_point(|(length, _)| *length < to);
    ends.get(last).map(|(_, end)| start..*end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds() {
        for (text, folded) in [
            ("Café Orquídea S.L.", "cafe orquidea s.l."),
            ("STRAẞE Łódź Ærø", "strasse lodz aero"),
            ("Ελλάς", "ελλασ"),
            ("ЁЛКА Й", "елка и"),
            ("İstanbul", "istanbul"),
            ("a\u{0}b\nc", "a b c"),
            ("東京", "東京"),
            ("عُمَان", "عمان"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn ranges_cover_whole_characters() {
        let range =
            |text: &str, query: &str| match_range(text, &fold(query)).map(|range| text[range].to_owned());
        assert_eq!(range("Café Orquídea", "fe orq").as_deref(), Some("fé Orq"));
        assert_eq!(range("Straße", "as").as_deref(), Some("aß"));
        assert_eq!(range("e\u{301}cole", "ecole").as_deref(), Some("e\u{301}cole"));
        assert_eq!(range("abc", "x"), None);
        assert_eq!(range("abc", ""), None);
    }
}
