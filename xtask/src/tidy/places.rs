//! Names that only some files may use: the browser's document and window, and the vendors by name.

use super::Source;
use super::tokens::{self, Token};
use crate::Result;

/// Files that may do what a rule forbids, and why. A folder ends with a slash.
struct Allowed {
    path: &'static str,
    #[allow(dead_code, reason = "for whoever reads the list")]
    reason: &'static str,
}

const fn allowed(path: &'static str, reason: &'static str) -> Allowed {
    Allowed { path, reason }
}

/// A screen may stand twice on one page and inside a shadow root, so it asks its mount for these.
const BROWSER: &[Allowed] = &[allowed("app/src/mount/", "the place that hands them out")];

/// Where a vendor may be told from another: what it is and does is its descriptor's.
const VENDORS: &[Allowed] = &[
    allowed("app/src/shell/vendors.rs", "the registry of the console"),
    allowed("client-core/src/vendors/", "the vendors themselves"),
    allowed("client-core/src/config/", "what config.json may say differs from vendor to vendor"),
    allowed("client-core/src/catalogue/", "the name of each, and the way to its operations"),
];

/// `document()`, `window()` and listeners on the window, outside of the mount.
pub fn browser_in_mount(sources: &[Source]) -> Result<Vec<String>> {
    Ok(outside(sources, &["app/src/"], BROWSER, takes_browser))
}

/// Code that asks which vendor it is.
pub fn vendors_in_registry(sources: &[Source]) -> Result<Vec<String>> {
    Ok(outside(sources, &["app/src/", "client-core/src/", "client-js/src/"], VENDORS, asks_vendor))
}

/// The places in these folders and in no allowed file at which a check holds.
fn outside(
    sources: &[Source],
    folders: &[&str],
    allowed: &[Allowed],
    check: fn(&[Token], usize) -> bool,
) -> Vec<String> {
    let is_below =
        |path: &str, place: &str| path == place || (place.ends_with('/') && path.starts_with(place));
    let concerned = sources
        .iter()
        .filter(|one| one.path.ends_with(".rs") && folders.iter().any(|folder| one.path.starts_with(folder)))
        .filter(|one| !one.path.ends_with("tests.rs") && !one.path.contains("/tests/"))
        .filter(|one| !allowed.iter().any(|allowed| is_below(&one.path, allowed.path)));
    let mut found = Vec::new();
    for source in concerned {
        let tokens = tokens::shipped(&source.text);
        let lines = (0..tokens.len()).filter(|&at| check(&tokens, at)).filter_map(|at| tokens.get(at));
        let mut lines: Vec<usize> = lines.map(|token| token.line).collect();
        lines.dedup();
        found.extend(lines.into_iter().map(|line| {
            format!(
                "{}:{line}: {}",
                source.path,
                source.text.lines().nth(line - 1).unwrap_or_default().trim()
            )
        }));
    }
    found
}

fn text(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.text.as_str())
}

/// The token so many before; nothing where there is none.
fn before(tokens: &[Token], at: usize, back: usize) -> &str {
    at.checked_sub(back).map_or("", |at| text(tokens, at))
}

fn takes_browser(tokens: &[Token], at: usize) -> bool {
    let is_call = text(tokens, at + 1) == "(" && text(tokens, at + 2) == ")";
    let is_path = before(tokens, at, 1) == "::" && before(tokens, at, 2) == "web_sys";
    match text(tokens, at) {
        // `mount.document()` asks the mount.
        "document" | "window" => (is_call && !matches!(before(tokens, at, 1), "." | "fn")) || is_path,
        "window_event_listener" | "window_event_listener_untyped" => text(tokens, at + 1) == "(",
        _ => false,
    }
}

