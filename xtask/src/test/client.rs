//! @tenantry/client against the sandbox, in Node: the built package, as its users get it.

use crate::sandbox::Options;
use crate::{Result, build, files, run};

use super::{Tally, counted};

/// `tests/client`, over a sandbox of its own.
pub fn run() -> Result<Tally> {
    build::npm()?;
    // The accounts are told on the site's side; there is no page on it.
    let site = files::target().join("client-site");
    let sandbox = Options::new(&site, 1)?.with_flag("--check").on_free_ports().start()?;
    let mut node = run::command("node");
    node.args(["--test", "--test-reporter=tap", "tests/client/"]);
    node.env("TENANTRY_URL", &sandbox.site).env("TENANTRY_VENDOR_URL", &sandbox.vendor);
    counted::run(&mut node)
}
