//! The request log: one line of JSON a vendor request, without bodies, queries or headers, so that no
//! secret can be in it.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde_json::json;

use crate::{Request, Trace};

/// An open log file.
pub struct Log(Mutex<File>);

impl Log {
    /// Opens the file and empties it.
    pub fn open(path: &Path) -> Result<Log, String> {
        let file = File::create(path).map_err(|error| format!("--log {}: {error}", path.display()))?;
        Ok(Log(Mutex::new(file)))
    }

    /// Writes one line at once, so that a test can read it while the server runs.
    pub fn write(&self, request: &Request, trace: &Trace, status: u16) {
        let line = json!({
            "vendor": trace.vendor,
            "operation": trace.operation,
            "method": request.method,
            "path": request.path,
            "status": status,
            "account": trace.account,
        });
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // A full disk must not stop the API.
        let _ = file.write_all(format!("{line}\n").as_bytes());
    }
}
