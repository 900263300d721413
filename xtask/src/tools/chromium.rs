//! Chromium and its driver: from the environment, from PATH, else from the system's package manager.

use std::path::PathBuf;

use super::system::{install, on_path};
use crate::{Result, run};

/// The browser of the end-to-end tests and benchmarks.
pub fn chromium() -> Result<PathBuf> {
    let programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    find(&["TENANTRY_CHROMIUM", "CHROME"], &programs, "chromium")
}

/// Drives the browser for wasm-bindgen's test runner.
pub fn chromedriver() -> Result<PathBuf> {
    find(&["CHROMEDRIVER"], &["chromedriver"], "chromium-driver")
}

fn find(variables: &[&str], programs: &[&str], package: &str) -> Result<PathBuf> {
    let named = variables.iter().filter_map(std::env::var_os).map(PathBuf::from).find(|path| path.is_file());
    if let Some(path) = named.or_else(|| on_path(programs)) {
        return Ok(path);
    }
    let installed = run::step(&format!("installing the system package {package}"), || install(package));
    let reason = installed.err().map(|error| error.to_string()).unwrap_or_default();
    on_path(programs).ok_or_else(|| {
        let variable = variables.first().unwrap_or(&"PATH");
        format!(
            "{package} is missing ({reason}): apt-get install {package}, or name the program in {variable}"
        )
        .into()
    })
}
