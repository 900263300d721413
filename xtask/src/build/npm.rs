//! `dist-npm/client`: the npm package @tenantry/client. What people write code against stands in
//! `client-js/npm`; the wasm below it is client-js.

use std::fs;
use std::path::PathBuf;

use base64::Engine as _;

use crate::{Result, files, run, tools};

use super::cache::Cache;
use super::wasm;

/// What the package says until its version is put in.
const UNVERSIONED: &str = "\"version\": \"0.0.0\"";

/// Builds the package, and says where it is.
pub fn build() -> Result<PathBuf> {
    tools::for_npm()?;
    let mut compiler = wasm::compiler("build");
    compiler.args(["-p", "tenantry-client", "--lib"]);
    run::step("compiling @tenantry/client (release, wasm)", || run::run(&mut compiler))?;
    let compiled = files::target().join(wasm::TARGET).join("release/tenantry_client.wasm");
    let glue = files::target().join("client-glue");
    let mut bindgen = run::command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "tenantry_client", "--out-dir"]);
    run::quietly(bindgen.arg(&glue).arg(compiled))?;
    let cache = Cache::open("client-cache")?;
    let small = wasm::optimised(&cache, &glue.join("tenantry_client_bg.wasm"))?;
    cache.drop_unused()?;
    let package = files::root().join("dist-npm/client");
    if package.is_dir() {
        fs::remove_dir_all(&package)?;
    }
    files::write(&package.join("wasm/packed.js"), packed(&small))?;
    files::write(&package.join("wasm/tenantry_client_bg.wasm"), small)?;
    let script = files::read(&glue.join("tenantry_client.js"))?;
    files::write(&package.join("wasm/tenantry_client.js"), script)?;
    copy(&package)?;
    Ok(package)
}

/// The wasm as a module, for where its file is not beside the script.
fn packed(wasm: &[u8]) -> String {
    let base64 = base64::engine::general_purpose::STANDARD.encode(wasm);
    format!("export const base64 = \"{base64}\";\n")
}

fn copy(package: &std::path::Path) -> Result {
    let root = files::root();
    for entry in fs::read_dir(root.join("client-js/npm"))?.flatten() {
        let text = files::read(&entry.path())?;
        let text = if entry.file_name() == "package.json" { versioned(&text)? } else { text };
        files::write(&package.join(entry.file_name()), text)?;
    }
    for license in ["LICENSE-APACHE", "LICENSE-MIT"] {
        files::write(&package.join(license), files::read_bytes(&root.join(license))?)?;
    }
    Ok(())
}

/// As text and not as JSON: in `exports` the order of the keys counts.
fn versioned(text: &str) -> Result<String> {
    if text.matches(UNVERSIONED).count() != 1 {
        return Err(format!("client-js/npm/package.json does not say {UNVERSIONED} once").into());
    }
    Ok(text.replace(UNVERSIONED, concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\"")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_workspaces() {
        let text = versioned("{\"version\": \"0.0.0\"}").unwrap();
        assert!(text.contains(env!("CARGO_PKG_VERSION")) && !text.contains("0.0.0"), "{text}");
        assert!(versioned("{}").is_err());
    }
}
