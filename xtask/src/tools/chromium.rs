//! Chromium and its driver: from the environment, from PATH, else from the system's package manager.

use std::path::PathBuf;

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

fn on_path(programs: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&run::path()).collect();
    let candidates = programs.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.into_iter().find(|path| path.is_file())
}

/// With apt-get, as root or by a sudo that does not ask.
fn install(package: &str) -> Result {
    let is_root = run::output(run::command("id").arg("-u")).as_deref() == Some("0");
    let may_sudo = || run::output(run::command("sudo").args(["-n", "true"])).is_some();
    if on_path(&["apt-get"]).is_none() {
        return Err("this system has no apt-get".into());
    }
    if !is_root && !may_sudo() {
        return Err("installing it needs root".into());
    }
    let apt = |arguments: &[&str]| {
        let mut command = if is_root { run::command("env") } else { run::command("sudo") };
        if !is_root {
            command.args(["-n", "env"]);
        }
        run::quietly(command.arg("DEBIAN_FRONTEND=noninteractive").arg("apt-get").args(arguments))
    };
    // An update that fails in part (one source of several) does not keep the package from being installed.
    let _ = apt(&["update", "-q"]);
    apt(&["install", "-y", "-q", "--no-install-recommends", package])
}
