//! The tenant tree: an arena that takes tenants in any order, the rows that are open and visible, and search.
//!
//! [`Tree`] holds the data, [`View`] the visible rows, and [`PageDecoder`] turns the bytes of a list answer
//! into rows while they arrive. Costs grow linearly with what is loaded; drawing a window of rows costs no
//! more than its rows.

mod arena;
mod below;
mod bits;
mod change;
mod decode;
mod facets;
mod facts;
mod list;
mod listed_contact;
mod load;
mod names;
mod node;
mod order;
mod record;
mod roots;
mod search;
mod sort;
mod stored;
mod sync;
mod view;
mod whom;
mod words;

#[cfg(test)]
mod list_tests;
#[cfg(test)]
mod sync_tests;
#[cfg(test)]
mod tests;

pub use arena::{Badges, Tree};
pub use below::Below;
pub use change::{ChangeKind, TenantChange};
pub use decode::{DecodeFault, PageDecoder, PageEnd, Row};
pub use facets::{Facet, FacetCount, Group};
pub use facts::Facts;
pub use list::{Sort, SortBy, TenantList, Wanted};
pub use listed_contact::ListedContact;
pub use load::{Load, Loaded, Report};
pub use node::Node;
pub use order::{Order, Place};
pub use record::{Parent, Record};
pub use search::Filter;
pub use sync::{Progress, TreeSync, details, level, way_to};
pub use view::{Expander, RowView, View};
pub use whom::{Above, Whom};
