//! The vendors' own clients against the sandbox: what they refuse, the sandbox simulates wrongly.

use crate::sandbox::Options;
use crate::{Result, files, run, tools};

use super::{Tally, counted};

/// `tests/sdk`, over a sandbox of its own.
pub fn run() -> Result<Tally> {
    let packages = tools::python_packages()?;
    // The accounts are told on the site's side; there is no page on it.
    let site = files::target().join("sdk-site");
    let sandbox = Options::new(&site, 1)?.with_flag("--check").on_free_ports().start()?;
    let mut python = run::command("python3");
    python.arg("tests/sdk/ionos_backup_units.py").env("PYTHONPATH", packages);
    python.env("TENANTRY_URL", &sandbox.site).env("TENANTRY_VENDOR_URL", &sandbox.vendor);
    counted::run(&mut python)
}
