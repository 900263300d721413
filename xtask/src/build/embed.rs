//! A page that is not the console's own, with the console's screens in elements: for the browser tests.

use std::fs;
use std::path::PathBuf;

use crate::{Result, files, run, tools};

use super::wasm;

/// Builds the page, and says where it is.
pub fn build() -> Result<PathBuf> {
    tools::for_build()?;
    let mut compiler = wasm::compiler("build");
    compiler.args(["-p", "tenantry-embed", "--lib"]);
    run::step("compiling the page with embedded screens (release, wasm)", || run::run(&mut compiler))?;
    let compiled = files::target().join(wasm::TARGET).join("release/tenantry_embed.wasm");
    let page = files::target().join("embed-page");
    if page.is_dir() {
        fs::remove_dir_all(&page)?;
    }
    let mut bindgen = run::command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(&page);
    run::quietly(bindgen.arg(compiled))?;
    let source = files::root().join("tests/embed/page");
    for file in files::below(&source, &["html", "css", "js"]) {
        files::write(&page.join(file.strip_prefix(&source)?), files::read_bytes(&file)?)?;
    }
    // The site's policy asks for trusted types, here as on the console's own page.
    files::write(&page.join("policy.js"), files::read_bytes(&files::root().join("web/policy.js"))?)?;
    Ok(page)
}
