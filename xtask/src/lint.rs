//! `cargo xtask lint`: formatting, clippy, the project's own rules, licences and advisories.

use crate::{Result, run, tidy, tools};

/// All of them.
pub fn run() -> Result {
    run::step("formatting", formatting)?;
    run::step("clippy", clippy)?;
    tidy::run()?;
    deny()
}

/// Is the Rust formatted?
pub fn formatting() -> Result {
    let mut cargo = run::cargo();
    run::run(cargo.args(["fmt", "--all", "--check"]))
        .map_err(|error| format!("{error}: cargo fmt --all").into())
}

/// On the host with all targets, and what becomes wasm for wasm.
pub fn clippy() -> Result {
    tools::wasm_target()?;
    let host = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    run::run(run::cargo().args(host))?;
    let crates =
        ["-p", "tenantry-app", "-p", "tenantry-core", "-p", "tenantry-client", "-p", "tenantry-embed"];
    let wasm = [&["clippy", "--target", "wasm32-unknown-unknown"][..], &crates].concat();
    // As `cargo xtask dev` builds it, and as it ships.
    run::run(run::cargo().args(&wasm).args(["--", "-D", "warnings"]))?;
    let split = ["--features", "tenantry-app/split", "--", "-D", "warnings"];
    run::run(run::cargo().args(&wasm).args(split))?;
    // The simulation as a page would carry it.
    let sandbox =
        ["clippy", "--target", "wasm32-unknown-unknown", "-p", "tenantry-sandbox", "--no-default-features"];
    run::run(run::cargo().args(sandbox).args(["--", "-D", "warnings"]))
}

/// Licences, advisories and doubled crates, where cargo-deny is installed.
fn deny() -> Result {
    if run::output(run::cargo().args(["deny", "--version"])).is_none() {
        println!(
            "cargo deny is not installed, so deny.toml was not checked: cargo install --locked cargo-deny"
        );
        return Ok(());
    }
    run::step("cargo deny", || run::run(run::cargo().args(["deny", "check"])))
}
