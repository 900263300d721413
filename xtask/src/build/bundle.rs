//! JavaScript and CSS, bundled and minified by esbuild.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Result, files, run};

/// Browsers of the last years; simd128 in the wasm asks for as much.
const TARGET: &str = "--target=es2022,chrome111,firefox112,safari16.4";

/// `web/boot.js` and the glue as one module.
pub fn script(glue: &Path) -> Result<String> {
    let mut esbuild = run::command("esbuild");
    esbuild.arg(files::root().join("web/boot.js"));
    esbuild.args([
        "--bundle",
        "--minify",
        "--format=esm",
        "--legal-comments=none",
        "--log-level=warning",
        TARGET,
    ]);
    esbuild.arg(format!("--alias:tenantry-part={}", files::root().join("web/part.js").display()));
    // What is written has no path of this machine in it.
    esbuild.arg(format!("--alias:tenantry-glue={}", glue.display()));
    output(&mut esbuild)
}

/// The style sheets in their order, as one; none where the page has none.
pub fn style(sheets: &[PathBuf]) -> Result<Option<String>> {
    if sheets.is_empty() {
        return Ok(None);
    }
    let mut text = String::new();
    for sheet in sheets {
        text.push_str(&files::read(sheet)?);
        text.push('\n');
    }
    let whole = files::target().join("web-glue/style.css");
    files::write(&whole, &text)?;
    let mut esbuild = run::command("esbuild");
    esbuild.arg(&whole).args(["--minify", "--legal-comments=none", "--log-level=warning", TARGET]);
    output(&mut esbuild).map(Some)
}

fn output(esbuild: &mut Command) -> Result<String> {
    let output = esbuild.output().map_err(|error| format!("esbuild does not run: {error}"))?;
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    if output.status.success() { Ok(String::from_utf8(output.stdout)?) } else { Err("esbuild failed".into()) }
}
