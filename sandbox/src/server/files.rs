//! Static files out of one folder.

use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::{HeaderMap, Response, StatusCode};

use super::mime;
use crate::http::percent_decode;

/// The file below `folder` that a path means; None where the path is no plain path to a file name.
pub fn locate(folder: &Path, path: &str) -> Option<PathBuf> {
    let decoded = percent_decode(path)?;
    let mut located = folder.to_owned();
    for segment in decoded.split('/').filter(|segment| !segment.is_empty()) {
        let odd = segment.starts_with('.') || segment.contains(['\\', '\0', ':']);
        if odd {
            return None;
        }
        located.push(segment);
    }
    if decoded.ends_with('/') || decoded.is_empty() {
        located.push("index.html");
    }
    Some(located)
}

/// Reads a file, in the smallest form that the client takes; None where there is none in the folder.
pub async fn serve(folder: &Path, file: &Path, request: &HeaderMap) -> Option<Response<Body>> {
    if !is_inside(folder, file).await {
        return None;
    }
    let name = file.file_name()?.to_str()?;
    let accepted = request.get("accept-encoding").and_then(|value| value.to_str().ok()).unwrap_or_default();
    for (encoding, suffix) in [("br", ".br"), ("gzip", ".gz")] {
        let sibling = file.with_file_name(format!("{name}{suffix}"));
        if takes(accepted, encoding)
            && let Ok(bytes) = tokio::fs::read(&sibling).await
        {
            return answer(name, bytes, Some(encoding));
        }
    }
    answer(name, tokio::fs::read(file).await.ok()?, None)
}

/// A link inside of the folder must not lead out of it.
async fn is_inside(folder: &Path, file: &Path) -> bool {
    let (folder, file) = (tokio::fs::canonicalize(folder).await, tokio::fs::canonicalize(file).await);
    matches!((folder, file), (Ok(folder), Ok(file)) if file.starts_with(&folder) && file.is_file())
}

fn takes(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        name.trim() == encoding && !matches!(weight.trim(), "q=0" | "q=0.0")
    })
}

fn answer(name: &str, bytes: Vec<u8>, encoding: Option<&str>) -> Option<Response<Body>> {
    let hashed = mime::is_hashed(name);
    let caching = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Response::builder()
        .header("content-type", mime::of(name))
        .header("cache-control", caching)
        .header("vary", "accept-encoding");
    if let Some(encoding) = encoding {
        response = response.header("content-encoding", encoding);
    }
    response.body(Body::from(bytes)).ok()
}

/// A small page for what is not there.
pub fn not_found() -> Response<Body> {
    const PAGE: &str = "<!DOCTYPE html><html lang=\"en\"><title>Not found</title><h1>Not found</h1></html>\n";
    let mut response = Response::new(Body::from(PAGE));
    *response.status_mut() = StatusCode::NOT_FOUND;
    let headers = response.headers_mut();
    headers.insert("content-type", axum::http::HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert("cache-control", axum::http::HeaderValue::from_static("no-cache"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside() {
        let folder = Path::new("/site");
        for path in
            ["/../etc/passwd", "/a/%2e%2e/b", "/.git/config", "/a%5C..%5Cb", "/%00", "/a/..%2fb", "/%zz"]
        {
            assert_eq!(locate(folder, path), None, "{path}");
        }
        assert_eq!(locate(folder, "/"), Some("/site/index.html".into()));
        assert_eq!(locate(folder, "/a/b%20c.js"), Some("/site/a/b c.js".into()));
    }

    #[test]
    fn encodings_are_weighed() {
        assert!(takes("gzip, br;q=0.5", "br") && takes("gzip", "gzip"));
        assert!(!takes("gzip, br;q=0", "br") && !takes("", "br"));
    }
}
