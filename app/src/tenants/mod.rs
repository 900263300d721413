//! The tenants of a connection: the tree on the left, the chosen tenant on the right.

mod breadcrumbs;
mod detail;
mod drawn_rows;
mod estate;
mod filter_box;
mod foot;
mod header;
mod kind;
mod loading;
mod overview;
mod overview_fields;
mod page;
mod row;
mod splitter;
mod tree_keys;
mod tree_pane;
mod tree_rows;

pub use estate::Estate;
pub use kind::{kind_sign, kind_word};
pub use loading::refresh;
pub use page::TenantsPage;
