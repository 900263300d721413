//! Sharing: which group may use which resource, and how. Added, changed and removed from either side.

mod dialog;
mod line;
mod of_group;
mod of_resource;
mod reach;

pub use self::of_group::GroupShares;
pub use self::of_resource::ResourceShares;
pub use self::reach::Reach;
