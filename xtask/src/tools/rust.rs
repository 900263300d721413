//! The wasm target, wasm-bindgen, the splitter and trunk.

use std::path::{Path, PathBuf};

use crate::{Result, files, run};

/// Trunk serves the page while it is being worked on; 0.22 needs a newer Rust.
const TRUNK: &str = "0.21.14";

/// The splitter, of the release that goes with wasm_split_helpers in Cargo.lock.
const WASM_SPLIT: &str = "0.2.4";

/// The standard library for wasm.
pub fn wasm_target() -> Result {
    let sysroot =
        run::output(run::command("rustc").args(["--print", "sysroot"])).ok_or("rustc does not run")?;
    let target = "wasm32-unknown-unknown";
    if files::root().join(sysroot).join("lib/rustlib").join(target).join("lib").is_dir() {
        return Ok(());
    }
    let install = || run::run(run::command("rustup").args(["target", "add", target]));
    run::step("installing the wasm target of Rust", install)
        .map_err(|error| format!("the wasm target is missing ({error}): rustup target add {target}").into())
}

/// wasm-bindgen, of exactly the version of the crate, and its test runner.
pub fn wasm_bindgen() -> Result {
    let version = locked_version("wasm-bindgen")?;
    install("wasm-bindgen-cli", "wasm-bindgen", &version, "about 3 minutes")
}

/// Trunk.
pub fn trunk() -> Result {
    install("trunk", "trunk", TRUNK, "about 7 minutes")
}

/// wasm-split-cli. It does not tell its version; cargo's list of what it has installed does.
pub fn wasm_split() -> Result {
    let (root, package) = (folder()?, "wasm_split_cli_support");
    let installed = files::read(&root.join(".crates.toml")).unwrap_or_default();
    if installed.contains(&format!("\"{package} {WASM_SPLIT} "))
        && root.join("bin/wasm-split-cli").with_extension(std::env::consts::EXE_EXTENSION).is_file()
    {
        return Ok(());
    }
    let wanted = format!("{package}@{WASM_SPLIT}");
    from_source(&root, &wanted, &["--features", "build-binary"], "about 2 minutes")
}

/// Into `.tools`, prebuilt where cargo-binstall is there, else from source.
fn install(package: &str, program: &str, version: &str, time: &str) -> Result {
    let is_right = || {
        let said = run::output(run::command(program).arg("--version")).unwrap_or_default();
        said.split_whitespace().nth(1) == Some(version)
    };
    if is_right() {
        return Ok(());
    }
    let root = folder()?;
    let wanted = format!("{package}@{version}");
    if run::output(run::cargo().args(["binstall", "-V"])).is_some() {
        let mut binstall = run::cargo();
        binstall.args(["binstall", "--no-confirm", "--locked", "--root"]).arg(&root).arg(&wanted);
        if run::step(&format!("installing {wanted}"), || run::run(&mut binstall)).is_ok() && is_right() {
            return Ok(());
        }
    }
    from_source(&root, &wanted, &[], time)
}

fn folder() -> Result<PathBuf> {
    let root = files::root().join(".tools");
    files::make_folder(&root)?;
    Ok(root)
}

fn from_source(root: &Path, wanted: &str, options: &[&str], time: &str) -> Result {
    let mut install = run::cargo();
    install.args(["install", "--locked", "--force", "--root"]).arg(root).arg(wanted).args(options);
    // Its own folder: a shared one would mix its artefacts with the project's.
    install.env_remove("CARGO_TARGET_DIR");
    run::step(&format!("building {wanted} from source, {time} once"), || run::run(&mut install)).map_err(
        |error| {
            let options = options.join(" ");
            format!("{error}; to get it by hand: cargo install --locked --root .tools {wanted} {options}")
                .into()
        },
    )
}

/// The version of a crate in Cargo.lock.
fn locked_version(name: &str) -> Result<String> {
    let lock = files::read(&files::root().join("Cargo.lock"))?;
    let heading = format!("name = \"{name}\"\nversion = \"");
    let version = lock.split_once(&heading).and_then(|(_, rest)| rest.split_once('"'));
    version
        .map(|(version, _)| version.to_owned())
        .ok_or_else(|| format!("{name} is not in Cargo.lock").into())
}
