//! Vendor text on screen: as it is, but with nothing in it that changes how the text around it reads.

use std::borrow::Cow;

/// A name with its invisible commands made visible: control characters as their pictures, and what turns the
/// direction of writing (which makes `invoice[U+202E]fdp.exe` look like a PDF) as `�`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(commands) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().map(|one| match one {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(one)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        one if commands(one) => '\u{fffd}',
        one => one,
    });
    Cow::Owned(shown.collect())
}

fn commands(one: char) -> bool {
    one.is_control() || matches!(one, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_seen_and_scripts_are_left_alone() {
        assert_eq!(visible("a\u{202e}fdp.exe\n\0"), "a\u{fffd}fdp.exe\u{240a}\u{2400}");
        for plain in ["Café", "שלום", "👨‍👩‍👧", "مرحبا", ""] {
            assert!(matches!(visible(plain), Cow::Borrowed(_)));
        }
    }
}
