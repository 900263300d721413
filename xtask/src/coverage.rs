//! `cargo xtask coverage`: how much of the vendors' APIs works, counted operation by operation.
//!
//! *typed*: client-core has a call for it. *callable*: it is in the catalogue, so that client-core can send it.
//! *exercised*: the console sent it in a browser test and was answered 2xx (the sandbox's request log).

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tenantry_contracts::{Operation, Vendor};

use crate::args::Args;
use crate::{Result, files};

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
        rows.push((vendor.name(), count(vendor.name(), operations, &exercised)?));
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

fn count(vendor: &str, operations: &[Operation], exercised: &BTreeSet<(String, String)>) -> Result<Counts> {
    let typed = typed(vendor);
    let catalogue = files::root().join(format!("client-core/src/catalogue/{vendor}.rs"));
    let catalogue = files::read(&catalogue).unwrap_or_default();
    let mut counts = Counts::default();
    for operation in operations.iter().filter(|one| !one.addition) {
        counts.total += 1;
        counts.typed += usize::from(typed.contains(&operation.constant()));
        counts.callable += usize::from(catalogue.contains(&format!("id: {:?},", operation.id)));
        counts.exercised += usize::from(exercised.contains(&(vendor.to_owned(), operation.id.clone())));
    }
    Ok(counts)
}

/// The constants that client-core's calls of this vendor name as their `OPERATION`.
fn typed(vendor: &str) -> BTreeSet<String> {
    let sources = files::root().join("client-core/src");
    let mut found = BTreeSet::new();
    for path in files::below(&sources, &["rs"]) {
        let text = files::read(&path).unwrap_or_default();
        found.extend(operations_named(&text, vendor));
    }
    found
}

/// What follows `const OPERATION`, up to the end of that statement.
fn operations_named(text: &str, vendor: &str) -> Vec<String> {
    let statements = text.split("const OPERATION").skip(1).filter_map(|rest| rest.split(';').next());
    let reference = format!("{vendor}::");
    let names = statements.filter_map(|statement| statement.split_once(&reference)).map(|(_, rest)| {
        rest.chars()
            .take_while(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || *letter == '_')
    });
    names.map(Iterator::collect).collect()
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
        let text = "impl Call for List {\n const OPERATION: &'static Info =\n    &acronis::TENANTS_GET.0;\n}\n\
                    const OPERATION: &'static Info = &cpm::USERS_LIST.0; // acronis::NOT_THIS";
        assert_eq!(operations_named(text, "acronis"), ["TENANTS_GET"]);
        assert_eq!(operations_named(text, "cpm"), ["USERS_LIST"]);
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
