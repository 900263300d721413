//! Contacts as a vCard file (RFC 2426, version 3.0, which every address book reads).

/// One person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// First name.
    pub first: String,
    /// Last name.
    pub last: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Whom they work for.
    pub organization: String,
    /// What they are asked about.
    pub categories: Vec<String>,
    /// Where they come from, in words.
    pub note: String,
}

/// The file.
pub fn vcards(cards: &[Card]) -> String {
    cards.iter().map(one).collect()
}

fn one(card: &Card) -> String {
    let name = [&card.first, &card.last].into_iter().filter(|part| !part.is_empty());
    let name = name.map(String::as_str).collect::<Vec<_>>().join(" ");
    // A card needs a name to stand under.
    let shown = [&name, &card.email, &card.organization].into_iter().find(|text| !text.is_empty());
    let categories = card.categories.iter().map(|one| escaped(one)).collect::<Vec<_>>().join(",");
    let told = [
        ("EMAIL;TYPE=INTERNET", escaped(&card.email)),
        ("TEL;TYPE=WORK,VOICE", escaped(&card.phone)),
        ("ORG", escaped(&card.organization)),
        ("CATEGORIES", categories),
        ("NOTE", escaped(&card.note)),
    ];
    let mut lines = vec![
        "BEGIN:VCARD".to_owned(),
        "VERSION:3.0".to_owned(),
        format!("N:{};{};;;", escaped(&card.last), escaped(&card.first)),
        format!("FN:{}", escaped(shown.map(String::as_str).unwrap_or_default())),
    ];
    lines.extend(
        told.into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| [name, ":", &value].concat()),
    );
    lines.push("END:VCARD".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// Without what would end a value or begin a line.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '\\' | ',' | ';' => safe.extend(['\\', one]),
            '\n' => safe.push_str("\\n"),
            one if one.is_control() => safe.push(' '),
            one => safe.push(one),
        }
    }
    safe
}

/// Bytes of a line; what is longer goes on in the next, behind a blank.
const LONGEST: usize = 75;

fn folded(line: &str) -> String {
    let (mut out, mut length) = (String::with_capacity(line.len() + 8), 0);
    for one in line.chars() {
        if length + one.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(one);
        length += one.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_has_what_is_told() {
        let card = Card {
            first: "Ana".to_owned(),
            last: "Sanz; Ruiz".to_owned(),
            email: "ana@x.example".to_owned(),
            organization: "Café, S.L.\r\nEND:VCARD".to_owned(),
            categories: vec!["billing".to_owned(), "technical".to_owned()],
            ..Card::default()
        };
        assert_eq!(
            vcards(&[card]),
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Sanz\\; Ruiz;Ana;;;\r\nFN:Ana Sanz\\; Ruiz\r\nEMAIL;TYPE=INTERNET:ana@x.example\r\n\
             ORG:Café\\, S.L. \\nEND:VCARD\r\nCATEGORIES:billing,technical\r\nEND:VCARD\r\n"
        );
        let bare = vcards(&[Card { email: "x@y.example".to_owned(), ..Card::default() }]);
        assert!(bare.contains("N:;;;;\r\nFN:x@y.example\r\n"));
    }

    #[test]
    fn long_lines_are_folded_between_letters() {
        let card = Card { note: "é".repeat(200), ..Card::default() };
        let text = vcards(&[card]);
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&["NOTE:", &"é".repeat(200), "\r\n"].concat()));
    }
}
