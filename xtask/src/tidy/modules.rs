//! One crate as modules: which files it has, what each defines and imports, and which file a path of one leads to.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;
use super::tokens::{self, Token, after_group};

/// A module's path from the crate's root, without `crate`.
type ModulePath = Vec<String>;

/// One file of the crate.
#[derive(Debug, Default)]
struct Module {
    file: String,
    children: BTreeSet<String>,
    defined: BTreeSet<String>,
    /// Name → path as written. Re-exports and private imports alike: a child may name both.
    imports: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// Paths of private imports and paths in the code, as written.
    used: Vec<Vec<String>>,
    /// Paths in the code that go into a module that this file declares. A parent may start its children.
    inline: Vec<Vec<String>>,
}

/// A crate.
#[derive(Debug)]
pub struct Crate {
    modules: BTreeMap<ModulePath, Module>,
}

/// File → file → the names that the first takes from the second.
pub type Arrows = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

const DEFINING: [&str; 9] =
    ["fn", "struct", "enum", "trait", "type", "const", "static", "union", "macro_rules"];
/// Longer chains of re-exports are none of ours.
const LONGEST_CHAIN: u32 = 12;

impl Crate {
    /// The modules below `folder`/src that are not compiled for tests alone.
    pub fn read(sources: &[Source], folder: &str) -> Crate {
        let by_path: BTreeMap<&str, &Source> = sources.iter().map(|one| (one.path.as_str(), one)).collect();
        let root = ["lib.rs", "main.rs"].map(|name| format!("{folder}/src/{name}"));
        let mut waiting: Vec<(ModulePath, String)> = root
            .into_iter()
            .find(|path| by_path.contains_key(path.as_str()))
            .map(|path| (vec![], path))
            .into_iter()
            .collect();
        let mut modules = BTreeMap::new();
        while let Some((path, file)) = waiting.pop() {
            let Some(source) = by_path.get(file.as_str()) else { continue };
            let module = Module::read(file, &source.text);
            for child in &module.children {
                let below: ModulePath = path.iter().chain([child]).cloned().collect();
                let stem = format!("{folder}/src/{}", below.join("/"));
                let file = [format!("{stem}.rs"), format!("{stem}/mod.rs")];
                waiting.extend(
                    file.into_iter().find(|one| by_path.contains_key(one.as_str())).map(|one| (below, one)),
                );
            }
            modules.insert(path, module);
        }
        Crate { modules }
    }

    /// Which file names what of which other file.
    pub fn arrows(&self) -> Arrows {
        let mut arrows = Arrows::new();
        for (path, module) in &self.modules {
            for used in module.used.iter().chain(&module.inline) {
                let Some((target, name)) = self.resolve(path, used, LONGEST_CHAIN) else { continue };
                let is_own_child = module.inline.contains(used) && target.starts_with(path);
                let file = self.modules.get(&target).map(|found| found.file.clone()).unwrap_or_default();
                if file != module.file && !is_own_child {
                    arrows.entry(module.file.clone()).or_default().entry(file).or_default().insert(name);
                }
            }
        }
        arrows
    }

    /// The module that defines what a path in `from` leads to, and its name there; None for other crates, local
    /// names, and paths that end at a module.
    fn resolve(&self, from: &ModulePath, path: &[String], fuel: u32) -> Option<(ModulePath, String)> {
        let (first, mut rest) = path.split_first()?;
        let fuel = fuel.checked_sub(1)?;
        let mut at = from.clone();
        match first.as_str() {
            "crate" => at.clear(),
            "self" => {}
            "super" => {
                at.pop()?;
            }
            _ => rest = path,
        }
        while let Some(("super", after)) = rest.split_first().map(|(first, after)| (first.as_str(), after)) {
            at.pop()?;
            rest = after;
        }
        let is_relative = rest.len() == path.len();
        while let Some((name, after)) = rest.split_first() {
            let module = self.modules.get(&at)?;
            if module.children.contains(name) && !after.is_empty() {
                at.push(name.clone());
                rest = after;
                continue;
            }
            if module.children.contains(name) && !module.defined.contains(name) {
                return None;
            }
            if module.defined.contains(name) {
                return Some((at, name.clone()));
            }
            if let Some(import) = module.imports.get(name) {
                let whole: Vec<String> = import.iter().chain(after).cloned().collect();
                // An import of a module, followed through it.
                return self.resolve(&at, &whole, fuel);
            }
            let globs = module.globs.iter().filter(|_| !is_relative || at != *from);
            let through = globs.filter_map(|glob| {
                let whole: Vec<String> = glob.iter().chain(rest).cloned().collect();
                self.resolve(&at, &whole, fuel).filter(|(found, name)| {
                    self.modules.get(found).is_some_and(|module| module.defined.contains(name))
                })
            });
            let found = through.into_iter().next();
            return found.or_else(|| (!is_relative).then(|| (at.clone(), name.clone())));
        }
        None
    }
}

