//! Which form of a text a number takes: `one`, `few`, `other`, … (CLDR's names).

#[cfg(target_arch = "wasm32")]
pub fn form(language: &'static str, count: usize) -> String {
    use std::cell::RefCell;

    use js_sys::Intl::PluralRules;
    use js_sys::{Array, Object};

    thread_local! {
        /// Those of the language that was asked for last: making them costs more than asking.
        static RULES: RefCell<Option<(&'static str, PluralRules)>> = const { RefCell::new(None) };
    }

    RULES.with_borrow_mut(|rules| {
        let known = rules.take().filter(|(of, _)| *of == language);
        let (_, rules) = rules.insert(known.unwrap_or_else(|| {
            // English for a language that the browser does not know; by itself it would take the system's.
            let tags = Array::of2(&language.into(), &super::texts::ENGLISH.into());
            (language, PluralRules::new(&tags, &Object::new()))
        }));
        rules.select(count as f64).into()
    })
}

/// The host has no browser to ask; it has English alone.
#[cfg(not(target_arch = "wasm32"))]
pub fn form(_: &'static str, count: usize) -> String {
    if count == 1 { "one".to_owned() } else { "other".to_owned() }
}
