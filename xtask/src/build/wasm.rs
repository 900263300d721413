//! From Rust to the wasm that ships and its JavaScript glue.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Result, files, run, tools};

use super::cache::Cache;

const TARGET: &str = "wasm32-unknown-unknown";

/// wasm-opt assumes the oldest wasm; what the compiler uses has to be named.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-simd",
];

/// What the compilers made.
pub struct Built {
    /// Optimised.
    pub wasm: Vec<u8>,
    /// The module that wasm-bindgen wrote for it, with its snippets beside it.
    pub glue: PathBuf,
}

/// Compiles the console and makes it small.
pub fn build(cache: &Cache) -> Result<Built> {
    run::step("compiling the console (release, wasm)", || run::run(&mut compiler()))?;
    let compiled = files::target().join(TARGET).join("release/tenantry.wasm");
    let folder = files::target().join("web-glue");
    bindgen(&compiled, &folder)?;
    let bound = folder.join("tenantry_bg.wasm");
    let wasm = optimised(cache, &bound)?;
    Ok(Built { wasm, glue: folder.join("tenantry.js") })
}

fn compiler() -> std::process::Command {
    let mut cargo = run::cargo();
    cargo.args(["build", "--release", "--target", TARGET, "-p", "tenantry-app", "--bin", "tenantry"]);
    // Panic messages hold source paths; those of the machine that built it are nobody's business, and the same
    // source gives the same bytes everywhere.
    let root = files::root();
    let mut prefixes = vec![(root, "tenantry")];
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    if let Some(folder) = cargo_home.or_else(|| home.map(|home| home.join(".cargo"))) {
        prefixes.push((folder, "cargo"));
    }
    let remap = |(from, to): &(PathBuf, &str)| format!("--remap-path-prefix={}={to}", from.display());
    let flags: Vec<String> = prefixes.iter().map(remap).collect();
    let flags = serde_json::to_string(&flags).unwrap_or_default();
    // By --config and not by RUSTFLAGS, which would replace what .cargo/config.toml sets.
    cargo.arg("--config").arg(format!("target.{TARGET}.rustflags={flags}"));
    cargo
}

fn bindgen(compiled: &Path, folder: &Path) -> Result {
    if folder.is_dir() {
        fs::remove_dir_all(folder)?;
    }
    let mut bindgen = run::command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "tenantry", "--out-dir"]).arg(folder);
    run::quietly(bindgen.arg(compiled))
}

fn optimised(cache: &Cache, bound: &Path) -> Result<Vec<u8>> {
    let input = files::read_bytes(bound)?;
    let version = tools::package_version("binaryen")?;
    let features = FEATURES.join(" ");
    cache.get(&[b"wasm-opt -Oz", version.as_bytes(), features.as_bytes(), &input], || {
        let output = bound.with_extension("opt.wasm");
        let mut optimiser = run::command("wasm-opt");
        optimiser.arg("-Oz").args(FEATURES).arg(bound).arg("-o").arg(&output);
        run::step("making it small (wasm-opt)", || run::quietly(&mut optimiser))?;
        files::read_bytes(&output)
    })
}
