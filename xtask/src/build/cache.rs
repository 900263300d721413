//! What was made before, kept by the hash of what it was made from.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use crate::{Result, files};

/// A folder of results, each named by its key.
pub struct Cache {
    folder: PathBuf,
    used: RefCell<BTreeSet<String>>,
}

impl Cache {
    /// The one of this name in cargo's target folder.
    pub fn open(name: &str) -> Result<Cache> {
        let folder = files::target().join(name);
        files::make_folder(&folder)?;
        Ok(Cache { folder, used: RefCell::default() })
    }

    /// What was made from these parts before, or what `make` makes of them now.
    pub fn get(&self, parts: &[&[u8]], make: impl FnOnce() -> Result<Vec<u8>>) -> Result<Vec<u8>> {
        let key = key(parts);
        let path = self.folder.join(&key);
        self.used.borrow_mut().insert(key);
        if let Ok(kept) = fs::read(&path) {
            return Ok(kept);
        }
        let made = make()?;
        // Written aside first: a run that is interrupted must not leave half a result under a good name.
        let aside = path.with_extension("part");
        files::write(&aside, &made)?;
        fs::rename(&aside, &path)?;
        Ok(made)
    }

    /// Forgets what this run did not ask for.
    pub fn drop_unused(&self) -> Result {
        let used = self.used.borrow();
        for entry in fs::read_dir(&self.folder)?.flatten() {
            if !used.contains(&*entry.file_name().to_string_lossy()) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

fn key(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        // With its length, so that ("ab", "c") and ("a", "bc") differ.
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hex(&hash.finalize())
}

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
