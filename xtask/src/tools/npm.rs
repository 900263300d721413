//! Node and the packages of package.json: wasm-opt, esbuild, Playwright.

use serde_json::Value;

use crate::{Result, files, run};

/// Installs what package-lock.json says, when that has changed since the last time.
pub fn node_modules() -> Result {
    node()?;
    let root = files::root();
    let lock = files::read(&root.join("package-lock.json"))?;
    let stamp = root.join("node_modules/.installed-lock.json");
    if files::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let install = || {
        let mut npm = run::command("npm");
        // The browser comes from the system; Playwright's own download is not needed.
        run::quietly(npm.args(["ci", "--no-progress"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
    };
    run::step("installing the npm packages", install)?;
    files::write(&stamp, lock)
}

fn node() -> Result {
    let said = run::output(run::command("node").arg("--version"));
    let major =
        said.as_deref().and_then(|version| version.strip_prefix('v')?.split('.').next()?.parse::<u32>().ok());
    match major {
        Some(20..) => Ok(()),
        Some(_) => {
            Err(format!("Node {} is too old: install Node 20 or newer", said.unwrap_or_default()).into())
        }
        None => Err("Node is missing: install Node 20 or newer (https://nodejs.org) with npm".into()),
    }
}

/// The installed version of a package.
pub fn package_version(name: &str) -> Result<String> {
    let path = files::root().join("node_modules").join(name).join("package.json");
    let package: Value = serde_json::from_str(&files::read(&path)?)?;
    Ok(package.get("version").and_then(Value::as_str).unwrap_or_default().to_owned())
}
