//! The console's content security policy.

use serde_json::Value;

/// The policy for a console with this configuration: it may connect to its own origin and to the origins of
/// the routes that are not paths on it.
pub fn policy(config: &Value) -> String {
    let mut connect = String::from("connect-src 'self'");
    for origin in route_origins(config) {
        connect.push(' ');
        connect.push_str(&origin);
    }
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
         img-src 'self' data: blob:; {connect}; font-src 'self'; base-uri 'self'; form-action 'self'; \
         frame-ancestors 'self'; require-trusted-types-for 'script'"
    )
}

fn route_origins(config: &Value) -> Vec<String> {
    let mut origins = Vec::new();
    let connections = config.get("connections").and_then(Value::as_array);
    for connection in connections.into_iter().flatten() {
        for origin in connection_origins(connection) {
            if !origins.contains(&origin) {
                origins.push(origin);
            }
        }
    }
    origins
}

/// A route that names no origin of its own goes to the upstream's.
fn connection_origins(connection: &Value) -> Vec<String> {
    let route = connection.get("route").unwrap_or(&Value::Null);
    if route.get("kind").and_then(Value::as_str) == Some("path") {
        return Vec::new();
    }
    let texts = route.as_object().into_iter().flatten().filter_map(|(_, value)| value.as_str());
    let own: Vec<String> = texts.filter_map(origin).collect();
    let upstream = connection.get("upstream").and_then(Value::as_str).and_then(origin);
    if own.is_empty() { upstream.into_iter().collect() } else { own }
}

/// Only what can stand in a policy: a stray character must not end the directive.
fn origin(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"))?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
    (!authority.is_empty() && authority.bytes().all(plain)).then(|| format!("{scheme}://{authority}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_routes_that_leave_the_origin_are_named() {
        let config = serde_json::json!({ "connections": [
            { "upstream": "https://a.example/api/2", "route": { "kind": "path", "prefix": "/proxy/a" } },
            { "upstream": "https://b.example:444/api/2", "route": { "kind": "direct" } },
            { "upstream": "https://c.example/api", "route": { "kind": "prefix", "url": "https://p.example/x/" } },
            { "upstream": "https://evil.example; script-src *", "route": { "kind": "direct" } },
        ]});
        let policy = policy(&config);
        assert!(
            policy.contains("; connect-src 'self' https://b.example:444 https://p.example; font"),
            "{policy}"
        );
    }
}
