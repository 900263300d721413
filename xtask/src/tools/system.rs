//! What the system's package manager brings.

use std::path::PathBuf;

use crate::{Result, run};

/// The first of these programs that PATH has.
pub fn on_path(programs: &[&str]) -> Option<PathBuf> {
    let folders: Vec<PathBuf> = std::env::split_paths(&run::path()).collect();
    let candidates = programs.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    candidates.into_iter().find(|path| path.is_file())
}

/// Installs a package with apt-get, as root or by a sudo that does not ask.
pub fn install(package: &str) -> Result {
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
