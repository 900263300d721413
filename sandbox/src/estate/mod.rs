//! The generated estate: a tree of tenants that the simulations draw from. It never changes; what accounts write
//! lies over it ([`crate::acronis::store`]).
//!
//! A tenant is a compact [`Record`]; everything else about it (name, dates, contacts, users) is a pure
//! function of the seed and its number, made when it is asked for.

pub mod fixed;
mod generate;
mod grow;
pub mod ids;
mod naming;
pub mod people;
mod record;
mod regions;
mod tenant;
mod words;
// Tables read better wide than tall.
#[rustfmt::skip]
mod words_latin;
#[rustfmt::skip]
mod words_world;

pub use generate::Estate;
pub use record::{Kind, Number, Record};
pub use regions::Region;
pub use tenant::{Facts, Stamps};

#[cfg(test)]
mod tests;
