//! A write in words.

use tenantry_core::date::Moment;
use tenantry_core::write::{Action, Ending, Entry};

use crate::i18n::{t, word};
use crate::resource::list::{Cell, Row};
use crate::ui::text::visible;
use crate::ui::{Badge, Tone, format};

/// What it was about: its name, or the number that it has.
pub fn object(entry: &Entry) -> String {
    let record = &entry.record;
    let name = record.name.as_deref().filter(|name| !name.trim().is_empty());
    visible(name.or(record.id.as_deref()).unwrap_or(&record.kind)).into_owned()
}

/// What was done to what kind of object.
pub fn what(entry: &Entry) -> String {
    let action = t(match entry.record.action {
        Action::Create => "journal.create",
        Action::Replace | Action::Change => "journal.change",
        Action::Delete => "journal.delete",
        Action::Restore => "journal.restore",
    });
    [action, ": ", &word("journal.kind", &entry.record.kind)].concat()
}

/// How it ended, and how well that is.
pub fn result(entry: &Entry) -> (&'static str, Tone) {
    match entry.record.ending {
        Ending::Done | Ending::Accepted if entry.record.differs => (t("journal.differs"), Tone::Warn),
        Ending::Done => (t("journal.done"), Tone::Good),
        Ending::Accepted => (t("journal.accepted"), Tone::Good),
        Ending::NotDone | Ending::Refused => (t("journal.refused"), Tone::Bad),
        Ending::ChangedBefore => (t("journal.changed_before"), Tone::Bad),
        Ending::ChangedAfter => (t("journal.changed_after"), Tone::Warn),
        Ending::NotSeen => (t("journal.not_seen"), Tone::Warn),
        Ending::Unknown => (t("journal.unknown"), Tone::Warn),
    }
}

/// When it ended.
pub fn when(entry: &Entry) -> Moment {
    Moment { epoch_ms: entry.at_ms, zone_assumed: false }
}

/// The request in one line.
pub fn request(entry: &Entry) -> String {
    let request = &entry.record.request;
    [&request.method, " ", &request.path].concat()
}

/// A row of the list.
pub fn row(entry: &Entry) -> Row {
    let record = &entry.record;
    let (words, tone) = result(entry);
    let badge = move || view_badge(words, tone);
    let moment = when(entry);
    let iso = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(entry.at_ms as f64)).to_iso_string();
    let cells = vec![
        Cell::text(object(entry)),
        Cell::text(what(entry)),
        Cell::drawn(Some(words.to_owned()), badge),
        Cell::drawn(Some(iso.into()), move || view_moment(moment)),
        Cell::told(entry.who.clone()),
        Cell::text(entry.connection.clone()),
        Cell::told(record.id.clone()),
        Cell::told(record.before.clone()),
        Cell::text(request(entry)),
        Cell::told(record.request.body.clone()),
        Cell::told(record.after.clone()),
        Cell::told(record.correlation_id.clone()),
    ];
    Row::new(&entry.number.to_string(), cells)
}

fn view_badge(words: &'static str, tone: Tone) -> leptos::prelude::AnyView {
    use leptos::prelude::*;
    view! { <Badge tone=tone text=words/> }.into_any()
}

fn view_moment(moment: Moment) -> leptos::prelude::AnyView {
    use leptos::prelude::*;
    view! { <span translate="no" prop:textContent=format::moment(moment)></span> }.into_any()
}
