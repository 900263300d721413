//! Tables as CSV and JSON files. How complete they are stands in the file's name, in the last line of a CSV and in a
//! field of a JSON.

use serde_json::{Map, Value as Json};

/// A table to be exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the file is named after, such as `settings` and the tenant's name.
    pub subject: Vec<String>,
    /// What it is of, in words.
    pub about: String,
    /// How much of that it holds.
    pub extent: Extent,
    /// Column names.
    pub columns: Vec<String>,
    /// What a CSV says where a cell has nothing; JSON says null.
    pub untold: &'static str,
    /// Rows, a cell for each column; `None` where there is nothing.
    pub rows: Vec<Vec<Option<String>>>,
}

/// How much of what it is about a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything.
    Complete,
    /// What a filter leaves of everything.
    Filtered,
    /// What could be read.
    Partial,
}

impl Extent {
    /// By whether everything was read, and whether all that was read is shown.
    pub fn of(is_read: bool, is_shown: bool) -> Extent {
        match (is_read, is_shown) {
            (false, _) => Extent::Partial,
            (true, false) => Extent::Filtered,
            (true, true) => Extent::Complete,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Extent::Complete => "complete",
            Extent::Filtered => "filtered",
            Extent::Partial => "partial",
        }
    }

    /// The message that says it.
    pub fn message(self) -> &'static str {
        match self {
            Extent::Complete => "export.complete",
            Extent::Filtered => "export.filtered",
            Extent::Partial => "export.partial",
        }
    }
}

impl Table {
    /// As CSV (RFC 4180): the header, the rows, and a last line in `words` on what it is and how complete. Begins with
    /// the mark of UTF-8, without which Excel reads the letters of another encoding.
    pub fn csv(&self, words: &str) -> String {
        let line = |cells: Vec<String>| cells.join(",") + "\r\n";
        let mut text = String::from('\u{feff}');
        text += &line(self.columns.iter().map(|name| cell(name)).collect());
        for row in &self.rows {
            text += &line(row.iter().map(|one| cell(one.as_deref().unwrap_or(self.untold))).collect());
        }
        text + &cell(&format!("# {}", words.replace(['\r', '\n'], " "))) + "\r\n"
    }

    /// As JSON: what it is about, how complete, and a list of objects. Values are as they are: nothing runs JSON.
    pub fn json(&self, words: &str) -> String {
        let object = |row: &Vec<Option<String>>| {
            let cells = self.columns.iter().zip(row);
            let pair = |(name, cell): (&String, &Option<String>)| {
                (name.clone(), cell.as_deref().map_or(Json::Null, Json::from))
            };
            Json::Object(cells.map(pair).collect::<Map<_, _>>())
        };
        let rows: Vec<Json> = self.rows.iter().map(object).collect();
        let mut whole = Map::new();
        whole.insert("about".to_owned(), Json::from(words));
        whole.insert("extent".to_owned(), Json::from(self.extent.word()));
        whole.insert("rows".to_owned(), Json::from(rows));
        format!("{:#}\n", Json::Object(whole))
    }

    /// The file's name, such as `settings_Iberia_2026-11-25_filtered.csv`, for a day of the user's.
    pub fn file_name(&self, day: &str, extension: &str) -> String {
        let parts = self.subject.iter().map(|part| name_part(part)).filter(|part| !part.is_empty());
        let rest = [day.to_owned(), self.extent.word().to_owned()];
        [&parts.chain(rest).collect::<Vec<_>>().join("_"), ".", extension].concat()
    }
}

/// Bytes of a part of a file's name; file systems take 255 for the whole.
const LONGEST_PART: usize = 72;

/// What may stand in a file's name on every system, and between two `_`: no path, no wildcard, nothing invisible.
fn name_part(text: &str) -> String {
    let mut name = String::new();
    for one in text.chars() {
        let is_plain = one.is_ascii_alphanumeric() || ".+()@-".contains(one);
        let one = if is_plain || !(one.is_ascii() || is_odd_in_names(one)) { one } else { '-' };
        if name.len() + one.len_utf8() > LONGEST_PART {
            break;
        }
        // One dash for all that is left out between two letters.
        if one != '-' || !name.ends_with('-') {
            name.push(one);
        }
    }
    name.trim_matches(['-', '.']).to_owned()
}

fn is_odd_in_names(one: char) -> bool {
    one.is_control()
        || one.is_whitespace()
        || is_invisible(one)
        || matches!(one, '／' | '＼' | '：' | '\u{fffd}')
}