impl Module {
    fn read(file: String, text: &str) -> Module {
        let tokens = tokens::shipped(text);
        let mut module = Module { file, ..Module::default() };
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let next = tokens.get(at + 1).map_or("", |one| one.text.as_str());
            match token.text.as_str() {
                "use" => at = module.read_use(&tokens, at),
                "mod" if tokens.get(at + 2).is_some_and(|one| one.text == ";") => {
                    module.children.insert(next.to_owned());
                    at += 3;
                }
                word if DEFINING.contains(&word) => {
                    let name = if next == "!" {
                        tokens.get(at + 2).map_or("", |one| one.text.as_str())
                    } else {
                        next
                    };
                    module.defined.insert(name.to_owned());
                    at += 2;
                }
                _ => at = module.read_path(&tokens, at),
            }
        }
        let own = |path: &Vec<String>| {
            path.first().is_some_and(|first| module.children.contains(first) || first == "self")
        };
        let (inline, used) = std::mem::take(&mut module.inline).into_iter().partition(own);
        module.inline = inline;
        module.used.extend::<Vec<_>>(used);
        module
    }

    /// `a::b::C` in the code; the index after it.
    fn read_path(&mut self, tokens: &[Token], start: usize) -> usize {
        let mut path = Vec::new();
        let mut at = start;
        while let Some(token) = tokens.get(at).filter(|one| is_word(&one.text)) {
            path.push(token.text.clone());
            at += 1;
            let goes_on = tokens.get(at).is_some_and(|one| one.text == "::")
                && tokens.get(at + 1).is_some_and(|one| is_word(&one.text));
            if !goes_on {
                break;
            }
            at += 1;
        }
        // `::b` and `.b` go on with something that stands before.
        let before =
            start.checked_sub(1).and_then(|before| tokens.get(before)).map_or("", |one| one.text.as_str());
        if path.len() > 1 && before != "::" && before != "." {
            self.inline.push(path);
        }
        at.max(start + 1)
    }

    fn read_use(&mut self, tokens: &[Token], start: usize) -> usize {
        let end = tokens
            .iter()
            .skip(start)
            .position(|one| one.text == ";")
            .map_or(tokens.len(), |length| start + length);
        let is_public = is_public(tokens, start);
        let mut leaves = Vec::new();
        read_tree(tokens.get(start + 1..end).unwrap_or_default(), &[], &mut leaves);
        for (path, name) in leaves {
            // A re-export is looked through, so it ties nothing by itself.
            if !is_public {
                self.used.push(path.clone());
            }
            match name.as_str() {
                "*" => self.globs.push(path),
                _ => {
                    self.imports.insert(name, path);
                }
            }
        }
        end + 1
    }
}

fn is_word(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Whether `pub` or `pub(…)` stands before the index.
fn is_public(tokens: &[Token], at: usize) -> bool {
    let text = |back: usize| {
        at.checked_sub(back).and_then(|index| tokens.get(index)).map_or("", |one| one.text.as_str())
    };
    text(1) == "pub" || (text(1) == ")" && (text(4) == "pub" || text(5) == "pub"))
}

/// The paths of a use tree with the names they get; `*` for a glob, whose path is that of the module.
fn read_tree(tokens: &[Token], prefix: &[String], leaves: &mut Vec<(Vec<String>, String)>) {
    let mut path = prefix.to_vec();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "::" => at += 1,
            "{" => {
                let end = after_group(tokens, at);
                for part in split(tokens.get(at + 1..end - 1).unwrap_or_default()) {
                    read_tree(part, &path, leaves);
                }
                return;
            }
            "*" => {
                leaves.push((path, "*".to_owned()));
                return;
            }
            "as" => {
                let name = tokens.get(at + 1).map(|one| one.text.clone()).unwrap_or_default();
                leaves.push((path, name));
                return;
            }
            // `a::{self}` is `a`.
            "self" if !path.is_empty() => at += 1,
            _ => {
                path.push(token.text.clone());
                at += 1;
            }
        }
    }
    if let Some(name) = path.last().cloned() {
        leaves.push((path, name));
    }
}

/// The parts between the commas that stand in no bracket.
fn split(tokens: &[Token]) -> Vec<&[Token]> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "{" => at = after_group(tokens, at),
            "," => {
                parts.extend(tokens.get(start..at));
                at += 1;
                start = at;
            }
            _ => at += 1,
        }
    }
    parts.extend(tokens.get(start..).filter(|last| !last.is_empty()));
    parts
}
