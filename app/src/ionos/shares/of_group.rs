//! What is shared with a group, and sharing more with it.

use leptos::prelude::*;
use tenantry_core::decode::Rows;
use tenantry_core::ionos::{
    Collection, GroupId, GroupShare, Resource, ResourceId, ResponseOptions, ShareProperties, resources,
};

use super::dialog::{Free, ShareDialog, Words};
use super::line::{Asked, Line, Pair, by_name, of_shares};
use crate::i18n::t;
use crate::ionos::resources::{ResourceLink, kind_of, name_of};
use crate::resource::awaited::Awaited;
use crate::resource::context::PageContext;
use crate::resource::notes::{BadRows, none};
use crate::resource::recent::{Entry, awaited};
use crate::ui::loaded::{Failed, LoadStatus};
use crate::ui::{Loaded, Name};

/// What is shared with a group.
#[component]
pub fn GroupShares(
    /// The page.
    page: PageContext,
    /// The group.
    group: GroupId,
    /// Its shares.
    shares: Rows<GroupShare>,
    /// The resources that it has.
    resources: Rows<Resource>,
    /// How far the reading of the group is.
    status: LoadStatus,
) -> impl IntoView {
    let (bad_shares, bad_resources) = (shares.bad.len(), resources.bad.len());
    let (shares, resources, bad) = (shares.items, resources.items, bad_shares + bad_resources);
    let group = StoredValue::new(group);
    let asked = RwSignal::new(None::<Asked>);
    let pair = move |resource: ResourceId, name: String| Pair { group: group.get_value(), resource, name };
    let has = StoredValue::new(
        resources
            .iter()
            .map(|one| &one.id)
            .chain(shares.iter().map(|one| &one.id))
            .cloned()
            .collect::<Vec<_>>(),
    );
    let told_shares: Vec<ResourceId> =
        shares.iter().filter(|one| one.properties.is_some()).map(|one| one.id.clone()).collect();
    let awaited = group_shares(page, group, StoredValue::new(told_shares), has, bad);
    // A share whose resource is not told has its id for a name.
    let untold = shares.iter().filter(|share| !resources.iter().any(|one| one.id == share.id));
    let untold: Vec<(ResourceId, Option<ShareProperties>)> =
        untold.map(|share| (share.id.clone(), share.properties.clone())).collect();
    let no_resources =
        move || none(has.with_value(Vec::is_empty), bad + awaited.with(Vec::len), t("io.no_resources"));
    let told = resources.into_iter().map(move |one| {
        let share = shares.iter().find(|share| share.id == one.id).and_then(|share| share.properties.clone());
        let pair = pair(one.id.clone(), name_of(&one));
        view! { <Line page=page pair=pair share=share asked=asked><span><ResourceLink page=page one=one/></span></Line> }
    });
    let untold = untold.into_iter().map(move |(id, share)| {
        let name = id.to_string();
        let pair = pair(id, name.clone());
        view! { <Line page=page pair=pair share=share asked=asked><Name text=name/></Line> }
    });
    view! {
        <section class="tn-card" aria-label=t("rail.resources")>
            <h3>{t("rail.resources")}</h3>
            <BadRows count=bad_shares words="io.shares_unread"/>
            <BadRows count=bad_resources words="io.resources_unread"/>
            {no_resources}
            <ul>{told.collect_view()}{untold.collect_view()}</ul>
            <Awaited page=page entries=awaited words=["recent.shared", "recent.unshared"] loaded=status/>
            <button id=page.mount.id("tn-share") type="button" class="tn-button" disabled=move || page.frozen().is_some() on:click=move |_| asked.set(Some(Asked::Add))>{t("io.share_resource")}</button>
        </section>
        {move || asked.with(Option::is_some).then(|| view! { <Sharing page=page group=group has=has asked=asked/> })}
    }
}

/// What was shared with the group, or is no longer, and is not shown so.
fn group_shares(
    page: PageContext,
    group: StoredValue<GroupId>,
    shares: StoredValue<Vec<ResourceId>>,
    has: StoredValue<Vec<ResourceId>>,
    bad: usize,
) -> Signal<Vec<Entry>> {
    Signal::derive(move || {
        let recent = of_shares(page, |one, _| group.with_value(|group| one == group.as_str()));
        let in_list = |all: StoredValue<Vec<ResourceId>>, id: &str| {
            let resource = id.split_once('/').map_or("", |(_, resource)| resource);
            all.with_value(|all| all.iter().any(|one| one.as_str() == resource))
        };
        // What was shared counts once it can be read; what is no longer shared, once it is in neither list.
        let (made, removed): (Vec<Entry>, Vec<Entry>) = recent.into_iter().partition(|one| one.is_made);
        let mut entries = awaited(made, |id| bad > 0 || in_list(shares, id));
        entries.extend(awaited(removed, |id| in_list(has, id)));
        entries
    })
}

/// The dialog, and what can be shared: read when it is asked for.
#[component]
fn Sharing(
    page: PageContext,
    group: StoredValue<GroupId>,
    has: StoredValue<Vec<ResourceId>>,
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    let session = page.session;
    let all: Loaded<Collection<Resource>> = page.load_once(move || async move {
        session.connection().call(&resources::List { options: ResponseOptions::depth(1) }).await
    });
    let free = Signal::derive(move || {
        let all = all.get()?;
        let is_whole = all.items.bad.is_empty() && !all.has_more();
        let free = all.items.items.into_iter().filter(|one| has.with_value(|has| !has.contains(&one.id)));
        let pair = |one: Resource| Pair {
            group: group.get_value(),
            name: [name_of(&one).as_str(), kind_of(&one).unwrap_or_else(|| t("io.untold_type"))].join(" – "),
            resource: one.id,
        };
        Some(Free { pairs: by_name(free.map(pair).collect()), is_whole })
    });
    let bad = move || {
        let count = all.get().map_or(0, |all| all.items.bad.len());
        view! { <BadRows count=count words="io.resources_unread"/> }
    };
    let fault = move || view! { {bad} <Failed loaded=all.status()/> };
    let words = Words {
        title: t("io.share_resource"),
        label: t("io.resource"),
        choose: t("io.choose_resource"),
        none: t("io.share_no_resource"),
    };
    view! {
        <ShareDialog page=page asked=asked free=free words=words fault=fault/>
    }
}
