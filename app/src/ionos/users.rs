//! The users of the contract, page after page.

use leptos::prelude::*;
use tenantry_core::ionos::users::{self, All};
use tenantry_core::ionos::{Shown, User};
use tenantry_core::tenancy::fold;

use super::desk::{Desk, ListHead, date};
use super::user::UserPanel;
use super::user_form::UserForm;
use crate::i18n::{t, tn};
use crate::routing::Section;
use crate::ui::loaded::Status;
use crate::ui::{Badge, Loaded, Tone, format, load};

/// The list of users.
#[component]
pub fn Users(
    /// What every screen needs.
    desk: Desk,
) -> impl IntoView {
    let account = desk.account;
    let all: Loaded<All> =
        load(account, move || async move { users::all(&account.connection(), Shown::depth(1)).await });
    let creating = RwSignal::new(false);
    let (filter, chosen) = (desk.filter(), desk.chosen());
    let shown = Memo::new(move |_| {
        let text = fold(filter.get().trim());
        let has = |user: &User| {
            let told = user.properties.clone().unwrap_or_default();
            let parts = [told.email, told.firstname, told.lastname];
            text.is_empty() || parts.into_iter().flatten().any(|part| fold(&part).contains(&text))
        };
        all.get().unwrap_or_default().users.into_iter().filter(has).collect::<Vec<_>>()
    });
    let count = Signal::derive(move || {
        let count = shown.with(Vec::len);
        tn("io.users", count, &format::number(count))
    });
    let partial = move || {
        all.get()
            .is_some_and(|all| all.cut || all.bad_rows > 0)
            .then(|| view! { <p class="tn-note tn-note--warn">{t("io.list_partial")}</p> })
    };
    let side = move || chosen.get().map(|id| view! { <UserPanel desk=desk id=id changed=all.reload/> });
    let class = move || if chosen.with(Option::is_some) { "tn-set tn-set--chosen" } else { "tn-set" };
    let lines = move || {
        shown.get().into_iter().map(|user| view! { <Line desk=desk user=user chosen=chosen/> }).collect_view()
    };
    let empty = move || {
        (all.get().is_some() && shown.with(Vec::is_empty))
            .then(|| view! { <p class="tn-empty">{t("io.none_like_this")}</p> })
    };
    view! {
        <div class=class>
            <section class="tn-set__main" aria-label=t("rail.users")>
                <ListHead desk=desk title=t("rail.users") count=count reload=all.reload>
                    <button id="tn-create" type="button" class="tn-button tn-button--primary" disabled=move || desk.frozen().is_some() title=move || desk.frozen() on:click=move |_| creating.set(true)>{t("io.create_user")}</button>
                </ListHead>
                <Status loaded=all/>
                {partial}
                <div class="tn-set__scroll" tabindex="0" role="region" aria-label=t("io.users_table")>
                    <table class="tn-table tn-list__table">
                        <thead><tr>
                            <th scope="col">{t("io.email")}</th><th scope="col">{t("io.name")}</th><th scope="col">{t("io.flags")}</th><th scope="col">{t("io.last_login")}</th>
                        </tr></thead>
                        <tbody>{lines}</tbody>
                    </table>
                    {empty}
                </div>
            </section>
            {side}
            {move || creating.get().then(|| view! { <UserForm desk=desk before=None open=creating changed=all.reload/> })}
        </div>
    }
}

#[component]
fn Line(desk: Desk, user: User, chosen: Memo<Option<String>>) -> impl IntoView {
    let id = user.id.to_string();
    let href = desk.href(Section::Users, Some(&id));
    let on = Memo::new(move |_| chosen.with(|chosen| chosen.as_deref() == Some(&id)));
    let told = user.properties.clone().unwrap_or_default();
    let name = [told.firstname, told.lastname].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let email = told.email.unwrap_or_else(|| user.id.to_string());
    let last = user.metadata.as_ref().and_then(|metadata| date(metadata.last_login.as_ref()));
    view! {
        <tr class=move || if on.get() { "tn-line--on" } else { "" }>
            <th scope="row"><a href=href aria-current=move || on.get().then_some("true") dir="auto">{email}</a></th>
            <td dir="auto">{name}</td>
            <td><Flags user=user/></td>
            <td>{last}</td>
        </tr>
    }
}

/// What is special about a user.
#[component]
pub fn Flags(
    /// The user.
    user: User,
) -> impl IntoView {
    let told = user.properties.unwrap_or_default();
    let all = [
        (told.administrator == Some(true), t("io.administrator"), Tone::Plain),
        (told.active == Some(false), t("io.blocked"), Tone::Bad),
        (told.sec_auth_active == Some(true), t("io.second_factor"), Tone::Good),
        (told.force_sec_auth == Some(true), t("io.second_factor_forced"), Tone::Plain),
    ];
    all.into_iter()
        .filter(|(on, ..)| *on)
        .map(|(_, words, tone)| view! { <Badge tone=tone text=words/> " " })
        .collect_view()
}
