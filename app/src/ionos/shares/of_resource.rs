//! The groups that a resource is shared with, and sharing it with another.

use std::collections::BTreeMap;

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::ionos::{
    Group, GroupId, ResourceId, ResourceType, ResponseOptions, SharePrivileges, groups, resources, shares,
};

use super::dialog::{ShareDialog, Words};
use super::line::{Asked, Line, Pair, by_name};
use crate::i18n::t;
use crate::ionos::route::GROUPS;
use crate::resource::context::PageContext;
use crate::resource::notes::{BadRows, none};
use crate::ui::Loaded;
use crate::ui::loaded::Status;

/// All groups by id, and those that the resource is shared with.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shared {
    groups: BTreeMap<GroupId, String>,
    with: Vec<(GroupId, Option<SharePrivileges>)>,
    /// Rows that could not be read.
    bad: usize,
}

async fn read(page: PageContext, kind: ResourceType, id: ResourceId) -> Result<Shared, Error> {
    let connection = page.session.connection();
    let all = connection.call(&groups::List { options: ResponseOptions::depth(1) }).await?.items;
    let name = |group: &Group| (group.id.clone(), group.name().unwrap_or(group.id.as_str()).to_owned());
    let names: BTreeMap<GroupId, String> = all.items.iter().map(name).collect();
    let resource = connection
        .call(&resources::Read { kind, id: id.clone(), options: ResponseOptions::depth(1) })
        .await?;
    let listed = resource.entities.and_then(|entities| entities.groups);
    let listed = listed.map(|list| list.items).unwrap_or_default();
    let bad = all.bad.len() + listed.bad.len();
    let mut with = Vec::new();
    for group in listed.items {
        let read = shares::Read {
            group: group.id.clone(),
            resource: id.clone(),
            options: ResponseOptions::default(),
        };
        let share = match connection.call(&read).await {
            Ok(share) => share.properties,
            // A group that has it through the resource alone has no share that could be read.
            Err(error) if error.is_not_found() => None,
            Err(error) => return Err(error),
        };
        with.push((group.id, share));
    }
    Ok(Shared { groups: names, with, bad })
}

/// The groups that a resource is shared with.
#[component]
pub fn ResourceShares(
    /// The page.
    page: PageContext,
    /// What the resource is.
    kind: ResourceType,
    /// The resource.
    id: ResourceId,
) -> impl IntoView {
    let resource = StoredValue::new(id);
    let shared: Loaded<Shared> = page.load(move || read(page, kind.clone(), resource.get_value()));
    let asked = RwSignal::new(None::<Asked>);
    let pair = move |(group, name): (&GroupId, &String)| Pair {
        group: group.clone(),
        resource: resource.get_value(),
        name: name.clone(),
    };
    let free = Signal::derive(move || {
        let shared = shared.get()?;
        let is_free = |(id, _): &(&GroupId, &String)| !shared.with.iter().any(|(one, _)| one == *id);
        Some(by_name(shared.groups.iter().filter(is_free).map(pair).collect()))
    });
    let row = move |shared: &Shared, (group, privileges): (GroupId, Option<SharePrivileges>)| {
        let name = shared.groups.get(&group).cloned().unwrap_or_else(|| group.to_string());
        let href = page.href(GROUPS, Some(group.as_str()));
        let pair = pair((&group, &name));
        view! { <Line page=page pair=pair privileges=privileges asked=asked><a href=href dir="auto">{name}</a></Line> }
    };
    let list = move || {
        let shared = shared.get()?;
        let none = none(shared.with.is_empty(), shared.bad, t("io.share_none"));
        let rows = shared.with.iter().cloned().map(|one| row(&shared, one)).collect_view();
        Some(view! { <BadRows count=shared.bad/> {none} <ul>{rows}</ul> })
    };
    let words = Words {
        title: t("io.share"),
        label: t("io.group"),
        choose: t("bulk.choose_group"),
        none: t("io.share_no_group"),
    };
    view! {
        <section class="tn-card" aria-label=t("io.shared_with")>
            <h3>{t("io.shared_with")}</h3>
            <Status loaded=shared.status()/>
            {list}
            <button id=page.mount.id("tn-share") type="button" class="tn-button" disabled=move || page.frozen().is_some() on:click=move |_| asked.set(Some(Asked::Add))>{t("io.share")}</button>
        </section>
        <ShareDialog page=page asked=asked free=free words=words/>
    }
}
