//! One group: what its members may do, who they are, and what is shared with it.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::ionos::{
    Group, GroupId, GroupShare, Privilege, Resource, ResponseOptions, User, groups, members, shares,
};

use super::group_form::{GroupForm, privilege};
use super::members::Members;
use crate::i18n::{t, tn};
use crate::ionos::shares::GroupShares;
use crate::resource::context::{BadRows, PageContext, Panel};
use crate::resource::delete::Delete;
use crate::routing::Section;
use crate::session::Session;
use crate::ui::loaded::Status;
use crate::ui::{Loaded, format};

#[derive(Clone, Debug, PartialEq)]
struct Told {
    group: Group,
    users: Vec<User>,
    shares: Vec<GroupShare>,
    resources: Vec<Resource>,
    /// Rows of these lists that could not be read.
    bad: usize,
}

async fn read(session: Session, id: GroupId) -> Result<Told, Error> {
    let (connection, options) = (session.connection(), ResponseOptions::depth(1));
    let group = connection.call(&groups::Read { id: id.clone(), options }).await?;
    let users = connection.call(&members::List { group: id.clone(), options }).await?.items;
    let shares = connection.call(&shares::List { group: id.clone(), options }).await?.items;
    let resources = connection.call(&groups::Resources { id, options }).await?.items;
    let bad = users.bad.len() + shares.bad.len() + resources.bad.len();
    Ok(Told { group, users: users.items, shares: shares.items, resources: resources.items, bad })
}

/// One group.
#[component]
pub fn GroupPanel(
    /// What every screen needs.
    page: PageContext,
    /// The id, as the address has it.
    id: String,
) -> impl IntoView {
    let id = match GroupId::new(id) {
        Ok(id) => id,
        Err(words) => return view! { <Panel page=page section=Section::Groups title=t("io.no_id")><p>{words}</p></Panel> }.into_any(),
    };
    let title = id.to_string();
    let told: Loaded<Told> = page.load(move || read(page.session, id.clone()));
    let name = move || told.get().and_then(|told| told.group.name().map(str::to_owned));
    let title = Signal::derive(move || name().unwrap_or_else(|| title.clone()));
    let (editing, deleting) = (RwSignal::new(false), RwSignal::new(false));
    // What is no longer there has nothing that could be done with it.
    let body = move || {
        told.here().map(|told| view! { <Body page=page told=told editing=editing deleting=deleting/> })
    };
    // Beside what is drawn anew with each reading: what somebody types stays.
    let whole = move || untrack(|| told.get());
    let now = move || whole().map(|told| told.group);
    let form = move || {
        let before = Some(editing.get().then(now)??);
        Some(view! { <GroupForm page=page before=before open=editing/> })
    };
    let delete = move || {
        let Told { group, users, resources, .. } = deleting.get().then(whole)??;
        let count = |key: &str, count: usize| tn(key, count, &format::number(count));
        let words = vec![
            t("io.delete_group").to_owned(),
            [count("io.group_has", users.len()), count("io.group_shares", resources.len())].join(" "),
        ];
        let name = group.name().unwrap_or(group.id.as_str()).to_owned();
        let call = groups::Delete { id: group.id, options: ResponseOptions::default() };
        Some(
            view! { <Delete page=page section=Section::Groups name=name words=words call=call open=deleting/> },
        )
    };
    view! { <Panel page=page section=Section::Groups title=title><Status loaded=told/> {body}</Panel> {form} {delete} }
        .into_any()
}

#[component]
fn Body(page: PageContext, told: Told, editing: RwSignal<bool>, deleting: RwSignal<bool>) -> impl IntoView {
    let Told { group, users, shares, resources, bad } = told;
    let granted = group.properties.map(|told| told.privileges).unwrap_or_default();
    let granted: Vec<Privilege> = Privilege::ALL.into_iter().filter(|one| granted.has(*one)).collect();
    let frozen = move || page.frozen().is_some();
    let no_privileges = granted.is_empty();
    let id = group.id.clone();
    view! {
        <BadRows count=bad/>
        <div class="tn-why__actions">
            <button id="tn-change" type="button" class="tn-button tn-button--primary" disabled=frozen on:click=move |_| editing.set(true)>{t("io.edit")}</button>
            <button id="tn-delete" type="button" class="tn-button tn-button--danger" disabled=frozen on:click=move |_| deleting.set(true)>{t("io.delete")}</button>
        </div>
        <section class="tn-card" aria-label=t("io.privileges")>
            <h3>{t("io.privileges")}</h3>
            {no_privileges.then(|| view! { <p class="tn-faint">{t("io.no_privileges")}</p> })}
            <ul>{granted.into_iter().map(|one| view! { <li title=one.as_str()>{privilege(one)}</li> }).collect_view()}</ul>
        </section>
        <Members page=page group=group.id users=users/>
        <GroupShares page=page group=id shares=shares resources=resources/>
    }
}
