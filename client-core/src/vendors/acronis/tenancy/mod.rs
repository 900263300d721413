//! The tenant tree: an arena that takes tenants in any order, the rows that are open and visible, and search.
//!
//! [`Tree`] holds the data, [`View`] the visible rows, and [`PageDecoder`] turns the bytes of a list answer
//! into rows while they arrive. Costs grow linearly with what is loaded; drawing a window of rows costs no
//! more than its rows.

mod arena;
mod below;
mod bits;
mod decode;
mod load;
mod names;
mod node;
mod order;
mod roots;
mod search;
mod sort;
mod sync;
mod view;

#[cfg(test)]
mod sync_tests;
#[cfg(test)]
mod tests;

pub use arena::{Badges, Parent, Record, Tree};
pub use below::Below;
pub use decode::{DecodeFault, PageDecoder, PageEnd, Row};
pub use load::{Load, Loaded, Report};
pub use node::Node;
pub use order::{Order, Place};
pub use search::Filter;
pub use sync::{Progress, TreeSync, details, level, way_to};
pub use view::{Expander, RowView, View};
