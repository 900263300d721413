//! index.html: Trunk's links replaced by what ships.

use std::path::PathBuf;

use crate::{Result, files};

use super::site::Asset;

/// Where the page names the index of languages; in its source it is the one of `cargo xtask dev`.
const LANGUAGES: &str = "<meta name=\"tenantry:languages\"";

/// The page as it was written, with the places where Trunk's links stood.
pub struct Page<'a> {
    parts: Vec<Part<'a>>,
    /// The style sheets, in their order.
    pub styles: Vec<PathBuf>,
}

enum Part<'a> {
    Text(&'a str),
    Rust,
    Styles,
    Head,
    Languages,
    Copy { rel: &'a str, href: &'a str, tag: &'a str },
}

/// A file that is shipped as it is.
pub struct Copied {
    /// Its name in the site.
    pub name: String,
    /// Where it is.
    pub from: PathBuf,
}

/// What the page refers to.
pub struct Assets<'a> {
    pub base: Option<&'a str>,
    pub wasm: &'a Asset,
    pub script: &'a Asset,
    pub style: Option<&'a Asset>,
    /// The index of the languages beside English; none where English is all there is.
    pub languages: Option<&'a Asset>,
}

impl<'a> Page<'a> {
    /// Finds the links; what it does not know is an error and not a file that is missing later.
    pub fn read(source: &'a str) -> Result<Page<'a>> {
        let mut page = Page { parts: Vec::new(), styles: Vec::new() };
        let mut rest = source;
        while let Some((before, tag, after)) = next_tag(rest) {
            page.parts.push(Part::Text(before));
            page.read_tag(tag)?;
            rest = after;
        }
        page.parts.push(Part::Text(rest));
        Ok(page)
    }

    fn read_tag(&mut self, tag: &'a str) -> Result {
        if tag.starts_with("<head") {
            self.parts.extend([Part::Text(tag), Part::Head]);
            return Ok(());
        }
        if tag.starts_with("<base") {
            return Ok(());
        }
        if tag.starts_with(LANGUAGES) {
            self.parts.push(Part::Languages);
            return Ok(());
        }
        let href = attribute(tag, "href").unwrap_or_default();
        match attribute(tag, "rel").unwrap_or_default() {
            "rust" => self.parts.push(Part::Rust),
            "css" => {
                if self.styles.is_empty() {
                    self.parts.push(Part::Styles);
                }
                self.styles.push(files::root().join(href));
            }
            rel @ ("icon" | "copy-file" | "copy-dir") => self.parts.push(Part::Copy { rel, href, tag }),
            rel => {
                return Err(
                    format!("index.html: cargo xtask build does not know data-trunk rel={rel:?}").into()
                );
            }
        }
        Ok(())
    }

    /// The files that are shipped as they are.
    pub fn copies(&self) -> Result<Vec<Copied>> {
        let mut all = Vec::new();
        for part in &self.parts {
            let Part::Copy { rel, href, .. } = part else {
                continue;
            };
            let from = files::root().join(href);
            if *rel == "copy-dir" {
                let folder = last_segment(href);
                for file in files::below(&from, &["json", "svg", "png", "txt", "webmanifest"]) {
                    let below = file.strip_prefix(&from)?.to_string_lossy().into_owned();
                    all.push(Copied { name: format!("{folder}/{below}"), from: file });
                }
            } else {
                all.push(Copied { name: last_segment(href).to_owned(), from });
            }
        }
        Ok(all)
    }

    /// The page that ships.
    pub fn write(&self, assets: &Assets<'_>) -> Result<String> {
        let pieces = self.parts.iter().map(|part| match part {
            Part::Text(text) => (*text).to_owned(),
            Part::Head => assets.base.map(|base| format!("\n    <base href=\"{base}\">")).unwrap_or_default(),
            Part::Rust => loader(assets),
            Part::Styles => assets.style.map(stylesheet).unwrap_or_default(),
            Part::Languages => assets.languages.map(languages).unwrap_or_default(),
            Part::Copy { rel: "icon", href, tag } => icon(href, tag),
            Part::Copy { .. } => String::new(),
        });
        let html: String = pieces.collect();
        if html.contains("<script>") || html.contains(" style=\"") || html.contains("<style") {
            return Err("index.html has an inline script or style, which the site's policy refuses".into());
        }
        // Lines that held nothing but a link that is gone.
        let lines: Vec<&str> = html.lines().filter(|line| !line.trim().is_empty()).collect();
        Ok(lines.join("\n") + "\n")
    }
}

/// The wasm is asked for at once, before the script that starts it has arrived.
fn loader(assets: &Assets<'_>) -> String {
    let (wasm, script) = (assets.wasm, assets.script);
    format!(
        "<link rel=\"preload\" href=\"{0}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n    \
         <script type=\"module\" src=\"{2}\" integrity=\"{3}\" data-wasm=\"{0}\" data-wasm-integrity=\"{1}\"></script>",
        wasm.name, wasm.integrity, script.name, script.integrity
    )
}

fn languages(index: &Asset) -> String {
    format!("{LANGUAGES} content=\"{}\" data-integrity=\"{}\">", index.name, index.integrity)
}

fn stylesheet(style: &Asset) -> String {
    format!("<link rel=\"stylesheet\" href=\"{}\" integrity=\"{}\" crossorigin>", style.name, style.integrity)
}

fn icon(href: &str, tag: &str) -> String {
    let kind = attribute(tag, "type").map(|kind| format!(" type=\"{kind}\"")).unwrap_or_default();
    format!("<link rel=\"icon\" href=\"{}\"{kind}>", last_segment(href))
}

fn last_segment(href: &str) -> &str {
    href.trim_end_matches('/').rsplit('/').next().unwrap_or(href)
}

/// What stands before the next tag of interest, the tag, and what follows it.
fn next_tag(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let start = from + text.get(from..)?.find('<')?;
        let tag_and_rest = text.get(start..)?;
        if let Some(comment) = tag_and_rest.strip_prefix("<!--") {
            from = start + 4 + comment.find("-->")?;
            continue;
        }
        let end = tag_and_rest.find('>')? + 1;
        let (tag, rest) = tag_and_rest.split_at(end);
        let is_link = tag.starts_with("<link") && tag.contains("data-trunk");
        if is_link || tag.starts_with("<base") || tag.starts_with(LANGUAGES) || tag == "<head>" {
            return Some((text.get(..start)?, tag, rest));
        }
        from = start + end;
    }
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"<head>
    <meta charset="utf-8">
    <base data-trunk-public-url>
    <meta name="tenantry:languages" content="languages/languages.txt">
    <!-- <link data-trunk rel="css" href="style/not-this.css"> -->
    <link data-trunk rel="css" href="style/tokens.css">
    <link data-trunk rel="css" href="style/base.css">
    <link data-trunk rel="rust" href="app/Cargo.toml" data-bin="tenantry">
</head>"#;

