//! The texts that are here: English as the parts of the program bring it, and over it the chosen language.

use std::collections::BTreeMap;

use super::english::{BUILT_IN, SHELL};
use super::part::Part;

/// The language that is always here.
pub const ENGLISH: &str = "en";

/// All texts that have come so far.
pub struct Texts {
    language: &'static str,
    english: Vec<Part>,
    /// Fetched, each with its language. Never given up, so that a text lasts as long as the page: what is kept is
    /// bounded by the languages that the site offers, each part once.
    fetched: Vec<(&'static str, Part)>,
    shown: BTreeMap<&'static str, &'static str>,
    /// Counts the wishes for a language: only the latest is granted.
    wish: u32,
}

impl Texts {
    /// English, as far as it is built in.
    pub fn new() -> Texts {
        let english = BUILT_IN.into_iter().copied().collect();
        let mut texts =
            Texts { language: ENGLISH, english, fetched: Vec::new(), shown: BTreeMap::new(), wish: 0 };
        texts.merge();
        texts
    }

    /// The text of a key: of the chosen language, else in English.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        self.shown.get(key).copied()
    }

    /// The chosen language.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Adds the English of parts; those that are here already are not added again.
    pub fn register(&mut self, parts: &[&Part]) {
        for part in parts {
            if self.english.iter().all(|one| one.name != part.name) {
                self.english.push(**part);
            }
        }
        self.merge();
    }

    /// The name of the `at`-th part that is registered.
    pub fn part(&self, at: usize) -> Option<&'static str> {
        self.english.get(at).map(|part| part.name)
    }

    /// Whether the part has been fetched in this language.
    pub fn has(&self, language: &str, part: &str) -> bool {
        self.fetched.iter().any(|(tag, one)| *tag == language && one.name == part)
    }

    /// Keeps a part that was fetched. It is shown after the next `choose`.
    pub fn add(&mut self, language: &str, name: &'static str, source: String) {
        if self.has(language, name) {
            return;
        }
        let known = self.fetched.iter().map(|(tag, _)| *tag).find(|tag| *tag == language);
        let language = known.unwrap_or_else(|| leaked(language.to_owned()));
        self.fetched.push((language, Part { name, source: leaked(source) }));
    }

    /// A new wish for a language; to be handed back when it can be granted.
    pub fn wish(&mut self) -> u32 {
        self.wish += 1;
        self.wish
    }

    /// Whether nobody has wished for another language since.
    pub fn is_latest(&self, wish: u32) -> bool {
        self.wish == wish
    }

    /// Shows a language, and says whether it is another than before. One whose first view has not come is not
    /// shown: half a page in each language would be worse than all of it in the old one.
    pub fn choose(&mut self, language: &str) -> bool {
        let tags = self.fetched.iter().filter(|(_, part)| part.name == SHELL.name).map(|(tag, _)| *tag);
        let Some(language) = tags.chain([ENGLISH]).find(|tag| *tag == language) else { return false };
        let is_new = self.language != language;
        self.language = language;
        self.merge();
        is_new
    }

    fn merge(&mut self) {
        let chosen = self.fetched.iter().filter(|(tag, _)| *tag == self.language).map(|(_, part)| part);
        // Of two texts for a key the later one is kept.
        self.shown = self.english.iter().chain(chosen).flat_map(|part| lines(part.source)).collect();
    }
}

fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// The keys of a message file with their texts.
pub fn lines(source: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = source.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('=')).map(|(key, text)| (key.trim(), text.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_lies_over_english_key_by_key() {
        let mut texts = Texts::new();
        assert!(!texts.choose("de"), "nothing of it has come");
        texts.add("de", "shell", "signin.title = Anmelden\n# signin.out = no\nrail.label=".to_owned());
        assert_eq!(texts.get("signin.title"), Some("Sign in"));
        assert!(texts.choose("de"));
        assert_eq!((texts.language(), texts.get("signin.title")), ("de", Some("Anmelden")));
        assert_eq!(texts.get("signin.out"), Some("Sign out"));
        assert!(!texts.choose("de"), "it is shown already");
        assert!(texts.choose(ENGLISH));
        assert_eq!(texts.get("signin.title"), Some("Sign in"));
    }

    #[test]
    fn a_part_is_kept_once() {
        let mut texts = Texts::new();
        for text in ["a", "b"] {
            texts.add("de", "shell", format!("signin.title = {text}"));
        }
        texts.choose("de");
        assert_eq!((texts.fetched.len(), texts.get("signin.title")), (1, Some("a")));
        let parts = texts.english.len();
        texts.register(&[&SHELL]);
        assert_eq!(texts.english.len(), parts);
    }

    #[test]
    fn only_the_latest_wish_is_granted() {
        let mut texts = Texts::new();
        let (first, second) = (texts.wish(), texts.wish());
        assert!(!texts.is_latest(first) && texts.is_latest(second));
    }
}
