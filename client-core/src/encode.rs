//! Percent-encoding of path segments, query parts and form bodies. The one place that does it.

use std::fmt::Write;

/// A path segment: everything but unreserved characters is encoded, the slash included; a segment that is
/// `.` or `..` has its dots encoded twice over by no one, so it is refused by [`is_dot_segment`] upstream.
pub fn segment(value: &str) -> String {
    percent(value, |byte| matches!(byte, b':' | b'@' | b'!' | b'$' | b'\'' | b'(' | b')' | b'*' | b','))
}

/// A name or value of a query string.
pub fn query(value: &str) -> String {
    percent(value, |byte| matches!(byte, b':' | b'/' | b',' | b'@'))
}

/// `name=value&…` for a query string.
pub fn query_string<N: AsRef<str>, V: AsRef<str>>(pairs: &[(N, V)]) -> String {
    join(pairs, query)
}

/// An `application/x-www-form-urlencoded` body.
pub fn form<N: AsRef<str>, V: AsRef<str>>(pairs: &[(N, V)]) -> String {
    join(pairs, |value| percent(value, |_| false))
}

/// Whether a segment would be taken as "here" or "up" by a URL parser, encoded or not.
pub fn is_dot_segment(segment: &str) -> bool {
    let plain = segment.replace("%2e", ".").replace("%2E", ".");
    plain == "." || plain == ".."
}

fn join<N: AsRef<str>, V: AsRef<str>>(pairs: &[(N, V)], encode: impl Fn(&str) -> String) -> String {
    let parts =
        pairs.iter().map(|(name, value)| format!("{}={}", encode(name.as_ref()), encode(value.as_ref())));
    parts.collect::<Vec<_>>().join("&")
}

fn percent(value: &str, also_plain: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || also_plain(byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Decodes `%XX`; what is not valid stays as it stands, and bytes that are not UTF-8 become U+FFFD.
pub fn decode(value: &str) -> String {
    let bytes = value.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((&first, tail)) = rest.split_first() {
        let code = tail.get(..2).filter(|_| first == b'%').and_then(hex_pair);
        match code {
            Some(byte) => {
                out.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                out.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn hex_pair(pair: &[u8]) -> Option<u8> {
    let text =
        std::str::from_utf8(pair).ok().filter(|text| text.bytes().all(|one| one.is_ascii_hexdigit()))?;
    u8::from_str_radix(text, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        assert_eq!(segment("a/b?c#d%e ü"), "a%2Fb%3Fc%23d%25e%20%C3%BC");
        assert_eq!(query("a&b=c+d"), "a%26b%3Dc%2Bd");
        assert_eq!(form(&[("scope", "urn:x y")]), "scope=urn%3Ax%20y");
        assert_eq!(decode("a%2Fb%zz%C3%BC%"), "a/b%zzü%");
        assert!(is_dot_segment("%2E.") && is_dot_segment(".") && !is_dot_segment("..."));
    }
}
