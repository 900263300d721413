//! Numbers and dates as people write them, in the browser's language and zone.

use std::cell::RefCell;

use js_sys::{Intl, Object, Reflect};
use tenantry_core::date::{Date, Moment};
use wasm_bindgen::JsValue;

use crate::i18n::{language, t, tf};
use crate::mount::platform;

/// A number with thousands separators.
pub fn number(value: usize) -> String {
    let locale = locale();
    js_sys::Number::from(value as f64).to_locale_string(&locale).into()
}

/// A number of bytes in binary units.
pub fn bytes(count: usize) -> String {
    let (mut amount, mut unit) = (count as f64, 0);
    while amount >= 1024.0 && unit < 3 {
        amount /= 1024.0;
        unit += 1;
    }
    let key = ["bytes.b", "bytes.kib", "bytes.mib", "bytes.gib"].get(unit).copied().unwrap_or("bytes.b");
    tf(key, &[("n", &number(amount.round() as usize))])
}

/// A point in time in the user's zone, with the zone named.
pub fn moment(moment: Moment) -> String {
    written(moment, &[("dateStyle", "medium"), ("timeStyle", "long")])
}

/// The day that a point in time is on in the user's zone, for tables.
pub fn day(moment: Moment) -> String {
    written(moment, &[("dateStyle", "medium")])
}

fn written(moment: Moment, styles: &'static [(&str, &str)]) -> String {
    let date = js_sys::Date::new(&JsValue::from_f64(moment.epoch_ms as f64));
    let written = date_format(styles).call1(&JsValue::NULL, &date).ok().and_then(|text| text.as_string());
    written.unwrap_or_else(|| date.to_iso_string().into())
}

/// By language and styles.
type DateFormat = (String, &'static [(&'static str, &'static str)], js_sys::Function);

thread_local! {
    /// A table writes hundreds of dates, and making a format costs as much as writing twenty.
    static DATE_FORMATS: RefCell<Vec<DateFormat>> = const { RefCell::new(Vec::new()) };
}

fn date_format(styles: &'static [(&'static str, &'static str)]) -> js_sys::Function {
    let locale = locale();
    DATE_FORMATS.with_borrow_mut(|formats| {
        let known = formats.iter().find(|(language, of, _)| *language == locale && *of == styles);
        if let Some((.., format)) = known {
            return format.clone();
        }
        let options = Object::new();
        for (key, value) in styles {
            // Setting a field of a fresh object cannot fail.
            let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
        }
        let languages = js_sys::Array::of1(&JsValue::from_str(&locale));
        let format = Intl::DateTimeFormat::new(&languages, &options).format();
        formats.push((locale, styles, format.clone()));
        format
    })
}

/// What the hover over a date says: the vendor's own text, and what was assumed.
pub fn date_note(date: &Date) -> String {
    match date.read {
        Some(Moment { zone_assumed: true, .. }) => tf("date.assumed", &[("text", &date.text)]),
        Some(_) => tf("date.said", &[("text", &date.text)]),
        None => t("date.unread").to_owned(),
    }
}

/// How long ago, in seconds, minutes or hours.
pub fn ago(since_ms: f64, now_ms: f64) -> String {
    let seconds = ((now_ms - since_ms) / 1000.0).max(0.0) as usize;
    let (key, count) = match seconds {
        0..=9 => return t("ago.now").to_owned(),
        10..=59 => ("ago.seconds", seconds),
        60..=3599 => ("ago.minutes", seconds / 60),
        _ => ("ago.hours", seconds / 3600),
    };
    tf(key, &[("n", &number(count))])
}

/// The language of the screens, in the region that the browser says.
fn locale() -> String {
    platform::locale(language())
}
