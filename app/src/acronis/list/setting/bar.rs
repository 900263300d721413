//! What is known of the setting on the tenants of the list, and what they are narrowed to by it.

use leptos::prelude::*;
use tenantry_core::acronis::tenancy::Node;

use super::column::SettingColumn;
use super::own::OwnFilter;
use crate::acronis::context::AcronisContext;
use crate::acronis::settings::Unread;
use crate::i18n::{t, tf};
use crate::ui::{FaultNotice, Remote, format};

/// The bar.
#[component]
pub fn SettingBar(
    /// The screen.
    page: AcronisContext,
    /// The setting.
    column: SettingColumn,
    /// The tenants of the list, before the setting narrows them.
    nodes: Memo<Vec<Node>>,
) -> impl IntoView {
    let unknown = move || match column.listed.get() {
        Remote::Failed { fault, before: None } => {
            view! { <FaultNotice fault=fault retry=column.load/> }.into_any()
        }
        listed if listed.value().is_some() && column.row.with(Option::is_none) => {
            let name = column.key.get().map(|(_, name)| name).unwrap_or_default();
            view! { <p class="tn-note tn-note--warn" translate="no">{tf("list_setting.unknown", &[("name", &crate::ui::text::visible(&name))])}</p> }
                .into_any()
        }
        _ => ().into_any(),
    };
    let reading = move || {
        // Until all tenants are here nobody knows on which of them it is to be read.
        let inspector = column.inspector.get().filter(|_| page.tenants.is_complete())?;
        Some(view! { <Unread inspector=inspector/> })
    };
    let counts = Memo::new(move |_| nodes.with(|nodes| column.counts(nodes)));
    let chip = move |(at, filter): (usize, OwnFilter)| {
        let is_on = move || column.filter.get() == Some(filter);
        let count = move || counts.with(|counts| counts.and_then(|counts| counts.get(at).copied()));
        let press = move |_| {
            let mut path = page.path_now();
            path.list.own = (path.list.own != Some(filter)).then_some(filter);
            page.replace(&path);
        };
        let class = move || if is_on() { "tn-badge tn-chip tn-chip--on" } else { "tn-badge tn-chip" };
        let words = move || {
            let count = count().map_or_else(|| "…".to_owned(), format::number);
            [label(filter), &count].join(" ")
        };
        let hidden = move || !is_on() && count().is_none_or(|count| count == 0);
        view! { <button type="button" class=class hidden=hidden aria-pressed=move || is_on().to_string() on:click=press prop:textContent=words></button> }
    };
    view! {
        <Show when=move || column.key.with(Option::is_some)>
            <div class="tn-facets tn-list__setting" role="group" aria-label=t("list_setting.narrow")>
                {unknown}
                {reading}
                <div class="tn-facet">{OwnFilter::ALL.into_iter().enumerate().map(chip).collect_view()}</div>
            </div>
        </Show>
    }
}

fn label(filter: OwnFilter) -> &'static str {
    t(match filter {
        OwnFilter::Set => "list_setting.set",
        OwnFilter::NotSet => "list_setting.unset",
        OwnFilter::Ignored => "list_setting.ignored",
        OwnFilter::Locked => "list_setting.locked",
        OwnFilter::Unknown => "list_setting.not_known",
    })
}
