//! `cargo xtask serve` and `cargo xtask dev`: the console with the sandbox behind it.

use crate::args::Args;
use crate::sandbox::Options;
use crate::{Result, build, files, run, tools};

/// What Trunk.toml and the sandbox's own defaults say.
const SITE_PORT: u16 = 8470;
const VENDOR_PORT: u16 = 8471;

/// Builds the release, serves it and prints where.
pub fn serve(mut args: Args) -> Result {
    let tenants = args.number("--tenants", 500)?;
    let seed: u64 = args.number("--seed", 7)?;
    let port: u16 = args.number("--port", 0)?;
    // Nothing is ever opened; the flag is taken so that scripts can say so.
    args.flag("--open-nothing");
    args.finish()?;
    eprintln!("Building the console, then the sandbox; the first time takes some minutes.");
    build::site(None)?;
    let dist = build::dist();
    let mut sandbox = Options::new(&dist, tenants)?.with("--seed", &seed.to_string());
    if port != 0 {
        // Without it the sandbox falls back to a free port where its own is taken.
        sandbox = sandbox.with("--site-port", &port.to_string());
    }
    let sandbox = sandbox.start()?;
    println!("\n  Tenantry is at  {}\n  ({tenants} tenants in the sandbox; Ctrl-C ends it)\n", sandbox.site);
    sandbox.follow()
}

/// Serves with trunk, which builds again at every change.
pub fn dev(mut args: Args) -> Result {
    let tenants = args.number("--tenants", 500)?;
    let seed: u64 = args.number("--seed", 7)?;
    args.finish()?;
    tools::for_build()?;
    tools::trunk()?;
    // Trunk's own folder: `dist/` stays what `cargo xtask build` made. The ports are those of Trunk.toml.
    let site = files::root().join("target/dev-site");
    let sandbox = Options::new(&site, tenants)?.with("--seed", &seed.to_string()).with_pseudo_language()?;
    let sandbox =
        sandbox.with("--site-port", &SITE_PORT.to_string()).with("--port", &VENDOR_PORT.to_string());
    let busy = format!("are the ports {SITE_PORT} and {VENDOR_PORT} taken, perhaps by cargo xtask serve?");
    let _sandbox = sandbox.start().map_err(|error| format!("{error}: {busy}"))?;
    println!("\n  Tenantry will be at  http://127.0.0.1:8480/");
    println!(
        "  In letters that tell which words come from no message file, after this in the browser's tools:"
    );
    println!("  localStorage.setItem(\"tenantry.language\", \"{}\")\n", build::PSEUDO);
    run::run(run::command("trunk").arg("serve"))
}
