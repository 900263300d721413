//! Tables as CSV and JSON. The first line says whether they are complete.

use serde_json::{Map, Value as Json};

/// A table to be exported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it is of, and whether it is complete.
    pub about: String,
    /// Column names.
    pub columns: Vec<String>,
    /// Rows, a cell for each column; `None` where there is nothing.
    pub rows: Vec<Vec<Option<String>>>,
}

impl Table {
    /// As CSV (RFC 4180), with a comment line in front.
    pub fn csv(&self) -> String {
        let line = |cells: Vec<String>| cells.join(",") + "\r\n";
        let mut text = format!("# {}\r\n", self.about.replace(['\r', '\n'], " "));
        text += &line(self.columns.iter().map(|name| cell(name)).collect());
        for row in &self.rows {
            text += &line(row.iter().map(|one| one.as_deref().map(cell).unwrap_or_default()).collect());
        }
        text
    }

    /// As JSON: what it is about, and a list of objects.
    pub fn json(&self) -> String {
        let object = |row: &Vec<Option<String>>| {
            let cells = self.columns.iter().zip(row);
            let pair = |(name, cell): (&String, &Option<String>)| {
                (name.clone(), cell.as_deref().map_or(Json::Null, Json::from))
            };
            Json::Object(cells.map(pair).collect::<Map<_, _>>())
        };
        let rows: Vec<Json> = self.rows.iter().map(object).collect();
        let mut whole = Map::new();
        whole.insert("about".to_owned(), Json::from(self.about.as_str()));
        whole.insert("rows".to_owned(), Json::from(rows));
        format!("{:#}\n", Json::Object(whole))
    }
}

/// A cell in quotes where it needs them. Spreadsheets take a cell that begins with one of these for a formula
/// and run it, so a text that does is led by an apostrophe.
fn cell(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '@', '\t', '\r'])
        || (text.starts_with('-') && text.parse::<f64>().is_err());
    let text = if runs { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_formulas() {
        let table = Table {
            about: "two\nrows, complete".to_owned(),
            columns: vec!["name".to_owned(), "value".to_owned()],
            rows: vec![
                vec![Some("a,\"b\"".to_owned()), None],
                vec![Some("=HYPERLINK(1)".to_owned()), Some("-2".to_owned())],
            ],
        };
        assert_eq!(
            table.csv(),
            "# two rows, complete\r\nname,value\r\n\"a,\"\"b\"\"\",\r\n'=HYPERLINK(1),-2\r\n"
        );
        let json: Json = serde_json::from_str(&table.json()).unwrap();
        assert_eq!(json["rows"][1]["name"], "=HYPERLINK(1)");
        assert!(json["rows"][0]["value"].is_null());
    }
}
