//! The files of the site: named by their hash, with integrity, compressed beside themselves.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use base64::Engine as _;
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha384};

use crate::{Result, files, run};

use super::cache::{Cache, hex};

/// A file that the page refers to.
pub struct Asset {
    /// Its name in the site.
    pub name: String,
    /// For the `integrity` attribute.
    pub integrity: String,
}

/// The site before it is written.
pub struct Site<'a> {
    cache: &'a Cache,
    files: BTreeMap<String, Vec<u8>>,
}

impl<'a> Site<'a> {
    pub fn new(cache: &'a Cache) -> Site<'a> {
        Site { cache, files: BTreeMap::new() }
    }

    /// Adds `stem-<hash>.extension`: a name that a cache may keep for ever.
    pub fn add_hashed(&mut self, stem: &str, extension: &str, bytes: &[u8]) -> Result<Asset> {
        let digest = Sha384::digest(bytes);
        let short: String = hex(&digest).chars().take(16).collect();
        let name = format!("{stem}-{short}.{extension}");
        let integrity = format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(digest));
        self.add(&name, bytes)?;
        Ok(Asset { name, integrity })
    }

    /// Adds a file and its compressed forms.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result {
        self.files.insert(name.to_owned(), bytes.to_vec());
        if is_compressible(name) {
            let brotli = self.cache.get(&[b"brotli 11", bytes], || brotli(bytes))?;
            let gzip = self.cache.get(&[b"gzip 9", bytes], || gzip(bytes))?;
            self.files.insert(format!("{name}.br"), brotli);
            self.files.insert(format!("{name}.gz"), gzip);
        }
        Ok(())
    }

    /// Makes the folder hold exactly these files.
    pub fn finish(self, folder: &Path) -> Result {
        for path in everything_below(folder) {
            let name = path.strip_prefix(folder)?.to_string_lossy().into_owned();
            if !self.files.contains_key(&name) {
                fs::remove_file(&path)?;
            }
        }
        for (name, bytes) in &self.files {
            let path = folder.join(name);
            if fs::read(&path).ok().as_ref() != Some(bytes) {
                files::write(&path, bytes)?;
            }
        }
        let Transfer { first_view, signed_in } = transfer(folder)?;
        eprintln!(
            "  dist/: {} files, first view {first_view} bytes, signed in {signed_in} bytes (brotli)",
            self.files.len()
        );
        Ok(())
    }
}

/// Whether the first view loads it: the page itself and what it names.
fn is_first_view(name: &str) -> bool {
    let starts = ["index.html", "boot-", "tenantry-", "style-"];
    starts.iter().any(|start| name.starts_with(start))
}

/// How many bytes are transferred, brotli.
pub struct Transfer {
    /// Until the form to sign in is there.
    pub first_view: u64,
    /// Until the screens behind it are there too, of the vendor that has the most.
    pub signed_in: u64,
}

/// What a built site transfers. Of the parts of the vendors one is loaded, and what they have in common.
pub fn transfer(dist: &Path) -> Result<Transfer> {
    let (mut first_view, mut common, mut largest) = (0, 0, 0);
    for entry in fs::read_dir(dist)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let size = entry.metadata()?.len();
        if is_first_view(&name) && name.ends_with(".br") {
            first_view += size;
        } else if name.starts_with("chunk_") && name.ends_with(".wasm.br") {
            common += size;
        } else if name.ends_with(".wasm.br") {
            largest = size.max(largest);
        }
    }
    Ok(Transfer { first_view, signed_in: first_view + common + largest })
}

fn everything_below(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(everything_below(&path));
        } else {
            found.push(path);
        }
    }
    found
}

fn is_compressible(name: &str) -> bool {
    [".html", ".js", ".css", ".wasm", ".json", ".svg", ".txt", ".webmanifest"]
        .iter()
        .any(|end| name.ends_with(end))
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    // Quality 11, and a window that holds the whole wasm.
    let compress = |packed: &mut Vec<u8>| {
        let mut writer = brotli::CompressorWriter::new(packed, 1 << 16, 11, 22);
        writer.write_all(bytes)?;
        writer.flush()?;
        Ok(())
    };
    if bytes.len() > 100_000 {
        run::step("compressing (brotli 11)", || compress(&mut packed))?;
    } else {
        compress(&mut packed)?;
    }
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}
