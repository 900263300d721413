//! The vendor's words, such as kinds of tenants, as small numbers: each is stored once.

/// The words of one field, by number. 0 stands for what was not told.
#[derive(Debug, Default)]
pub(super) struct Words(Vec<String>);

/// A server that sends other words in every row fills no memory: those past this many count as not told. With 0 they fit
/// the bits of a number.
const MOST: usize = 60;
const LONGEST: usize = 100;

impl Words {
    /// The number of a word, however it is capitalised.
    pub fn code(&mut self, word: &str) -> u8 {
        let at = self.0.iter().position(|known| known.eq_ignore_ascii_case(word)).or_else(|| {
            (self.0.len() < MOST).then(|| {
                self.0.push(word.chars().take(LONGEST).collect());
                self.0.len() - 1
            })
        });
        at.and_then(|at| u8::try_from(at + 1).ok()).unwrap_or(0)
    }

    /// The word of a number.
    pub fn word(&self, code: u8) -> Option<&str> {
        self.0.get(usize::from(code).checked_sub(1)?).map(String::as_str)
    }

    /// All words that have come, with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (u8, &str)> {
        (1..).zip(self.0.iter().map(String::as_str))
    }
}
