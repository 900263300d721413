//! A message with names in it, in pieces: the words may be translated, the names may not.

use crate::i18n::pieces;

/// A piece of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// What may be translated.
    Words(String),
    /// What may not.
    Name(String),
}

/// A message with names in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase(pub(super) Vec<Piece>);

impl Phrase {
    /// The message of a key, with its places filled by names.
    pub fn new(key: &str, names: &[(&str, &str)]) -> Phrase {
        let piece = |(text, name): (&str, Option<&str>)| {
            let name =
                name.map(|name| names.iter().find(|(one, _)| *one == name).map_or(name, |(_, name)| name));
            [Some(Piece::Words(text.to_owned())), name.map(|name| Piece::Name(name.to_owned()))]
        };
        Phrase(pieces(key).flat_map(piece).flatten().collect())
    }
}

impl From<String> for Phrase {
    fn from(words: String) -> Phrase {
        Phrase(vec![Piece::Words(words)])
    }
}

impl From<&str> for Phrase {
    fn from(words: &str) -> Phrase {
        words.to_owned().into()
    }
}
