//! `cargo xtask serve` and `cargo xtask dev`: the console with the sandbox behind it.

use crate::args::Args;
use crate::sandbox::Options;
use crate::{Result, build, files, run, tools};

const PORT: u16 = 8470;

/// Builds the release, serves it and prints where.
pub fn serve(mut args: Args) -> Result {
    let tenants = args.number("--tenants", 500)?;
    let seed: u64 = args.number("--seed", 7)?;
    let port = args.number("--port", PORT)?;
    // Nothing is ever opened; the flag is taken so that scripts can say so.
    args.flag("--open-nothing");
    args.finish()?;
    build::run(None)?;
    let dist = build::dist();
    let sandbox = Options::new(&dist, tenants)?.with("--seed", &seed.to_string());
    let sandbox = on_ports(sandbox, port)?.start()?;
    println!(
        "\n  Tenantry is at  {}\n  (sandbox with {tenants} tenants; Ctrl-C ends it)\n",
        sandbox.site
    );
    sandbox.follow()
}

/// Serves with trunk, which builds again at every change.
pub fn dev(mut args: Args) -> Result {
    let tenants = args.number("--tenants", 500)?;
    let seed: u64 = args.number("--seed", 7)?;
    args.finish()?;
    tools::for_build()?;
    tools::trunk()?;
    // Trunk's own folder: `dist/` stays what `cargo xtask build` made.
    let site = files::root().join("target/dev-site");
    let sandbox = Options::new(&site, tenants)?.with("--seed", &seed.to_string());
    let _sandbox = on_ports(sandbox, PORT)?.start()?;
    println!("\n  Tenantry will be at  http://127.0.0.1:8480/\n");
    run::run(run::command("trunk").arg("serve"))
}

/// The site on this port and the vendor's side on the next.
fn on_ports(options: Options<'_>, port: u16) -> Result<Options<'_>> {
    let next = port
        .checked_add(1)
        .ok_or("--port: too high, the sandbox needs the next one too")?;
    let next = if port == 0 { 0 } else { next };
    Ok(options
        .with("--port", &port.to_string())
        .with("--vendor-port", &next.to_string()))
}