/// A vendor in a pattern or in a comparison, not where one is only named.
fn asks_vendor(tokens: &[Token], at: usize) -> bool {
    let is_variant = text(tokens, at) == "Vendor" && text(tokens, at + 1) == "::";
    if !is_variant || !matches!(text(tokens, at + 2), "Acronis" | "Ionos" | "Cpm") {
        return false;
    }
    let end = at + 3;
    let is_compared = |mark: &str| mark == "==" || mark == "!=";
    is_compared(before(tokens, at, 1)) || is_compared(text(tokens, end)) || is_pattern(tokens, at, end)
}

/// Whether the arrow of a match arm, the `=` of a `let`, or the end of a `matches!` comes next.
fn is_pattern(tokens: &[Token], start: usize, end: usize) -> bool {
    let inside =
        |word: &str| matches!(word, ")" | "," | "_" | "|" | "(" | "Vendor" | "::" | "Some" | "Ok" | "&");
    let variant = |at: usize| before(tokens, at, 2) == "Vendor";
    let mut after = end;
    while inside(text(tokens, after)) || variant(after) {
        after += 1;
    }
    let mut first = start;
    while first.checked_sub(1).is_some_and(|back| inside(text(tokens, back)) || variant(back)) {
        first -= 1;
    }
    let is_let = before(tokens, first, 1) == "let" && text(tokens, after) == "=";
    let arm = text(tokens, after) == "=>" || text(tokens, after) == "if";
    let in_matches =
        tokens.iter().take(start).rev().take(16).map(|one| one.text.as_str()).collect::<Vec<_>>();
    let opens = in_matches.iter().position(|word| *word == "matches");
    let is_matches = opens.is_some_and(|back| !in_matches.iter().take(back).any(|word| *word == ";"));
    arm || is_let || is_matches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    fn count(rule: fn(&[Source]) -> Result<Vec<String>>, path: &str, text: &str) -> usize {
        rule(&[source(path, text)]).unwrap().len()
    }

    #[test]
    fn the_browser_is_taken_in_mount_alone() {
        for text in [
            "let a = document().body();",
            "leptos::prelude::window().history()",
            "web_sys::window().unwrap()",
            "get().and_then(web_sys::window)",
            "window_event_listener(ev::keydown, f)",
        ] {
            assert_eq!(count(browser_in_mount, "app/src/ui/x.rs", text), 1, "{text}");
            assert_eq!(count(browser_in_mount, "app/src/mount/x.rs", text), 0, "{text}");
            assert_eq!(count(browser_in_mount, "client-core/src/browser.rs", text), 0, "{text}");
        }
        for text in
            ["mount.document()", "// document()", "fn window() {}", "#[cfg(test)] fn a() { document(); }"]
        {
            assert_eq!(count(browser_in_mount, "app/src/ui/x.rs", text), 0, "{text}");
        }
    }

    #[test]
    fn vendors_are_told_apart_in_the_registry_alone() {
        for text in [
            "match a { Vendor::Acronis => 1, _ => 2 }",
            "match a { (Some(config::Vendor::Cpm), _) => 1 }",
            "match a { Vendor::Acronis | Vendor::Ionos => 1 }",
            "if let Some(Vendor::Ionos) = a {}",
            "matches!(connection.config().vendor, Vendor::Ionos)",
            "a.vendor == Vendor::Ionos",
            "Vendor::Ionos != b",
        ] {
            assert_eq!(count(vendors_in_registry, "app/src/session/x.rs", text), 1, "{text}");
            assert_eq!(count(vendors_in_registry, "app/src/shell/vendors.rs", text), 0, "{text}");
            assert_eq!(count(vendors_in_registry, "client-core/src/vendors/ionos/x.rs", text), 0, "{text}");
        }
        for text in [
            "let a = Vendor::Ionos;",
            "f(Vendor::Ionos, x)",
            "Vendor::name()",
            "Info { vendor: Vendor::Cpm, id }",
        ] {
            assert_eq!(count(vendors_in_registry, "app/src/session/x.rs", text), 0, "{text}");
        }
    }
}
