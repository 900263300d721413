//! `cargo xtask test`: every test of the project, stage by stage, each with its time.

mod browser;
mod client;
mod counted;
mod sdk;

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::args::Args;
use crate::build::Transfer;
use crate::{Result, build, files, lint, run, tidy, tools};

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

type Work = fn() -> Result<Tally>;

const STAGES: [(&str, Work); 11] = [
    ("tools", prepare),
    ("fmt", || checked(lint::formatting)),
    ("clippy", || checked(lint::clippy)),
    ("tidy", tidy),
    ("host", host_tests),
    ("sdk", sdk::run),
    ("wasm", browser::wasm_tests),
    ("build", || checked(|| build::run(None))),
    ("client", client::run),
    ("budget", || checked(byte_budget)),
    ("e2e", browser::end_to_end),
];

struct Report {
    name: &'static str,
    time: Duration,
    tally: Tally,
    error: Option<String>,
}

/// Runs the stages, all of them even where one fails, and says at the end how many tests passed.
pub fn run(mut args: Args) -> Result {
    let only = args.value("--only")?;
    args.finish()?;
    let wanted = |name: &str| only.as_deref().is_none_or(|only| only == name);
    let stages: Vec<_> = STAGES.into_iter().filter(|(name, _)| wanted(name)).collect();
    if stages.is_empty() {
        let names = STAGES.map(|(name, _)| name).join(", ");
        return Err(format!("--only takes one of: {names}").into());
    }
    let mut reports = Vec::new();
    for (name, work) in stages {
        println!("\n── {name}");
        let report = perform(name, work);
        print_line(&report);
        reports.push(report);
    }
    conclude(&reports)
}

fn perform(name: &'static str, work: Work) -> Report {
    let started = Instant::now();
    let (mut tally, error) = match work() {
        Ok(tally) => (tally, None),
        Err(error) => (Tally::default(), Some(error.to_string())),
    };
    // A stage that could not run its tests must not look as if it had none.
    if error.is_some() {
        tally.failed = tally.failed.max(1);
    }
    Report { name, time: started.elapsed(), tally, error }
}

fn print_line(report: &Report) {
    let Report { name, tally, .. } = report;
    let error = report.error.as_ref().map(|error| format!(": {error}")).unwrap_or_default();
    let verdict = if tally.failed == 0 { "ok" } else { "FAILED" };
    println!("── {name}: {verdict} in {}{error}", run::seconds(report.time));
}

fn conclude(reports: &[Report]) -> Result {
    println!("\n{:<10}{:>14}{:>9}{:>9}", "stage", "time", "passed", "failed");
    let (mut sum, mut time) = (Tally::default(), Duration::ZERO);
    for Report { name, time: took, tally, .. } in reports {
        println!("{name:<10}{:>14}{:>9}{:>9}", run::seconds(*took), tally.passed, tally.failed);
        sum.passed += tally.passed;
        sum.failed += tally.failed;
        time += *took;
    }
    println!("{:<10}{:>14}\n", "all", run::seconds(time));
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

/// A check that either holds or not counts as one test.
fn checked(check: impl FnOnce() -> Result) -> Result<Tally> {
    check().map(|()| Tally { passed: 1, failed: 0 })
}

fn prepare() -> Result<Tally> {
    tools::for_build()?;
    let browser = tools::chromium()?;
    println!("browser: {}", browser.display());
    Ok(Tally::default())
}

fn tidy() -> Result<Tally> {
    tidy::check().map(|(passed, failed)| Tally { passed, failed })
}

/// Unit, table, conformance and bounded fuzz tests, without a browser.
fn host_tests() -> Result<Tally> {
    let mut cargo = run::cargo();
    counted::run(cargo.args(["test", "--workspace", "--no-fail-fast"]))
}

/// What is transferred must not grow unnoticed.
fn byte_budget() -> Result {
    let path = files::root().join("tests/byte-budget.json");
    let budget: Value = serde_json::from_str(&files::read(&path)?)?;
    let Transfer { first_view, signed_in } = build::transfer(&build::dist())?;
    for (name, size) in [("first_view_brotli", first_view), ("signed_in_brotli", signed_in)] {
        let allowed = budget.get(name).and_then(Value::as_u64);
        let allowed = allowed.ok_or_else(|| format!("byte-budget.json: no number {name}"))?;
        println!("{name}: {size} bytes of {allowed}");
        if size > allowed {
            return Err(format!("{name} grew to {size} bytes, over {allowed}: make it smaller, or raise tests/byte-budget.json").into());
        }
    }
    Ok(())
}
