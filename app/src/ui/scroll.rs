//! Which rows of a long list are drawn: the ones in sight and a few around them. Pure arithmetic.

/// Height of a row in pixels; the stylesheet has the same.
pub const ROW_PX: f64 = 32.0;

/// Rows drawn above and below those in sight.
const AROUND: usize = 4;

/// The window moves by this many rows at a time, so that most frames of a scroll draw nothing.
const STEP: usize = 4;

/// Browsers cut elements that are higher than about 33 million pixels. A longer list scrolls faster instead.
const TALLEST_PX: f64 = 30_000_000.0;

/// What the list's scroll position means.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Window {
    /// Rows in all.
    pub rows: usize,
    /// Height of what can be seen.
    pub height_px: f64,
    /// How far it is scrolled.
    pub top_px: f64,
}

impl Window {
    /// Height of the whole list.
    pub fn total_px(&self) -> f64 {
        (self.rows as f64 * ROW_PX).min(TALLEST_PX)
    }

    /// Rows that fit in what can be seen, counting those that stand out.
    fn in_sight(&self) -> usize {
        (self.height_px / ROW_PX).ceil() as usize + 1
    }

    /// How many rows are drawn. Depends on the height only, so that scrolling makes no elements.
    pub fn slots(&self) -> usize {
        self.in_sight() + 2 * AROUND + STEP
    }

    /// Pixels of list for a pixel of scrolling; 1 but for very long lists.
    fn stretch(&self) -> f64 {
        let (real, shown) = (self.rows as f64 * ROW_PX - self.height_px, self.total_px() - self.height_px);
        if shown > 0.0 && real > shown { real / shown } else { 1.0 }
    }

    /// The first row in sight.
    pub fn first_in_sight(&self) -> usize {
        let row = (self.top_px * self.stretch() / ROW_PX) as usize;
        row.min(self.rows.saturating_sub(1))
    }

    /// The first row that is drawn.
    pub fn first(&self) -> usize {
        self.first_in_sight().saturating_sub(AROUND) / STEP * STEP
    }

    /// Where the drawn rows begin.
    pub fn offset_px(&self) -> f64 {
        let first = self.first() as f64 * ROW_PX;
        let stretch = self.stretch();
        if stretch > 1.0 { self.top_px + first - self.top_px * stretch } else { first }
    }

    /// Where to scroll so that a row can be seen; `None` where it can be already.
    pub fn scroll_to(&self, row: usize) -> Option<f64> {
        let stretch = self.stretch();
        let (top, bottom) = (row as f64 * ROW_PX, (row + 1) as f64 * ROW_PX);
        let now = self.top_px * stretch;
        if top < now {
            Some(top / stretch)
        } else if bottom > now + self.height_px {
            Some((bottom - self.height_px) / stretch)
        } else {
            None
        }
    }

    /// Rows on a page, for PageUp and PageDown.
    pub fn page(&self) -> usize {
        ((self.height_px / ROW_PX) as usize).saturating_sub(1).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_can_be_scrolled_to_and_is_then_drawn() {
        for rows in [1, 10, 1_000, 100_000, 1_000_000, 5_000_000] {
            for row in [0, rows / 3, rows / 2, rows - 1] {
                let mut window = Window { rows, height_px: 700.0, top_px: 0.0 };
                window.top_px = window.scroll_to(row).unwrap_or(0.0);
                assert!(window.top_px <= (window.total_px() - window.height_px).max(0.0) + 1.0);
                assert!((window.first()..window.first() + window.slots()).contains(&row), "{row} of {rows}");
                let shift = window.offset_px() - window.top_px;
                let y = shift + (row - window.first()) as f64 * ROW_PX;
                assert!((-1.0..=700.0).contains(&y), "{row} of {rows} stands at {y}");
            }
        }
    }
}
