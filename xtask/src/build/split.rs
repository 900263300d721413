//! The screens behind the sign-in as wasm files of their own: between cargo and wasm-bindgen, wasm-split-cli takes out
//! what only the functions marked `wasm_split` reach, and writes a script that loads it. What ships differs from
//! that script in one thing: each part has a hashed name, and is checked.

use std::path::{Path, PathBuf};

use crate::{Result, files, run};

use super::site::Asset;

/// The script that the splitter writes; the wasm names it, so the name is the splitter's.
const LOADER: &str = "__wasm_split.js";

/// A compiled program in parts.
pub struct Split {
    /// What starts; wasm-bindgen's input.
    pub main: PathBuf,
    /// What comes later.
    pub parts: Vec<PathBuf>,
    folder: PathBuf,
}

/// Takes a compiled program apart, into a folder that wasm-bindgen's glue is in too.
pub fn split(compiled: &Path, folder: &Path) -> Result<Split> {
    let mut splitter = run::command("wasm-split-cli");
    run::quietly(splitter.args(["--out-name", "tenantry"]).arg(compiled).arg(folder))?;
    let main = folder.join("tenantry.wasm");
    let parts: Vec<_> = files::below(folder, &["wasm"]).into_iter().filter(|path| *path != main).collect();
    if parts.is_empty() {
        return Err("the splitter found nothing to take out: is the feature `split` on?".into());
    }
    Ok(Split { main, parts, folder: folder.to_owned() })
}

impl Split {
    /// Puts the parts' names and hashes into the script that loads them.
    pub fn name_parts(&self, shipped: &[Asset]) -> Result {
        let path = self.folder.join(LOADER);
        let names = self.parts.iter().filter_map(|part| part.file_name()).map(|name| name.to_string_lossy());
        let names: Vec<_> = names.collect();
        let pairs: Vec<_> = names.iter().map(AsRef::as_ref).zip(shipped).collect();
        files::write(&path, named(&files::read(&path)?, &pairs)?)
    }
}

/// A splitter that writes something else must not go unnoticed: the browser would load parts unchecked.
fn named(script: &str, parts: &[(&str, &Asset)]) -> Result<String> {
    let mut named = script.to_owned();
    for (name, asset) in parts {
        let fetch = format!("fetch(new URL(\"./{name}\", import.meta.url))");
        if named.matches(&fetch).count() != 1 {
            return Err(format!("{LOADER} does not load {name} once, as it did: see build/split.rs").into());
        }
        let checked = format!("fetchPart(\"./{}\", \"{}\")", asset.name, asset.integrity);
        named = named.replace(&fetch, &checked);
    }
    let named = named.replace("WebAssembly.instantiateStreaming(", "startPart(");
    Ok(format!("import {{ fetchPart, startPart }} from \"tenantry-part\";\n{named}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_hashed_and_checked() {
        let asset = Asset { name: "a-0.wasm".to_owned(), integrity: "sha384-x".to_owned() };
        let script = "const src = fetch(new URL(\"./a.wasm\", import.meta.url));\n\
                      return WebAssembly.instantiateStreaming(src, imports);";
        let named = named(script, &[("a.wasm", &asset)]).unwrap();
        assert!(named.contains("const src = fetchPart(\"./a-0.wasm\", \"sha384-x\");"), "{named}");
        assert!(named.contains("return startPart(src, imports);"), "{named}");
        assert!(super::named("fetch(somewhere)", &[("a.wasm", &asset)]).is_err());
    }
}
