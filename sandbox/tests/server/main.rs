//! The program as others start it: its line of JSON, its two ports, the proxy between them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "all of this file is test code, its helpers too"
)]

mod ionos;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};

use serde_json::Value;

struct Server {
    child: Child,
    stdin: Option<ChildStdin>,
    site: String,
    vendor: String,
    folder: PathBuf,
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Server {
    fn start(name: &str, more: &[&str]) -> Server {
        let folder = std::env::temp_dir().join(format!("tenantry-sandbox-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("site/sub")).unwrap();
        for (file, text) in [
            ("site/index.html", "<p>page</p>"),
            ("site/app-0123456789abcdef_bg.wasm", "plain"),
            ("site/app-0123456789abcdef_bg.wasm.br", "small"),
            ("secret.txt", "secret"),
        ] {
            std::fs::write(folder.join(file), text).unwrap();
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_tenantry-sandbox"))
            .args(["--port", "0", "--site-port", "0", "--tenants", "350", "--check", "--until-stdin-closes"])
            .arg("--site")
            .arg(folder.join("site"))
            .arg("--log")
            .arg(folder.join("log"))
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let said: Value = serde_json::from_str(&line).unwrap();
        let host = |key: &str| said[key].as_str().unwrap().split('/').nth(2).unwrap().to_owned();
        let stdin = child.stdin.take();
        Server { site: host("site"), vendor: host("vendor"), child, stdin, folder }
    }

    /// One request on a connection of its own; headers as lines.
    fn ask(host: &str, line: &str, headers: &str, body: &str) -> Answer {
        let mut stream = TcpStream::connect(host).unwrap();
        let length =
            if body.is_empty() { String::new() } else { format!("content-length: {}\r\n", body.len()) };
        write!(stream, "{line} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n{headers}{length}\r\n{body}")
            .unwrap();
        let mut raw = Vec::new();
        // A connection that is cut ends in an error; what came before it counts.
        let _ = stream.read_to_end(&mut raw);
        let end = raw.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8_lossy(&raw[..end]).to_lowercase();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: raw[end + 4..].to_vec() }
    }

    fn site(&self, line: &str, headers: &str) -> Answer {
        Server::ask(&self.site, line, headers, "")
    }

    fn token(&self, client_id: &str) -> String {
        let unlisted = if client_id.starts_with("own-") { "unlisted-" } else { "" };
        let accounts = self.site(&format!("GET /sandbox/{unlisted}accounts.json"), "").json();
        let all = accounts["accounts"].as_array().unwrap();
        let account = all.iter().find(|one| one["client_id"] == client_id).unwrap();
        let secret = account["client_secret"].as_str().unwrap();
        let body = format!("grant_type=client_credentials&client_id={client_id}&client_secret={secret}");
        let form = "content-type: application/x-www-form-urlencoded\r\n";
        let answer = Server::ask(&self.site, "POST /proxy/acronis/api/2/idp/token", form, &body);
        format!("authorization: Bearer {}\r\n", answer.json()["access_token"].as_str().unwrap())
    }
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn the_site_has_production_headers() {
    let server = Server::start("headers", &["--direct"]);
    let page = server.site("GET /", "");
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains(&format!("connect-src 'self' http://{};", server.vendor)), "{policy}");
    assert!(policy.ends_with("require-trusted-types-for 'script'"));
    let expected = [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cache-control", "no-cache"),
        ("content-type", "text/html; charset=utf-8"),
    ];
    for (name, value) in expected {
        assert_eq!(page.header(name), Some(value));
    }
    let wasm = server.site("GET /app-0123456789abcdef_bg.wasm", "accept-encoding: gzip, br\r\n");
    assert_eq!((wasm.header("content-encoding"), wasm.body.as_slice()), (Some("br"), &b"small"[..]));
    assert_eq!(
        (wasm.header("content-type"), wasm.header("vary")),
        (Some("application/wasm"), Some("accept-encoding"))
    );
    assert_eq!(wasm.header("cache-control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(server.site("GET /app-0123456789abcdef_bg.wasm", "").body, b"plain");
    let head = server.site("HEAD /", "");
    assert_eq!((head.status, head.header("content-length"), head.body.len()), (200, Some("11"), 0));
}

#[test]
fn nothing_else_is_served() {
    let server = Server::start("paths", &[]);
    for path in [
        "/nothing",
        "/tenants/x",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/sub/..%2f..%2fsecret.txt",
        "/sub/",
    ] {
        let answer = server.site(&format!("GET {path}"), "");
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.header("content-security-policy").is_some());
    }
    assert_eq!(server.site("POST /", "").status, 405);
}

#[test]
fn routes_below_a_base_are_the_page() {
    let server = Server::start("base", &["--base", "/a/b/"]);
    for (path, status) in [
        ("/a/b/", 200),
        ("/a/b/tenants/x", 200),
        ("/a/b/missing.js", 404),
        ("/", 404),
        ("/a/b/config.json", 200),
    ] {
        assert_eq!(server.site(&format!("GET {path}"), "").status, status, "{path}");
    }
}

#[test]
fn the_proxy_passes_the_contract_and_no_more() {
    let server = Server::start("proxy", &[]);
    let token = server.token("demo");
    let me = server.site("GET /proxy/acronis/api/2/users/me", &token);
    assert_eq!((me.status, me.json()["login"].as_str()), (200, Some("a.marin@umbrella")));
    assert_eq!(me.header("content-security-policy"), Some("sandbox; default-src 'none'"));
    let configuration = server.site("GET /proxy/acronis/.well-known/openid-configuration", "");
    assert!(configuration.json()["issuer"].as_str().unwrap().ends_with(&server.vendor));
    for (line, status) in [
        ("GET /proxy/acronis/api/2/idp/authorize", 404),
        ("GET /proxy/acronis/secret", 404),
        ("DELETE /proxy/acronis/api/2/tenants", 405),
        ("GET /proxy/acronis/api/2/tenants/%2e%2e/users/me", 400),
        ("GET /proxy/acronis/api/2/tenants/%252e", 400),
    ] {
        let answer = server.site(line, &token);
        assert_eq!(
            (answer.status, answer.header("x-content-type-options")),
            (status, Some("nosniff")),
            "{line}"
        );
    }
    let log = std::fs::read_to_string(server.folder.join("log")).unwrap();
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let operations: Vec<&str> = lines.iter().map(|line| line["operation"].as_str().unwrap()).collect();
    assert_eq!(operations, ["idp_token_post", "users_me_get", "well_known_openid_configuration_get"]);
    assert!(!log.contains("client_secret") && !log.contains("Bearer"));
}

#[test]
fn the_vendor_sends_no_cors_headers() {
    let server = Server::start("cors", &[]);
    let direct =
        Server::ask(&server.vendor, "GET /.well-known/openid-configuration", "origin: http://x\r\n", "");
    assert!(direct.status == 200 && !direct.head.contains("access-control"));
    assert_eq!(Server::ask(&server.vendor, "OPTIONS /api/2/tenants", "origin: http://x\r\n", "").status, 405);
}

#[test]
fn a_cut_answer_is_cut_through_the_proxy_too() {
    let server = Server::start("cut", &[]);
    let token = server.token("fault-cut");
    let me = server.site("GET /proxy/acronis/api/2/users/me", &token).json();
    let mut target = format!("subtree_root_id={}", me["tenant_id"].as_str().unwrap());
    for page in 0..3 {
        let answer = server.site(&format!("GET /proxy/acronis/api/2/tenants?{target}"), &token);
        let announced: usize = answer.header("content-length").unwrap().parse().unwrap();
        assert_eq!(answer.status, 200);
        if page == 2 {
            assert_eq!(answer.body.len(), announced / 2);
        } else {
            assert_eq!(answer.body.len(), announced);
            target = format!("after={}", answer.json()["paging"]["cursors"]["after"].as_str().unwrap());
        }
    }
}

#[test]
fn a_lost_answer_is_lost_through_the_proxy_too() {
    let server = Server::start("lost", &[]);
    let token = server.token("fault-put-lost");
    let setting = "/api/2/applications/6e6d758d-8e74-3ae3-ac84-50eb0dff12eb/settings/tenants/\
        f313ecf6-9256-4afd-9d47-72e032ee81d0/report%2Fweekly%2050%25";
    let headers = format!("{token}content-type: application/json\r\n");
    for (host, prefix) in [(&server.vendor, ""), (&server.site, "/proxy/acronis")] {
        for value in [11, 12] {
            let body = format!("{{\"value\":{value}}}");
            let lost = Server::ask(host, &format!("PUT {prefix}{setting}"), &headers, &body);
            let announced: usize = lost.header("content-length").unwrap().parse().unwrap();
            assert!(announced > 100 && lost.body.is_empty(), "{host}");
            let read = Server::ask(host, &format!("GET {prefix}{setting}"), &token, "");
            assert_eq!(read.json()["own"]["value"], value);
        }
    }
}

#[test]
fn settings_are_written_and_deleted_through_the_proxy() {
    let server = Server::start("settings", &[]);
    let token = server.token("own-3");
    let setting = "/proxy/acronis/api/2/applications/6e6d758d-8e74-3ae3-ac84-50eb0dff12eb/settings/tenants/\
        f313ecf6-9256-4afd-9d47-72e032ee81d0/report%2Fweekly%2050%25";
    let headers = format!("{token}content-type: application/json\r\n");
    let body = r#"{"value":false,"lock":false,"exclusive":true}"#;
    let written = Server::ask(&server.site, &format!("PUT {setting}"), &headers, body);
    assert_eq!((written.status, &written.json()["own"]["exclusive"]), (200, &true.into()));
    for expected in [204, 404] {
        assert_eq!(server.site(&format!("DELETE {setting}"), &token).status, expected);
    }
    let listed = server.site("GET /sandbox/accounts.json", "");
    assert!(!String::from_utf8(listed.body).unwrap().contains("own-"));
}

#[test]
fn it_ends_with_its_parent_and_names_a_taken_port() {
    let mut server = Server::start("stop", &[]);
    let port = server.vendor.rsplit(':').next().unwrap().to_owned();
    let second =
        Command::new(env!("CARGO_BIN_EXE_tenantry-sandbox")).args(["--port", &port]).output().unwrap();
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(!second.status.success() && said.lines().count() == 1 && said.contains("--port 0"), "{said}");
    drop(server.stdin.take());
    assert!(server.child.wait().unwrap().success());
}
