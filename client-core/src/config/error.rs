//! What is wrong with a configuration, and where.

use std::fmt;

use crate::json_path;

/// A configuration that the console does not start with.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct ConfigError {
    /// What kind of fault it is.
    pub problem: Problem,
    /// The field, such as `connections[0].vendor`; `None` where it is the whole file.
    pub field: Option<String>,
    /// Line and column, from 1.
    pub place: Option<(usize, usize)>,
    /// What is wrong and what would be right.
    pub detail: String,
}

/// The kinds of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file is not there.
    Missing,
    /// The file could not be fetched.
    Unreachable,
    /// A web page came in its place.
    WebPage,
    /// The file is not in UTF-8.
    Encoding,
    /// The text is not JSON.
    NotJson,
    /// The text is JSON, but a field is missing, unknown, or not what it should be.
    Field,
    /// The file is larger than any configuration.
    TooLarge,
}

impl ConfigError {
    /// A fault of the file as a whole.
    pub fn whole_file(problem: Problem, detail: impl Into<String>) -> Self {
        ConfigError { problem, field: None, place: None, detail: detail.into() }
    }

    /// A fault of the text, with its field where it is one.
    pub(super) fn new(text: &str, error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let problem = if error.is_data() { Problem::Field } else { Problem::NotJson };
        let path = json_path::at(text.as_bytes(), line, column);
        let field = (problem == Problem::Field && path != ".").then_some(path);
        let detail = match problem {
            Problem::Field if !text.trim_start().starts_with('{') => not_an_object(text.trim()),
            Problem::NotJson => foreign(text, line, column).map(str::to_owned),
            _ => None,
        };
        // serde_json ends its words with " at line 3 column 5", which the screen says in its own way.
        let words = error.to_string();
        let words = words.rsplit_once(" at line ").map_or(words.as_str(), |(detail, _)| detail);
        let detail = detail.unwrap_or_else(|| plain(words));
        ConfigError { problem, field, place: Some((line, column)), detail }
    }
}

/// What stands in the whole file instead of an object.
fn not_an_object(text: &str) -> Option<String> {
    let holds = match text.chars().next()? {
        '[' => "a list",
        '"' => "a text",
        '-' | '0'..='9' => "a number",
        _ => text.split_whitespace().next()?,
    };
    Some(format!("the file holds {holds}; it must hold an object: {{ \"connections\": [ … ] }}"))
}

/// What people write that other languages have and JSON has not, where the fault is.
fn foreign(text: &str, line: usize, column: usize) -> Option<&'static str> {
    let line = text.split('\n').nth(line.checked_sub(1)?)?;
    // The column counts bytes, and is that of the last one that was looked at.
    let mut at = column.saturating_sub(1).min(line.len());
    while !line.is_char_boundary(at) {
        at -= 1;
    }
    let rest = line.get(at..)?;
    let before = line.get(..at)?;
    match rest.chars().next()? {
        '/' | '*' if rest.starts_with("//") || rest.starts_with("/*") || before.ends_with('/') => {
            Some(COMMENT)
        }
        '#' => Some(COMMENT),
        '\'' => Some("text stands in double quotes, \"…\", not in single ones"),
        '“' | '”' | '„' | '‟' | '‘' | '’' | '«' | '»' => Some(
            "text stands in plain quotes, \"…\", not in typographic ones; editors for letters put those in",
        ),
        _ => None,
    }
}

const COMMENT: &str = "it holds a comment; JSON has none, so take it out";

/// serde's names for faults, in the words of a configuration.
fn plain(detail: &str) -> String {
    let words = [("unknown variant", "unknown value"), ("invalid type:", "wrong type:")];
    words.iter().fold(detail.to_owned(), |text, (serde, ours)| text.replacen(serde, ours, 1))
}

impl fmt::Display for ConfigError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("config.json")?;
        if let Some((line, column)) = self.place {
            write!(out, ", line {line}, column {column}")?;
        }
        if let Some(field) = &self.field {
            write!(out, ", field {field}")?;
        }
        write!(out, ": {}", self.detail)
    }
}
