//! Contacts from a CSV file: a row for each contact. `tenant_id` and `email` say which contact it is; the other columns
//! are named as the contract names the fields of a contact, `types` among them. An empty cell says nothing.

use std::collections::HashMap;

use super::contact_field::ContactField;
use super::contact_type::{ContactType, ContactTypes};
use super::contact_write::ContactTexts;
use super::ids::TenantId;
use super::rules::{Reason, can_be_contact_email};
use crate::csv::{self, CsvFault, CsvRow};
use crate::uuid::Uuid;

/// The column of the tenant's id.
pub const TENANT_ID: &str = "tenant_id";

/// The column of what a contact is for.
pub const TYPES: &str = "types";

/// What a row says of a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactRow {
    /// The line on which it stands.
    pub line: usize,
    /// Whose contact it is.
    pub tenant: TenantId,
    /// What it is for; `None` where the row does not say.
    pub types: Option<Vec<ContactType>>,
    /// The cells that are filled in, the address among them.
    pub texts: ContactTexts,
}

impl ContactRow {
    /// The address, by which a contact is found.
    pub fn email(&self) -> &str {
        self.texts.get(&ContactField::Email).map_or("", String::as_str)
    }

    fn key(&self) -> (TenantId, String, Option<ContactTypes>) {
        let types = self.types.as_ref().map(|types| types.iter().map(|one| one.word()).collect());
        (self.tenant, self.email().to_lowercase(), types)
    }
}

/// What is wrong with a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It breaks a rule of the contract.
    Rule(Reason),
    /// The contract knows no such type.
    NoSuchType(String),
    /// An earlier line is about the same contact.
    Twice(usize),
    /// The row has more cells than the file has columns.
    TooManyCells,
}

/// A cell that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadCell {
    /// The line.
    pub line: usize,
    /// The column, as the contract spells it.
    pub column: &'static str,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// A file that could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactFile {
    /// The rows in which nothing is wrong.
    pub rows: Vec<ContactRow>,
    /// What is wrong with the others.
    pub bad: Vec<BadCell>,
    /// Columns that say nothing of a contact.
    pub ignored: Vec<String>,
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is no table.
    Csv(CsvFault),
    /// Nothing is in it.
    Empty,
    /// It lacks this column.
    NoColumn(&'static str),
    /// It has this column twice.
    ColumnTwice(&'static str),
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Tenant,
    Types,
    Text(ContactField),
}

impl Column {
    fn name(self) -> &'static str {
        match self {
            Column::Tenant => TENANT_ID,
            Column::Types => TYPES,
            Column::Text(field) => field.name(),
        }
    }

    /// By its head, however that is capitalised and divided: `E-mail`, `First name`.
    fn read(head: &str) -> Option<Column> {
        let texts = ContactField::ALL.into_iter().map(Column::Text);
        [Column::Tenant, Column::Types].into_iter().chain(texts).find(|one| plain(one.name()) == plain(head))
    }
}

