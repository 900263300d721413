//! One group: what its members may do, who they are, and what is shared with it.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::ionos::{
    Group, GroupId, GroupShare, Privilege, Resource, Shown, User, groups, members, shares,
};

use super::group_form::{GroupForm, privilege};
use super::members::Members;
use crate::account::Account;
use crate::i18n::t;
use crate::ionos::delete::Delete;
use crate::ionos::desk::{BadRows, Desk, Panel};
use crate::ionos::shares::GroupShares;
use crate::routing::Section;
use crate::ui::loaded::Status;
use crate::ui::{Loaded, load};

#[derive(Clone, Debug, PartialEq)]
struct Told {
    group: Group,
    users: Vec<User>,
    shares: Vec<GroupShare>,
    resources: Vec<Resource>,
    /// Rows of these lists that could not be read.
    bad: usize,
}

async fn read(account: Account, id: GroupId) -> Result<Told, Error> {
    let (connection, shown) = (account.connection(), Shown::depth(1));
    let group = connection.call(&groups::Read { id: id.clone(), shown }).await?;
    let users = connection.call(&members::List { group: id.clone(), shown }).await?.items;
    let shares = connection.call(&shares::List { group: id.clone(), shown }).await?.items;
    let resources = connection.call(&groups::Resources { id, shown }).await?.items;
    let bad = users.bad.len() + shares.bad.len() + resources.bad.len();
    Ok(Told { group, users: users.items, shares: shares.items, resources: resources.items, bad })
}

/// One group.
#[component]
pub fn GroupPanel(
    /// What every screen needs.
    desk: Desk,
    /// The id, as the address has it.
    id: String,
    /// Reads the list again.
    changed: Callback<()>,
) -> impl IntoView {
    let id = match GroupId::new(id) {
        Ok(id) => id,
        Err(words) => return view! { <Panel desk=desk section=Section::Groups title=t("io.no_id")><p>{words}</p></Panel> }.into_any(),
    };
    let title = id.to_string();
    let told: Loaded<Told> = load(desk.account, move || read(desk.account, id.clone()));
    let both = Callback::new(move |()| {
        told.reload.run(());
        changed.run(());
    });
    let name = move || told.get().and_then(|told| told.group.name().map(str::to_owned));
    let title = Signal::derive(move || name().unwrap_or_else(|| title.clone()));
    let body = move || told.get().map(|told| view! { <Body desk=desk told=told changed=both/> });
    view! { <Panel desk=desk section=Section::Groups title=title><Status loaded=told/> {body}</Panel> }
        .into_any()
}

#[component]
fn Body(desk: Desk, told: Told, changed: Callback<()>) -> impl IntoView {
    let Told { group, users, shares, resources, bad } = told;
    let (editing, deleting) = (RwSignal::new(false), RwSignal::new(false));
    let kept = StoredValue::new(group.clone());
    let granted = group.properties.map(|told| told.privileges).unwrap_or_default();
    let granted: Vec<Privilege> = Privilege::ALL.into_iter().filter(|one| granted.has(*one)).collect();
    let frozen = move || desk.frozen().is_some();
    let no_privileges = granted.is_empty();
    let id = group.id.clone();
    view! {
        <BadRows count=bad/>
        <div class="tn-why__actions">
            <button id="tn-change" type="button" class="tn-button tn-button--primary" disabled=frozen on:click=move |_| editing.set(true)>{t("io.edit")}</button>
            <button type="button" class="tn-button tn-button--danger" disabled=frozen on:click=move |_| deleting.set(true)>{t("io.delete")}</button>
        </div>
        <section class="tn-card" aria-label=t("io.privileges")>
            <h3>{t("io.privileges")}</h3>
            {no_privileges.then(|| view! { <p class="tn-faint">{t("io.no_privileges")}</p> })}
            <ul>{granted.into_iter().map(|one| view! { <li title=one.as_str()>{privilege(one)}</li> }).collect_view()}</ul>
        </section>
        <Members desk=desk group=group.id users=users changed=changed/>
        <GroupShares desk=desk group=id shares=shares resources=resources changed=changed/>
        {move || editing.get().then(|| view! { <GroupForm desk=desk before=Some(kept.get_value()) open=editing changed=changed/> })}
        {move || deleting.get().then(|| {
            let group = kept.get_value();
            let name = group.name().unwrap_or(group.id.as_str()).to_owned();
            let call = groups::Delete { id: group.id, shown: Shown::default() };
            view! { <Delete desk=desk section=Section::Groups name=name words=t("io.delete_group") call=call open=deleting changed=changed/> }
        })}
    }
}
