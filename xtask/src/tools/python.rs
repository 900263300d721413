//! Python with pip, and the vendors' own clients in it.

use std::path::PathBuf;

use super::system;
use crate::{Result, files, run};

/// A folder with the packages of tests/sdk/requirements.txt, for PYTHONPATH. Not a virtual environment:
/// Debian's Python comes without the module that makes one.
pub fn python_packages() -> Result<PathBuf> {
    let python = python()?;
    let requirements = files::root().join("tests/sdk/requirements.txt");
    let folder = files::target().join("sdk");
    let wanted = format!("{}# {python}\n", files::read(&requirements)?);
    let stamp = folder.join("installed-requirements.txt");
    if files::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    // pip leaves what is in its way, so an older version has to go first.
    let _ = std::fs::remove_dir_all(&folder);
    let install = || {
        let mut pip = run::command("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        pip.arg("--target").arg(&folder).arg("-r").arg(&requirements);
        // In a container this is root, and the folder is the project's own.
        run::quietly(pip.env("PIP_ROOT_USER_ACTION", "ignore"))
    };
    run::step("installing the vendors' Python clients", install)?;
    files::write(&stamp, wanted)?;
    Ok(folder)
}

/// What says which Python and pip there are; installs them where that can be done.
fn python() -> Result<String> {
    let version = || run::output(run::command("python3").args(["-m", "pip", "--version"]));
    if let Some(version) = version() {
        return Ok(version);
    }
    let install = || system::install("python3-pip");
    let reason = run::step("installing the system package python3-pip", install).err();
    let reason = reason.map(|error| error.to_string()).unwrap_or_default();
    version()
        .ok_or_else(|| format!("python3 with pip is missing ({reason}): apt-get install python3-pip").into())
}
