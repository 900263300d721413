//! The tests that need a browser: client-core's wasm tests, and the console end to end.

use std::path::Path;

use serde_json::{Value, json};

use crate::coverage::REQUEST_LOG;
use crate::sandbox::Options;
use crate::{Result, build, files, run, tools};

use super::{Tally, counted};

/// For Chromium as root in a container, and quiet on the network; Playwright and the benchmarks read it too.
const FLAGS: &str = include_str!("../../../tests/chromium-flags.json");

/// The tests of client-core that are written with wasm-bindgen-test, in Chromium.
pub fn wasm_tests() -> Result<Tally> {
    let names = wasm_test_names();
    if names.is_empty() {
        println!("client-core has no wasm tests");
        return Ok(Tally::default());
    }
    let settings = files::target().join("webdriver.json");
    let mut flags: Vec<String> = serde_json::from_str(FLAGS)?;
    flags.push("--headless=new".to_owned());
    let options = json!({ "goog:chromeOptions": { "args": flags, "binary": tools::chromium()? } });
    files::write(&settings, options.to_string())?;
    let mut cargo = run::cargo();
    cargo.args(["test", "-p", "tenantry-core", "--target", "wasm32-unknown-unknown", "--no-fail-fast"]);
    for name in &names {
        cargo.args(["--test", name]);
    }
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    cargo.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings).env("CHROMEDRIVER", tools::chromedriver()?);
    counted::run(&mut cargo)
}

fn wasm_test_names() -> Vec<String> {
    let folder = files::root().join("client-core/tests");
    let is_wasm = |path: &Path| files::read(path).is_ok_and(|text| text.contains("wasm_bindgen_test"));
    let top = files::below(&folder, &["rs"]).into_iter().filter(|path| path.parent() == Some(&*folder));
    let found = top.filter(|path| is_wasm(path));
    found.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect()
}

/// Playwright against `dist/`, over a sandbox of its own.
pub fn end_to_end() -> Result<Tally> {
    let target = files::root().join("target");
    let (log, results) = (target.join(REQUEST_LOG), target.join("e2e/results.json"));
    for old in [&log, &results] {
        let _ = std::fs::remove_file(old);
    }
    files::make_folder(&target.join("e2e"))?;
    let dist = build::dist();
    if !dist.join("index.html").is_file() {
        return Err("dist/ is not built".into());
    }
    let options = Options::new(&dist, 500)?.with_flag("--direct").with("--log", &log.to_string_lossy());
    let options = options.with("--mount", &format!("/embed={}", build::embed()?.display()));
    let sandbox = options.with_pseudo_language()?.on_free_ports().start()?;
    let mut playwright = run::command("playwright");
    playwright.args(["test", "--config", "tests/e2e/playwright.config.mjs"]);
    playwright.env("TENANTRY_URL", &sandbox.site).env("TENANTRY_VENDOR_URL", &sandbox.vendor);
    playwright.env("TENANTRY_CHROMIUM", tools::chromium()?);
    let ran = run::run(&mut playwright);
    drop(sandbox);
    let mut tally = read_results(&results)?;
    if ran.is_err() {
        tally.failed = tally.failed.max(1);
    }
    Ok(tally)
}

fn read_results(path: &Path) -> Result<Tally> {
    let report: Value = serde_json::from_str(&files::read(path)?)?;
    let count = |name: &str| {
        let number = report.pointer(&format!("/stats/{name}")).and_then(Value::as_u64);
        number.and_then(|number| usize::try_from(number).ok()).unwrap_or_default()
    };
    // Playwright's own list names those that passed at the second try alone.
    Ok(Tally { passed: count("expected") + count("flaky"), failed: count("unexpected") })
}
