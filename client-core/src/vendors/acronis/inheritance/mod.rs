//! Own and effective settings: what applies on a tenant, why, and what a change would do.
//!
//! The vendor says little of how settings are inherited, so the rule in [`rule`] is Tenantry's reading of it.
//! The server's `effective` is the truth: what is computed here explains it and predicts changes, and where
//! the two differ, the screen says so ([`Agreement`]).
//!
//! A [`Column`] holds one setting over the tree. [`resolve`] applies the rule to all of it in one pass,
//! [`explain`] gives the chain from the top to one tenant, [`preview`] computes what a change would do below a
//! tenant, [`read_back`] checks that after the change, [`foresee_move`] does so for a tenant that moves, [`compare`] sets
//! two tenants side by side, and [`Spread`] counts what applies below one.

mod column;
mod compare;
mod explain;
mod facts;
mod gather;
mod moved;
mod preview;
mod read_back;
mod resolve;
mod rule;
mod spread;
mod state;
mod values;

#[cfg(test)]
mod naive;
#[cfg(test)]
mod tests;

pub use column::Column;
pub use compare::{Compared, compare};
pub use explain::{Agreement, ChainLink, Explanation, Role, Why, explain};
pub use facts::{OwnFact, OwnValue, Reported, ReportedValue};
pub use gather::{Gathered, gather_below, gather_path};
pub use moved::{MoveEffect, MovedSetting, foresee_move};
pub use preview::{Change, Counts, Effect, Preview, Touched, preview};
pub use read_back::{After, Difference, read_back, read_rest};
pub use resolve::{Resolved, StateId, resolve};
pub use rule::Inheritance;
pub use spread::{Spread, spread};
pub use state::{Applied, Gap, Locked, State};
pub use values::{ValueId, Values};
