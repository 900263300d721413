//! Choosing the tenant to move another below. One that it cannot stand below is shown, and says why.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::rules::can_stand_below;
use tenantry_core::fold::Query;

use super::words::reason;
use crate::acronis::search::{LoadedHit, loaded};
use crate::acronis::state::Acronis;
use crate::acronis::tenants::kind_word;
use crate::i18n::t;
use crate::mount::Mount;
use crate::ui::Name;

/// The field, and what it finds among the tenants that are loaded.
#[component]
pub(super) fn Targets(
    /// The connection.
    state: Acronis,
    /// The tenant that is moved.
    tenant: Uuid,
    /// What is chosen.
    chosen: RwSignal<Option<LoadedHit>>,
) -> impl IntoView {
    let (mount, text) = (Mount::here(), RwSignal::new(String::new()));
    let hits = Memo::new(move |_| text.with(|text| loaded(state, &Query::new(text))));
    let offer = move |hit: LoadedHit| {
        let why = why_not(state, tenant, hit.tenant);
        let (barred, target) = (why.is_some(), hit.tenant);
        let is_on = move || chosen.with(|chosen| chosen.as_ref().is_some_and(|one| one.tenant == target));
        let class = move || if is_on() { "tn-offer tn-offer--on" } else { "tn-offer" };
        let (title, path, kind) = (hit.title.clone(), hit.path.clone(), kind_word(hit.kind.as_ref()));
        view! {
            <li>
                <button type="button" class=class disabled=barred aria-pressed=move || is_on().to_string() on:click=move |_| chosen.set(Some(hit.clone()))>
                    <Name text=title/> " " <small>{kind} " · " <Name text=path cut=true/></small>
                    {why.map(|why| view! { " " <small class="tn-offer__why">{why}</small> })}
                </button>
            </li>
        }
    };
    let is_none = move || hits.with(Vec::is_empty) && text.with(|text| !text.trim().is_empty());
    let none = move || t(if state.tenants.is_complete() { "tree.no_hits" } else { "tree.no_hits_yet" });
    let id = mount.id("tn-move-target");
    view! {
        <div class="tn-formfield">
            <label for=id.clone()>{t("life.move_below")}</label>
            <input id=id class="tn-input" type="search" autocomplete="off" spellcheck="false" placeholder=t("compare.placeholder")
                prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))/>
        </div>
        <ul class="tn-offers" aria-label=t("search.results")>{move || hits.get().into_iter().map(offer).collect_view()}</ul>
        <p class="tn-faint" role="status" hidden=move || !is_none() prop:textContent=none></p>
    }
}

/// Why a tenant cannot stand below another.
fn why_not(state: Acronis, tenant: Uuid, target: Uuid) -> Option<String> {
    let why = state.tenants.peek(|tree, _| {
        let (tenant, target) = (tree.find(tenant)?, tree.find(target)?);
        can_stand_below(tree, tenant, target).err()
    })?;
    Some(reason(state, &why))
}
