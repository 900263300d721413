//! Vendor text on screen: as it is, but with nothing in it that cannot be seen, or that changes how the text around it
//! reads. What is copied, exported or sent is the text itself.

use std::borrow::Cow;

/// So many marks may stand on one letter. Real writing needs fewer; a flood of them covers its neighbours.
const MOST_MARKS: usize = 6;

/// A text with its invisible commands made visible: control characters as their pictures, and as `�` what turns the
/// direction of writing (which makes `invoice[U+202E]fdp.exe` look like a PDF), breaks the line, or takes no room at
/// all, so that two names would look the same. Joiners stay where a script or an emoji needs them.
pub fn visible(text: &str) -> Cow<'_, str> {
    // Most names are of letters that none of this is about.
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let (mut shown, mut before, mut marks) = (String::with_capacity(text.len() + 8), None, 0);
    let mut letters = text.chars().peekable();
    while let Some(one) = letters.next() {
        marks = if is_mark(one) { marks + 1 } else { 0 };
        match one {
            '\0'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + u32::from(one))),
            '\u{7f}' => shown.push('\u{2421}'),
            _ if marks > MOST_MARKS + 1 => {}
            _ if marks > MOST_MARKS || is_hidden(before, one, letters.peek().copied()) => {
                shown.push('\u{fffd}');
            }
            _ => shown.push(one),
        }
        before = Some(one);
    }
    // Compared, not counted: nearly all of what comes so far has nothing to hide.
    if shown == text { Cow::Borrowed(text) } else { Cow::Owned(shown) }
}

/// Letters that no rule is about.
fn is_plain(one: char) -> bool {
    matches!(one, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{3041}'..='\u{3163}' | '\u{4e00}'..='\u{9fff}')
}

/// Whether a letter takes no room where it stands, or commands its neighbours.
fn is_hidden(before: Option<char>, one: char, after: Option<char>) -> bool {
    // Between Latin letters nothing is to be joined.
    let of_a_script = |one: Option<char>| one.is_some_and(|one| !one.is_ascii() && !one.is_whitespace());
    match one {
        // Joiners: families of emoji, Persian, the scripts of India.
        '\u{200c}' | '\u{200d}' => !of_a_script(before) || !of_a_script(after),
        // The look of an emoji or of a Han letter, and the digit in a keycap.
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {
            !of_a_script(before) && !matches!(before, Some('0'..='9' | '#' | '*'))
        }
        // The flags of Scotland, Wales and England.
        '\u{e0020}'..='\u{e007f}' => !matches!(before, Some('\u{1f3f4}' | '\u{e0020}'..='\u{e007e}')),
        _ => one.is_control() || commands(one),
    }
}

/// Letters that are nowhere to be seen: direction, line ends, fillers and blanks that have no width or no ink, tags.
fn commands(one: char) -> bool {
    matches!(
        one,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}'
            | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Marks that stand on the letter before them.
fn is_mark(one: char) -> bool {
    matches!(
        one,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}'
            | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
            | '\u{6e7}'..='\u{6ed}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_seen_and_scripts_are_left_alone() {
        assert_eq!(visible("a\u{202e}fdp.exe\n\0"), "a\u{fffd}fdp.exe\u{240a}\u{2400}");
        let plain = [
            "",
            "Café",
            "Cafe\u{301}",
            "שלום",
            "שָׁלוֹם",
            "مرحبا",
            "مُحَمَّد",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "👨\u{200d}👩\u{200d}👧",
            "🏳\u{fe0f}\u{200d}🌈",
            "1\u{fe0f}\u{20e3}",
            "葛\u{e0100}城",
            "ที่นี่",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "a\u{a0}b\u{202f}c",
            "株式会社",
            "한국",
            "\u{1112}\u{1161}\u{11ab}",
        ];
        for plain in plain {
            assert!(matches!(visible(plain), Cow::Borrowed(_)), "{plain:?}");
        }
    }

    #[test]
    fn nothing_hides() {
        let hidden = [
            '\u{85}',
            '\u{9b}',
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{115f}',
            '\u{1160}',
            '\u{180e}',
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{200e}',
            '\u{200f}',
            '\u{2028}',
            '\u{2029}',
            '\u{202a}',
            '\u{202d}',
            '\u{202e}',
            '\u{2060}',
            '\u{2062}',
            '\u{2066}',
            '\u{2067}',
            '\u{2068}',
            '\u{2069}',
            '\u{206a}',
            '\u{2800}',
            '\u{3164}',
            '\u{feff}',
            '\u{ffa0}',
            '\u{fff9}',
            '\u{fe0f}',
            '\u{1d173}',
            '\u{e0001}',
            '\u{e0041}',
            '\u{e0100}',
        ];
        for one in hidden {
            assert_eq!(visible(&format!("An{one}na")), "An\u{fffd}na", "{one:?}");
        }
        // Nor at an end, where there is nothing to be joined.
        assert_eq!(visible("می\u{200c}"), "می\u{fffd}");
        assert_eq!(visible("\u{200d}👧"), "\u{fffd}👧");
    }

    #[test]
    fn a_flood_of_marks_ends() {
        let flood: String =
            std::iter::once('Z').chain(std::iter::repeat_n('\u{301}', 500)).chain("o".chars()).collect();
        assert_eq!(visible(&flood), format!("Z{}\u{fffd}o", "\u{301}".repeat(MOST_MARKS)));
        assert_eq!(visible(&visible(&flood)), visible(&flood));
    }
}
