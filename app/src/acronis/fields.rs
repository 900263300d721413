//! The fields of an object, as cards show them. A field that the server did not send is said to be missing; null is said
//! to be nothing.

use tenantry_core::Uuid;
use tenantry_core::acronis::TenantId;
use tenantry_core::date::Date;

use crate::i18n::t;
use crate::ui::{Tone, format};

/// A field.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub label: &'static str,
    /// What it says.
    pub shown: FieldValue,
    /// What the hover says: the vendor's own text.
    pub note: Option<String>,
}

/// How a field's value is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// As text.
    Text(String),
    /// As an e-mail address to write to.
    Email(String),
    /// As a telephone number to call.
    Phone(String),
    /// As an id with a button that copies it.
    Id(Uuid),
    /// As a link to a tenant.
    Tenant(TenantId),
    /// As a state.
    State(String, Tone),
    /// As a date in the user's zone.
    Date {
        /// The date as written here.
        written: String,
        /// The vendor named no zone.
        assumed: bool,
    },
    /// There is nothing, for this reason.
    Nothing(&'static str),
}

/// A text that is empty where nothing was filled in.
pub fn filled(label: &'static str, text: Option<&str>) -> Field {
    filled_as(label, text, FieldValue::Text)
}

/// The same, shown in a way of its own.
pub fn filled_as(label: &'static str, text: Option<&str>, show: fn(String) -> FieldValue) -> Field {
    of(label, text, |text| match text.trim() {
        "" => FieldValue::Nothing(t("field.none")),
        _ => show(text.to_owned()),
    })
}

/// A field that was told, or was not.
pub fn of<T: ?Sized>(label: &'static str, value: Option<&T>, show: impl FnOnce(&T) -> FieldValue) -> Field {
    Field { label, shown: value.map_or(FieldValue::Nothing(t("field.unsaid")), show), note: None }
}

/// A text.
pub fn plain(label: &'static str, text: Option<String>) -> Field {
    of(label, text.as_ref(), |text| FieldValue::Text(text.clone()))
}

/// A text, or null for nothing.
pub fn text_or_none(label: &'static str, text: Option<&Option<String>>) -> Field {
    of(label, text, |text| match text {
        Some(text) if !text.is_empty() => FieldValue::Text(text.clone()),
        _ => FieldValue::Nothing(t("field.none")),
    })
}

/// Yes or no.
pub fn yes_no(on: bool, yes: Tone, no: Tone) -> FieldValue {
    if on {
        FieldValue::State(t("field.yes").to_owned(), yes)
    } else {
        FieldValue::State(t("field.no").to_owned(), no)
    }
}

/// A date, or null for nothing.
pub fn date_or_none(label: &'static str, said: Option<&Option<Date>>) -> Field {
    match said {
        Some(None) => Field { label, shown: FieldValue::Nothing(t("field.none")), note: None },
        said => date(label, said.and_then(Option::as_ref)),
    }
}

/// A date.
pub fn date(label: &'static str, said: Option<&Date>) -> Field {
    let shown = |date: &Date| match date.read {
        Some(moment) => FieldValue::Date { written: format::moment(moment), assumed: moment.zone_assumed },
        // Not a date that can be read: shown as the vendor wrote it.
        None => FieldValue::Text(date.text.clone()),
    };
    Field { note: said.map(format::date_note), ..of(label, said, shown) }
}
