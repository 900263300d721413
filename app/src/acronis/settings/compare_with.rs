//! Choosing the tenant that the chosen one is compared with.

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::context::SettingsContext;
use crate::acronis::pick::PickTenant;
use crate::i18n::t;

/// The button and its box.
#[component]
pub fn CompareWith(
    /// The tab.
    page: SettingsContext,
) -> impl IntoView {
    let choose = move |id: Uuid| {
        page.go(|view| {
            view.with = Some(id);
            view.chosen = None;
        });
    };
    view! {
        <PickTenant state=page.state() ids=["tn-compare", "tn-compare-button"] words=t("compare.with") label=t("compare.label") except=page.tenant choose=choose/>
    }
}
