//! The texts of other languages than English as files of the site, with the index in which the console finds them;
//! and a pseudo-language that shows which words on screen come from no message file.

use std::path::{Path, PathBuf};

use crate::{Result, files};

use super::site::{Asset, Site};

/// The language that is compiled in.
const ENGLISH: &str = "en";

/// The tag of the pseudo-language: one that the standard leaves to private use.
pub const PSEUDO: &str = "qps";

/// One message file.
struct Messages {
    language: String,
    part: String,
    text: String,
}

/// Adds every language but English, each file under its hash; nothing where there is no other.
pub fn add(site: &mut Site<'_>) -> Result<Option<Asset>> {
    let mut index = String::new();
    for Messages { language, part, text } in all()?.iter().filter(|one| one.language != ENGLISH) {
        let asset = site.add_hashed(&format!("messages-{language}-{part}"), "txt", text.as_bytes())?;
        index.push_str(&format!("{language} {part} {} {}\n", asset.name, asset.integrity));
    }
    if index.is_empty() { Ok(None) } else { site.add_hashed("languages", "txt", index.as_bytes()).map(Some) }
}

/// Writes the pseudo-language and an index of it, to be served as `languages/`. It never is in `dist/`.
pub fn write_pseudo() -> Result<PathBuf> {
    let folder = files::target().join("languages");
    let mut index = String::new();
    for Messages { part, text, .. } in all()?.iter().filter(|one| one.language == ENGLISH) {
        let name = format!("{PSEUDO}-{part}.txt");
        files::write(&folder.join(&name), pseudo_file(text))?;
        index.push_str(&format!("{PSEUDO} {part} languages/{name}\n"));
    }
    files::write(&folder.join("languages.txt"), index)?;
    Ok(folder)
}

fn all() -> Result<Vec<Messages>> {
    let root = files::root().join("app/messages");
    let read = |path: PathBuf| {
        let language = name_of(path.parent().unwrap_or(&root));
        // The browser refuses a tag that is none, and with it the console would stop.
        if !is_tag(&language) {
            return Err(format!("{}: {language} is not a language tag", path.display()).into());
        }
        Ok(Messages { language, part: name_of(&path.with_extension("")), text: files::read(&path)? })
    };
    files::below(&root, &["txt"]).into_iter().map(read).collect()
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// `de`, `pt-BR`, `zh-Hant-TW`: letters first, then subtags.
fn is_tag(text: &str) -> bool {
    let mut subtags = text.split('-');
    let first = subtags.next().unwrap_or_default();
    matches!(first.len(), 2 | 3)
        && first.bytes().all(|one| one.is_ascii_lowercase())
        && subtags
            .all(|one| matches!(one.len(), 2..=8) && one.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn pseudo_file(english: &str) -> String {
    let lines = english.lines().filter(|line| !line.starts_with('#'));
    let texts = lines.filter_map(|line| line.split_once('='));
    texts.map(|(key, text)| format!("{} = {}\n", key.trim(), pseudo(text.trim()))).collect()
}

/// A text in brackets, each letter with an accent, a third longer; `{places}` stay as they are.
fn pseudo(text: &str) -> String {
    let mut inside = false;
    let mut letters = 0;
    let accented = text.chars().map(|one| {
        inside = (inside || one == '{') && one != '}';
        letters += usize::from(!inside);
        if inside { one } else { accented(one) }
    });
    let accented: String = accented.collect();
    format!("⟦{accented}{}⟧", "~".repeat(letters.div_ceil(3)))
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "áƀćđéƒǵĥíĵķľɱńóṕʠŕśťúṽŵẋýźÁƁĆĐÉƑǴĤÍĴĶĽḾŃÓṔɊŔŚŤÚṼŴẊÝŹ";
    PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter).map_or(letter, |(_, one)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pseudo_texts_keep_their_places() {
        assert_eq!(pseudo("{n} tenants"), "⟦{n} ťéńáńťś~~~⟧");
        assert_eq!(pseudo_file("# no\na.b = Close\n"), "a.b = ⟦Ćľóśé~~⟧\n");
        let letters: String = ('a'..='z').chain('A'..='Z').collect();
        assert!(letters.chars().all(|one| accented(one) != one));
    }

    #[test]
    fn tags_are_language_tags() {
        assert!(["de", "qps", "pt-BR", "zh-Hant-TW"].iter().all(|tag| is_tag(tag)));
        assert!(["", "d", "DE", "de_CH", "de-", "../x"].iter().all(|tag| !is_tag(tag)));
    }
}
