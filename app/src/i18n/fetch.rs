//! Where the texts of other languages come from: files beside the page, each checked by its hash. The page names
//! an index of them, a line for each part of each language: `language part file integrity`.

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::prelude::{document, window};
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;

    /// The texts of a part; none where the site does not offer them, or does not answer.
    pub async fn texts(language: &str, part: &str) -> Option<String> {
        // Built files never change under their name, so the second time the browser has the index.
        let page = document().query_selector("meta[name='tenantry:languages']").ok().flatten()?;
        let attribute = |name| page.get_attribute(name).unwrap_or_default();
        let index = get(&attribute("content"), &attribute("data-integrity")).await?;
        let (file, integrity) = super::find(&index, language, part)?;
        get(file, integrity).await
    }

    async fn get(file: &str, integrity: &str) -> Option<String> {
        let init = web_sys::RequestInit::new();
        init.set_integrity(integrity);
        let answer = JsFuture::from(window().fetch_with_str_and_init(file, &init)).await.ok()?;
        let answer: web_sys::Response = answer.dyn_into().ok()?;
        if !answer.ok() {
            return None;
        }
        JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::texts;

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
