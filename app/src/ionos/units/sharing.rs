//! The groups that a backup unit is shared with, and sharing it with another.

use std::collections::BTreeMap;

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::ionos::{
    Group, GroupId, ResourceId, ResourceType, SharePrivileges, Shown, UnitId, groups, resources, shares,
};

use crate::i18n::{t, tf};
use crate::ionos::desk::{BadRows, Desk};
use crate::ionos::form::{FormDialog, Sending, Tick};
use crate::routing::Section;
use crate::ui::focus::settle;
use crate::ui::loaded::Status;
use crate::ui::{Loaded, load};

/// All groups by id, and those that the unit is shared with.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shared {
    groups: BTreeMap<GroupId, String>,
    with: Vec<(GroupId, Option<SharePrivileges>)>,
    /// Rows that could not be read.
    bad: usize,
}

async fn read(desk: Desk, unit: ResourceId) -> Result<Shared, Error> {
    let connection = desk.account.connection();
    let all = connection.call(&groups::List { shown: Shown::depth(1) }).await?.items;
    let name = |group: &Group| (group.id.clone(), group.name().unwrap_or(group.id.as_str()).to_owned());
    let names: BTreeMap<GroupId, String> = all.items.iter().map(name).collect();
    let kind = ResourceType::Backupunit;
    let resource =
        connection.call(&resources::Read { kind, id: unit.clone(), shown: Shown::depth(1) }).await?;
    let listed = resource.entities.and_then(|entities| entities.groups);
    let listed = listed.map(|list| list.items).unwrap_or_default();
    let bad = all.bad.len() + listed.bad.len();
    let mut with = Vec::new();
    for group in listed.items {
        let read = shares::Read { group: group.id.clone(), resource: unit.clone(), shown: Shown::default() };
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

#[derive(Clone, Debug, PartialEq)]
enum Asked {
    Nothing,
    Add,
    Change(GroupId, SharePrivileges),
    Remove(GroupId),
}

/// The groups that a unit is shared with.
#[component]
pub fn Sharing(
    /// What every screen needs.
    desk: Desk,
    /// The unit.
    unit: UnitId,
) -> impl IntoView {
    let unit = StoredValue::new(ResourceId::from(&unit));
    let shared: Loaded<Shared> = load(desk.account, move || read(desk, unit.get_value()));
    let asked = RwSignal::new(Asked::Nothing);
    let frozen = move || desk.frozen().is_some();
    let row = move |(group, privileges): (GroupId, Option<SharePrivileges>)| {
        let name = shared
            .get()
            .and_then(|shared| shared.groups.get(&group).cloned())
            .unwrap_or_else(|| group.to_string());
        let href = desk.href(Section::Groups, Some(group.as_str()));
        let told = privileges.unwrap_or_default();
        let (change, remove) = (group.clone(), group);
        let label =
            [tf("io.share_change_of", &[("name", &name)]), tf("io.share_remove_of", &[("name", &name)])];
        let [change_label, remove_label] = label;
        view! {
            <li class="tn-share">
                <a href=href dir="auto">{name}</a>
                <span class="tn-faint">{words(privileges)}</span>
                <button type="button" class="tn-button tn-button--small" aria-label=change_label disabled=frozen on:click=move |_| asked.set(Asked::Change(change.clone(), told))>{t("io.share_change")}</button>
                <button type="button" class="tn-button tn-button--small" aria-label=remove_label disabled=frozen on:click=move |_| asked.set(Asked::Remove(remove.clone()))>{t("io.share_remove")}</button>
            </li>
        }
    };
    let list = move || {
        shared.get().map(|shared| {
            let none = shared.with.is_empty().then(|| view! { <p class="tn-faint">{t("io.share_none")}</p> });
            view! { <BadRows count=shared.bad/> {none} <ul>{shared.with.into_iter().map(row).collect_view()}</ul> }
        })
    };
    let dialog = move || {
        let leave = Callback::new(move |()| {
            asked.set(Asked::Nothing);
            settle("tn-share");
        });
        match (asked.get(), shared.get()) {
            (Asked::Nothing, _) | (_, None) => ().into_any(),
            (asked, Some(shared_now)) => view! {
                <ShareDialog desk=desk unit=unit.get_value() asked=asked shared=shared_now leave=leave reload=shared.reload/>
            }
            .into_any(),
        }
    };
    view! {
        <section class="tn-card" aria-label=t("io.shared_with")>
            <h3>{t("io.shared_with")}</h3>
            <Status loaded=shared/>
            {list}
            <button id="tn-share" type="button" class="tn-button" disabled=frozen on:click=move |_| asked.set(Asked::Add)>{t("io.share")}</button>
        </section>
        {dialog}
    }
}

/// What a share lets its group do beside using the unit.
pub fn words(privileges: Option<SharePrivileges>) -> &'static str {
    let Some(SharePrivileges { edit, share }) = privileges else { return t("io.share_unread") };
    match (edit == Some(true), share == Some(true)) {
        (false, false) => t("io.share_use"),
        (true, false) => t("io.share_edit"),
        (false, true) => t("io.share_share"),
        (true, true) => t("io.share_both"),
    }
}

#[component]
fn ShareDialog(
    desk: Desk,
    unit: ResourceId,
    asked: Asked,
    shared: Shared,
    leave: Callback<()>,
    reload: Callback<()>,
) -> impl IntoView {
    let told = match &asked {
        Asked::Change(_, told) => *told,
        _ => SharePrivileges::default(),
    };
    let (edit, share) = (RwSignal::new(told.edit == Some(true)), RwSignal::new(told.share == Some(true)));
    let free: Vec<(GroupId, String)> = shared
        .groups
        .iter()
        .filter(|(id, _)| !shared.with.iter().any(|(one, _)| one == *id))
        .map(|(id, name)| (id.clone(), name.clone()))
        .collect();
    let chosen = RwSignal::new(match &asked {
        Asked::Change(group, _) | Asked::Remove(group) => Some(group.clone()),
        _ => free.first().map(|(id, _)| id.clone()),
    });
    let sending = Sending::new(desk.account);
    let reason =
        Signal::derive(move || chosen.with(Option::is_none).then(|| t("io.share_no_group").to_owned()));
    let before = (edit.get_untracked(), share.get_untracked());
    let unsaved = Signal::derive(move || (edit.get(), share.get()) != before);
    let kind = StoredValue::new(asked.clone());
    let unit = StoredValue::new(unit);
    let send = Callback::new(move |()| {
        let Some(group) = chosen.get_untracked() else { return };
        let privileges =
            SharePrivileges { edit: Some(edit.get_untracked()), share: Some(share.get_untracked()) };
        let write = write(desk, kind.get_value(), group, unit.get_value(), privileges);
        sending.send(&[], write, move |()| {
            reload.run(());
            leave.run(());
        });
    });
    let name = chosen.get_untracked().and_then(|id| shared.groups.get(&id).cloned()).unwrap_or_default();
    let (title, button) = match &asked {
        Asked::Remove(_) => (tf("io.share_remove_title", &[("name", &name)]), t("io.share_remove")),
        Asked::Change(..) => (tf("io.share_change_title", &[("name", &name)]), t("edit.save")),
        _ => (t("io.share").to_owned(), t("io.share_add")),
    };
    let is_add = asked == Asked::Add;
    let is_remove = matches!(asked, Asked::Remove(_));
    let option = |(id, name): (GroupId, String)| view! { <option value=id.to_string()>{name}</option> };
    view! {
        <FormDialog desk=desk title=title words=button sending=sending send=send leave=leave unsaved=unsaved reason=reason dangerous=is_remove>
            {is_add.then(|| view! {
                <label class="tn-label" for="tn-share-group">{t("io.group")}</label>
                <select id="tn-share-group" class="tn-input" on:change=move |event| chosen.set(GroupId::new(event_target_value(&event)).ok())>
                    {free.into_iter().map(option).collect_view()}
                </select>
            })}
            {if is_remove {
                view! { <p>{t("io.share_remove_note")}</p> }.into_any()
            } else {
                view! {
                    <p class="tn-faint">{t("io.share_note")}</p>
                    <Tick label=t("io.may_edit") on=edit/>
                    <Tick label=t("io.may_share") on=share/>
                }
                .into_any()
            }}
        </FormDialog>
    }
}

async fn write(
    desk: Desk,
    asked: Asked,
    group: GroupId,
    resource: ResourceId,
    privileges: SharePrivileges,
) -> Result<(), Error> {
    let (connection, shown) = (desk.account.connection(), Shown::default());
    match asked {
        Asked::Remove(_) => connection.call(&shares::Remove { group, resource, shown }).await,
        Asked::Change(..) => {
            connection.call(&shares::Change { group, resource, privileges, shown }).await.map(drop)
        }
        _ => connection.call(&shares::Add { group, resource, privileges, shown }).await.map(drop),
    }
}
