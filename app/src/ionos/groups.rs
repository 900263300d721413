//! The groups of the contract.

use leptos::prelude::*;
use tenantry_core::ionos::collection::Collection;
use tenantry_core::ionos::{Group, Shown, groups};
use tenantry_core::tenancy::fold;

use super::desk::{Desk, ListHead};
use super::group::GroupPanel;
use super::group_form::GroupForm;
use crate::i18n::{t, tn};
use crate::routing::Section;
use crate::ui::loaded::Status;
use crate::ui::{Loaded, format, load};

/// The list of groups.
#[component]
pub fn Groups(
    /// What every screen needs.
    desk: Desk,
) -> impl IntoView {
    let account = desk.account;
    let all: Loaded<Collection<Group>> = load(account, move || async move {
        account.connection().call(&groups::List { shown: Shown::depth(1) }).await
    });
    let creating = RwSignal::new(false);
    let (filter, chosen) = (desk.filter(), desk.chosen());
    let shown = Memo::new(move |_| {
        let text = fold(filter.get().trim());
        let all = all.get().map(|list| list.items.items).unwrap_or_default();
        all.into_iter()
            .filter(|group| text.is_empty() || group.name().is_some_and(|name| fold(name).contains(&text)))
            .collect::<Vec<_>>()
    });
    let count = Signal::derive(move || {
        let count = shown.with(Vec::len);
        tn("io.groups", count, &format::number(count))
    });
    let side = move || chosen.get().map(|id| view! { <GroupPanel desk=desk id=id changed=all.reload/> });
    let class = move || if chosen.with(Option::is_some) { "tn-set tn-set--chosen" } else { "tn-set" };
    let lines = move || {
        shown
            .get()
            .into_iter()
            .map(|group| view! { <Line desk=desk group=group chosen=chosen/> })
            .collect_view()
    };
    let empty = move || {
        (all.get().is_some() && shown.with(Vec::is_empty))
            .then(|| view! { <p class="tn-empty">{t("io.none_like_this")}</p> })
    };
    view! {
        <div class=class>
            <section class="tn-set__main" aria-label=t("rail.groups")>
                <ListHead desk=desk title=t("rail.groups") count=count reload=all.reload>
                    <button id="tn-create" type="button" class="tn-button tn-button--primary" disabled=move || desk.frozen().is_some() title=move || desk.frozen() on:click=move |_| creating.set(true)>{t("io.create_group")}</button>
                </ListHead>
                <Status loaded=all/>
                <div class="tn-set__scroll" tabindex="0" role="region" aria-label=t("io.groups_table")>
                    <table class="tn-table tn-list__table">
                        <thead><tr>
                            <th scope="col">{t("io.name")}</th><th scope="col" class="tn-number">{t("io.privileges")}</th>
                            <th scope="col" class="tn-number">{t("io.members")}</th><th scope="col" class="tn-number">{t("rail.resources")}</th>
                        </tr></thead>
                        <tbody>{lines}</tbody>
                    </table>
                    {empty}
                </div>
            </section>
            {side}
            {move || creating.get().then(|| view! { <GroupForm desk=desk before=None open=creating changed=all.reload/> })}
        </div>
    }
}

#[component]
fn Line(desk: Desk, group: Group, chosen: Memo<Option<String>>) -> impl IntoView {
    let id = group.id.to_string();
    let href = desk.href(Section::Groups, Some(&id));
    let on = Memo::new(move |_| chosen.with(|chosen| chosen.as_deref() == Some(&id)));
    let name = group.name().unwrap_or(group.id.as_str()).to_owned();
    let privileges = group.properties.as_ref().map(|told| format::number(told.privileges.count()));
    let entities = group.entities.unwrap_or_default();
    let members = entities.users.map(|list| format::number(list.items.items.len()));
    let resources = entities.resources.map(|list| format::number(list.items.items.len()));
    view! {
        <tr class=move || if on.get() { "tn-line--on" } else { "" }>
            <th scope="row"><a href=href aria-current=move || on.get().then_some("true") dir="auto">{name}</a></th>
            <td class="tn-number">{privileges}</td><td class="tn-number">{members}</td><td class="tn-number">{resources}</td>
        </tr>
    }
}
