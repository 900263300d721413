//! The bytes of a `config.json` as text: what is no JSON file at all is told from one with a fault in it.

use super::error::{ConfigError, Problem};

/// No real configuration comes near this.
pub(super) const MAX_BYTES: usize = 1024 * 1024;

/// The text of a file, without a mark of its encoding; or what came instead of one.
pub(super) fn text(bytes: &[u8]) -> Result<&str, ConfigError> {
    let wrong = |problem, detail: &str| Err(ConfigError::whole_file(problem, detail));
    if bytes.len() > MAX_BYTES {
        return wrong(Problem::TooLarge, &format!("it is larger than {MAX_BYTES} bytes"));
    }
    if let Some(name) = wide(bytes) {
        return wrong(
            Problem::Encoding,
            &format!("it is saved as {name}; save it as UTF-8 (in the editor: Save as, encoding)"),
        );
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(not_utf8(bytes, error.valid_up_to())),
    };
    let begin = text.trim_start();
    match begin.chars().next() {
        None => wrong(Problem::NotJson, "it is empty; it must hold an object with `connections`"),
        Some('<') => wrong(
            Problem::WebPage,
            "the server sent a web page in its place. Where that is a sign-in page, open this address in another \
             tab, sign in there, then reload here. Else the server has no config.json beside the page, and sends \
             its start page for what it does not have",
        ),
        Some(_) => Ok(text),
    }
}

/// The encodings of Windows' editors and shells, by their mark, or by the zero beside each plain letter.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..] => Some("UTF-16"),
        _ => None,
    }
}

fn not_utf8(bytes: &[u8], at: usize) -> ConfigError {
    let before = bytes.get(..at).unwrap_or_default();
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let column = before.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
    let detail =
        "a letter is not in UTF-8; save the file as UTF-8 (in the editor: Save as, encoding)".to_owned();
    ConfigError { problem: Problem::Encoding, field: None, place: Some((line, column)), detail }
}
