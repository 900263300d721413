//! One user: what the API tells of them, their groups, and what they own.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::decode::Rows;
use tenantry_core::ionos::changes::users as changes;
use tenantry_core::ionos::{Group, Resource, ResponseOptions, User, UserId, users};

use super::describe::{Flags, address, full_name, why_not};
use super::form::UserForm;
use crate::i18n::{t, tn};
use crate::ionos::listing::{history, told_field};
use crate::ionos::password::{PasswordNote, forget_when_closed};
use crate::ionos::resources::ResourceLink;
use crate::ionos::route::{GROUPS, USERS};
use crate::resource::context::PageContext;
use crate::resource::delete::Delete;
use crate::resource::notes::{BadRows, field, none};
use crate::resource::panel::{Asked, no_such_id, panel_with_form};
use crate::session::Session;
use crate::ui::{Loaded, Name, format};

#[derive(Clone, Debug, PartialEq)]
struct Detail {
    user: User,
    groups: Rows<Group>,
    owns: Rows<Resource>,
}

async fn read(session: Session, id: UserId) -> Result<Detail, Error> {
    let (connection, options) = (session.connection(), ResponseOptions::depth(1));
    let user = connection.call(&users::Read { id: id.clone(), options }).await?;
    let groups = connection.call(&users::Groups { id: id.clone(), options }).await?.items;
    let owns = connection.call(&users::Owns { id, options }).await?.items;
    Ok(Detail { user, groups, owns })
}

/// One user, by the id that the URL has.
pub fn user_panel(page: PageContext, id: String) -> AnyView {
    let id = match UserId::new(id) {
        Ok(id) => id,
        Err(words) => return no_such_id(page, USERS, words),
    };
    let title = id.to_string();
    forget_when_closed(&title);
    let loaded: Loaded<Detail> = page.load(move || read(page.session, id.clone()));
    let name = |detail: &Detail| detail.user.email().map(str::to_owned);
    panel_with_form(
        page,
        USERS,
        title,
        loaded,
        name,
        [
            |page, detail, asked| view! { <Body page=page detail=detail asked=asked/> }.into_any(),
            |page, detail, asked| {
                view! { <UserForm page=page before=Some(detail.user) open=asked.editing/> }.into_any()
            },
            |page, detail, asked| {
                view! { <DeleteUser page=page detail=detail open=asked.deleting/> }.into_any()
            },
        ],
    )
}

#[component]
fn DeleteUser(page: PageContext, detail: Detail, open: RwSignal<bool>) -> impl IntoView {
    let Detail { user, groups, owns, .. } = detail;
    let count = |key: &str, count: usize| tn(key, count, &format::number(count));
    let lost = [count("io.user_owns", owns.count()), count("io.user_in", groups.count())].join(" ");
    let name = address(&user);
    let id = user.id.to_string();
    let change = move || changes::delete(&user);
    let done = Callback::new(move |()| {
        page.leave_deleted(USERS, &id);
        page.reload();
    });
    view! {
        <Delete page=page name=name change=change done=done leave=Callback::new(move |()| open.set(false))>
            <p>{t("io.delete_user")}</p>
            <p>{lost}</p>
            <p><strong>{t("io.delete_final")}</strong></p>
        </Delete>
    }
}

#[component]
fn Body(page: PageContext, detail: Detail, asked: Asked) -> impl IntoView {
    let Detail { user, groups, owns } = detail;
    let own = StoredValue::new(why_not(page, &user));
    let why = move || page.frozen().map(str::to_owned).or_else(|| own.get_value());
    let props = user.properties.clone().unwrap_or_default();
    let own_id = user.id.to_string();
    let group = move |group: Group| {
        let name = group.name().unwrap_or(group.id.as_str()).to_owned();
        view! { <li><a href=page.href(GROUPS, Some(group.id.as_str()))><Name text=name/></a></li> }
    };
    let resource = move |one: Resource| view! { <li><ResourceLink page=page one=one/></li> };
    view! {
        <PasswordNote of=own_id/>
        <p><Flags user=user.clone()/></p>
        <dl>
            {told_field(t("io.email"), props.email)}
            {told_field(t("io.name"), full_name(&user))}
            {field(t("io.s3"), props.s3_canonical_user_id)}
            {history(user.metadata.as_ref())}
        </dl>
        <div class="tn-why__actions">
            <button id=page.mount.id("tn-change") type="button" class="tn-button tn-button--primary" disabled=move || page.frozen().is_some() on:click=move |_| asked.editing.set(true)>{t("io.edit")}</button>
            <button id=page.mount.id("tn-delete") type="button" class="tn-button tn-button--danger" disabled=move || why().is_some() aria-describedby=page.mount.id("tn-user-why") on:click=move |_| asked.deleting.set(true)>{t("io.delete")}</button>
        </div>
        <p id=page.mount.id("tn-user-why") class="tn-faint" prop:textContent=why></p>
        <section class="tn-card" aria-label=t("rail.groups")>
            <h3>{t("rail.groups")}</h3>
            <BadRows count=groups.bad.len() words="io.groups_unread"/>
            {none(groups.items.is_empty(), groups.bad.len(), t("io.in_no_group"))}
            <ul>{groups.items.into_iter().map(group).collect_view()}</ul>
        </section>
        <section class="tn-card" aria-label=t("io.owns")>
            <h3>{t("io.owns")}</h3>
            <BadRows count=owns.bad.len() words="io.resources_unread"/>
            {none(owns.items.is_empty(), owns.bad.len(), t("io.owns_nothing"))}
            <ul>{owns.items.into_iter().map(resource).collect_view()}</ul>
        </section>
    }
}
