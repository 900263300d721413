//! A route given as a template, such as `https://relay.example/{host}{path}{query}`.

use super::url::Url;
use crate::encode;

/// A checked template: literal text and placeholders in turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Url,
    Scheme,
    Host,
    Path,
    Query,
}

impl Template {
    /// Reads a template; the error says what would be right.
    pub fn parse(text: &str) -> Result<Template, String> {
        let parts = split(text)?;
        let has = |part: &Part| parts.contains(part);
        let in_parts = has(&Part::Host) && has(&Part::Path) && has(&Part::Query);
        if !in_parts && !has(&Part::Url) {
            return Err("a template needs `{url}`, or all of `{host}`, `{path}` and `{query}`".to_owned());
        }
        let fixed = matches!(parts.first(), Some(Part::Text(text)) if Url::parse(text).is_ok());
        if !fixed {
            return Err(
                "a template starts with the relay's own address, such as `https://relay.example/`".to_owned()
            );
        }
        Ok(Template(parts))
    }

    /// The URL that is fetched for this upstream URL.
    pub fn fill(&self, upstream: &Url) -> String {
        let parts = self.0.iter().map(|part| match part {
            Part::Text(text) => text.clone(),
            // The whole URL becomes one value, so its own separators are encoded too.
            Part::Url => encode::form(&[("", upstream.to_string())]).trim_start_matches('=').to_owned(),
            Part::Scheme => upstream.scheme().to_owned(),
            Part::Host => upstream.host.clone(),
            Part::Path => upstream.path.clone(),
            Part::Query => upstream.query_part(),
        });
        parts.collect()
    }

    /// The upstream URL behind a fetched one; `None` where the link was not made by this template.
    pub fn unfill(&self, link: &str, upstream_scheme: &str) -> Option<String> {
        let (mut rest, mut found) = (link, Found { scheme: upstream_scheme, ..Found::default() });
        for (at, part) in self.0.iter().enumerate() {
            let end = match part {
                Part::Text(text) => {
                    rest = rest.strip_prefix(text.as_str())?;
                    continue;
                }
                Part::Url => {
                    self.0.get(at + 1).and_then(as_text).map_or(Some(rest.len()), |next| rest.find(next))?
                }
                Part::Scheme => rest.find(|one: char| !one.is_ascii_alphabetic()).unwrap_or(rest.len()),
                Part::Host => rest.find(['/', '?']).unwrap_or(rest.len()),
                Part::Path => rest.find('?').unwrap_or(rest.len()),
                Part::Query => rest.len(),
            };
            let (value, tail) = rest.split_at_checked(end)?;
            rest = tail;
            match part {
                Part::Url => return rest_fits(&self.0, at, rest).then(|| encode::decode(value)),
                Part::Scheme => found.scheme = value,
                Part::Host => found.host = value,
                Part::Path => found.path = value,
                Part::Query => found.query = value,
                Part::Text(_) => {}
            }
        }
        rest.is_empty().then(|| format!("{}://{}{}{}", found.scheme, found.host, found.path, found.query))
    }
}

#[derive(Default)]
struct Found<'a> {
    scheme: &'a str,
    host: &'a str,
    path: &'a str,
    query: &'a str,
}

fn as_text(part: &Part) -> Option<&str> {
    match part {
        Part::Text(text) => Some(text),
        _ => None,
    }
}

/// After `{url}` only literal text may follow, and it must be the rest of the link.
fn rest_fits(parts: &[Part], at: usize, rest: &str) -> bool {
    let tail = parts.get(at + 1..).unwrap_or_default();
    tail.iter().map(|part| as_text(part).unwrap_or("\0")).collect::<String>() == rest
}

fn split(text: &str) -> Result<Vec<Part>, String> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((before, after)) = rest.split_once('{') {
        if !before.is_empty() {
            parts.push(Part::Text(before.to_owned()));
        }
        let (name, tail) = after.split_once('}').ok_or("a `{` in the template has no `}`")?;
        parts.push(match name {
            "url" => Part::Url,
            "scheme" => Part::Scheme,
            "host" => Part::Host,
            "path" => Part::Path,
            "query" => Part::Query,
            _ => {
                return Err(format!(
                    "`{{{name}}}` is not known; use {{url}}, {{scheme}}, {{host}}, {{path}}, {{query}}"
                ));
            }
        });
        rest = tail;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest.to_owned()));
    }
    Ok(parts)
}
