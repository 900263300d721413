//! The frame around every screen: start, configuration, rail, top bar, help.

mod config_page;
mod frame;
mod help;
mod offline;
mod rail;
mod root;
mod screens;
mod shortcuts;
mod theme;
mod top_bar;

pub use root::start;

fn reload() {
    // A browser that refuses to reload leaves the page as it is.
    let _ = leptos::prelude::window().location().reload();
}
