//! Everything in the contract that can be owned and shared, by type.

use leptos::prelude::*;
use tenantry_core::ionos::collection::Collection;
use tenantry_core::ionos::{Resource, ResourceType, Shown, resources};
use tenantry_core::tenancy::fold;

use super::desk::{Desk, ListHead};
use super::resource::{ResourcePanel, href_of, kind_of, name_of};
use crate::i18n::{t, tn};
use crate::routing::Section;
use crate::ui::loaded::Status;
use crate::ui::{Badge, Loaded, format, load};

/// The list of resources. The address holds a type, or a type and an id.
#[component]
pub fn Resources(
    /// What every screen needs.
    desk: Desk,
) -> impl IntoView {
    let account = desk.account;
    let (filter, item) = (desk.filter(), desk.chosen());
    let kind =
        Memo::new(move |_| item.get().map(|item| item.split('/').next().unwrap_or_default().to_owned()));
    let chosen =
        Memo::new(move |_| item.get().and_then(|item| item.split_once('/').map(|(_, id)| id.to_owned())));
    let all: Loaded<Collection<Resource>> = load(account, move || async move {
        let shown = Shown::depth(1);
        match kind.get_untracked() {
            Some(kind) => {
                account.connection().call(&resources::OfType { kind: ResourceType::from(kind), shown }).await
            }
            None => account.connection().call(&resources::List { shown }).await,
        }
    });
    Effect::new(move |before: Option<Option<String>>| {
        let now = kind.get();
        if before.is_some_and(|before| before != now) {
            all.reload.run(());
        }
        now
    });
    let shown = Memo::new(move |_| {
        let text = fold(filter.get().trim());
        let name =
            |one: &Resource| one.properties.as_ref().and_then(|told| told.name.clone()).unwrap_or_default();
        let all = all.get().map(|list| list.items.items).unwrap_or_default();
        all.into_iter().filter(|one| text.is_empty() || fold(&name(one)).contains(&text)).collect::<Vec<_>>()
    });
    let count = Signal::derive(move || {
        let count = shown.with(Vec::len);
        tn("io.resources", count, &format::number(count))
    });
    let types = move || {
        let chip = move |one: Option<ResourceType>| {
            let word = one.as_ref().map(|one| one.as_str().to_owned());
            let words = word.clone().unwrap_or_else(|| t("io.all_types").to_owned());
            let on = kind.get() == word;
            let class = if on { "tn-badge tn-chip tn-chip--on" } else { "tn-badge tn-chip" };
            view! { <a class=class href=desk.href(Section::Resources, word.as_deref()) aria-current=on.then_some("true")>{words}</a> }
        };
        std::iter::once(None).chain(ResourceType::ALL.into_iter().map(Some)).map(chip).collect_view()
    };
    let side = move || {
        kind.get().zip(chosen.get()).map(|(kind, id)| view! { <ResourcePanel desk=desk kind=kind id=id/> })
    };
    let class = move || if chosen.with(Option::is_some) { "tn-set tn-set--chosen" } else { "tn-set" };
    let lines = move || {
        shown.get().into_iter().map(|one| view! { <Line desk=desk one=one chosen=chosen/> }).collect_view()
    };
    let empty = move || {
        (all.get().is_some() && shown.with(Vec::is_empty))
            .then(|| view! { <p class="tn-empty">{t("io.none_like_this")}</p> })
    };
    view! {
        <div class=class>
            <section class="tn-set__main" aria-label=t("rail.resources")>
                <ListHead desk=desk title=t("rail.resources") count=count reload=all.reload>
                    <span class="tn-chips">{types}</span>
                </ListHead>
                <Status loaded=all/>
                <div class="tn-set__scroll" tabindex="0" role="region" aria-label=t("io.resources_table")>
                    <table class="tn-table tn-list__table">
                        <thead><tr><th scope="col">{t("io.name")}</th><th scope="col">{t("io.type")}</th><th scope="col">{t("io.flags")}</th></tr></thead>
                        <tbody>{lines}</tbody>
                    </table>
                    {empty}
                </div>
            </section>
            {side}
        </div>
    }
}

#[component]
fn Line(desk: Desk, one: Resource, chosen: Memo<Option<String>>) -> impl IntoView {
    let (id, kind, href, name) = (one.id.to_string(), kind_of(&one), href_of(desk, &one), name_of(&one));
    let told = one.properties.unwrap_or_default();
    let on = Memo::new(move |_| chosen.with(|chosen| chosen.as_deref() == Some(&id)));
    let protected =
        (told.sec_auth_protection == Some(true)).then(|| view! { <Badge text=t("io.protected")/> });
    view! {
        <tr class=move || if on.get() { "tn-line--on" } else { "" }>
            <th scope="row"><a href=href aria-current=move || on.get().then_some("true") dir="auto">{name}</a></th>
            <td>{kind}</td><td>{protected}</td>
        </tr>
    }
}
