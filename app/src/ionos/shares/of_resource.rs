//! The groups that a resource is shared with, and sharing it with another.

use std::collections::BTreeMap;

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::ionos::{
    Group, GroupId, ResourceId, ResourceType, ResponseOptions, ShareProperties, groups, resources, shares,
};

use super::dialog::{Free, ShareDialog, Words};
use super::line::{Asked, Line, Pair, by_name, of_shares};
use crate::i18n::t;
use crate::ionos::route::GROUPS;
use crate::resource::awaited::Awaited;
use crate::resource::context::PageContext;
use crate::resource::notes::{BadRows, none};
use crate::resource::recent::{Entry, awaited};
use crate::ui::loaded::Status;
use crate::ui::{Loaded, Name};

/// All groups by id, and those that the resource is shared with.
#[derive(Clone, Debug, PartialEq)]
struct Shared {
    groups: BTreeMap<GroupId, String>,
    /// `None` where the resource does not tell its groups.
    with: Option<Vec<(GroupId, Option<ShareProperties>)>>,
    /// Groups that could not be read.
    bad: usize,
    /// Some of these are groups that it is shared with.
    bad_with: usize,
}

async fn read(page: PageContext, kind: ResourceType, id: ResourceId) -> Result<Shared, Error> {
    let connection = page.session.connection();
    let all = connection.call(&groups::List { options: ResponseOptions::depth(1) }).await?.items;
    let name = |group: &Group| (group.id.clone(), group.name().unwrap_or(group.id.as_str()).to_owned());
    let names: BTreeMap<GroupId, String> = all.items.iter().map(name).collect();
    let resource = connection
        .call(&resources::Read { kind, id: id.clone(), options: ResponseOptions::depth(1) })
        .await?;
    let bad = all.bad.len();
    let Some(listed) = resource.entities.and_then(|entities| entities.groups) else {
        return Ok(Shared { groups: names, with: None, bad, bad_with: 0 });
    };
    let (listed, mut with) = (listed.items, Vec::new());
    let bad_with = listed.bad.len();
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
    Ok(Shared { groups: names, with: Some(with), bad: bad + bad_with, bad_with })
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
        let has = |id: &GroupId| shared.with.iter().flatten().any(|(one, _)| one == id);
        let pairs = shared.groups.iter().filter(|(id, _)| !has(id)).map(pair).collect();
        Some(Free { pairs: by_name(pairs), is_whole: shared.bad == 0 })
    });
    let row = move |shared: &Shared, (group, share): (GroupId, Option<ShareProperties>)| {
        let name = shared.groups.get(&group).cloned().unwrap_or_else(|| group.to_string());
        let href = page.href(GROUPS, Some(group.as_str()));
        let pair = pair((&group, &name));
        view! { <Line page=page pair=pair share=share asked=asked><a href=href><Name text=name/></a></Line> }
    };
    let awaited = Signal::derive(move || {
        let recent = of_shares(page, |_, one| resource.with_value(|resource| one == resource.as_str()));
        let of = |shared: &Shared| {
            let with = |id: &str| {
                let group = id.split_once('/').map_or("", |(group, _)| group);
                shared.with.iter().flatten().find(|(one, _)| one.as_str() == group)
            };
            // What was shared counts once it can be read; what is no longer shared, once it is not listed.
            let (made, removed): (Vec<Entry>, Vec<Entry>) = recent.into_iter().partition(|one| one.is_made);
            let is_partial = shared.bad_with > 0 || shared.with.is_none();
            let mut entries =
                awaited(made, |id| is_partial || with(id).is_some_and(|(_, told)| told.is_some()));
            entries.extend(awaited(removed, |id| with(id).is_some()));
            entries
        };
        shared.remote.with(|remote| remote.value().map(of)).unwrap_or_default()
    });
    let list = move || {
        let shared = shared.get()?;
        let untold = shared
            .with
            .is_none()
            .then(|| view! { <p class="tn-note tn-note--warn">{t("io.share_untold")}</p> });
        let is_empty = shared.with.as_ref().is_some_and(Vec::is_empty);
        let none = none(is_empty, shared.bad_with + awaited.with(Vec::len), t("io.share_none"));
        let rows = shared.with.iter().flatten().cloned().map(|one| row(&shared, one)).collect_view();
        Some(view! { <BadRows count=shared.bad words="io.groups_unread"/> {untold} {none} <ul>{rows}</ul> })
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
            <Awaited page=page entries=awaited words=["recent.shared", "recent.unshared"] loaded=shared.status()/>
            <button id=page.mount.id("tn-share") type="button" class="tn-button" disabled=move || page.frozen().is_some() on:click=move |_| asked.set(Some(Asked::Add))>{t("io.share")}</button>
        </section>
        <ShareDialog page=page asked=asked free=free words=words/>
    }
}
