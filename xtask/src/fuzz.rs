//! `cargo xtask fuzz`: the decoders against broken input, as many cases as wanted. (A bounded number runs with
//! the tests.)

use crate::args::Args;
use crate::{Result, run};

/// Runs every test of client-core that has fuzz in its name.
pub fn run(mut args: Args) -> Result {
    let cases: u64 = args.number("--cases", 1_000_000)?;
    args.finish()?;
    let mut cargo = run::cargo();
    cargo.args(["test", "-p", "tenantry-core", "--profile", "host", "--", "fuzz", "--nocapture"]);
    cargo.env("TENANTRY_FUZZ_CASES", cases.to_string());
    run::step(&format!("fuzzing, {cases} cases each"), || run::run(&mut cargo))
}
