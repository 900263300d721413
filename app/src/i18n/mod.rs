//! All text of the console, from message files: `key = text with {places}`.
//!
//! `messages/<language>/<part>.txt`: the part `shell` is the first view's, the others belong to lazy modules.
//! English comes with the code that needs it; another language is fetched when it is chosen, and what it lacks is
//! English. A text never moves once it is here, so that `t` can hand out `&'static str`.

pub mod english;
mod fetch;
mod part;
mod plural;
#[cfg(test)]
mod tests;
mod texts;

use std::cell::RefCell;

use leptos::prelude::{ArcTrigger, Notify, Track};

use texts::{ENGLISH, Texts};

use crate::ui::text::visible;

pub use part::Part;

thread_local! {
    static TEXTS: RefCell<Texts> = RefCell::new(Texts::new());
    static LANGUAGE_CHANGED: ArcTrigger = ArcTrigger::new();
}

fn get(key: &str) -> Option<&'static str> {
    TEXTS.with_borrow(|texts| texts.get(key))
}

/// The text of a key.
pub fn t(key: &str) -> &'static str {
    // A key without a text is a defect that a test finds; on screen the key is better than nothing.
    get(key).unwrap_or("(missing text)")
}

/// The text of a key, with its places filled. What is filled in reads safely, whoever has written it.
pub fn tf(key: &str, values: &[(&str, &str)]) -> String {
    fill(t(key), values)
}

/// The text for a number of things: `key.one`, `key.other` or another form that the language has, with `{n}`
/// filled by the written number.
pub fn tn(key: &str, count: usize, written: &str) -> String {
    tnf(key, count, &[("n", written)])
}

/// The same with further places.
pub fn tnf(key: &str, count: usize, values: &[(&str, &str)]) -> String {
    let form = plural::form(TEXTS.with_borrow(Texts::language), count);
    let text = get(&[key, ".", &form].concat());
    fill(text.unwrap_or_else(|| t(&[key, ".other"].concat())), values)
}

/// A vendor's word in the user's language, where there is one: `key.word`; else the word as said.
pub fn word(key: &str, said: &str) -> String {
    get(&[key, ".", said].concat()).map_or_else(|| visible(said).into_owned(), str::to_owned)
}

/// The language that is shown. Whoever asks in a reactive place is told when another one is.
pub fn language() -> &'static str {
    LANGUAGE_CHANGED.with(Track::track);
    TEXTS.with_borrow(Texts::language)
}

/// Adds the English that a lazy module brings with its code; what is here already is not added again.
pub fn register(parts: &[&Part]) {
    TEXTS.with_borrow_mut(|texts| texts.register(parts));
}

/// Shows another language, once its texts are here. Where the site does not offer it nothing changes.
pub async fn set_language(language: &str) {
    let wish = TEXTS.with_borrow_mut(Texts::wish);
    fetch_missing(language).await;
    let is_new = TEXTS.with_borrow_mut(|texts| texts.is_latest(wish) && texts.choose(language));
    if is_new {
        LANGUAGE_CHANGED.with(Notify::notify);
    }
}

/// Fetches what has been registered since the language was chosen: a lazy module waits for that before its first
/// screen is drawn, so that nothing changes its words under the reader.
pub async fn complete() {
    let language = TEXTS.with_borrow(Texts::language);
    if language != ENGLISH {
        fetch_missing(language).await;
        TEXTS.with_borrow_mut(|texts| texts.choose(texts.language()));
    }
}

async fn fetch_missing(language: &str) {
    if language == ENGLISH {
        return;
    }
    // By index: a lazy module may register meanwhile.
    let mut at = 0;
    while let Some(part) = TEXTS.with_borrow(|texts| texts.part(at)) {
        at += 1;
        if TEXTS.with_borrow(|texts| texts.has(language, part)) {
            continue;
        }
        if let Some(source) = fetch::texts(language, part).await {
            TEXTS.with_borrow_mut(|texts| texts.add(language, part, source));
        }
    }
}

fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    for (words, name) in split(text) {
        filled.push_str(words);
        let value =
            name.map(|name| values.iter().find(|(one, _)| *one == name).map_or(name, |(_, value)| value));
        value.into_iter().for_each(|value| filled.push_str(&visible(value)));
    }
    filled
}

/// The text of a key in pieces: words, and the name of the place that follows them.
pub fn pieces(key: &str) -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
    split(t(key))
}

fn split(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let (words, after) = match rest?.split_once('{') {
            Some((words, after)) => (words, Some(after)),
            None => (rest?, None),
        };
        let place = after.map(|after| after.split_once('}').unwrap_or((after, "")));
        rest = place.map(|(_, tail)| tail);
        Some((words, place.map(|(name, _)| name)))
    })
}
