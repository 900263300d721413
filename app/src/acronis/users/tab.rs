//! The Users tab.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::user_lists::{self, UserList};
use tenantry_core::acronis::{TenantId, UserId};

use super::context::UsersContext;
use super::create::CreateUser;
use super::panel::UserPanel;
use super::rows::{columns, listing};
use super::table::Table;
use crate::acronis::contacts::field_errors;
use crate::acronis::context::AcronisContext;
use crate::i18n::{t, tf};
use crate::resource::context::PageContext;
use crate::resource::list::{ExtentNote, ListDef, Listing, Row, shown};
use crate::resource::notes::BadRows;
use crate::ui::export::{Extent, Table as File};
use crate::ui::loaded::Status;
use crate::ui::{ExportButtons, Icon, IconName, Keyed, Live, format};

/// The users of a tenant, or of everything below it too.
#[component]
pub fn UsersTab(
    /// The screen.
    screen: AcronisContext,
    /// The tenant.
    id: Uuid,
) -> impl IntoView {
    let below = Memo::new(move |_| screen.path().users.below);
    // Another extent is another reading.
    let shown = Keyed::new();
    move || shown.draw(below.get(), view! { <Users screen=screen id=id below=below.get()/> })
}

#[component]
fn Users(screen: AcronisContext, id: Uuid, below: bool) -> impl IntoView {
    let page = PageContext::new(screen.session, field_errors);
    let users = UsersContext { screen, page, tenant: TenantId(id) };
    let all = page.load_by_parts(move |teller| async move {
        let connection = page.session.connection();
        match below {
            true => user_lists::below(&connection, TenantId(id), |so_far| teller(so_far)).await,
            false => user_lists::of_tenant(&connection, TenantId(id)).await,
        }
    });
    // Names of tenants come with the tree.
    let is_tree_whole = Memo::new(move |_| screen.tenants.is_complete());
    let read = Memo::new(move |_| {
        is_tree_whole.track();
        all.remote.with(|remote| remote.value().map(|all| listing(screen.state(), all)))
    });
    let def = ListDef {
        path: "users",
        title: t("tab.users"),
        table: t("users.table"),
        kind: "user",
        count: "users.count",
        unread: "users.unread",
        columns: StoredValue::new(columns()),
        listing: read,
        status: all.status(),
    };
    let rows = Memo::new(move |_| {
        let view = users.view();
        let of = |all: &Listing| {
            def.columns.with_value(|columns| shown(all, columns, &view.who, view.sort.as_ref()))
        };
        read.with(|all| all.as_ref().map(of).unwrap_or_default())
    });
    let is_whole = Signal::derive(move || read.with(|all| all.as_ref().is_some_and(Listing::is_complete)));
    let is_here = Memo::new(move |_| read.with(Option::is_some));
    let chosen = Memo::new(move |_| users.view().user);
    let (creating, panel) = (RwSignal::new(false), Keyed::new());
    let known = move || {
        let list: UserList = untrack(|| all.get()).unwrap_or_default();
        list.users.into_iter().map(|(id, _)| id).collect::<Vec<UserId>>()
    };
    let class = move || match chosen.with(Option::is_some) {
        true => "tn-set tn-set--list tn-set--chosen",
        false => "tn-set tn-set--list",
    };
    let bad = move || read.with(|all| all.as_ref().map_or(0, |all| all.bad));
    view! {
        <div class=class>
            <section class="tn-set__main" aria-label=t("tab.users")>
                <Bar users=users def=def rows=rows below=below creating=creating/>
                <div class="tn-set__pair">
                    <div class="tn-set__body">
                        <Status loaded=def.status/>
                        {move || view! { <BadRows count=bad() words="users.unread"/> }}
                        <ExtentNote page=page def=def/>
                        <Show when=move || is_here.get()><Table users=users rows=rows is_whole=is_whole below=below/></Show>
                    </div>
                    {move || chosen.get().map(|id| panel.draw(id, view! { <UserPanel users=users id=UserId(id)/> }))}
                </div>
            </section>
        </div>
        {move || creating.get().then(|| {
            let leave = Callback::new(move |()| creating.set(false));
            view! { <CreateUser users=users known=known() leave=leave/> }
        })}
    }
}

/// Above the list: how many, the filter, how far down, and what can be done.
#[component]
fn Bar(
    users: UsersContext,
    def: ListDef,
    rows: Memo<Vec<Row>>,
    below: bool,
    creating: RwSignal<bool>,
) -> impl IntoView {
    let page = users.page;
    let words = Signal::derive(move || {
        let shown = rows.with(Vec::len);
        let is_complete = def.listing.with(|all| all.as_ref().map(Listing::is_complete));
        is_complete.map_or_else(String::new, |is_complete| {
            let count = def.counted(shown, &format::number(shown), is_complete);
            match (is_complete, def.status.is_coming.get()) {
                (_, true) => tf("list.so_far", &[("count", &count)]),
                (false, _) => tf("list.count_partial", &[("count", &count)]),
                (true, _) => count,
            }
        })
    });
    let file = move |()| untrack(|| file(users, def, &rows.get(), below));
    view! {
        <div class="tn-list__head">
            <strong class="tn-list__count"><Live text=words/></strong>
            <input id=page.mount.id("tn-users-who") class="tn-input" type="search" autocomplete="off" spellcheck="false"
                aria-label=t("users.filter") placeholder=t("users.filter")
                prop:value=move || users.view().who on:input=move |event| users.change(|view| view.who = event_target_value(&event))/>
            <label class="tn-check">
                <input id=page.mount.id("tn-users-below") type="checkbox" prop:checked=below on:change=move |event| users.change(|view| view.below = event_target_checked(&event))/>
                {t("users.below")}
            </label>
            <span class="tn-set__tools">
                <ExportButtons table=file/>
                <button id=page.mount.id("tn-create") type="button" class="tn-button tn-button--primary" disabled=move || page.frozen().is_some()
                    title=move || page.frozen() on:click=move |_| creating.set(true)>{t("users.create")}</button>
                <button type="button" class="tn-button tn-button--icon" aria-label=t("list.reload") title=t("list.reload") on:click=move |_| page.reload()>
                    <Icon name=IconName::Refresh/>
                </button>
            </span>
        </div>
    }
}

fn file(users: UsersContext, def: ListDef, rows: &[Row], below: bool) -> File {
    let all = def.listing.get().unwrap_or_default();
    let name = users.screen.name_of(users.tenant.0);
    let count = def.counted(rows.len(), &rows.len().to_string(), all.is_complete());
    let words = if below { "users.about_below" } else { "users.about" };
    let cells = |row: &Row| {
        let told = row.cells.iter().map(|cell| cell.text.clone());
        std::iter::once(Some(row.id.clone())).chain(told).collect()
    };
    let labels =
        def.columns.with_value(|columns| columns.iter().map(|one| one.key.clone()).collect::<Vec<_>>());
    File {
        subject: vec!["users".to_owned(), name.clone()],
        about: tf(words, &[("count", &count), ("name", &name)]),
        extent: Extent::of(all.is_complete(), all.rows.len() == rows.len()),
        untold: t("list.untold"),
        columns: std::iter::once("id".to_owned()).chain(labels).collect(),
        rows: rows.iter().map(cells).collect(),
    }
}
