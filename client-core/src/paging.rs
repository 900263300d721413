//! Lists that come page by page: how much of one is here, and when a server that gives the same page again is not
//! asked any more.

use std::collections::HashSet;

/// How much of a list is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// What has come so far; more pages follow.
    SoFar,
    /// As much as the console reads; there is more.
    Cut,
    /// The server gave rows again that had come before, so it was asked no further.
    Repeated,
}

/// The rows of a list over all its pages, each of them once.
#[derive(Debug, Default)]
pub struct Pages {
    came: HashSet<String>,
    /// How many rows were taken from the server, bad ones and repeated ones included.
    taken: usize,
}

impl Pages {
    /// How many rows have been read: where the next page begins.
    pub fn taken(&self) -> usize {
        self.taken
    }

    /// Keeps the rows of a page that have not come before, and says how much of the list is here then. `bad` is how
    /// many rows of the page could not be read; `has_more` whether another page is said to follow.
    pub fn take<T>(
        &mut self,
        page: &mut Vec<T>,
        bad: usize,
        id: impl Fn(&T) -> &str,
        (has_more, most): (bool, usize),
    ) -> Extent {
        let given = page.len();
        page.retain(|row| self.came.insert(id(row).to_owned()));
        self.taken += given + bad;
        // Some servers name a next page for ever; behind the last one nothing comes.
        if !has_more || given + bad == 0 {
            Extent::Whole
        } else if page.is_empty() && given > 0 {
            Extent::Repeated
        } else if self.taken >= most {
            Extent::Cut
        } else {
            Extent::SoFar
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_once_and_an_end_to_every_list() {
        let take = |pages: &mut Pages, rows: &[&str], bad: usize, has_more: bool| {
            let mut page: Vec<String> = rows.iter().map(|row| (*row).to_owned()).collect();
            let extent = pages.take(&mut page, bad, String::as_str, (has_more, 6));
            (page.join(""), extent)
        };
        let kept = |rows: &str, extent| (rows.to_owned(), extent);
        let mut pages = Pages::default();
        assert_eq!(take(&mut pages, &["a", "b"], 0, true), kept("ab", Extent::SoFar));
        // A row that has moved from one page to the next.
        assert_eq!(take(&mut pages, &["b", "c"], 0, true), kept("c", Extent::SoFar));
        assert_eq!(pages.taken(), 4);
        assert_eq!(take(&mut pages, &["a", "b"], 0, true), kept("", Extent::Repeated));
        // Nothing is behind the last page, whatever its link says.
        assert_eq!(take(&mut Pages::default(), &[], 0, true), kept("", Extent::Whole));
        assert_eq!(take(&mut Pages::default(), &["a"], 0, false), kept("a", Extent::Whole));
        // Rows that cannot be read have no id: they end a list only by their number.
        let mut bad = Pages::default();
        assert_eq!(take(&mut bad, &[], 3, true), kept("", Extent::SoFar));
        assert_eq!(take(&mut bad, &[], 3, true), kept("", Extent::Cut));
    }
}
