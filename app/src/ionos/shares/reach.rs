//! Who can reach a backup unit or another resource, and why: computed from users, groups and shares, and said to be so.

use leptos::prelude::*;
use tenantry_core::ionos::reach::{self, Directory, Person, Target, Unread, Why, who_can_reach};

use super::line::words;
use crate::i18n::{t, tf, tn};
use crate::ionos::route::USERS;
use crate::resource::context::PageContext;
use crate::ui::loaded::Status;
use crate::ui::{Address, Badge, Loaded, Tone, format};

/// The button, and the answer.
#[component]
pub fn Reach(
    /// The page.
    page: PageContext,
    /// What is asked about.
    target: Target,
) -> impl IntoView {
    let asked = RwSignal::new(false);
    let target = StoredValue::new(target);
    view! {
        <section class="tn-card" aria-label=t("io.reach")>
            <h3>{t("io.reach")} " " <Badge text=t("below.computed")/></h3>
            {move || match asked.get() {
                false => view! { <button type="button" class="tn-button" on:click=move |_| asked.set(true)>{t("io.reach_ask")}</button> }.into_any(),
                true => view! { <Answer page=page target=target.get_value()/> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Answer(page: PageContext, target: Target) -> impl IntoView {
    let session = page.session;
    let asked = target.clone();
    let directory: Loaded<Directory> = page.load(move || {
        let target = asked.clone();
        async move { reach::gather(&session.connection(), &target).await }
    });
    let body = move || {
        let found = directory.get().map(|directory| who_can_reach(&target, &directory))?;
        let count = found.people.iter().filter(|person| person.can_now()).count();
        let others = found.people.len() - count;
        let unread: Vec<String> = found.unread.iter().map(unread).collect();
        Some(view! {
            <p role="status">
                <span prop:textContent=people(count, unread.is_empty())></span>
                {(others > 0).then(|| view! { " " <span prop:textContent=tn("io.people_more", others, &format::number(others))></span> })}
            </p>
            {(!unread.is_empty()).then(|| view! {
                <div class="tn-note tn-note--warn">
                    <p>{t("io.reach_partial")}</p>
                    <ul>{unread.into_iter().map(|line| view! { <li prop:textContent=line></li> }).collect_view()}</ul>
                </div>
            })}
            <ul class="tn-people-list">{found.people.into_iter().map(|person| view! { <One page=page person=person/> }).collect_view()}</ul>
        })
    };
    view! { <Status loaded=directory.status()/> {body} }
}

fn unread(unread: &Unread) -> String {
    match unread {
        Unread::Members(group) => tf("io.unread_members", &[("id", group.as_str())]),
        Unread::Shares(group) => tf("io.unread_shares", &[("id", group.as_str())]),
        Unread::User(user) => tf("io.unread_user", &[("id", user.as_str())]),
        Unread::MoreUsers => t("list.cut").to_owned(),
        Unread::Rows(count) => tn("io.unread_rows", *count, &format::number(*count)),
        Unread::Administrators(count) => tn("io.unread_administrators", *count, &format::number(*count)),
        Unread::Owned(count) => tn("io.unread_owned", *count, &format::number(*count)),
        Unread::Privileges(group) => tf("io.unread_privileges", &[("id", group.as_str())]),
    }
}

/// How many can reach it; where somebody may be missing, at least so many.
fn people(count: usize, is_whole: bool) -> String {
    match (count, is_whole) {
        (_, true) => tn("io.people", count, &format::number(count)),
        (0, false) => t("io.people_unknown").to_owned(),
        (_, false) => tn("io.people_known", count, &format::number(count)),
    }
}

#[component]
fn One(page: PageContext, person: Person) -> impl IntoView {
    let blocked = match person.is_blocked() {
        Some(true) => Some((Tone::Bad, t("io.blocked").to_owned())),
        Some(false) => None,
        None => Some((Tone::Warn, tf("io.untold_flags", &[("flags", t("io.blocked"))]))),
    };
    let blocked = blocked.map(|(tone, words)| view! { " " <Badge tone=tone text=words/> });
    let email = person.user.email().unwrap_or(person.user.id.as_str()).to_owned();
    let href = page.href(USERS, Some(person.user.id.as_str()));
    let why = person.why.iter().map(because).collect::<Vec<_>>();
    view! {
        <li>
            <a href=href><Address text=email/></a> {blocked}
            <ul>{why.into_iter().map(|why| view! { <li class="tn-faint" prop:textContent=why></li> }).collect_view()}</ul>
        </li>
    }
}

fn because(why: &Why) -> String {
    let named =
        |key: &str, name: &Option<String>, id: &str| tf(key, &[("name", name.as_deref().unwrap_or(id))]);
    match why {
        Why::Administrator => t("io.why.administrator").to_owned(),
        Why::Owner { told: true } => t("io.why.owner").to_owned(),
        Why::Owner { told: false } => t("io.why.creator").to_owned(),
        Why::Share { group, name, privileges } => {
            format!("{} ({})", named("io.why.share", name, group.as_str()), words(*privileges))
        }
        Why::Privilege { group, name } => named("io.why.privilege", name, group.as_str()),
    }
}
