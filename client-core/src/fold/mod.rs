//! Text as search sees it: lower case, without accents and invisible characters, one blank between two words, one form
//! for each quote, dash, digit and letter that there are several of. What is looked for and what is looked through are
//! folded alike.

mod compose;
mod letters;
mod query;
mod signs;

use self::compose::decompose;
use self::letters::plain;
use self::signs::{is_ignored, sign};

pub use self::query::Query;

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
    let begin = out.len();
    if !text.is_ascii() {
        return text.chars().for_each(|one| fold_char(one, begin, out));
    }
    out.extend(text.bytes().map(|byte| match byte {
        0..=b' ' | 0x7f => b' ',
        b'`' => b'\'',
        byte => byte.to_ascii_lowercase(),
    }));
    if memchr::memmem::find(out.get(begin..).unwrap_or_default(), b"  ").is_some() {
        out.truncate(begin);
        text.chars().for_each(|one| fold_char(one, begin, out));
    }
}

/// One character of the text that begins at `begin`; a form that stands for several becomes these.
fn fold_char(one: char, begin: usize, out: &mut Vec<u8>) {
    if one.is_ascii() || plain(one).is_some() || !decompose(one, |part| fold_part(part, begin, out)) {
        fold_part(one, begin, out);
    }
}

fn fold_part(one: char, begin: usize, out: &mut Vec<u8>) {
    if is_ignored(one) {
        return;
    }
    if one.is_whitespace() || one.is_control() {
        if out.len() == begin || out.last() != Some(&b' ') {
            out.push(b' ');
        }
        return;
    }
    if let Some(plain) = sign(one).or_else(|| plain(one)) {
        return out.extend_from_slice(plain.as_bytes());
    }
    for lower in hiragana(one).to_lowercase().filter(|&lower| !is_ignored(lower)) {
        let mut bytes = [0; 4];
        out.extend_from_slice(plain(lower).unwrap_or(lower.encode_utf8(&mut bytes)).as_bytes());
    }
}

/// Katakana as hiragana, which stand 0x60 before them; the same name is written in both.
fn hiragana(one: char) -> char {
    match one {
        '\u{30a1}'..='\u{30f6}' | '\u{30fd}' => char::from_u32(one as u32 - 0x60).unwrap_or(one),
        _ => one,
    }
}

/// Where in `text` its folded form contains `folded` first: a range of bytes, at character borders.
pub fn match_range(text: &str, folded: &str) -> Option<std::ops::Range<usize>> {
    let mut plain = Vec::with_capacity(text.len());
    // The folded length after each character, with the character's end.
    let mut ends = Vec::new();
    for (at, one) in text.char_indices() {
        fold_char(one, 0, &mut plain);
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
mod tests;
