//! The users of the contract, page after page.

use leptos::prelude::*;
use tenantry_core::date::Date;
use tenantry_core::ionos::{ResponseOptions, User, users};

use super::bulk::{UsersBar, UsersBatch};
use super::user::UserPanel;
use super::user_form::UserForm;
use crate::i18n::{t, tn};
use crate::resource::context::{PageContext, date, date_text};
use crate::resource::list::{Column, List, Listed, Row, Selection};
use crate::routing::Section;
use crate::ui::{Badge, Loaded, Tone};

impl Row for User {
    const SECTION: Section = Section::Users;

    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn columns() -> Vec<Column<User>> {
        vec![
            Column::text(t("io.email"), |user| user.email().unwrap_or(user.id.as_str()).to_owned()),
            Column::text(t("io.name"), full_name),
            Column::drawn(t("io.flags"), flag_words, |user, _| {
                view! { <Flags user=user.clone()/> }.into_any()
            }),
            Column::drawn(
                t("io.last_login"),
                |user| date_text(last_login(user).as_ref()),
                |user, _| date(last_login(user).as_ref()).into_any(),
            )
            .minor(),
        ]
    }
}

fn last_login(user: &User) -> Option<Date> {
    user.metadata.as_ref().and_then(|metadata| metadata.last_login.clone())
}

fn flag_words(user: &User) -> String {
    flags(user).map(|(words, _)| words).collect::<Vec<_>>().join(", ")
}

/// First name and last name; empty where the API tells neither.
pub fn full_name(user: &User) -> String {
    let told = user.properties.clone().unwrap_or_default();
    [told.firstname, told.lastname].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The list of users.
#[component]
pub fn Users(
    /// What every screen needs.
    page: PageContext,
) -> impl IntoView {
    let session = page.session;
    let all: Loaded<Listed<User>> = page.load(move || async move {
        users::all(&session.connection(), ResponseOptions::depth(1)).await.map(Listed::from)
    });
    let (creating, selection, chosen) = (RwSignal::new(false), Selection::new(), page.chosen());
    let side = move || chosen.get().map(|id| view! { <UserPanel page=page id=id/> });
    let rows =
        Signal::derive(move || all.get().map(|listed| selection.among(&listed.rows)).unwrap_or_default());
    let asked = RwSignal::new(None);
    let bar = move || view! { <UsersBar page=page asked=asked/> };
    view! {
        <List page=page title=t("rail.users") table=t("io.users_table") count=|n, words| tn("io.users", n, words)
            all=all chosen=chosen side=side selection=selection bar=bar>
            <button id="tn-create" type="button" class="tn-button tn-button--primary" disabled=move || page.frozen().is_some() title=move || page.frozen() on:click=move |_| creating.set(true)>{t("io.create_user")}</button>
        </List>
        <UsersBatch page=page asked=asked rows=rows/>
        {move || creating.get().then(|| view! { <UserForm page=page before=None open=creating/> })}
    }
}

fn flags(user: &User) -> impl Iterator<Item = (&'static str, Tone)> + use<> {
    let told = user.properties.clone().unwrap_or_default();
    let all = [
        (told.administrator == Some(true), t("io.administrator"), Tone::Plain),
        (told.active == Some(false), t("io.blocked"), Tone::Bad),
        (told.sec_auth_active == Some(true), t("io.second_factor"), Tone::Good),
        (told.force_sec_auth == Some(true), t("io.second_factor_forced"), Tone::Plain),
    ];
    all.into_iter().filter(|(on, ..)| *on).map(|(_, words, tone)| (words, tone))
}

/// What is special about a user.
#[component]
pub fn Flags(
    /// The user.
    user: User,
) -> impl IntoView {
    flags(&user).map(|(words, tone)| view! { <Badge tone=tone text=words/> " " }).collect_view()
}
