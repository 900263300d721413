//! The tools that the commands need: each is looked for, installed at its pinned version where that can be
//! done, and otherwise named in one line with the way to get it.

mod chromium;
mod npm;
mod python;
mod rust;
mod system;

pub use chromium::{chromedriver, chromium};
pub use npm::{node_modules, package_version};
pub use python::python_packages;
pub use rust::{trunk, wasm_bindgen, wasm_split, wasm_target};

use crate::Result;

/// What building the npm packages takes.
pub fn for_npm() -> Result {
    wasm_target()?;
    node_modules()?;
    wasm_bindgen()
}

/// What building the site takes.
pub fn for_build() -> Result {
    wasm_target()?;
    node_modules()?;
    wasm_split()?;
    wasm_bindgen()
}
