//! JSON written straight as text: a page of 5,000 tenants must not go through a tree of values.

/// Appends a JSON string with its quotes.
pub fn push_string(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte < 0x20 || byte == b'"' || byte == b'\\') {
        let (clean, from) = rest.split_at(at);
        out.push_str(clean);
        push_escape(out, from.bytes().next().unwrap_or(0));
        rest = from.get(1..).unwrap_or_default();
    }
    out.push_str(rest);
    out.push('"');
}

fn push_escape(out: &mut String, byte: u8) {
    match byte {
        b'"' => out.push_str("\\\""),
        b'\\' => out.push_str("\\\\"),
        b'\n' => out.push_str("\\n"),
        b'\r' => out.push_str("\\r"),
        b'\t' => out.push_str("\\t"),
        _ => out.push_str(&format!("\\u{byte:04x}")),
    }
}

/// Writes one JSON object, member by member.
pub struct Object<'a> {
    out: &'a mut String,
    first: bool,
}

impl<'a> Object<'a> {
    /// Opens the object; [`Object::end`] closes it.
    pub fn begin(out: &'a mut String) -> Object<'a> {
        out.push('{');
        Object { out, first: true }
    }

    /// Closes it.
    pub fn end(self) {
        self.out.push('}');
    }

    /// Starts a member, for a value that the caller writes.
    pub fn key(&mut self, name: &str) -> &mut String {
        self.out.push_str(if self.first { "\"" } else { ",\"" });
        self.first = false;
        self.out.push_str(name);
        self.out.push_str("\":");
        self.out
    }

    /// A string member.
    pub fn text(&mut self, name: &str, value: &str) -> &mut Self {
        push_string(self.key(name), value);
        self
    }

    /// A string or null.
    pub fn text_or_null(&mut self, name: &str, value: Option<&str>) -> &mut Self {
        match value {
            Some(value) => self.text(name, value),
            None => self.raw(name, "null"),
        }
    }

    /// A member whose value is JSON already.
    pub fn raw(&mut self, name: &str, json: &str) -> &mut Self {
        self.key(name).push_str(json);
        self
    }

    /// True or false.
    pub fn flag(&mut self, name: &str, value: bool) -> &mut Self {
        self.raw(name, if value { "true" } else { "false" })
    }

    /// A whole number.
    pub fn number(&mut self, name: &str, value: u64) -> &mut Self {
        let out = self.key(name);
        // Infallible: the target is a String.
        let _ = std::fmt::Write::write_fmt(out, format_args!("{value}"));
        self
    }

    /// A list, each element written by `each`.
    pub fn list<T>(
        &mut self,
        name: &str,
        items: impl IntoIterator<Item = T>,
        mut each: impl FnMut(&mut String, T),
    ) -> &mut Self {
        let out = self.key(name);
        out.push('[');
        for (at, item) in items.into_iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            each(out, item);
        }
        out.push(']');
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_as_serde_does() {
        for text in ["", "plain", "a\"b\\c", "tab\t\r\n\u{0}\u{1f}", "日本 é 🏳️‍🌈", "\"", "ends\\"]
        {
            let mut out = String::new();
            push_string(&mut out, text);
            assert_eq!(serde_json::from_str::<String>(&out).unwrap(), text, "{out}");
        }
    }
}