    fn asset(name: &str) -> Asset {
        Asset { name: name.to_owned(), integrity: "sha384-x".to_owned() }
    }

    fn written(source: &str, base: Option<&str>) -> Result<String> {
        written_with(source, base, None)
    }

    fn written_with(source: &str, base: Option<&str>, languages: Option<&Asset>) -> Result<String> {
        let (wasm, script, style) = (asset("t.wasm"), asset("b.js"), asset("s.css"));
        let assets = Assets { base, wasm: &wasm, script: &script, style: Some(&style), languages };
        Page::read(source)?.write(&assets)
    }

    #[test]
    fn replaces_links() {
        let html = written(SOURCE, None).unwrap();
        assert_eq!(html.matches("stylesheet").count(), 1);
        assert!(html.contains("src=\"b.js\" integrity=\"sha384-x\" data-wasm=\"t.wasm\""));
        assert!(!html.contains("<base") && !html.contains("rel=\"rust\""));
        assert_eq!(Page::read(SOURCE).unwrap().styles.len(), 2);
    }

    #[test]
    fn names_the_languages_that_ship() {
        assert!(!written(SOURCE, None).unwrap().contains("languages"));
        let html = written_with(SOURCE, None, Some(&asset("languages-0.txt"))).unwrap();
        let named =
            "<meta name=\"tenantry:languages\" content=\"languages-0.txt\" data-integrity=\"sha384-x\">";
        assert_eq!((html.matches(named).count(), html.matches("tenantry:languages").count()), (1, 1));
    }

    #[test]
    fn writes_the_base_first() {
        let html = written(SOURCE, Some("/a/b/")).unwrap();
        assert!(html.find("<base href=\"/a/b/\">").unwrap() < html.find("<meta").unwrap());
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(written("<link data-trunk rel=\"scss\" href=\"x\">", None).is_err());
        assert!(written("<head><script>alert(1)</script></head>", None).is_err());
    }
}
