//! The way from the top down to the tenant: how many roles are granted at each, or why that is not known.

use leptos::prelude::*;
use tenantry_core::acronis::access::Level;

use super::grants::Read;
use crate::acronis::context::AcronisContext;
use crate::acronis::route::{Tab, TenantsPath};
use crate::i18n::{t, tf, tn};
use crate::ui::{Badge, Name, Tone, format};

/// The way.
#[component]
pub fn Levels(
    /// The screen.
    screen: AcronisContext,
    /// What was read.
    read: Read,
) -> impl IntoView {
    let level = |level: Level| {
        let id = level.tenant.0;
        let name = screen.name_of(id);
        let path = TenantsPath { tab: Tab::Access, ..TenantsPath::of(Some(id)) };
        let (words, tone) = match &level.granted {
            Ok(granted) if granted.policies.is_empty() && granted.is_whole() => {
                (t("access.level_none").to_owned(), Tone::Plain)
            }
            Ok(granted) => {
                let count = granted.policies.len();
                let words = tn("access.count", count, &format::number(count));
                match granted.is_whole() {
                    true => (words, Tone::Plain),
                    false => (tf("list.count_partial", &[("count", &words)]), Tone::Warn),
                }
            }
            // Refused or not found is not nobody.
            Err(error) => {
                let status = error.status().map(|status| status.to_string()).unwrap_or_default();
                (tf("access.level_unknown", &[("status", &status)]).trim().to_owned(), Tone::Warn)
            }
        };
        let bar = (level.ancestral_access == Some(false))
            .then(|| view! { " " <Badge tone=Tone::Warn text=t("access.bar")/> });
        view! {
            <li><a href=screen.href(&path)><Name text=name cut=true/></a> " " <Badge tone=tone text=words/> {bar}</li>
        }
    };
    view! { <ol class="tn-access__way" aria-label=t("access.way")>{read.way.into_iter().map(level).collect_view()}</ol> }
}
