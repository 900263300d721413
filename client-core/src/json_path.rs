//! Where in a JSON text a fault is: from the line and column that serde_json tells to a path such as
//! `items[3].contact.email`.
//!
//! serde_path_to_error does the same by following along while it reads, which doubles the code of every
//! model: 15 KB of the bundle. This looks again, and only when something is wrong.

/// The path of the value that stands at this line and column, both from 1; `.` for the whole.
pub fn at(text: &[u8], line: usize, column: usize) -> String {
    let lines = text.split_inclusive(|byte| *byte == b'\n');
    let before: usize = lines.take(line.saturating_sub(1)).map(<[u8]>::len).sum();
    let end = (before + column).min(text.len());
    let mut way = Way::default();
    let mut bytes = text.get(..end).unwrap_or(text).iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => way.string(read_string(&mut bytes)),
            b'{' => way.open(Step::Key(None)),
            b'[' => way.open(Step::Index(0)),
            // What is wrong with a whole object is told at its closing bracket, so it is left here.
            b'}' | b']' => drop(way.0.pop()),
            b',' => way.next(),
            _ => {}
        }
    }
    way.write()
}

enum Step {
    /// In an object: the key whose value this is, once it has come.
    Key(Option<String>),
    /// In a list.
    Index(usize),
}

#[derive(Default)]
struct Way(Vec<Step>);

impl Way {
    fn open(&mut self, step: Step) {
        self.0.push(step);
    }

    fn next(&mut self) {
        match self.0.last_mut() {
            Some(Step::Key(key)) => *key = None,
            Some(Step::Index(index)) => *index += 1,
            None => {}
        }
    }

    /// A string is a key where an object waits for one; else it is a value.
    fn string(&mut self, text: String) {
        if let Some(Step::Key(key @ None)) = self.0.last_mut() {
            *key = Some(text);
        }
    }

    fn write(&self) -> String {
        let mut path = String::new();
        for step in &self.0 {
            match step {
                Step::Key(Some(key)) => {
                    path.push_str(if path.is_empty() { "" } else { "." });
                    path.push_str(key);
                }
                Step::Index(index) => path.push_str(&format!("[{index}]")),
                Step::Key(None) => {}
            }
        }
        if path.is_empty() { ".".to_owned() } else { path }
    }
}

/// The rest of a string, up to its closing quote. Escapes are kept as they stand.
fn read_string(bytes: &mut std::slice::Iter<'_, u8>) -> String {
    let (mut text, mut escaped) = (Vec::new(), false);
    for byte in bytes.by_ref() {
        match byte {
            b'"' if !escaped => break,
            _ => text.push(*byte),
        }
        escaped = *byte == b'\\' && !escaped;
    }
    String::from_utf8_lossy(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_place() {
        let path = |text: &str, end: &str| {
            let before = &text[..text.find(end).unwrap() + end.len()];
            let line = before.matches('\n').count() + 1;
            at(text.as_bytes(), line, before.len() - before.rfind('\n').map_or(0, |at| at + 1))
        };
        let text = "{\"a\": [1, {\"b\": \"x,}\\\"\", \n \"c\": true}],\n\"d\": {\"e\": null}}";
        assert_eq!(path(text, "[1"), "a[0]");
        assert_eq!(path(text, "\"x,"), "a[1].b");
        assert_eq!(path(text, "true"), "a[1].c");
        assert_eq!(path(text, "true}"), "a[1]");
        assert_eq!(path(text, "}]"), "a");
        assert_eq!(path(text, "null"), "d.e");
        assert_eq!(path(text, "null}"), "d");
        assert_eq!(path("7", "7"), ".");
        assert_eq!(at(b"", 5, 9), ".");
    }
}
