//! API clients in words.

use tenantry_core::acronis::api_clients::{ApiClient, ClientStatus};
use tenantry_core::date::Date;

use crate::i18n::t;
use crate::ui::text::visible;
use crate::ui::{Tone, format};

/// Its name, or its id where it has none.
pub fn name_of(client: &ApiClient) -> String {
    client.name().map_or_else(|| client.id.to_string(), str::to_owned)
}

/// Whether it can get tokens.
pub fn status(client: &ApiClient) -> (String, Tone) {
    match &client.status {
        Some(ClientStatus::Enabled) => (t("clients.enabled").to_owned(), Tone::Good),
        Some(ClientStatus::Disabled) => (t("clients.disabled").to_owned(), Tone::Bad),
        Some(other) => (visible(other.as_str()).into_owned(), Tone::Plain),
        None => (t("field.unsaid").to_owned(), Tone::Plain),
    }
}

/// A moment; `none` where it is told that there is none.
pub fn moment(told: Option<&Option<Date>>, none: &'static str) -> String {
    match told {
        Some(Some(date)) => date.read.map_or_else(|| visible(&date.text).into_owned(), format::moment),
        Some(None) => none.to_owned(),
        None => t("field.unsaid").to_owned(),
    }
}