/// Without a shape of its own: marks of direction, joiners, blanks without width.
fn is_invisible(one: char) -> bool {
    matches!(one, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A cell in quotes where a comma, a semicolon or a tab would end it: which one does depends on the country that the
/// spreadsheet was set up for.
fn cell(text: &str) -> String {
    let text = without_formulas(text);
    if text.contains([',', ';', '\t', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// Spreadsheets run what begins like a formula, so such a text is led by an apostrophe. A cell may begin anew inside:
/// where semicolons or tabs divide the cells, quotes behind a comma hold nothing together.
fn without_formulas(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for piece in text.split_inclusive([';', '\t', '\n', '\r']) {
        if runs(piece) {
            safe.push('\'');
        }
        safe.push_str(piece);
    }
    safe
}

/// Whether a spreadsheet may take it for a formula; also behind blanks, and in the wide letters of East Asia. What is a
/// plain number is none.
fn runs(piece: &str) -> bool {
    let begin = piece.trim_start_matches(|one: char| one.is_whitespace() || is_invisible(one));
    match begin.chars().next() {
        Some('=' | '@' | '＝' | '＠' | '﹦' | '﹫' | '＋' | '－' | '﹢' | '﹣' | '−') => true,
        Some('+' | '-') => {
            let number = begin.trim_end_matches([';', '\t', '\n', '\r', ' ', ']', '}', ')']);
            number.parse::<f64>().is_err() || number.contains(|one: char| one.is_ascii_alphabetic())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: Vec<Vec<Option<String>>>) -> Table {
        Table {
            subject: vec!["settings".to_owned(), "Iberia".to_owned()],
            about: "two rows".to_owned(),
            untold: "",
            extent: Extent::Filtered,
            columns: vec!["name".to_owned(), "value".to_owned()],
            rows,
        }
    }

    #[test]
    fn the_header_is_first_and_the_extent_last() {
        let table = table(vec![
            vec![Some("a,\"b\"".to_owned()), None],
            vec![Some("=HYPERLINK(1)".to_owned()), Some("-2".to_owned())],
        ]);
        assert_eq!(
            table.csv("two\nrows, filtered"),
            "\u{feff}name,value\r\n\"a,\"\"b\"\"\",\r\n'=HYPERLINK(1),-2\r\n\"# two rows, filtered\"\r\n"
        );
        let json: Json = serde_json::from_str(&table.json("two rows, filtered")).unwrap();
        assert_eq!(
            (&json["about"], &json["extent"]),
            (&Json::from("two rows, filtered"), &Json::from("filtered"))
        );
        assert_eq!(json["rows"][1]["name"], "=HYPERLINK(1)");
        assert!(json["rows"][0]["value"].is_null());
        assert_eq!(table.file_name("2026-11-25", "csv"), "settings_Iberia_2026-11-25_filtered.csv");
    }

    /// Whatever divides the cells, quotes honoured or not: no cell begins like a formula.
    #[test]
    fn no_country_runs_a_cell() {
        let starts =
            ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-cmd|x", "＝1+1", "＋1", "－1+a", "＠x", "−x", "﹦1"];
        let blanks =
            ["", " ", "\u{a0}", "\u{3000}", "\u{200b}", "\u{feff}", "\t", "\n", "\r", "\r\n ", "\u{2003}"];
        let befores = ["", "x", "x;", "x\t", "x\n", "x\r", "x\r\n", "a,b;", "\";"];
        for before in befores {
            for blank in blanks {
                for start in starts {
                    let text = [before, blank, start].concat();
                    let written = cell(&text);
                    let read = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
                    let read = read.map_or(written.clone(), |inside| inside.replace("\"\"", "\""));
                    // What stands in the middle of a word is no beginning.
                    let is_begin = before != "x" || blank.contains(['\t', '\n', '\r']);
                    assert_eq!(
                        read.contains('\''),
                        is_begin || start.contains('\''),
                        "{text:?} became {written}"
                    );
                    for piece in read.split([';', '\t', '\n', '\r']) {
                        assert!(!runs(piece), "{text:?} became {written}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_no_formula_is_left_as_it_is() {
        for plain in
            ["-2", "+3.5", "-2;x", "[1,-2]", "a-b", "a = b", "x@y.example", "'=x", "Café; -1", "{\"a\":-1}"]
        {
            let inside = cell(plain);
            let inside = inside.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(&inside);
            assert_eq!(inside.replace("\"\"", "\""), plain);
        }
        for divider in [",", ";", "\t", "\n", "\r", "\""] {
            assert!(cell(&format!("a{divider}b")).starts_with('"'), "{divider:?}");
        }
    }

    #[test]
    fn names_are_safe_on_every_system() {
        for (name, part) in [
            ("Iberia", "Iberia"),
            ("Café Orquídea S.L.", "Café-Orquídea-S.L"),
            ("東京 支店", "東京-支店"),
            ("../../etc/passwd", "etc-passwd"),
            ("a\\b:c*d?e\"f<g>h|i", "a-b-c-d-e-f-g-h-i"),
            ("invoice\u{202e}fdp.exe", "invoice-fdp.exe"),
            ("a_b%20c", "a-b-20c"),
            (" \u{200b}\n", ""),
            ("...", ""),
            ("／＼：", ""),
        ] {
            assert_eq!(name_part(name), part);
        }
        let long =
            Table { subject: vec!["x".to_owned(), "東".repeat(500), "é".repeat(500)], ..table(Vec::new()) };
        let name = long.file_name("2026-11-25", "json");
        assert!(name.len() < 255 && name.ends_with("_2026-11-25_filtered.json"), "{name}");
        let nameless = Table { subject: vec!["users".to_owned(), "/".to_owned()], ..table(Vec::new()) };
        assert_eq!(nameless.file_name("2026-11-25", "csv"), "users_2026-11-25_filtered.csv");
    }
}
