//! Amounts in words.

use tenantry_core::acronis::offering_items::{Limit, MeasurementUnit};

use super::meter::Level;
use crate::i18n::{t, tf};
use crate::ui::text::visible;
use crate::ui::{Tone, format};

/// An amount in its unit.
pub fn amount(value: i64, unit: Option<&MeasurementUnit>) -> String {
    let count = usize::try_from(value).unwrap_or_default();
    match unit {
        _ if value < 0 => value.to_string(),
        Some(MeasurementUnit::Bytes) => format::bytes(count),
        Some(MeasurementUnit::Quantity | MeasurementUnit::None) | None => format::number(count),
        Some(other) => {
            tf("quota.amount", &[("n", &format::number(count)), ("unit", &visible(other.as_str()))])
        }
    }
}

/// A limit in its unit.
pub fn limit(limit: Limit, unit: Option<&MeasurementUnit>) -> String {
    match limit {
        Limit::At(value) => amount(value, unit),
        Limit::Unlimited => t("quota.unlimited").to_owned(),
        Limit::Untold => t("field.unsaid").to_owned(),
    }
}

/// How full something is.
pub fn level(level: Level) -> Option<(&'static str, Tone)> {
    match level {
        Level::Within => None,
        Level::OverQuota => Some((t("quota.over"), Tone::Warn)),
        Level::OverHard => Some((t("quota.over_hard"), Tone::Bad)),
        Level::Unknown => Some((t("quota.unknown"), Tone::Plain)),
    }
}