fn plain(head: &str) -> String {
    head.chars().filter(|one| one.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Reads a file.
pub fn read_file(bytes: &[u8]) -> Result<ContactFile, FileFault> {
    let rows = csv::decode(bytes).and_then(|text| csv::rows(&text)).map_err(FileFault::Csv)?;
    let mut rows = rows.into_iter().filter(|row| !is_remark(row));
    let head = rows.next().ok_or(FileFault::Empty)?;
    let columns: Vec<Option<Column>> = head.cells.iter().map(|cell| Column::read(cell)).collect();
    for needed in [Column::Tenant, Column::Text(ContactField::Email)] {
        if !columns.contains(&Some(needed)) {
            return Err(FileFault::NoColumn(needed.name()));
        }
    }
    let twice = |column: &&Column| columns.iter().flatten().filter(|one| one == column).count() > 1;
    if let Some(column) = columns.iter().flatten().find(twice) {
        return Err(FileFault::ColumnTwice(column.name()));
    }
    let unknown = head.cells.iter().zip(&columns).filter(|(_, column)| column.is_none());
    let ignored = unknown.map(|(cell, _)| cell.trim().to_owned()).filter(|name| !name.is_empty()).collect();
    let mut file = ContactFile { ignored, ..ContactFile::default() };
    let mut seen = HashMap::new();
    for row in rows {
        match read_row(&row, &columns) {
            // Two contacts of a tenant may have one address, for different things.
            Ok(contact) => match seen.insert(contact.key(), row.line) {
                Some(before) => {
                    file.bad.push(bad(&row, Column::Text(ContactField::Email), Wrong::Twice(before)));
                }
                None => file.rows.push(contact),
            },
            Err(wrong) => file.bad.extend(wrong),
        }
    }
    Ok(file)
}

/// The last line of a file that Tenantry wrote says what it is.
fn is_remark(row: &CsvRow) -> bool {
    let mut cells = row.cells.iter();
    cells.next().is_some_and(|first| first.starts_with('#')) && cells.all(|cell| cell.trim().is_empty())
}

fn bad(row: &CsvRow, column: Column, wrong: Wrong) -> BadCell {
    BadCell { line: row.line, column: column.name(), wrong }
}

fn read_row(row: &CsvRow, columns: &[Option<Column>]) -> Result<ContactRow, Vec<BadCell>> {
    let (mut tenant, mut types, mut texts) = (Err(Reason::Empty), Ok(None), ContactTexts::new());
    for (cell, column) in row.cells.iter().zip(columns) {
        let cell = without_apostrophe(cell.trim());
        match column {
            _ if cell.is_empty() => {}
            Some(Column::Tenant) => tenant = Uuid::parse(cell).map(TenantId).ok_or(Reason::NoId),
            Some(Column::Types) => types = read_types(cell).map(Some),
            Some(Column::Text(field)) => _ = texts.insert(*field, cell.to_owned()),
            None => {}
        }
    }
    let email = can_be_contact_email(texts.get(&ContactField::Email).map_or("", String::as_str));
    let extra = row.cells.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty());
    let wrong = [
        tenant.clone().err().map(|why| (Column::Tenant, Wrong::Rule(why))),
        types.clone().err().map(|word| (Column::Types, Wrong::NoSuchType(word))),
        email.err().map(|why| (Column::Text(ContactField::Email), Wrong::Rule(why))),
        extra.then_some((Column::Tenant, Wrong::TooManyCells)),
    ];
    let wrong: Vec<_> = wrong.into_iter().flatten().map(|(column, wrong)| bad(row, column, wrong)).collect();
    match (tenant, types) {
        (Ok(tenant), Ok(types)) if wrong.is_empty() => {
            Ok(ContactRow { line: row.line, tenant, types, texts })
        }
        _ => Err(wrong),
    }
}

/// Types as people write several in a cell.
fn read_types(cell: &str) -> Result<Vec<ContactType>, String> {
    let words = cell.split([',', ';', '|', '/', ' ']).map(str::trim).filter(|word| !word.is_empty());
    let mut types = Vec::new();
    for word in words {
        let one = ContactType::read(word).ok_or_else(|| word.to_owned())?;
        if !types.contains(&one) {
            types.push(one);
        }
    }
    Ok(types)
}

/// An apostrophe keeps a spreadsheet from running what follows it; it is no part of the text.
fn without_apostrophe(cell: &str) -> &str {
    let is_led = |rest: &&str| rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    cell.strip_prefix('\'').filter(is_led).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "00000000-0000-0000-0000-000000000007";

    fn read(text: &str) -> ContactFile {
        read_file(text.as_bytes()).unwrap()
    }

    fn wrong(rows: &str) -> Vec<(usize, &'static str, Wrong)> {
        let file = read(&format!("tenant_id,types,email\n{rows}"));
        file.bad.into_iter().map(|one| (one.line, one.column, one.wrong)).collect()
    }

    #[test]
    fn a_row_is_a_contact_and_an_empty_cell_says_nothing() {
        let file = read(&format!(
            "\u{feff}Tenant;tenant_id;Types;E-mail;First name;phone\r\n\
             Café;{ID};billing technical;ana@x.example;Ana;'+34 1\r\n;{ID};;Bo@x.example;;\r\n# 2 contacts, complete\r\n"
        ));
        assert_eq!((file.bad.as_slice(), file.ignored.as_slice()), (&[][..], &["Tenant".to_owned()][..]));
        let [ana, bo] = file.rows.as_slice() else { panic!("{:?}", file.rows) };
        assert_eq!((ana.line, ana.tenant, ana.email()), (2, TenantId(Uuid(7)), "ana@x.example"));
        assert_eq!(ana.types.as_deref(), Some(&[ContactType::Billing, ContactType::Technical][..]));
        assert_eq!(ana.texts[&ContactField::Phone], "+34 1");
        assert_eq!((bo.types.as_ref(), bo.texts.len()), (None, 1));
    }

    #[test]
    fn a_bad_cell_is_named_by_line_and_column() {
        let rows = format!(
            "x,boss,a@x.example\n,billing,\n{ID},legal,nobody\n{ID},,a@x.example\n{ID},,A@X.example\n{ID},,b@x.example,more\n"
        );
        assert_eq!(
            wrong(&rows),
            [
                (2, "tenant_id", Wrong::Rule(Reason::NoId)),
                (2, "types", Wrong::NoSuchType("boss".to_owned())),
                (3, "tenant_id", Wrong::Rule(Reason::Empty)),
                (3, "email", Wrong::Rule(Reason::Empty)),
                (4, "email", Wrong::Rule(Reason::NoEmail)),
                (6, "email", Wrong::Twice(5)),
                (7, "tenant_id", Wrong::TooManyCells),
            ]
        );
    }

    #[test]
    fn a_file_without_the_columns_is_refused() {
        let fault = |text: &str| read_file(text.as_bytes()).unwrap_err();
        assert_eq!(fault(" \n"), FileFault::Empty);
        assert_eq!(fault("email\n"), FileFault::NoColumn("tenant_id"));
        assert_eq!(fault("tenant_id\n"), FileFault::NoColumn("email"));
        assert_eq!(fault("tenant id,email,E-Mail\n"), FileFault::ColumnTwice("email"));
        assert_eq!(fault("tenant_id,email\n\"x"), FileFault::Csv(CsvFault::OpenQuote { line: 2 }));
        let latin = read_file(b"tenant_id,email\nJos\xe9,\n").unwrap_err();
        assert_eq!(latin, FileFault::Csv(CsvFault::Encoding { line: 2 }));
    }

    #[test]
    fn the_file_that_the_documentation_shows_is_one() {
        let text = std::fs::read_to_string("../docs/contacts.md").unwrap();
        let file = read(text.split_once("```csv\n").unwrap().1.split_once("```").unwrap().0);
        assert_eq!((file.rows.len(), file.bad.len(), file.ignored.len()), (1, 0, 0));
        assert_eq!(file.rows[0].texts[&ContactField::Phone], "+34 600 000 000");
    }

    #[test]
    fn a_hundred_thousand_rows() {
        let rows: String = (0..100_000).map(|at| format!("{ID},billing,a{at}@x.example\n")).collect();
        assert_eq!(read(&format!("tenant_id,types,email\n{rows}")).rows.len(), 100_000);
    }
}
