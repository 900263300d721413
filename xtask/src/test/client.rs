//! @tenantry/client against the sandbox, in Node and in a browser: the built package, as its users get it.

use crate::sandbox::Options;
use crate::{Result, build, files, run, tools};

use super::{Tally, counted};

/// `tests/client`, over a sandbox of its own.
pub fn run() -> Result<Tally> {
    let package = build::npm()?;
    // A site with a page and the package, and with the accounts, which the sandbox tells on this side.
    let site = files::target().join("client-site");
    for file in files::below(&package, &["js", "wasm"]) {
        files::write(&site.join("client").join(file.strip_prefix(&package)?), files::read_bytes(&file)?)?;
    }
    files::write(&site.join("index.html"), "<!doctype html><title>@tenantry/client</title>\n")?;
    let sandbox = Options::new(&site, 1)?.with_flag("--check").on_free_ports().start()?;
    let mut node = run::command("node");
    node.args(["--test", "--test-reporter=tap", "tests/client/"]);
    node.env("TENANTRY_CHROMIUM", tools::chromium()?);
    node.env("TENANTRY_URL", &sandbox.site).env("TENANTRY_VENDOR_URL", &sandbox.vendor);
    counted::run(&mut node)
}
