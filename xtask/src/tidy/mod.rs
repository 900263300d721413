//! `cargo xtask tidy`: the rules of the project that no compiler knows.

mod circles;
mod modules;
mod places;
mod rules;
mod tokens;

use std::path::Path;

use crate::{Result, files};

/// A file with its path from the project's folder and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

type Rule = fn(&[Source]) -> Result<Vec<String>>;

const RULES: [(&str, Rule); 10] = [
    ("no crate is built from what it must not know", rules::dependencies),
    ("no file over 600 lines", rules::short_files),
    ("every module says what it is for", rules::first_line_docs),
    ("no id is formatted into a path", rules::no_formatted_paths),
    ("generated files are fresh", rules::fresh_files),
    ("no folder is compiled in", rules::no_compiled_in_folders),
    ("colours stand in style/tokens.css alone", rules::colours_in_tokens),
    ("no circle between files", circles::no_circles),
    ("document and window are asked of the mount", places::browser_in_mount),
    ("only the registry tells vendors apart", places::vendors_in_registry),
];

/// Prints every rule with what breaks it.
pub fn run() -> Result {
    let (_, broken) = check()?;
    if broken == 0 { Ok(()) } else { Err(format!("{broken} rules are broken").into()) }
}

/// How many rules are kept and how many are broken.
pub fn check() -> Result<(usize, usize)> {
    let sources = sources();
    let mut broken = 0;
    for (name, rule) in RULES {
        let found = rule(&sources)?;
        if found.is_empty() {
            println!("tidy: {name}: ok");
        } else {
            broken += 1;
            println!("tidy: {name}:");
        }
        for one in found {
            println!("  {one}");
        }
    }
    Ok((RULES.len() - broken, broken))
}

fn sources() -> Vec<Source> {
    let root = files::root();
    let folders = [
        "app",
        "client-core",
        "client-js",
        "contracts",
        "embed",
        "sandbox",
        "style",
        "tests",
        "web",
        "xtask",
    ];
    let paths = folders
        .iter()
        .flat_map(|one| files::below(&root.join(one), &["rs", "js", "mjs", "ts", "css", "html"]));
    paths.filter_map(|path| source(&root, &path)).collect()
}

fn source(root: &Path, path: &Path) -> Option<Source> {
    let text = files::read(path).ok()?;
    let path = path.strip_prefix(root).ok()?.to_string_lossy().into_owned();
    Some(Source { path, text })
}
