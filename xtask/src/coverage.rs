//! `cargo xtask coverage`: how much of the vendors' APIs works, counted operation by operation.
//!
//! *typed*: client-core has a call for it. *callable*: a request can be made of it at run time
//! (`Request::dynamic`), which all can but the vendors' own pages. *exercised*: the console sent it in a browser test
//! and was answered 2xx (the sandbox's request log).

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tenantry_contracts::{Operation, Vendor};

use crate::args::Args;
use crate::{Result, effect, files};

/// Where the sandbox logs the requests of the browser tests.
pub const REQUEST_LOG: &str = "e2e/requests.jsonl";

#[derive(Default)]
struct Counts {
    total: usize,
    typed: usize,
    callable: usize,
    exercised: usize,
}

/// Prints the table, or with `--json` the same as JSON.
pub fn run(mut args: Args) -> Result {
    let as_json = args.flag("--json");
    args.finish()?;
    let exercised = exercised();
    let mut rows = Vec::new();
    for vendor in Vendor::ALL {
        let operations = &vendor.contract().operations;
        rows.push((vendor.name(), count(vendor.name(), operations, &exercised)));
    }
    let all = rows.iter().fold(Counts::default(), |sum, (_, one)| sum.plus(one));
    rows.push(("all", all));
    if as_json {
        let object: serde_json::Map<String, Value> =
            rows.iter().map(|(name, counts)| ((*name).to_owned(), counts.json())).collect();
        println!("{}", serde_json::to_string_pretty(&object)?);
    } else {
        print(&rows);
    }
    Ok(())
}

fn count(vendor: &str, operations: &[Operation], exercised: &BTreeSet<(String, String)>) -> Counts {
    let typed = typed(vendor);
    let mut counts = Counts::default();
    for operation in operations.iter().filter(|one| !one.addition) {
        counts.total += 1;
        counts.typed += usize::from(typed.contains(&operation.constant()));
        counts.callable += usize::from(effect::is_callable(operation));
        counts.exercised += usize::from(exercised.contains(&(vendor.to_owned(), operation.id.clone())));
    }
    counts
}

/// The operations that the vendors' files of client-core name, by their constants. client-core/src/conformance.rs
/// sees to it that these are exactly the operations of its typed calls, each of which fits the contract.
fn typed(vendor: &str) -> BTreeSet<String> {
    let sources = files::root().join("client-core/src");
    let mut found = BTreeSet::new();
    for path in ["vendors", "auth"].iter().flat_map(|folder| files::below(&sources.join(folder), &["rs"])) {
        let text = files::read(&path).unwrap_or_default();
        found.extend(constants(&text, vendor));
    }
    found
}

/// What follows `acronis::` and looks like a constant.
fn constants(text: &str, vendor: &str) -> Vec<String> {
    let is_letter = |one: &char| one.is_ascii_uppercase() || one.is_ascii_digit() || *one == '_';
    let prefix = format!("{vendor}::");
    let rest = text.split(prefix.as_str()).skip(1);
    rest.map(|rest| rest.chars().take_while(is_letter).collect()).collect()
}

/// Vendor and operation of every request of the last browser tests that was answered 2xx.
fn exercised() -> BTreeSet<(String, String)> {
    let log = files::read(&files::root().join("target").join(REQUEST_LOG)).unwrap_or_default();
    log.lines().filter_map(succeeded).collect()
}

fn succeeded(line: &str) -> Option<(String, String)> {
    let request: Value = serde_json::from_str(line).ok()?;
    let text = |key: &str| request.get(key).and_then(Value::as_str).map(str::to_owned);
    let status = request.get("status").and_then(Value::as_u64)?;
    (200..300).contains(&status).then_some((text("vendor")?, text("operation")?))
}

fn print(rows: &[(&str, Counts)]) {
    println!("{:<10}{:>8}{:>8}{:>10}{:>11}", "", "total", "typed", "callable", "exercised");
    for (name, one) in rows {
        println!("{name:<10}{:>8}{:>8}{:>10}{:>11}", one.total, one.typed, one.callable, one.exercised);
    }
}

impl Counts {
    fn plus(&self, other: &Counts) -> Counts {
        Counts {
            total: self.total + other.total,
            typed: self.typed + other.typed,
            callable: self.callable + other.callable,
            exercised: self.exercised + other.exercised,
        }
    }

    fn json(&self) -> Value {
        json!({
            "total": self.total, "typed": self.typed, "callable": self.callable, "exercised": self.exercised,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_operations_of_calls() {
        let text = "call!(List: acronis::TENANTS_GET => Page);\n}: ionos::UM_USERS_POST [] json user.body();\n\
                    use crate::ionos::Reason; &cpm::USERS_LIST.0";
        assert_eq!(constants(text, "acronis"), ["TENANTS_GET"]);
        assert_eq!(constants(text, "cpm"), ["USERS_LIST"]);
        let typed = Vendor::ALL.map(|vendor| typed(vendor.name()));
        assert!(typed[0].contains("TENANTS_GET") && typed[1].contains("BACKUPUNITS_PUT"));
    }

    #[test]
    fn the_vendors_pages_are_not_callable() {
        let read = |vendor: Vendor| {
            let counts = count(vendor.name(), &vendor.contract().operations, &BTreeSet::new());
            (counts.total, counts.callable)
        };
        assert_eq!(Vendor::ALL.map(read), [(176, 173), (31, 31), (326, 326)]);
    }

    #[test]
    fn counts_only_what_was_answered_well() {
        let line =
            |status: u16| format!(r#"{{"vendor":"acronis","operation":"tenants_get","status":{status}}}"#);
        assert!(succeeded(&line(200)).is_some());
        assert!(succeeded(&line(403)).is_none());
        assert!(succeeded("not json").is_none());
    }
}
