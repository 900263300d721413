//! Sources and message files fit together: every key has a text, where the code that names it can see it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::english::BUILT_IN;
use super::fill;
use super::texts::lines;

/// Which parts are here when the code below a path runs; the first of them counts. Everything else is the first
/// view, or may run in it, and sees `shell` alone.
const SEES: [(&str, &[&str]); 14] = [
    ("journal/", &["shell", "resource"]),
    ("resource/", &["shell", "resource"]),
    ("search/", &["shell", "resource"]),
    ("ui/export", &["shell", "resource"]),
    ("writes/", &["shell", "resource"]),
    ("acronis/contacts/", &["shell", "resource", "acronis", "contacts"]),
    ("acronis/lifecycle/", &["shell", "resource", "acronis", "lifecycle"]),
    ("acronis/clients/", &["shell", "resource", "acronis", "clients"]),
    ("acronis/quotas/", &["shell", "resource", "acronis", "quotas"]),
    ("acronis/people/", &["shell", "resource", "acronis", "contacts"]),
    ("acronis/users/", &["shell", "resource", "acronis", "contacts", "users"]),
    ("acronis/access/", &["shell", "resource", "acronis", "contacts", "users", "access"]),
    ("acronis/", &["shell", "resource", "acronis"]),
    ("ionos/", &["shell", "resource", "ionos"]),
];

/// What a vendor puts into the first view: it comes before the vendor's lazy module.
const FIRST_VIEW: [&str; 2] = ["/sign_in", "/vendor.rs"];

/// A source file: its path below `src`, and the keys that it names.
struct Source {
    path: String,
    keys: BTreeSet<String>,
}

impl Source {
    fn sees(&self) -> &'static [&'static str] {
        let seen = SEES.iter().find(|(folder, _)| self.path.starts_with(folder));
        let seen = seen.filter(|_| !FIRST_VIEW.iter().any(|piece| self.path.contains(piece)));
        seen.map_or(&["shell"], |(_, parts)| parts)
    }

    fn names(&self, key: &str) -> bool {
        let stem = key.rsplit_once('.').map_or(key, |(stem, _)| stem);
        self.keys.contains(key) || self.keys.contains(stem)
    }
}

#[test]
fn places_are_filled_once() {
    let values = [("a", "{b}"), ("b", "x")];
    assert_eq!(fill("{a} and {b}, {c}", &values), "{b} and x, c");
}

#[test]
fn forms_follow_the_number() {
    assert_eq!(super::tn("tree.count", 1, "1"), "1 tenant");
    assert_eq!(super::tn("tree.count", 0, "0"), "0 tenants");
}

/// A key that stands twice would be one text here and another there.
#[test]
fn every_key_stands_once() {
    let mut seen = BTreeMap::new();
    for (part, key) in english().map(|(part, key, _)| (part, key)) {
        if let Some(before) = seen.insert(key, part) {
            panic!("{key} stands in {before} and in {part}");
        }
    }
}

#[test]
fn every_file_of_english_is_loaded_by_something() {
    let loaded: BTreeSet<String> = BUILT_IN.iter().map(|part| part.name.to_owned()).collect();
    assert_eq!(parts_of(&messages().join("en")), loaded);
}

/// Every key that the sources name has a text in a part that is here when they run.
#[test]
fn every_key_that_is_named_has_a_text_in_sight() {
    let keys: Vec<_> = english().collect();
    let mut wrong = Vec::new();
    for source in sources() {
        for named in &source.keys {
            let forms = format!("{named}.");
            let is_it = |key: &str| key == named || key.starts_with(&forms);
            let parts: BTreeSet<_> =
                keys.iter().filter(|(_, key, _)| is_it(key)).map(|(part, ..)| *part).collect();
            if parts.is_empty() {
                wrong.push(format!("{}: {named} has no text", source.path));
            } else if !parts.iter().all(|part| source.sees().contains(part)) {
                wrong.push(format!("{}: {named} stands in {parts:?}, which is not here yet", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// And no text is carried by a part that does not need it: least of all by the first view.
#[test]
fn every_text_stands_where_it_is_needed() {
    let sources = sources();
    let mut wrong = Vec::new();
    for (part, key, _) in english() {
        let naming: Vec<_> = sources.iter().filter(|source| source.names(key)).collect();
        let seen: BTreeSet<_> = naming.iter().filter_map(|source| source.sees().last()).copied().collect();
        let is_right = match part {
            "resource" => seen.contains(part) || seen.len() > 1,
            part => seen.contains(part),
        };
        if !is_right {
            wrong.push(format!("{key} stands in {part}, and is named by {seen:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Another language may lack texts, which are English then, but has no others and no places of its own.
#[test]
fn other_languages_say_the_same() {
    for folder in std::fs::read_dir(messages()).unwrap().flatten().map(|entry| entry.path()) {
        for part in parts_of(&folder) {
            let text = std::fs::read_to_string(folder.join(&part).with_extension("txt")).unwrap();
            let mut seen = BTreeSet::new();
            for (key, text) in lines(&text) {
                let place = format!("{}/{part}.txt: {key}", folder.display());
                assert!(seen.insert(key.to_owned()), "{place} stands twice");
                let own = english().find(|(of, one, _)| *of == part && is_form_of(one, key));
                let (_, _, original) = own.unwrap_or_else(|| panic!("{place} is not in English"));
                assert!(places(text).is_subset(&places(original)), "{place}: {text}");
            }
        }
    }
}

/// Whether the key is the same, or another form for numbers: `x.few` beside English's `x.other`.
fn is_form_of(english: &str, key: &str) -> bool {
    let forms = ["zero", "one", "two", "few", "many", "other"];
    english == key
        || english
            .strip_suffix(".other")
            .is_some_and(|stem| forms.iter().any(|form| [stem, form].join(".") == key))
}

fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect()
}

fn messages() -> std::path::PathBuf {
    Path::new("messages").to_owned()
}

fn parts_of(folder: &Path) -> BTreeSet<String> {
    let files = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    files.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect()
}

/// Part, key and text.
fn english() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    BUILT_IN.iter().flat_map(|part| lines(part.source).map(|(key, text)| (part.name, key, text)))
}

fn sources() -> Vec<Source> {
    let root = Path::new("src").to_owned();
    let areas = english().filter_map(|(_, key, _)| key.split('.').next()).collect();
    let mut found = Vec::new();
    read(&root, &mut |path, text| {
        let path = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        found.push(Source { path, keys: keys_in(text, &areas) });
    });
    found
}

fn read(folder: &Path, found: &mut impl FnMut(&Path, &str)) {
    for path in std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            read(&path, found);
        } else if !path.ends_with("tests.rs") {
            found(&path, &std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// Every literal that looks like a key: `area.name`, or what `word` takes.
fn keys_in(source: &str, areas: &BTreeSet<&str>) -> BTreeSet<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    // A quotation mark as a letter begins no text.
    let code = code.replace("'\"'", "").replace("\\\"", "");
    let pieces: Vec<&str> = code.split('"').collect();
    let literals = pieces.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    let keys = literals.filter(|(before, text)| {
        let is_plain =
            text.bytes().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || b"._-".contains(&one));
        let is_file = [".json", ".csv", ".txt", "."].iter().any(|end| text.ends_with(end));
        let is_area = areas.contains(text.split('.').next().unwrap_or_default());
        is_plain && is_area && !is_file && (text.contains('.') || before.trim_end().ends_with("word("))
    });
    keys.map(|(_, text)| text.to_owned()).collect()
}
