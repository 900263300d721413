//! One group: what its members may do, who they are, and what is shared with it.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::decode::Rows;
use tenantry_core::ionos::changes::groups as changes;
use tenantry_core::ionos::{
    Group, GroupId, GroupShare, Privilege, Resource, ResponseOptions, User, groups, members, shares,
};

use super::form::{GroupForm, privilege};
use super::members::Members;
use crate::i18n::{t, tn};
use crate::ionos::route::GROUPS;
use crate::ionos::shares::GroupShares;
use crate::resource::context::PageContext;
use crate::resource::delete::Delete;
use crate::resource::panel::{Asked, no_such_id, panel_with_form};
use crate::session::Session;
use crate::ui::{Loaded, format};

#[derive(Clone, Debug, PartialEq)]
struct Detail {
    group: Group,
    users: Rows<User>,
    shares: Rows<GroupShare>,
    resources: Rows<Resource>,
}

async fn read(session: Session, id: GroupId) -> Result<Detail, Error> {
    let (connection, options) = (session.connection(), ResponseOptions::depth(1));
    let group = connection.call(&groups::Read { id: id.clone(), options }).await?;
    let users = connection.call(&members::List { group: id.clone(), options }).await?.items;
    let shares = connection.call(&shares::List { group: id.clone(), options }).await?.items;
    let resources = connection.call(&groups::Resources { id, options }).await?.items;
    Ok(Detail { group, users, shares, resources })
}

/// One group, by the id that the URL has.
pub fn group_panel(page: PageContext, id: String) -> AnyView {
    let id = match GroupId::new(id) {
        Ok(id) => id,
        Err(words) => return no_such_id(page, GROUPS, words),
    };
    let title = id.to_string();
    let loaded: Loaded<Detail> = page.load(move || read(page.session, id.clone()));
    let name = |detail: &Detail| detail.group.name().map(str::to_owned);
    panel_with_form(
        page,
        GROUPS,
        title,
        loaded,
        name,
        [
            |page, detail, asked| view! { <Body page=page detail=detail asked=asked/> }.into_any(),
            |page, detail, asked| {
                view! { <GroupForm page=page before=Some(detail.group) open=asked.editing/> }.into_any()
            },
            |page, detail, asked| {
                view! { <DeleteGroup page=page detail=detail open=asked.deleting/> }.into_any()
            },
        ],
    )
}

#[component]
fn DeleteGroup(page: PageContext, detail: Detail, open: RwSignal<bool>) -> impl IntoView {
    let Detail { group, users, resources, .. } = detail;
    let count = |key: &str, count: usize| tn(key, count, &format::number(count));
    let lost = [count("io.group_has", users.count()), count("io.group_shares", resources.count())].join(" ");
    let name = group.name().unwrap_or(group.id.as_str()).to_owned();
    let id = group.id.to_string();
    let change = move || changes::delete(&group);
    let done = Callback::new(move |()| {
        page.leave_deleted(GROUPS, &id);
        page.reload();
    });
    view! {
        <Delete page=page name=name change=change done=done leave=Callback::new(move |()| open.set(false))>
            <p>{t("io.delete_group")}</p>
            <p>{lost}</p>
            <p><strong>{t("io.delete_final")}</strong></p>
        </Delete>
    }
}

#[component]
fn Body(page: PageContext, detail: Detail, asked: Asked) -> impl IntoView {
    let Detail { group, users, shares, resources } = detail;
    // A group whose properties are not told may have any.
    let all = group.properties.map(|told| told.privileges).unwrap_or_default();
    let granted = Privilege::ALL.into_iter().filter(|one| all.has(*one));
    let granted = granted.map(|one| (one.as_str().to_owned(), privilege(one)));
    // One that this version has no name for is told by the API's own.
    let unknown =
        all.unknown().filter(|(_, granted)| *granted).map(|(word, _)| (word.to_owned(), word.to_owned()));
    let granted: Vec<(String, String)> = granted.chain(unknown).collect();
    let untold: Vec<Privilege> = all.untold().collect();
    let frozen = move || page.frozen().is_some();
    let no_privileges = untold.is_empty() && granted.is_empty();
    let id = group.id.clone();
    view! {
        <div class="tn-why__actions">
            <button id=page.mount.id("tn-change") type="button" class="tn-button tn-button--primary" disabled=frozen on:click=move |_| asked.editing.set(true)>{t("io.edit")}</button>
            <button id=page.mount.id("tn-delete") type="button" class="tn-button tn-button--danger" disabled=frozen on:click=move |_| asked.deleting.set(true)>{t("io.delete")}</button>
        </div>
        <section class="tn-card" aria-label=t("io.privileges")>
            <h3>{t("io.privileges")}</h3>
            {no_privileges.then(|| view! { <p class="tn-faint">{t("io.no_privileges")}</p> })}
            <ul>{granted.into_iter().map(|(name, words)| view! { <li title=name>{words}</li> }).collect_view()}</ul>
            <Untold privileges=untold/>
        </section>
        <Members page=page group=group.id users=users status=asked.status/>
        <GroupShares page=page group=id shares=shares resources=resources status=asked.status/>
    }
}

/// The privileges that the API did not tell; nothing where it told all.
#[component]
fn Untold(privileges: Vec<Privilege>) -> impl IntoView {
    let count = privileges.len();
    (count > 0).then(|| {
        let words = tn("io.untold_privileges", count, &format::number(count));
        let one = |one: Privilege| view! { <li title=one.as_str()>{privilege(one)}</li> };
        view! {
            <details class="tn-note tn-note--warn">
                <summary>{words}</summary>
                <ul>{privileges.into_iter().map(one).collect_view()}</ul>
            </details>
        }
    })
}
