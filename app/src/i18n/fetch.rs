//! Where the texts of other languages come from: files beside the page, each checked by its hash. The page names
//! an index of them, a line for each part of each language: `language part file integrity`.

#[cfg(target_arch = "wasm32")]
use crate::mount::platform::{fetch_built, language_index};

/// The texts of a part; none where the site does not offer them, or does not answer.
#[cfg(target_arch = "wasm32")]
pub async fn texts(language: &str, part: &str) -> Option<String> {
    let (file, integrity) = language_index()?;
    let index = fetch_built(&file, &integrity).await?;
    let (file, integrity) = find(&index, language, part)?;
    fetch_built(file, integrity).await
}

/// The host fetches nothing.
#[cfg(not(target_arch = "wasm32"))]
pub async fn texts(language: &str, part: &str) -> Option<String> {
    find("", language, part).map(|(file, _)| file.to_owned())
}

/// The file of a part and its integrity, which `cargo xtask dev` leaves out.
fn find<'a>(index: &'a str, language: &str, part: &str) -> Option<(&'a str, &'a str)> {
    index.lines().find_map(|line| {
        let mut words = line.split(' ');
        let is_it = words.next() == Some(language) && words.next() == Some(part);
        let file = words.next().filter(|_| is_it)?;
        Some((file, words.next().unwrap_or_default()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_language_and_part() {
        let index = "de shell a.txt sha384-a\nde ionos b.txt sha384-b\nqps shell c.txt\n";
        assert_eq!(find(index, "de", "ionos"), Some(("b.txt", "sha384-b")));
        assert_eq!(find(index, "qps", "shell"), Some(("c.txt", "")));
        assert_eq!(find(index, "qps", "ionos"), None);
    }
}
