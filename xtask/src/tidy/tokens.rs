//! Rust source as words and marks, just enough of it for rules that ask which names a file uses. Comments, strings
//! and what is compiled for tests alone are left out.

/// One word or mark with its line, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    pub line: usize,
}

/// The tokens of a file that is shipped.
pub fn shipped(text: &str) -> Vec<Token> {
    without_tests(tokens(text))
}

/// The index after the bracket that closes the one at `open`, or the end.
pub fn after_group(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while let Some(first) = rest.chars().next() {
        let (length, is_token) = next(rest, first);
        let (piece, after) = rest.split_at(length.min(rest.len()));
        if is_token {
            found.push(Token { text: piece.to_owned(), line });
        }
        line += piece.matches('\n').count();
        rest = after;
    }
    found
}

/// How long the next piece is, and whether it is kept.
fn next(rest: &str, first: char) -> (usize, bool) {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let word = || rest.find(|letter| !is_word(letter)).unwrap_or(rest.len());
    match first {
        _ if rest.starts_with("//") => (rest.find('\n').unwrap_or(rest.len()), false),
        _ if rest.starts_with("/*") => (rest.find("*/").map_or(rest.len(), |at| at + 2), false),
        'r' | 'b' | 'c' if raw_string(rest).is_some() => (raw_string(rest).unwrap_or(1), false),
        '"' => (string(rest), false),
        '\'' => quote(rest),
        ':' if rest.starts_with("::") => (2, true),
        '=' if rest.starts_with("=>") || rest.starts_with("==") => (2, true),
        '!' if rest.starts_with("!=") => (2, true),
        _ if is_word(first) => (word(), true),
        _ => (first.len_utf8(), !first.is_whitespace()),
    }
}

/// The length of `r"…"`, `br#"…"#` and the like.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.trim_start_matches(['r', 'b', 'c']);
    if rest.len() - after.len() > 2 {
        return None;
    }
    let hashes = after.len() - after.trim_start_matches('#').len();
    let inner = after.get(hashes..)?.strip_prefix('"')?;
    let start = rest.len() - inner.len();
    let is_raw = rest.get(..rest.len() - after.len()).is_some_and(|prefix| prefix.contains('r'));
    if !is_raw {
        return (hashes == 0).then(|| start - 1 + string(rest.get(start - 1..).unwrap_or_default()));
    }
    let end = format!("\"{}", "#".repeat(hashes));
    Some(inner.find(&end).map_or(rest.len(), |at| start + at + end.len()))
}

fn string(rest: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// A character is left out, and so is the quote of a lifetime, whose name stays as a word.
fn quote(rest: &str) -> (usize, bool) {
    let mut letters = rest.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some((second, _))) => {
            let end = rest.get(second + 1..).and_then(|tail| tail.find('\''));
            (end.map_or(rest.len(), |at| second + 1 + at + 1), false)
        }
        (Some(_), Some((at, '\''))) => (at + 1, false),
        _ => (1, false),
    }
}

/// Leaves out each item behind `#[cfg(test)]`.
fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let ahead = tokens.iter().skip(at).take(MARK.len()).map(|one| one.text.as_str());
        if ahead.eq(MARK) {
            at = after_item(&tokens, at + MARK.len());
        } else {
            kept.push(token.clone());
            at += 1;
        }
    }
    kept
}

/// The index after the item that begins here: behind its semicolon or its braces.
fn after_item(tokens: &[Token], start: usize) -> usize {
    let mut at = start;
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            ";" => return at + 1,
            "{" => {
                let end = after_group(tokens, at);
                // `use a::{b};` goes on behind its braces.
                let goes_on = tokens.get(end).is_some_and(|next| next.text == ";");
                return if goes_on { end + 1 } else { end };
            }
            "(" | "[" => at = after_group(tokens, at),
            _ => at += 1,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        shipped(text).into_iter().map(|one| one.text).collect()
    }

    #[test]
    fn comments_strings_and_tests_are_left_out() {
        let text = "a::b // c\n/* d */ \"e \\\" f\" r#\"g\"h\"# br\"i\" 'j' '\\n' &'life k == b\"l\" 'x'";
        assert_eq!(words(text), ["a", "::", "b", "&", "life", "k", "=="]);
        let text = "#[cfg(test)]\nuse a::{b};\n#[cfg(test)]\n#[allow(x)]\nfn c(d: [u8; 2]) { e }\n\
                    #[cfg(test)] mod tests;\nkept";
        assert_eq!(words(text), ["kept"]);
    }

    #[test]
    fn lines_are_counted() {
        let found = shipped("a\n\"b\n\"\nc");
        assert_eq!(found.iter().map(|one| one.line).collect::<Vec<_>>(), [1, 4]);
    }
}
