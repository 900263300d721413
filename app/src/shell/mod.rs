//! The frame around every screen: start, configuration, rail, top bar, help.

mod config_page;
mod embed;
mod frame;
mod help;
mod lazy;
mod loading;
mod offline;
mod rail;
mod read_only;
mod root;
mod shortcuts;
mod theme;
mod top_bar;
mod vendors;

pub use embed::{Embedded, embed};
pub use root::start;
