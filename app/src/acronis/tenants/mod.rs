//! The tenants of a connection: the tree on the left, the chosen tenant on the right.

mod breadcrumbs;
mod detail;
mod drawn_rows;
mod filter_box;
mod foot;
mod header;
mod kind;
mod loading;
mod overview;
mod overview_fields;
mod page;
mod row;
mod row_icons;
mod row_name;
mod splitter;
mod store;
mod tree_keys;
mod tree_pane;
mod tree_rows;

pub use kind::{kind_icon, kind_word};
pub use loading::{refresh, resume};
pub use page::TenantsPage;
pub use store::{DetailsState, TenantStore};
