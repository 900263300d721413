//! One message file, read once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// The texts of one language.
pub struct Catalogue {
    source: &'static str,
    texts: OnceLock<BTreeMap<&'static str, &'static str>>,
}

impl Catalogue {
    /// A catalogue from a message file: `key = text` a line, `#` before a comment.
    pub const fn new(source: &'static str) -> Self {
        Catalogue { source, texts: OnceLock::new() }
    }

    /// The text of a key.
    pub fn get(&self, key: &str) -> Option<&'static str> {
        self.texts().get(key).copied()
    }

    fn texts(&self) -> &BTreeMap<&'static str, &'static str> {
        self.texts.get_or_init(|| {
            let lines = self.source.lines().filter(|line| !line.starts_with('#'));
            lines
                .filter_map(|line| line.split_once('='))
                .map(|(key, text)| (key.trim(), text.trim()))
                .collect()
        })
    }

    /// Whether the key has a text, or forms of one.
    #[cfg(test)]
    pub fn has(&self, key: &str) -> bool {
        let forms = format!("{key}.");
        self.get(key).is_some() || self.keys().any(|one| one.starts_with(&forms))
    }

    /// All keys.
    #[cfg(test)]
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.texts().keys().copied()
    }
}
