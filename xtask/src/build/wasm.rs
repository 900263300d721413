//! From Rust to the wasm that ships and its JavaScript glue.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Result, files, run, tools};

use super::cache::Cache;
use super::split::{self, Split};

/// What the compilers make wasm for.
pub const TARGET: &str = "wasm32-unknown-unknown";

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

/// Measured by what brotli makes of it: -Oz gives a smaller file of which more has to be transferred.
const OPTIMISATION: [&str; 4] = ["-Os", "--converge", "--reorder-locals", "--reorder-functions"];

/// What the compilers made.
pub struct Built {
    /// What starts, optimised.
    pub wasm: Vec<u8>,
    /// What comes later, optimised: in the order of `split.parts`.
    pub parts: Vec<Vec<u8>>,
    /// Where the parts were, and the script that loads them.
    pub split: Split,
    /// The module that wasm-bindgen wrote, with its snippets and that script beside it.
    pub glue: PathBuf,
}

/// Compiles the console and makes it small.
pub fn build(cache: &Cache) -> Result<Built> {
    let mut compiler = compiler("rustc");
    compiler.args(["-p", "tenantry-app", "--bin", "tenantry", "--features", "split"]);
    // The splitter moves functions and data, and needs to know what points to them. For the last step alone: flags
    // for all crates would have each build of the other program compile every crate anew.
    compiler.args(["--", "-Clink-args=--emit-relocs"]);
    run::step("compiling the console (release, wasm)", || run::run(&mut compiler))?;
    let compiled = files::target().join(TARGET).join("release/tenantry.wasm");
    let folder = files::target().join("web-glue");
    if folder.is_dir() {
        fs::remove_dir_all(&folder)?;
    }
    let split = split::split(&compiled, &folder)?;
    bindgen(&split.main, &folder)?;
    let wasm = optimised(cache, &folder.join("tenantry_bg.wasm"))?;
    let parts = split.parts.iter().map(|part| optimised(cache, part)).collect::<Result<_>>()?;
    Ok(Built { wasm, parts, split, glue: folder.join("tenantry.js") })
}

/// Cargo, for a release in wasm: `build`, or `rustc` with flags for the last step.
pub fn compiler(command: &str) -> std::process::Command {
    let mut cargo = run::cargo();
    cargo.args([command, "--release", "--target", TARGET]);
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
    let mut bindgen = run::command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "tenantry", "--out-dir"]).arg(folder);
    // What the parts share with it are exports that wasm-bindgen itself has no use for.
    run::quietly(bindgen.arg("--keep-lld-exports").arg(compiled))
}

/// A bound wasm, made small.
pub fn optimised(cache: &Cache, bound: &Path) -> Result<Vec<u8>> {
    let input = files::read_bytes(bound)?;
    let version = tools::package_version("binaryen")?;
    let (passes, features) = (OPTIMISATION.join(" "), FEATURES.join(" "));
    cache.get(&[b"wasm-opt", passes.as_bytes(), version.as_bytes(), features.as_bytes(), &input], || {
        let output = bound.with_extension("opt.wasm");
        let mut optimiser = run::command("wasm-opt");
        optimiser.args(OPTIMISATION).args(FEATURES).arg(bound).arg("-o").arg(&output);
        run::step("making it small (wasm-opt)", || run::quietly(&mut optimiser))?;
        files::read_bytes(&output)
    })
}
