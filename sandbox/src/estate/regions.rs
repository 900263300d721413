//! The languages of each part of the estate.

use super::words::Locale;
use super::{words_latin, words_world};
use crate::random::Random;

/// A part of the estate with its own mix of languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum Region {
    /// Dutch and French.
    Benelux,
    /// German.
    Dach,
    /// Spanish and Portuguese.
    Iberia,
    /// Swedish, with its neighbours' letters, and Finnish.
    Nordics,
    /// Japanese.
    Japan,
    /// Arabic.
    Arabia,
    /// All of them.
    #[default]
    World,
}

impl Region {
    /// Places in the word tables; a language that is listed more often is drawn more often.
    fn languages(self) -> &'static [usize] {
        match self {
            Region::Benelux => &[3, 3, 3, 4],
            Region::Dach => &[2],
            Region::Iberia => &[0, 0, 1],
            Region::Nordics => &[6, 6, 7],
            Region::Japan => &[10],
            Region::Arabia => &[11, 11, 12],
            Region::World => &[],
        }
    }

    /// The language of the fixed tenants: the region's first, or English.
    pub fn home(self) -> &'static Locale {
        self.languages().first().map_or(&words_latin::EN, |&first| locale(first))
    }

    /// The language of one tenant: one of the region's, or for one tenant in twenty any language.
    pub fn locale(self, random: &mut Random) -> &'static Locale {
        let own = self.languages();
        if own.is_empty() || random.percent(5) {
            locale(random.below(locale_count() as u64) as usize)
        } else {
            locale(random.pick(own))
        }
    }
}

/// The locale at a place of the Latin ones followed by the others.
fn locale(at: usize) -> &'static Locale {
    let (latin, world) = (words_latin::ALL, words_world::ALL);
    let found = latin.get(at).or_else(|| world.get(at.saturating_sub(latin.len())));
    found.unwrap_or(&words_latin::EN)
}

fn locale_count() -> usize {
    words_latin::ALL.len() + words_world::ALL.len()
}
