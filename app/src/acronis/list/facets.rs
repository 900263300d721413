//! What the list can be narrowed to, with how many tenants that would leave. The tree follows.

use leptos::prelude::*;
use tenantry_core::acronis::tenancy::{Facet, FacetCount, Group, TenantList};

use crate::i18n::{t, tf, word};
use crate::mount::Mount;
use crate::ui::format;

/// The facets.
#[component]
pub fn Facets(
    /// The place on the page.
    mount: Mount,
    /// The list.
    list: Memo<TenantList>,
    /// What it can be narrowed by.
    groups: &'static [Group],
    /// What it is narrowed to.
    chosen: Signal<Vec<Facet>>,
    /// Narrows it.
    #[prop(into)]
    choose: Callback<Vec<Facet>>,
) -> impl IntoView {
    // The tenants may change without their counts.
    let counts = Memo::new(move |_| list.with(|list| (list.counts.clone(), list.all, list.is_read())));
    let is_narrowed = Memo::new(move |_| chosen.with(|facets| !facets.is_empty()));
    let press = Callback::new(move |facet: Facet| {
        let mut facets = chosen.get_untracked();
        let before = facets.len();
        facets.retain(|one| *one != facet);
        if facets.len() == before {
            facets.push(facet);
        }
        choose.run(facets);
    });
    let clear = move |_| {
        choose.run(Vec::new());
        mount.focus("tn-facets");
    };
    let group = move |one: Group| {
        let chips =
            Memo::new(move |_| counts.with(|(counts, all, is_read)| chips(one, counts, *all, *is_read)));
        let chip = move |first: Chip| {
            let key = first.facet.key();
            // What is pressed stays, and so does the keyboard on it.
            let now = Memo::new(move |_| {
                chips
                    .with(|chips| chips.iter().find(|chip| chip.facet.key() == key).cloned())
                    .unwrap_or(first.clone())
            });
            view! { <ChipButton chip=now press=press/> }
        };
        view! {
            <div class="tn-facet" role="group" aria-label=label(one) hidden=move || chips.with(Vec::is_empty)>
                <span class="tn-facet__name" aria-hidden="true">{label(one)}</span>
                <For each=move || chips.get() key=|chip| chip.facet.key() children=chip/>
            </div>
        }
    };
    view! {
        <div id=mount.id("tn-facets") class="tn-facets" role="group" aria-label=t("tenants.narrow") tabindex="-1">
            {groups.iter().copied().map(group).collect_view()}
            <Show when=move || is_narrowed.get()>
                <button type="button" class="tn-button tn-button--quiet" on:click=clear>{t("tenants.all")}</button>
            </Show>
        </div>
    }
}

/// A facet as a button.
#[derive(Clone, PartialEq)]
struct Chip {
    facet: Facet,
    words: String,
    is_on: bool,
}

#[component]
fn ChipButton(chip: Memo<Chip>, press: Callback<Facet>) -> impl IntoView {
    let is_on = move || chip.with(|chip| chip.is_on);
    let class = move || if is_on() { "tn-badge tn-chip tn-chip--on" } else { "tn-badge tn-chip" };
    view! {
        <button type="button" class=class aria-pressed=move || is_on().to_string()
            on:click=move |_| press.run(chip.get_untracked().facet)
            prop:textContent=move || chip.get().words></button>
    }
}

/// The buttons of a group. One that all tenants have narrows nothing, nor does one that says what was not read.
fn chips(group: Group, counts: &[FacetCount], all: usize, is_read: bool) -> Vec<Chip> {
    let useful = |one: &&FacetCount| {
        let is_open = one.facet.value.is_none() && !is_read;
        one.facet.group == group && (one.is_chosen || (one.count < all && !is_open))
    };
    let chip = |one: &FacetCount| Chip {
        words: [value(&one.facet), format::number(one.count)].join(" "),
        facet: one.facet.clone(),
        is_on: one.is_chosen,
    };
    counts.iter().filter(useful).map(chip).collect()
}

fn label(group: Group) -> &'static str {
    t(match group {
        Group::Kind => "field.kind",
        Group::State => "tenants.state",
        Group::Lock => "tenants.lock",
        Group::Mfa => "tenants.mfa",
        Group::Pricing => "field.pricing_mode",
        Group::CustomerType => "field.customer_type",
        Group::Gap => "tenants.gaps",
    })
}

/// The words for a value.
fn value(facet: &Facet) -> String {
    let Some(said) = &facet.value else { return t("list.untold").to_owned() };
    match facet.group {
        Group::Kind => word("kind", said),
        Group::State => word("state", said),
        Group::Lock => word("tenants.lock", said),
        Group::Mfa => word("mfa", said),
        Group::Pricing => word("pricing_mode", said),
        Group::CustomerType => word("customer_type", said),
        Group::Gap => tf("tenants.without", &[("types", &word("contact_type", said))]),
    }
}
