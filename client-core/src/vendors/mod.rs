//! What is true of one vendor alone: its models, calls, rules and domain logic. Nothing above this folder names a
//! vendor, but for the catalogue that is generated from the contracts.

pub mod acronis;
pub mod ionos;
pub mod options;
