//! Links that another program opens: an address to write to, a number to call.

use tenantry_core::email::is_email;
use tenantry_core::encode;

/// The link that writes to an address; `None` where the text is none.
pub fn mail(text: &str) -> Option<String> {
    let text = text.trim();
    is_email(text).then(|| ["mailto:", &encode::segment(text)].concat())
}

/// The link that calls a number; `None` where the text says more than a number.
pub fn phone(text: &str) -> Option<String> {
    let text = text.trim();
    let is_plain = |one: char| one.is_ascii_digit() || " +-./()\u{a0}".contains(one);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let plus = if text.starts_with('+') { "+" } else { "" };
    // Fewer digits than any network has are no number, and a plus stands in front alone.
    let fits = (3..=20).contains(&digits.len()) && !text.get(1..).is_some_and(|rest| rest.contains('+'));
    (text.chars().all(is_plain) && fits).then(|| ["tel:", plus, &digits].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_is_written_to() {
        assert_eq!(mail(" a.b+c@d.example ").as_deref(), Some("mailto:a.b%2Bc@d.example"));
        assert_eq!(mail("a?bcc=x&y@d.example").as_deref(), Some("mailto:a%3Fbcc%3Dx%26y@d.example"));
        for text in
            ["", "a", "javascript:alert(1)", "a@b.example,c@d.example", "a@b.example\nBcc: x@y.example"]
        {
            assert_eq!(mail(text), None, "{text}");
        }
    }

    #[test]
    fn only_a_number_is_called() {
        assert_eq!(phone("+34 (0) 981-12.34").as_deref(), Some("tel:+3409811234"));
        assert_eq!(phone("112").as_deref(), Some("tel:112"));
        for text in ["", "+", "12", "0800 ACRONIS", "981 1234 ext. 5", "1+2 345", "*#06#", "1;postd=2"] {
            assert_eq!(phone(text), None, "{text}");
        }
    }
}
