//! No circle between files: what cannot be read alone cannot be changed alone.
//!
//! A file is tied to another by a `use` or a path that names something of it. Re-exports are looked through to where
//! the thing is defined. A file that starts the modules that it declares (`main.rs`, a `mod.rs` that hands calls on)
//! is not tied to them by that: only an import of its own counts.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;
use super::modules::{Arrows, Crate};
use crate::Result;

const CRATES: [&str; 6] = ["app", "client-core", "client-js", "contracts", "sandbox", "xtask"];

/// Files that may name each other, and why.
struct Allowed {
    files: &'static [&'static str],
    #[allow(dead_code, reason = "for whoever reads the list")]
    reason: &'static str,
}

const ALLOWED: &[Allowed] = &[Allowed {
    files: &[
        "client-core/src/vendors/ionos/group.rs",
        "client-core/src/vendors/ionos/resources.rs",
        "client-core/src/vendors/ionos/user.rs",
    ],
    reason: "the API's own: users have groups, groups have users and resources, resources have groups",
}];

/// The circles that nobody has allowed, with what ties each.
pub fn no_circles(sources: &[Source]) -> Result<Vec<String>> {
    let arrows = CRATES.iter().map(|folder| Crate::read(sources, folder).arrows());
    Ok(arrows.flat_map(|arrows| found(&arrows, ALLOWED)).collect())
}

fn found(arrows: &Arrows, allowed: &[Allowed]) -> Vec<String> {
    let mut lines = Vec::new();
    for circle in circles(arrows) {
        let is_allowed = |one: &Allowed| circle.iter().all(|file| one.files.contains(file));
        if allowed.iter().any(is_allowed) {
            continue;
        }
        lines.push(format!(
            "{} files: {}",
            circle.len(),
            circle.iter().copied().collect::<Vec<_>>().join(", ")
        ));
        for (from, targets) in arrows.iter().filter(|(from, _)| circle.contains(from.as_str())) {
            for (to, names) in targets.iter().filter(|(to, _)| circle.contains(to.as_str())) {
                lines.push(format!(
                    "  {from} -> {to}: {}",
                    names.iter().cloned().collect::<Vec<_>>().join(", ")
                ));
            }
        }
    }
    lines
}

/// The sets of two and more files in which each leads to each other.
fn circles(arrows: &Arrows) -> Vec<BTreeSet<&str>> {
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|file| (file.as_str(), reachable(arrows, file))).collect();
    let leads = |from: &str, to: &str| reach.get(from).is_some_and(|found| found.contains(to));
    let mut found: Vec<BTreeSet<&str>> = Vec::new();
    for file in reach.keys().filter(|file| leads(file, file)) {
        if !found.iter().any(|circle| circle.contains(file)) {
            found.push(
                reach.keys().copied().filter(|other| leads(file, other) && leads(other, file)).collect(),
            );
        }
    }
    found.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
    found
}

fn reachable<'a>(arrows: &'a Arrows, from: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut waiting: Vec<&str> = vec![from];
    while let Some(file) = waiting.pop() {
        for next in arrows.get(file).into_iter().flat_map(BTreeMap::keys) {
            if found.insert(next.as_str()) {
                waiting.push(next);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source((path, text): (&str, &str)) -> Source {
        Source { path: format!("x/src/{path}"), text: text.to_owned() }
    }

    /// The circles of a crate with these files, without the crate's folder.
    fn check<const N: usize>(files: [(&str, &str); N]) -> Vec<Vec<String>> {
        let sources = files.map(source);
        let arrows = Crate::read(&sources, "x").arrows();
        let short = |file: &str| file.trim_start_matches("x/src/").to_owned();
        circles(&arrows).into_iter().map(|circle| circle.into_iter().map(short).collect()).collect()
    }

    #[test]
    fn two_files_that_name_each_other() {
        let a = ("a.rs", "use crate::b::{B, C as D}; pub struct A;");
        let lib = ("lib.rs", "mod a; mod b;");
        assert_eq!(check([lib, a, ("b.rs", "use super::a::A; struct B; struct C;")]), [["a.rs", "b.rs"]]);
        assert_eq!(
            check([lib, a, ("b.rs", "struct B; struct C; fn f(_: crate::a::A) {}")]),
            [["a.rs", "b.rs"]]
        );
        assert_eq!(
            check([lib, a, ("b.rs", "use crate::a; struct B; struct C; fn f(_: a::A) {}")]),
            [["a.rs", "b.rs"]]
        );
        assert!(check([lib, a, ("b.rs", "struct B; struct C;")]).is_empty());
    }

    #[test]
    fn tests_and_comments_tie_nothing() {
        let b = "struct B; // crate::a::A\nconst S: &str = \"crate::a::A\";\n#[cfg(test)]\nmod tests { use crate::a::A; }";
        assert!(
            check([("lib.rs", "mod a; mod b;"), ("a.rs", "use crate::b::B; struct A;"), ("b.rs", b)])
                .is_empty()
        );
        let tests = ("a/tests.rs", "use crate::a::A;");
        assert!(
            check([("lib.rs", "mod a;"), ("a.rs", "struct A; #[cfg(test)] mod tests;"), tests]).is_empty()
        );
    }

    #[test]
    fn facades_are_looked_through() {
        let facade = ("m/mod.rs", "mod a; mod b; pub use a::A; pub use b::*;");
        let files = [("lib.rs", "mod m; pub use m::A as Top;"), facade];
        let [lib, facade] = files;
        let a = ("m/a.rs", "use crate::m::B; struct A;");
        assert!(check([lib, facade, a, ("m/b.rs", "struct B;")]).is_empty());
        assert_eq!(check([lib, facade, a, ("m/b.rs", "use crate::Top; struct B;")]), [["m/a.rs", "m/b.rs"]]);
    }

    #[test]
    fn a_parent_may_start_its_children_but_not_import_them() {
        let child = ("m/a.rs", "use super::P; fn run(_: P) {}");
        let starts = ("m/mod.rs", "mod a; struct P; fn f() { a::run(P) }");
        let imports = ("m/mod.rs", "mod a; use a::run; struct P; fn f() { run(P) }");
        assert!(check([("lib.rs", "mod m;"), starts, child]).is_empty());
        assert_eq!(check([("lib.rs", "mod m;"), imports, child]), [["m/a.rs", "m/mod.rs"]]);
    }

    #[test]
    fn three_files_in_a_round_are_one_circle_and_can_be_allowed() {
        let files = [
            ("lib.rs", "mod a; mod b; mod c;"),
            ("a.rs", "use crate::b::B; pub struct A;"),
            ("b.rs", "use crate::c::C; pub struct B;"),
            ("c.rs", "use crate::a::A; pub struct C;"),
        ];
        assert_eq!(check(files), [["a.rs", "b.rs", "c.rs"]]);
        let arrows = Crate::read(&files.map(source), "x").arrows();
        assert_eq!(found(&arrows, &[]).len(), 4);
        let all = &["x/src/a.rs", "x/src/b.rs", "x/src/c.rs"];
        assert!(found(&arrows, &[Allowed { files: all, reason: "" }]).is_empty());
        assert_eq!(found(&arrows, &[Allowed { files: &["x/src/a.rs"], reason: "" }]).len(), 4);
    }
}
