//! The site's side: the built console, its configuration, and the path proxy.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use tenantry_contracts::Vendor;

use super::options::{Mount, Options};
use super::proxy::Proxy;
use super::{config, csp, files, headers};

struct Site {
    folder: PathBuf,
    /// Starts and ends with a slash.
    base: String,
    /// Whether paths that name no file are routes of the page.
    routes: bool,
    mounts: Vec<Mount>,
    config: Bytes,
    accounts: Bytes,
    unlisted_accounts: Bytes,
    policy: HeaderValue,
    proxy: Proxy,
}

/// The prefixes of the path routes. Each lets through the operations of its own vendor alone.
const ROUTES: [(&str, Vendor); 2] = [("/proxy/acronis", Vendor::Acronis), ("/proxy/ionos", Vendor::Ionos)];

/// Everything on the site's port.
pub fn router(options: &Options, folder: &Path, vendor_port: u16) -> Result<Router, String> {
    if !folder.is_dir() {
        return Err(format!("--site {}: not a folder", folder.display()));
    }
    let config = config::config(options, vendor_port)?;
    let policy = HeaderValue::from_str(&csp::policy(&config)).map_err(|error| error.to_string())?;
    let site = Site {
        folder: folder.to_owned(),
        base: options.base.clone().unwrap_or_else(|| "/".to_owned()),
        routes: options.base.is_some(),
        mounts: options.mounts.clone(),
        config: config.to_string().into(),
        accounts: config::accounts(options.settings.seed, false).to_string().into(),
        unlisted_accounts: config::accounts(options.settings.seed, true).to_string().into(),
        policy,
        proxy: Proxy::new(vendor_port),
    };
    Ok(Router::new().fallback(answer).with_state(Arc::new(site)))
}

async fn answer(State(site): State<Arc<Site>>, request: Request<Body>) -> Response<Body> {
    let mut response = match route(request.uri().path()) {
        Some((vendor, upstream)) => site.proxy.forward(vendor, request, &upstream).await,
        None => site.file(request.method(), request.uri().path(), request.headers()).await,
    };
    headers::add(response.headers_mut(), &site.policy);
    response
}

/// The vendor that a path leads to, and the path there.
fn route(path: &str) -> Option<(Vendor, String)> {
    ROUTES.into_iter().find_map(|(prefix, vendor)| {
        let rest = path.strip_prefix(prefix).filter(|rest| rest.starts_with('/'))?;
        Some((vendor, rest.to_owned()))
    })
}

impl Site {
    async fn file(&self, method: &Method, path: &str, headers: &HeaderMap) -> Response<Body> {
        if method != Method::GET && method != Method::HEAD {
            let mut refused = Response::new(Body::empty());
            *refused.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
            refused.headers_mut().insert("allow", HeaderValue::from_static("GET, HEAD"));
            return refused;
        }
        let below = path.strip_prefix(self.base.trim_end_matches('/')).filter(|rest| rest.starts_with('/'));
        match path {
            "/sandbox/accounts.json" => json(&self.accounts),
            "/sandbox/unlisted-accounts.json" => json(&self.unlisted_accounts),
            "/config.json" => json(&self.config),
            _ if below == Some("/config.json") => json(&self.config),
            _ => self.found(path, below, headers).await.unwrap_or_else(files::not_found),
        }
    }

    async fn found(&self, path: &str, below: Option<&str>, headers: &HeaderMap) -> Option<Response<Body>> {
        for mount in &self.mounts {
            if let Some(rest) = path.strip_prefix(&mount.prefix).filter(|rest| rest.starts_with('/')) {
                return files::serve(&mount.folder, &files::locate(&mount.folder, rest)?, headers).await;
            }
        }
        let below = below?;
        let file = files::locate(&self.folder, below)?;
        match files::serve(&self.folder, &file, headers).await {
            None if self.routes && is_route(below) => {
                files::serve(&self.folder, &self.folder.join("index.html"), headers).await
            }
            served => served,
        }
    }
}

/// A last segment without a dot is no file of a built site.
fn is_route(path: &str) -> bool {
    !path.rsplit('/').next().unwrap_or_default().contains('.')
}

fn json(text: &Bytes) -> Response<Body> {
    let mut response = Response::new(Body::from(text.clone()));
    let headers = response.headers_mut();
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    headers.insert("cache-control", HeaderValue::from_static("no-store"));
    response
}
