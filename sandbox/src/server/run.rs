//! Starting and stopping.

use std::io::{Read, Write};
use std::net::Ipv4Addr;
use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;

use super::log::Log;
use super::options::{Options, Port};
use super::{site, vendor};
use crate::Sandbox;

/// Serves until it is stopped; an error is one readable line.
pub async fn run(options: Options) -> Result<(), String> {
    let log = options.log.as_deref().map(Log::open).transpose()?;
    let vendor_listener = listen("--port", options.port).await?;
    let vendor_port = port_of(&vendor_listener)?;
    let site = match &options.site {
        Some(folder) => {
            let listener = listen("--site-port", options.site_port).await?;
            Some((listener, site::router(&options, folder, vendor_port)?))
        }
        None => None,
    };
    let site_port = site.as_ref().map(|(listener, _)| port_of(listener)).transpose()?;
    let vendor = vendor::router(Arc::new(Sandbox::new(options.settings)), log);
    announce(&options, vendor_port, site_port);
    tokio::select! {
        ended = serve(vendor_listener, vendor) => ended,
        ended = serve_site(site) => ended,
        () = stop(options.until_stdin_closes) => Ok(()),
    }
}

async fn listen(option: &str, port: Port) -> Result<TcpListener, String> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port.number)).await {
        Ok(listener) => Ok(listener),
        Err(_) if !port.explicit => TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .await
            .map_err(|error| format!("no free port: {error}")),
        Err(error) => Err(format!(
            "port {} cannot be used ({error}); choose another with {option}, or {option} 0 for any free one",
            port.number
        )),
    }
}

fn port_of(listener: &TcpListener) -> Result<u16, String> {
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

/// Prints one line of JSON for programs on standard output, and the rest for people on standard error.
fn announce(options: &Options, vendor: u16, site: Option<u16>) {
    let site_url =
        site.map(|port| format!("http://127.0.0.1:{port}{}", options.base.as_deref().unwrap_or("/")));
    let line = serde_json::json!({ "site": site_url, "vendor": format!("http://127.0.0.1:{vendor}") });
    let mut out = std::io::stdout();
    // Nobody may be reading standard output; that does not stop the server.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
    eprintln!("{} tenants, seed {}; Ctrl-C stops", options.settings.tenants, options.settings.seed);
    if let Some(url) = site_url {
        eprintln!("the console: {url}");
    }
}

async fn serve(listener: TcpListener, router: Router) -> Result<(), String> {
    axum::serve(listener, router).await.map_err(|error| format!("the server stopped: {error}"))
}

async fn serve_site(site: Option<(TcpListener, Router)>) -> Result<(), String> {
    match site {
        Some((listener, router)) => serve(listener, router).await,
        None => std::future::pending().await,
    }
}

async fn stop(until_stdin_closes: bool) {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated() => {}
        () = stdin_closed(until_stdin_closes) => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}

/// Reads on a thread of its own, because a read of standard input cannot be cancelled.
async fn stdin_closed(wanted: bool) {
    if !wanted {
        std::future::pending::<()>().await;
    }
    let (sender, closed) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 1024];
        let mut stdin = std::io::stdin();
        while stdin.read(&mut buffer).is_ok_and(|read| read > 0) {}
        let _ = sender.send(());
    });
    let _ = closed.await;
}
