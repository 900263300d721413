//! Reads tables as spreadsheets save them (RFC 4180): divided by commas, semicolons or tabs, with or without a mark, in
//! UTF-8, or in UTF-16 with its mark. A file that is broken is refused with the line: a library that makes the best of
//! it would put an address into the wrong person's cell.

/// A row of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvRow {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvFault {
    /// It is in another encoding than UTF-8 or UTF-16.
    Encoding {
        /// The first line that cannot be read.
        line: usize,
    },
    /// A quotation mark is never closed.
    OpenQuote {
        /// The line on which it is opened.
        line: usize,
    },
    /// Something stands between a closing quotation mark and the end of its cell.
    AfterQuote {
        /// The line on which it stands.
        line: usize,
    },
}

/// The text of a file.
pub fn decode(bytes: &[u8]) -> Result<String, CsvFault> {
    let wide = |order: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units = bytes.chunks(2).map(|pair| <[u8; 2]>::try_from(pair).map(order));
        let units: Vec<u16> = units.collect::<Result<_, _>>().ok()?;
        String::from_utf16(&units).ok()
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(u16::from_le_bytes, rest).ok_or(1),
        [0xfe, 0xff, rest @ ..] => wide(u16::from_be_bytes, rest).ok_or(1),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => match std::str::from_utf8(rest) {
            // Text has no zeros; UTF-16 without a mark is full of them.
            Ok(text) if !text.contains('\0') => Ok(text.to_owned()),
            Ok(_) => Err(1),
            Err(fault) => Err(lines_before(rest.get(..fault.valid_up_to()).unwrap_or_default())),
        },
    };
    text.map_err(|line| CsvFault::Encoding { line })
}

/// The line that follows some bytes.
fn lines_before(bytes: &[u8]) -> usize {
    1 + bytes.iter().filter(|byte| **byte == b'\n').count()
}

/// The rows of a text; those without anything in them are left out.
pub fn rows(text: &str) -> Result<Vec<CsvRow>, CsvFault> {
    let mut reader = Reader::new(text);
    let mut letters = reader.rest.chars().peekable();
    while let Some(letter) = letters.next() {
        if reader.quote_at.is_some() {
            match letter {
                '"' if letters.next_if_eq(&'"').is_some() => reader.cell.push('"'),
                '"' => (reader.quote_at, reader.is_closed) = (None, true),
                _ => reader.take(letter),
            }
            continue;
        }
        match letter {
            // Of the two marks that end a line, the second is enough.
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => reader.end_row(),
            _ if letter == reader.divider => reader.end_cell(),
            '"' if reader.cell.is_empty() && !reader.is_closed => reader.quote_at = Some(reader.line),
            _ if reader.is_closed => return Err(CsvFault::AfterQuote { line: reader.line }),
            _ => reader.take(letter),
        }
    }
    match reader.quote_at {
        Some(line) => Err(CsvFault::OpenQuote { line }),
        None => Ok(reader.end()),
    }
}

struct Reader<'a> {
    rest: &'a str,
    divider: char,
    line: usize,
    begun_at: usize,
    cell: String,
    /// Where the quotation mark stands that is open.
    quote_at: Option<usize>,
    /// Whether the cell had quotation marks, and they are closed.
    is_closed: bool,
    cells: Vec<String>,
    rows: Vec<CsvRow>,
}

impl Reader<'_> {
    fn new(text: &str) -> Reader<'_> {
        // Excel names the divider in a line of its own.
        let named = text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n'));
        let named = named.and_then(|(divider, rest)| Some((divider.chars().next()?, rest)));
        let (line, divider, rest) = match named {
            Some((divider, rest)) => (2, divider, rest),
            None => (1, divider_of(text), text),
        };
        let (cell, cells, rows) = (String::new(), Vec::new(), Vec::new());
        Reader { rest, divider, line, begun_at: line, cell, quote_at: None, is_closed: false, cells, rows }
    }

    fn take(&mut self, letter: char) {
        self.line += usize::from(letter == '\n');
        self.cell.push(letter);
    }

    fn end_cell(&mut self) {
        self.cells.push(std::mem::take(&mut self.cell));
        self.is_closed = false;
    }

    fn end_row(&mut self) {
        self.keep_row();
        self.line += 1;
        self.begun_at = self.line;
    }

    fn keep_row(&mut self) {
        self.end_cell();
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            self.rows.push(CsvRow { line: self.begun_at, cells });
        }
    }

    fn end(mut self) -> Vec<CsvRow> {
        self.keep_row();
        self.rows
    }
}

/// What the first line has most of.
fn divider_of(text: &str) -> char {
    let head = text.lines().next().unwrap_or_default();
    let count = |divider: char| head.matches(divider).count();
    let most = [';', '\t'].into_iter().max_by_key(|one| count(*one)).filter(|one| count(*one) > count(','));
    most.unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(usize, Vec<String>)> {
        rows(text).unwrap().into_iter().map(|row| (row.line, row.cells)).collect()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn reads_what_spreadsheets_write() {
        let plain = [row(1, &["a", "b"]), row(2, &["1", "x, \"y\"; z"]), row(4, &["2", "two\nlines"])];
        assert_eq!(read("a,b\r\n1,\"x, \"\"y\"\"; z\"\r\n\r\n2,\"two\nlines\""), plain);
        assert_eq!(read("a;b\n1;\"x, \"\"y\"\"; z\"\n;\n2;\"two\nlines\"\n"), plain);
        assert_eq!(read("a\tb\r1\tx\r"), [row(1, &["a", "b"]), row(2, &["1", "x"])]);
        assert_eq!(read("sep=;\r\na;b,c\r\n"), [row(2, &["a", "b,c"])]);
        assert_eq!(read("a,b\n1,say \"no\"\n")[1], row(2, &["1", "say \"no\""]));
        assert_eq!(read(""), []);
    }

    #[test]
    fn what_is_broken_is_refused_with_its_line() {
        assert_eq!(rows("a,b\n1,\"x\n2,y\n"), Err(CsvFault::OpenQuote { line: 2 }));
        assert_eq!(rows("a,b\n\"x\ny\"z,1\n"), Err(CsvFault::AfterQuote { line: 3 }));
    }

    #[test]
    fn reads_the_encodings_that_say_what_they_are() {
        let wide = |order: fn(u16) -> [u8; 2], mark: [u8; 2]| {
            let letters = "é;b".encode_utf16().flat_map(order);
            mark.into_iter().chain(letters).collect::<Vec<u8>>()
        };
        assert_eq!(decode("\u{feff}é;b".as_bytes()).as_deref(), Ok("é;b"));
        assert_eq!(decode("é;b".as_bytes()).as_deref(), Ok("é;b"));
        assert_eq!(decode(&wide(u16::to_le_bytes, [0xff, 0xfe])).as_deref(), Ok("é;b"));
        assert_eq!(decode(&wide(u16::to_be_bytes, [0xfe, 0xff])).as_deref(), Ok("é;b"));
        assert_eq!(decode(b"a;b\nJos\xe9;x\n"), Err(CsvFault::Encoding { line: 2 }));
        assert_eq!(decode(b"\xff\xfea"), Err(CsvFault::Encoding { line: 1 }));
        assert_eq!(decode(b"a\0;\0"), Err(CsvFault::Encoding { line: 1 }));
    }
}
