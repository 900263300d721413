//! All text of the console, from message files: `key = text with {places}`.

mod catalogue;

use catalogue::Catalogue;

/// English is built in, so that there are words even where nothing can be fetched.
static ENGLISH: Catalogue = Catalogue::new(include_str!("../../messages/en.txt"));

/// The text of a key.
pub fn t(key: &str) -> &'static str {
    // A key without a text is a defect that a test finds; on screen the key is better than nothing.
    ENGLISH.get(key).unwrap_or("(missing text)")
}

/// The text of a key, with its places filled.
pub fn tf(key: &str, values: &[(&str, &str)]) -> String {
    fill(t(key), values)
}

/// The text for a number of things: `key.one` or `key.other`, with `{n}` filled by the written number.
pub fn tn(key: &str, count: usize, written: &str) -> String {
    let form = if count == 1 { "one" } else { "other" };
    tf(&format!("{key}.{form}"), &[("n", written)])
}

/// A vendor's word in the user's language, where there is one: `key.word`; else the word as said.
pub fn word(key: &str, said: &str) -> String {
    ENGLISH.get(&format!("{key}.{said}")).map_or_else(|| said.to_owned(), str::to_owned)
}

fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(one, _)| *one == name);
        filled.push_str(value.map_or(name, |(_, value)| value));
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn places_are_filled_once() {
        let values = [("a", "{b}"), ("b", "x")];
        assert_eq!(fill("{a} and {b}, {c}", &values), "{b} and x, c");
    }

    /// Every key that the sources name has a text, and every text is named.
    #[test]
    fn keys_and_texts_match() {
        let sources = sources(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")));
        let named: BTreeSet<String> = sources.iter().flat_map(|text| keys_in(text)).collect();
        let missing: Vec<_> = named.iter().filter(|key| !ENGLISH.has(key)).collect();
        assert!(missing.is_empty(), "keys without a text: {missing:?}");
        let unused: Vec<_> = ENGLISH.keys().filter(|key| !is_named(key, &named)).collect();
        assert!(unused.is_empty(), "texts that nothing names: {unused:?}");
    }

    fn is_named(key: &str, named: &BTreeSet<String>) -> bool {
        let stem = key.rsplit_once('.').map_or(key, |(stem, _)| stem);
        named.contains(key) || named.contains(stem)
    }

    fn sources(folder: &std::path::Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap().flatten();
        let texts = entries.flat_map(|entry| match entry.path() {
            path if path.is_dir() => sources(&path),
            path => std::fs::read_to_string(path).into_iter().collect(),
        });
        texts.collect()
    }

    /// Every literal that looks like a key: `area.name`, or an area alone, as `word` takes it.
    fn keys_in(source: &str) -> Vec<String> {
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        let literals = code.split('"').skip(1).step_by(2);
        let areas: BTreeSet<&str> = ENGLISH.keys().filter_map(|key| key.split('.').next()).collect();
        let is_key = |text: &&str| {
            let plain = text
                .bytes()
                .all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || b"._-".contains(&one));
            let area = text.split('.').next().unwrap_or_default();
            plain
                && areas.contains(area)
                && !text.ends_with(".json")
                && !text.ends_with(".csv")
                && !text.ends_with('.')
        };
        literals.filter(is_key).map(str::to_owned).collect()
    }
}
