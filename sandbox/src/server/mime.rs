//! Media types by file name.

/// The type of a file; unknown ones are only bytes.
pub fn of(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether the name holds a content hash (`app-0123abcd.js`, `app-0123abcd_bg.wasm`), so that its content
/// never changes.
pub fn is_hashed(name: &str) -> bool {
    name.split('-').skip(1).any(|part| {
        let digits = part.bytes().take_while(u8::is_ascii_hexdigit).count();
        let rest = part.get(digits..).unwrap_or_default();
        digits >= 8 && (rest.starts_with('.') || rest.starts_with("_bg."))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_seen() {
        for name in ["app-0123abcd.js", "app-0123456789abcdef_bg.wasm", "tenantry-app-deadbeef.css"] {
            assert!(is_hashed(name), "{name}");
        }
        for name in ["index.html", "app-0123abc.js", "deadbeef.js", "app-deadbeefx.js", "app-deadbeef"] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
