//! Settings of applications: what they are, who has set them, what applies where.
//!
//! Reading goes from the outside in: the handlers ([`lists`], [`one`], [`schemas`]) ask a [`view`] of one
//! account, which lays the account's writes ([`written`]) over the generated values ([`own`]) and follows
//! the [`rule`] down the tree.

mod catalogue;
mod fixed_values;
pub mod lists;
pub mod one;
mod own;
pub(super) mod rule;
pub mod schemas;
mod setting_json;
mod view;
pub mod written;
