//! The users of the contract, page after page.

mod actions;
mod describe;
mod form;
mod panel;

use leptos::prelude::*;
use tenantry_core::ionos::users::{self, All};
use tenantry_core::ionos::{ResponseOptions, User};

use self::actions::actions;
use self::describe::{Flags, flag_words};
pub use self::describe::{address, full_name};
use self::form::UserForm;
use self::panel::user_panel;
use super::listing::{contract_button, date_cell};
use super::route::USERS;
use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::resource::list::selection::Selection;
use crate::resource::list::{Cell, Column, List, ListDef, Listing, Row};
use crate::ui::Loaded;

fn columns() -> Vec<Column> {
    vec![
        Column::text("email", t("io.email")),
        Column::text("name", t("io.name")),
        Column::text("flags", t("io.flags")),
        Column::text("last-login", t("io.last_login")).minor(),
    ]
}

fn row(user: &User) -> Row {
    let (last_login, flagged) = (user.metadata.as_ref().and_then(|one| one.last_login.clone()), user.clone());
    let flags = move || view! { <Flags user=flagged.clone()/> }.into_any();
    let cells = vec![
        Cell::told(user.email().map(str::to_owned)),
        Cell::told(full_name(user)),
        Cell::drawn(Some(flag_words(user)), flags),
        date_cell(last_login.as_ref()),
    ];
    Row::new(user.id.as_str(), cells)
}

fn listing(all: &All) -> Listing {
    Listing { rows: all.users.iter().map(row).collect(), bad: all.bad_rows, extent: all.extent }
}

/// The list of users.
#[component]
pub fn Users(
    /// The page.
    page: PageContext,
) -> impl IntoView {
    let all: Loaded<All> = page.load_by_parts(move |teller| async move {
        users::by_pages(&page.session.connection(), ResponseOptions::depth(1), |so_far| teller(so_far)).await
    });
    let (creating, selection, chosen) = (RwSignal::new(false), Selection::default(), page.chosen());
    let def = ListDef {
        path: USERS,
        title: t("rail.users"),
        table: t("io.users_table"),
        kind: "user",
        count: "io.users",
        unread: "io.users_unread",
        columns: StoredValue::new(columns()),
        listing: Memo::new(move |_| all.remote.with(|remote| remote.value().map(listing))),
        status: all.status(),
    };
    let selected = move || {
        let users = all.get().unwrap_or_default().users;
        users.into_iter().filter(|user| selection.has(&row(user))).collect::<Vec<_>>()
    };
    let known = move || {
        let users = untrack(|| all.get()).unwrap_or_default().users;
        users.into_iter().map(|user| user.id).collect::<Vec<_>>()
    };
    let side = move || chosen.get().map(|id| user_panel(page, id));
    view! {
        <List page=page def=def chosen=chosen side=side selection=selection actions=actions(page, selected) extra=contract_button(page)>
            <button id=page.mount.id("tn-create") type="button" class="tn-button tn-button--primary" disabled=move || page.frozen().is_some() title=move || page.frozen() on:click=move |_| creating.set(true)>{t("io.create_user")}</button>
        </List>
        {move || creating.get().then(|| view! { <UserForm page=page before=None known=known() open=creating/> })}
    }
}
