//! All names in one text each: as they are, and folded for search.

use super::node::Node;
use crate::fold::{SEPARATOR, fold_into};

/// A piece of an arena of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    at: u32,
    length: u32,
}

impl Span {
    fn of(self, text: &[u8]) -> &[u8] {
        let at = self.at as usize;
        text.get(at..at + self.length as usize).unwrap_or_default()
    }
}

/// Where a node's name is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NameRef {
    plain: Span,
    folded: Span,
}

/// The names of all nodes.
#[derive(Debug, Default)]
pub(super) struct Names {
    plain: Vec<u8>,
    folded: Vec<u8>,
    /// Where each name begins in `folded`, and whose it is; ascending.
    owners: Vec<(u32, Node)>,
}

/// Longer names are cut.
const LONGEST: usize = 64 * 1024;

impl Names {
    /// Stores a name in place of an old one. Past 4 GiB of names a tenant has none.
    pub fn set(&mut self, node: Node, old: NameRef, name: &str) -> NameRef {
        if old.plain.of(&self.plain) == name.as_bytes() && old.plain.length > 0 {
            return old;
        }
        self.forget(old);
        let name = cut(name);
        let (Ok(plain_at), Ok(folded_at)) =
            (u32::try_from(self.plain.len()), u32::try_from(self.folded.len()))
        else {
            return NameRef::default();
        };
        self.plain.extend_from_slice(name.as_bytes());
        fold_into(name, &mut self.folded);
        let length = self.folded.len() as u32 - folded_at;
        self.folded.push(SEPARATOR);
        self.owners.push((folded_at, node));
        NameRef {
            plain: Span { at: plain_at, length: name.len() as u32 },
            folded: Span { at: folded_at, length },
        }
    }

    pub fn plain(&self, name: NameRef) -> &str {
        std::str::from_utf8(name.plain.of(&self.plain)).unwrap_or_default()
    }

    pub fn folded(&self, name: NameRef) -> &[u8] {
        name.folded.of(&self.folded)
    }

    /// Calls `hit` for every node whose folded name contains `needle`, until it says no.
    pub fn find(&self, needle: &str, mut hit: impl FnMut(Node) -> bool) {
        let finder = memchr::memmem::Finder::new(needle);
        let (mut from, mut owner) = (0, 0);
        while let Some(found) = self.folded.get(from..).and_then(|rest| finder.find(rest)) {
            let at = (from + found) as u32;
            // A linear search: where time matters, hits are many and close together.
            while self.owners.get(owner + 1).is_some_and(|(start, _)| *start <= at) {
                owner += 1;
            }
            if self.owners.get(owner).is_some_and(|(_, node)| !hit(*node)) {
                return;
            }
            // On to the next name: one hit a name is enough.
            from = match self.owners.get(owner + 1) {
                Some((start, _)) => *start as usize,
                None => return,
            };
        }
    }

    /// An old name must not be found any more.
    fn forget(&mut self, old: NameRef) {
        let at = old.folded.at as usize;
        if let Some(text) = self.folded.get_mut(at..at + old.folded.length as usize) {
            text.fill(SEPARATOR);
        }
    }
}

fn cut(name: &str) -> &str {
    let mut end = name.len().min(LONGEST);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name.get(..end).unwrap_or_default()
}
