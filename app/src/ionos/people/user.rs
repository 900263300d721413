//! One user: what the API tells of them, their groups, and what they own.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::ionos::{Group, Resource, ResponseOptions, User, UserId, rules, users};

use super::user_form::UserForm;
use super::users::{Flags, full_name};
use crate::i18n::{t, tn};
use crate::ionos::resources::ResourceLink;
use crate::resource::context::{BadRows, PageContext, Panel, field, history};
use crate::resource::delete::Delete;
use crate::resource::form::reason;
use crate::routing::Section;
use crate::session::Session;
use crate::ui::loaded::Status;
use crate::ui::{Loaded, format};

#[derive(Clone, Debug, PartialEq)]
struct Told {
    user: User,
    groups: Vec<Group>,
    owns: Vec<Resource>,
    /// Rows of these lists that could not be read.
    bad: usize,
}

async fn read(session: Session, id: UserId) -> Result<Told, Error> {
    let (connection, options) = (session.connection(), ResponseOptions::depth(1));
    let user = connection.call(&users::Read { id: id.clone(), options }).await?;
    let groups = connection.call(&users::Groups { id: id.clone(), options }).await?.items;
    let owns = connection.call(&users::Owns { id, options }).await?.items;
    let bad = groups.bad.len() + owns.bad.len();
    Ok(Told { user, groups: groups.items, owns: owns.items, bad })
}

/// One user.
#[component]
pub fn UserPanel(
    /// What every screen needs.
    page: PageContext,
    /// The id, as the address has it.
    id: String,
) -> impl IntoView {
    let id = match UserId::new(id) {
        Ok(id) => id,
        Err(words) => return view! { <Panel page=page section=Section::Users title=t("io.no_id")><p>{words}</p></Panel> }.into_any(),
    };
    let title = id.to_string();
    let told: Loaded<Told> = page.load(move || read(page.session, id.clone()));
    let name = move || told.get().and_then(|told| told.user.email().map(str::to_owned));
    let title = Signal::derive(move || name().unwrap_or_else(|| title.clone()));
    let (editing, deleting) = (RwSignal::new(false), RwSignal::new(false));
    // What is no longer there has nothing that could be done with it.
    let body = move || {
        told.here().map(|told| view! { <Body page=page told=told editing=editing deleting=deleting/> })
    };
    // Beside what is drawn anew with each reading: what somebody types stays.
    let whole = move || untrack(|| told.get());
    let now = move || whole().map(|told| told.user);
    let form = move || {
        let before = Some(editing.get().then(now)??);
        Some(view! { <UserForm page=page before=before open=editing/> })
    };
    let delete = move || {
        let Told { user, groups, owns, .. } = deleting.get().then(whole)??;
        let count = |key: &str, count: usize| tn(key, count, &format::number(count));
        let words = vec![
            t("io.delete_user").to_owned(),
            [count("io.user_owns", owns.len()), count("io.user_in", groups.len())].join(" "),
        ];
        let name = user.email().unwrap_or(user.id.as_str()).to_owned();
        let call = users::Delete { id: user.id, options: ResponseOptions::default() };
        Some(
            view! { <Delete page=page section=Section::Users name=name words=words call=call open=deleting/> },
        )
    };
    view! { <Panel page=page section=Section::Users title=title><Status loaded=told/> {body}</Panel> {form} {delete} }
        .into_any()
}

#[component]
fn Body(page: PageContext, told: Told, editing: RwSignal<bool>, deleting: RwSignal<bool>) -> impl IntoView {
    let Told { user, groups, owns, bad } = told;
    let kept_from = why_not(page, &user);
    let own = StoredValue::new(kept_from);
    let why = move || page.frozen().map(str::to_owned).or_else(|| own.get_value());
    let props = user.properties.clone().unwrap_or_default();
    let name = full_name(&user);
    let group = move |group: Group| {
        let name = group.name().unwrap_or(group.id.as_str()).to_owned();
        view! { <li><a href=page.href(Section::Groups, Some(group.id.as_str())) dir="auto">{name}</a></li> }
    };
    let resource = move |one: Resource| view! { <li><ResourceLink page=page one=one/></li> };
    let (no_groups, owns_nothing) = (groups.is_empty(), owns.is_empty());
    view! {
        <BadRows count=bad/>
        <p><Flags user=user.clone()/></p>
        <dl>
            {field(t("io.email"), props.email)}
            {field(t("io.name"), Some(name).filter(|name| !name.is_empty()))}
            {field(t("io.s3"), props.s3_canonical_user_id)}
            {history(user.metadata.as_ref())}
        </dl>
        <div class="tn-why__actions">
            <button id="tn-change" type="button" class="tn-button tn-button--primary" disabled=move || page.frozen().is_some() on:click=move |_| editing.set(true)>{t("io.edit")}</button>
            <button id="tn-delete" type="button" class="tn-button tn-button--danger" disabled=move || why().is_some() aria-describedby="tn-user-why" on:click=move |_| deleting.set(true)>{t("io.delete")}</button>
        </div>
        <p id="tn-user-why" class="tn-faint">{why}</p>
        <section class="tn-card" aria-label=t("rail.groups")>
            <h3>{t("rail.groups")}</h3>
            {no_groups.then(|| view! { <p class="tn-faint">{t("io.in_no_group")}</p> })}
            <ul>{groups.into_iter().map(group).collect_view()}</ul>
        </section>
        <section class="tn-card" aria-label=t("io.owns")>
            <h3>{t("io.owns")}</h3>
            {owns_nothing.then(|| view! { <p class="tn-faint">{t("io.owns_nothing")}</p> })}
            <ul>{owns.into_iter().map(resource).collect_view()}</ul>
        </section>
    }
}

/// Why somebody may not be deleted: nobody deletes themselves, as far as it is known who that is.
pub fn why_not(page: PageContext, user: &User) -> Option<String> {
    let me = page.session.login()?;
    rules::can_remove(user, &me).err().map(|why| reason(&why))
}
