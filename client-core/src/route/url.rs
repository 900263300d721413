//! A small, strict URL: the console only ever builds and compares http(s) URLs, and the general parser
//! weighs more than the rest of the core together.

use std::fmt;

use crate::encode::is_dot_segment;

/// An absolute http(s) URL without user name, password or fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url {
    /// `true` for https.
    pub secure: bool,
    /// Host and, where it is not the scheme's own, port; lower case; IPv6 in brackets.
    pub host: String,
    /// Empty, or starting with a slash. Percent-encoding is kept as it was given.
    pub path: String,
    /// Without the question mark.
    pub query: Option<String>,
}

impl Url {
    /// Reads a URL; the error says what would be right.
    pub fn parse(text: &str) -> Result<Url, String> {
        refuse_odd_characters(text)?;
        let (secure, rest) = split_scheme(text)?;
        let authority_end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, tail) = rest.split_at_checked(authority_end).unwrap_or((rest, ""));
        let host = read_authority(authority, secure)?;
        let (path, query) = match tail.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (tail, None),
        };
        if path.split('/').any(is_dot_segment) {
            return Err(format!("the path `{path}` must not contain `.` or `..`"));
        }
        Ok(Url { secure, host, path: path.to_owned(), query })
    }

    /// `https://host:port`.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.scheme(), self.host)
    }

    /// `http` or `https`.
    pub fn scheme(&self) -> &'static str {
        if self.secure { "https" } else { "http" }
    }

    /// `?a=b`, or nothing.
    pub fn query_part(&self) -> String {
        self.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default()
    }

    /// Whether this stands at or below `base`: same origin, and a path that continues the base's at a slash.
    pub fn is_below(&self, base: &Url) -> bool {
        let base_path = base.path.trim_end_matches('/');
        let continues =
            self.path.strip_prefix(base_path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.secure == base.secure && self.host == base.host && continues
    }
}

impl fmt::Display for Url {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}{}", self.origin(), self.path, self.query_part())
    }
}

fn refuse_odd_characters(text: &str) -> Result<(), String> {
    match text
        .chars()
        .find(|&one| one.is_whitespace() || one.is_control() || matches!(one, '\\' | '#' | '"' | '<' | '>'))
    {
        Some('#') => Err("a URL here has no fragment (`#…`)".to_owned()),
        Some(odd) => Err(format!("the character {odd:?} does not belong in a URL")),
        None => Ok(()),
    }
}

fn split_scheme(text: &str) -> Result<(bool, &str), String> {
    let wrong = || format!("`{text}` is not an absolute URL; write it as `https://host/path`");
    let (scheme, rest) = text.split_once("://").ok_or_else(wrong)?;
    match scheme.to_ascii_lowercase().as_str() {
        "https" => Ok((true, rest)),
        "http" => Ok((false, rest)),
        other => {
            Err(format!("the scheme `{other}` is not known here; use `https` (or `http` for a local server)"))
        }
    }
}

fn read_authority(authority: &str, secure: bool) -> Result<String, String> {
    if authority.contains('@') {
        return Err("a URL here holds no user name or password (`user:password@`)".to_owned());
    }
    let (host, port) = split_port(authority)?;
    let bracketed = host.starts_with('[');
    let good =
        |one: char| one.is_ascii_alphanumeric() || (if bracketed { "[]:." } else { "-._" }).contains(one);
    if host.is_empty() || !host.chars().all(good) || (bracketed && !host.ends_with(']')) {
        return Err(format!("`{host}` is not a host name (write other scripts in their `xn--` form)"));
    }
    let host = host.to_ascii_lowercase();
    let usual = if secure { 443 } else { 80 };
    Ok(match port {
        Some(port) if port != usual => format!("{host}:{port}"),
        _ => host,
    })
}

fn split_port(authority: &str) -> Result<(&str, Option<u16>), String> {
    let after_brackets = authority.rfind(']').unwrap_or(0);
    let colon = authority.get(after_brackets..).and_then(|tail| tail.find(':')).map(|at| at + after_brackets);
    let Some((host, port)) = colon.and_then(|at| authority.split_at_checked(at)) else {
        return Ok((authority, None));
    };
    let number = port.trim_start_matches(':');
    match number.parse::<u16>() {
        Ok(port) if port > 0 => Ok((host, Some(port))),
        _ => Err(format!("`{number}` is not a port; it is a number from 1 to 65535")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_right() {
        for (given, read) in [
            ("https://Host.Example", "https://host.example"),
            ("HTTPS://host:443/a/", "https://host/a/"),
            ("http://[::1]:8471/api/2?x=%2F", "http://[::1]:8471/api/2?x=%2F"),
            ("http://127.0.0.1:80", "http://127.0.0.1"),
            ("https://host?x", "https://host?x"),
        ] {
            assert_eq!(Url::parse(given).map(|url| url.to_string()), Ok(read.to_owned()));
        }
    }

    #[test]
    fn refuses_what_is_not() {
        for bad in [
            "",
            "host",
            "//host",
            "ftp://host",
            "https://",
            "https://user:pw@host",
            "https://host/a/../b",
            "https://host/a/%2e%2E/b",
            "https://host/#x",
            "https://ho st",
            "https://host\\@evil",
            "https://host:0",
            "https://host:99999",
            "https://host:8a",
            "https://[::1",
            "https://h\u{202e}ost",
            "https://höst",
        ] {
            assert!(Url::parse(bad).is_err(), "{bad:?} was taken");
        }
    }

    #[test]
    fn below_means_at_a_slash() {
        let base = Url::parse("https://host/api/2").unwrap();
        let below = |text: &str| Url::parse(text).unwrap().is_below(&base);
        assert!(
            below("https://host/api/2") && below("https://host/api/2/x") && below("https://host:443/api/2?x")
        );
        assert!(!below("https://host/api/22") && !below("http://host/api/2/x") && !below("https://host/api"));
    }
}
