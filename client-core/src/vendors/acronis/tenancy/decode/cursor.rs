//! Reading JSON from bytes of which the end may not have come yet.

/// Why a value could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The bytes end in the middle of it; more may come.
    Incomplete,
    /// It is not JSON.
    Bad(&'static str),
}

pub(super) type Read<T> = Result<T, Stop>;

/// A place in the bytes.
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    pub at: usize,
}

/// A string as it stands in the bytes, without its quotes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw<'a> {
    pub bytes: &'a [u8],
    pub escaped: bool,
}

/// Deeper nesting is refused: nothing in the contracts comes near.
const DEEPEST: usize = 128;

impl<'a> Cursor<'a> {
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        Cursor { bytes, at }
    }

    /// The next byte that is not white space, without taking it.
    pub fn peek(&mut self) -> Read<u8> {
        loop {
            match self.bytes.get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(byte) => return Ok(*byte),
                None => return Err(Stop::Incomplete),
            }
        }
    }

    /// Takes the next byte, which must be this one.
    pub fn expect(&mut self, byte: u8, wanted: &'static str) -> Read<()> {
        if self.peek()? != byte {
            return Err(Stop::Bad(wanted));
        }
        self.at += 1;
        Ok(())
    }

    /// Takes the next byte if it is this one.
    pub fn take(&mut self, byte: u8) -> Read<bool> {
        let there = self.peek()? == byte;
        self.at += usize::from(there);
        Ok(there)
    }

    /// Takes a string.
    pub fn string(&mut self) -> Read<Raw<'a>> {
        self.expect(b'"', "expected a string")?;
        let (start, mut escaped) = (self.at, false);
        loop {
            let rest = self.bytes.get(self.at..).ok_or(Stop::Incomplete)?;
            let found = memchr::memchr2(b'"', b'\\', rest).ok_or(Stop::Incomplete)?;
            let end = self.at + found;
            if self.bytes.get(end) == Some(&b'"') {
                self.at = end + 1;
                let bytes = self.bytes.get(start..end).unwrap_or_default();
                return Ok(Raw { bytes, escaped });
            }
            escaped = true;
            self.at = end + 2;
        }
    }

    /// Takes `"key":`.
    pub fn key(&mut self) -> Read<Raw<'a>> {
        let key = self.string()?;
        self.expect(b':', "expected `:` after a key")?;
        Ok(key)
    }

    /// After a value: `true` when another follows, `false` at the closing bracket, which is taken.
    pub fn goes_on(&mut self, close: u8) -> Read<bool> {
        if self.take(b',')? {
            return Ok(true);
        }
        self.expect(close, "expected `,` or the closing bracket")?;
        Ok(false)
    }

    /// Passes over a value and gives its bytes. Its inside is not checked further than its brackets.
    pub fn skip(&mut self) -> Read<&'a [u8]> {
        let first = self.peek()?;
        let start = self.at;
        match first {
            b'"' => {
                self.string()?;
            }
            b'{' | b'[' => self.skip_nested()?,
            _ => self.skip_word()?,
        }
        Ok(self.bytes.get(start..self.at).unwrap_or_default())
    }

    fn skip_nested(&mut self) -> Read<()> {
        let mut closers = Vec::new();
        loop {
            match self.bytes.get(self.at).ok_or(Stop::Incomplete)? {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' => closers.push(b'}'),
                b'[' => closers.push(b']'),
                close @ (b'}' | b']') if closers.pop() != Some(*close) => {
                    return Err(Stop::Bad("the brackets do not match"));
                }
                _ => {}
            }
            self.at += 1;
            match closers.len() {
                0 => return Ok(()),
                depth if depth > DEEPEST => return Err(Stop::Bad("nested too deep")),
                _ => {}
            }
        }
    }

    /// A number, `true`, `false` or `null`. It ends where something else begins, so that must have come.
    fn skip_word(&mut self) -> Read<()> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        let length = rest.iter().position(|byte| !is_word(byte)).ok_or(Stop::Incomplete)?;
        if length == 0 {
            return Err(Stop::Bad("expected a value"));
        }
        self.at += length;
        Ok(())
    }
}

impl<'a> Raw<'a> {
    /// The text. What is not UTF-8 becomes U+FFFD; `None` where an escape is not one.
    pub fn text(self) -> Option<std::borrow::Cow<'a, str>> {
        if !self.escaped {
            return Some(String::from_utf8_lossy(self.bytes));
        }
        // Escapes are rare, and serde_json knows them all.
        let quoted = [b"\"", self.bytes, b"\""].concat();
        let text = String::from_utf8_lossy(&quoted);
        serde_json::from_str(&text).ok().map(std::borrow::Cow::Owned)
    }
}
