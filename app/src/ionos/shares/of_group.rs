//! What is shared with a group, and sharing more with it.

use leptos::prelude::*;
use tenantry_core::ionos::{
    GroupId, GroupShare, Resource, ResourceId, ResponseOptions, SharePrivileges, resources,
};

use super::dialog::{ShareDialog, Words};
use super::line::{Asked, Line, Pair, by_name};
use crate::i18n::t;
use crate::ionos::resources::{ResourceLink, kind_of, name_of};
use crate::resource::context::PageContext;
use crate::resource::notes::none;
use crate::ui::Loaded;
use crate::ui::loaded::Failed;

/// What is shared with a group.
#[component]
pub fn GroupShares(
    /// The page.
    page: PageContext,
    /// The group.
    group: GroupId,
    /// Its shares.
    shares: Vec<GroupShare>,
    /// The resources that it has.
    resources: Vec<Resource>,
    /// Rows of the group's lists that could not be read.
    bad: usize,
) -> impl IntoView {
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
    // A share whose resource is not told has its id for a name.
    let untold = shares.iter().filter(|share| !resources.iter().any(|one| one.id == share.id));
    let untold: Vec<(ResourceId, Option<SharePrivileges>)> =
        untold.map(|share| (share.id.clone(), share.properties)).collect();
    let none = none(has.with_value(Vec::is_empty), bad, t("io.no_resources"));
    let told = resources.into_iter().map(move |one| {
        let privileges = shares.iter().find(|share| share.id == one.id).and_then(|share| share.properties);
        let pair = pair(one.id.clone(), name_of(&one));
        view! { <Line page=page pair=pair privileges=privileges asked=asked><span><ResourceLink page=page one=one/></span></Line> }
    });
    let untold = untold.into_iter().map(move |(id, privileges)| {
        let name = id.to_string();
        let pair = pair(id, name.clone());
        view! { <Line page=page pair=pair privileges=privileges asked=asked><span>{name}</span></Line> }
    });
    view! {
        <section class="tn-card" aria-label=t("rail.resources")>
            <h3>{t("rail.resources")}</h3>
            {none}
            <ul>{told.collect_view()}{untold.collect_view()}</ul>
            <button id=page.mount.id("tn-share") type="button" class="tn-button" disabled=move || page.frozen().is_some() on:click=move |_| asked.set(Some(Asked::Add))>{t("io.share_resource")}</button>
        </section>
        {move || asked.with(Option::is_some).then(|| view! { <Sharing page=page group=group has=has asked=asked/> })}
    }
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
    let all: Loaded<Vec<Resource>> = page.load_once(move || async move {
        Ok(session
            .connection()
            .call(&resources::List { options: ResponseOptions::depth(1) })
            .await?
            .items
            .items)
    });
    let free = Signal::derive(move || {
        let all = all.get()?.into_iter();
        let all = all.filter(|one| has.with_value(|has| !has.contains(&one.id)));
        let pair = |one: Resource| Pair {
            group: group.get_value(),
            name: [name_of(&one), kind_of(&one)].join(" – "),
            resource: one.id,
        };
        Some(by_name(all.map(pair).collect()))
    });
    let words = Words {
        title: t("io.share_resource"),
        label: t("io.resource"),
        choose: t("io.choose_resource"),
        none: t("io.share_no_resource"),
    };
    view! {
        <ShareDialog page=page asked=asked free=free words=words fault=move || view! { <Failed loaded=all.status()/> }/>
    }
}
