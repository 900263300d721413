//! `cargo xtask bench`: the console and its two peers in Chromium, on the same estate. It measures and never
//! fails for a figure.

use std::fs;
use std::path::Path;

use crate::args::Args;
use crate::sandbox::Options;
use crate::{Result, build, files, run, tools};

/// Builds, starts the large sandbox and lets the driver measure.
pub fn run(mut args: Args) -> Result {
    let tenants: u32 = args.number("--tenants", 100_000)?;
    let runs: u32 = args.number("--runs", 5)?;
    let json = args.value("--json")?.unwrap_or_else(|| "target/bench.json".to_owned());
    let only = args.value("--only")?;
    args.finish()?;
    let chromium = tools::chromium()?;
    build::site(None)?;
    let peers = peers()?;
    rule(&peers)?;
    let dist = build::dist();
    let mount = format!("/bench={}", peers.display());
    let sandbox = Options::new(&dist, tenants)?.with("--mount", &mount).on_free_ports().start()?;
    let mut driver = run::command("node");
    driver.arg("tests/bench/bench.mjs");
    driver.env("TENANTRY_URL", &sandbox.site).env("TENANTRY_CHROMIUM", chromium);
    driver.env("BENCH_RUNS", runs.to_string()).env("BENCH_TENANTS", tenants.to_string());
    driver.env("BENCH_JSON", json).env("BENCH_ONLY", only.unwrap_or_default());
    driver.env("BENCH_TRANSFER", build::transfer(&dist)?.first_view.to_string());
    run::run(&mut driver)
}

/// The peers' pages with Wunderbaum's files beside them, so that nothing comes from elsewhere.
fn peers() -> Result<std::path::PathBuf> {
    let folder = files::target().join("bench-peers");
    files::make_folder(&folder)?;
    copy_all(&files::root().join("tests/bench/peers"), &folder)?;
    let package = files::root().join("node_modules/wunderbaum/dist");
    for name in ["wunderbaum.esm.min.js", "wunderbaum.css"] {
        fs::copy(package.join(name), folder.join(name))?;
    }
    Ok(folder)
}

/// The rule of inheritance as a module of its own, compiled as the console is.
fn rule(peers: &Path) -> Result {
    let mut cargo = run::cargo();
    cargo.args(["build", "--release", "--target", "wasm32-unknown-unknown", "-p", "tenantry-bench"]);
    run::step("compiling the rule for the benchmark", || run::run(&mut cargo))?;
    let wasm = files::target().join("wasm32-unknown-unknown/release/tenantry_bench.wasm");
    let mut bindgen = run::command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "bench", "--out-dir"]);
    run::quietly(bindgen.arg(peers.join("inheritance")).arg(wasm))
}

fn copy_all(from: &Path, to: &Path) -> Result {
    for file in files::below(from, &["html", "js", "css"]) {
        fs::copy(&file, to.join(file.strip_prefix(from)?))?;
    }
    Ok(())
}
