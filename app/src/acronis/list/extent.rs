//! How much of a subtree a list of tenants shows, in words.

use crate::i18n::{tf, tn};
use crate::ui::format;

/// How many tenants are listed, of how many.
pub fn listed(shown: usize, all: usize, is_complete: bool) -> String {
    let words = match shown == all {
        true => tn("tree.count", all, &format::number(all)),
        false => tf("tenants.of", &[("n", &format::number(shown)), ("all", &format::number(all))]),
    };
    if is_complete { words } else { tf("tree.so_far", &[("count", &words)]) }
}
