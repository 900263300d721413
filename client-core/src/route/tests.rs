//! The table of routes: every kind there and back, and the links that are refused.

use super::*;

const PAGE: &str = "https://console.example";

fn route(text: &str) -> Route {
    match text.split_once(' ') {
        Some(("path", prefix)) => Route::Path(prefix.to_owned()),
        Some(("prefix", relay)) => Route::Prefix(relay.to_owned()),
        Some(("template", template)) => Route::Template(Template::parse(template).unwrap()),
        _ => Route::Direct,
    }
}

#[test]
fn there_and_back() {
    let table = [
        ("direct", "https://host/api/2/tenants?limit=5", "https://host/api/2/tenants?limit=5"),
        ("path /proxy/acronis", "https://host/api/2/tenants", "/proxy/acronis/api/2/tenants"),
        ("path /p", "https://host/api/2/a%2Fb/?x=%2F&y", "/p/api/2/a%2Fb/?x=%2F&y"),
        ("path /p", "http://[::1]:8471/api/2/x", "/p/api/2/x"),
        ("prefix https://relay/", "https://host/api/2/x?q=1", "https://relay/https://host/api/2/x?q=1"),
        ("prefix https://relay/?u=", "https://h:8443/api/2/x", "https://relay/?u=https://h:8443/api/2/x"),
        (
            "template https://relay/?url={url}&k=1",
            "https://host/api/2/x?q=a%20b&r",
            "https://relay/?url=https%3A%2F%2Fhost%2Fapi%2F2%2Fx%3Fq%3Da%2520b%26r&k=1",
        ),
        (
            "template https://relay/{host}{path}{query}",
            "https://host:8443/api/2/x?q=1",
            "https://relay/host:8443/api/2/x?q=1",
        ),
        (
            "template https://relay/{scheme}/{host}{path}{query}",
            "http://[::1]:1/api/2/",
            "https://relay/http/[::1]:1/api/2/",
        ),
    ];
    for (kind, upstream, fetched) in table {
        let (route, url) = (route(kind), Url::parse(upstream).unwrap());
        assert_eq!(route.fetch_url(&url), fetched, "{kind}");
        let base = Url { path: "/api/2".to_owned(), query: None, ..url.clone() };
        assert_eq!(
            route.upstream_url(&base, PAGE, fetched).as_ref(),
            Ok(&url),
            "{kind}: back from the fetched form"
        );
        assert_eq!(
            route.upstream_url(&base, PAGE, upstream).as_ref(),
            Ok(&url),
            "{kind}: back from the vendor's form"
        );
    }
}

#[test]
fn other_forms_of_a_link() {
    let base = Url::parse("https://host/api/2").unwrap();
    let proxied = route("path /p");
    for link in
        ["/api/2/x", "//host/api/2/x", "https://console.example/p/api/2/x", "https://HOST:443/api/2/x"]
    {
        let url = proxied.upstream_url(&base, PAGE, link).map(|url| url.to_string());
        assert_eq!(url.as_deref(), Ok("https://host/api/2/x"), "{link}");
    }
}

#[test]
fn links_that_lead_elsewhere_are_refused() {
    let base = Url::parse("https://host/api/2").unwrap();
    let routes = ["direct", "path /p", "prefix https://relay/", "template https://relay/?u={url}"];
    let links = [
        "https://evil/api/2/x",
        "http://host/api/2/x",
        "https://host:8443/api/2/x",
        "https://host.evil/api/2/x",
        "https://host@evil/api/2/x",
        "//evil/api/2/x",
        "/api/22/x",
        "/api/2/../x",
        "/api/2/%2e%2e/x",
        "/other",
        "javascript:alert(1)",
        "data:,x",
        "",
        "x",
        "\\\\evil\\x",
        "https://console.example/api/2/x",
        "https://relay/https://evil/api/2",
        "https://relay/?u=https%3A%2F%2Fevil%2Fapi%2F2",
        "/p/other/x",
        "https://host/api/2/x\n",
        "https://hos\u{200b}t/api/2",
    ];
    for kind in routes {
        for link in links {
            let answer = route(kind).upstream_url(&base, PAGE, link);
            assert!(answer.is_err(), "{kind} took {link:?} as {answer:?}");
        }
    }
}

#[test]
fn templates_are_checked() {
    for bad in [
        "https://relay/",
        "{url}",
        "https://relay/{host}",
        "https://relay/{where}",
        "https://relay/{url",
        "x{url}",
    ] {
        assert!(Template::parse(bad).is_err(), "{bad} was taken");
    }
}
