//! `cargo xtask build`: the site in `dist/`, ready for a static host at any path, and `dist-npm/`.
//!
//! index.html is Trunk's (so that `cargo xtask dev` works with it), but the release does not go through Trunk:
//! cargo → wasm-split → wasm-bindgen → wasm-opt → esbuild → hashed, integrity-checked, compressed files. Each
//! costly part is kept by the hash of what it was made from, so that a second run takes seconds.

mod bundle;
mod cache;
mod embed;
mod messages;
mod npm;
mod page;
mod site;
mod split;
mod wasm;

pub use embed::build as embed;
pub use messages::{PSEUDO, write_pseudo};
pub use npm::build as npm;
pub use site::{Transfer, transfer};

use std::path::PathBuf;

use crate::{Result, files, run, tools};

use cache::Cache;
use site::{Asset, Site};

/// Where the site goes.
pub fn dist() -> PathBuf {
    files::root().join("dist")
}

/// Builds everything: the site, and the packages for npm.
pub fn run(base: Option<&str>) -> Result {
    site(base)?;
    npm().map(drop)
}

/// Builds the site; `base` is the path that the site will stand under, where its URLs need to know.
pub fn site(base: Option<&str>) -> Result {
    let base = base.map(checked_base).transpose()?;
    tools::for_build()?;
    let cache = Cache::open("web-cache")?;
    let built = wasm::build(&cache)?;
    run::step("assembling dist/", || assemble(&cache, &built, base))?;
    cache.drop_unused()
}

fn assemble(cache: &Cache, built: &wasm::Built, base: Option<&str>) -> Result {
    let source = files::read(&files::root().join("index.html"))?;
    let page = page::Page::read(&source)?;
    let mut site = Site::new(cache);
    let wasm = site.add_hashed("tenantry", "wasm", &built.wasm)?;
    built.split.name_parts(&add_parts(&mut site, built)?)?;
    let script = site.add_hashed("boot", "js", bundle::script(&built.glue)?.as_bytes())?;
    let style = match bundle::style(&page.styles)? {
        Some(text) => Some(site.add_hashed("style", "css", text.as_bytes())?),
        None => None,
    };
    for copied in page.copies()? {
        site.add(&copied.name, &files::read_bytes(&copied.from)?)?;
    }
    let example = files::root().join("config.example.json");
    if example.is_file() {
        site.add("config.example.json", &files::read_bytes(&example)?)?;
    }
    let languages = messages::add(&mut site)?;
    let (style, languages) = (style.as_ref(), languages.as_ref());
    let html = page.write(&page::Assets { base, wasm: &wasm, script: &script, style, languages })?;
    site.add("index.html", html.as_bytes())?;
    site.finish(&dist())
}

/// `split_ionos.wasm` ships as `ionos-<hash>.wasm`.
fn add_parts(site: &mut Site<'_>, built: &wasm::Built) -> Result<Vec<Asset>> {
    let parts = built.split.parts.iter().zip(&built.parts);
    let add = |(path, bytes): (&PathBuf, &Vec<u8>)| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        site.add_hashed(stem.trim_start_matches("split_"), "wasm", bytes)
    };
    parts.map(add).collect()
}

/// A base is a path from the root of the host to a folder.
fn checked_base(base: &str) -> Result<&str> {
    let fits = base.starts_with('/') && base.ends_with('/') && !base.starts_with("//");
    let plain = base.chars().all(|letter| letter.is_ascii_alphanumeric() || "/-_.~%".contains(letter));
    if fits && plain {
        Ok(base)
    } else {
        Err(format!("--base {base}: begin and end with a slash, such as /console/").into())
    }
}
