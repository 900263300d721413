//! The members of a group: add and remove.

use leptos::prelude::*;
use tenantry_core::decode::Rows;
use tenantry_core::ionos::changes::members as changes;
use tenantry_core::ionos::users::{self, All};
use tenantry_core::ionos::{GroupId, ResponseOptions, User, UserId};

use crate::i18n::{t, tf};
use crate::ionos::route::USERS;
use crate::resource::awaited::Awaited;
use crate::resource::context::PageContext;
use crate::resource::notes::{BadRows, none};
use crate::resource::recent::awaited;
use crate::resource::submission::{Refusal, Submission};
use crate::ui::loaded::{Failed, LoadStatus};
use crate::ui::{Address, Loaded, NameOption};

/// The members of a group.
#[component]
pub fn Members(
    /// The page.
    page: PageContext,
    /// The group.
    group: GroupId,
    /// Its members.
    users: Rows<User>,
    /// How far the reading of the group is.
    status: LoadStatus,
) -> impl IntoView {
    let everybody: Loaded<All> = page.load_once(move || async move {
        users::all(&page.session.connection(), ResponseOptions::depth(1)).await
    });
    let submission = Submission::new(page);
    let chosen = RwSignal::new(None::<UserId>);
    let (bad, users) = (users.bad.len(), users.items);
    let inside = StoredValue::new(users.iter().map(|user| user.id.clone()).collect::<Vec<_>>());
    let group = StoredValue::new(group);
    let known = StoredValue::new(users.clone());
    let name_of = move |id: &UserId| {
        let name = |users: &Vec<User>| users.iter().find(|user| user.id == *id)?.email().map(str::to_owned);
        let everybody = untrack(|| everybody.get()).unwrap_or_default().users;
        known.with_value(name).or_else(|| name(&everybody))
    };
    let awaited = Signal::derive(move || {
        let group = group.with_value(GroupId::to_string);
        let mine =
            |id: &str| id.split_once('/').filter(|(one, _)| *one == group).map(|(_, user)| user.to_owned());
        let recent = page.recent.of("member").into_iter().filter(|one| mine(&one.id).is_some()).collect();
        let is_there = |id: &str| {
            mine(id).is_some_and(|user| inside.with_value(|all| all.iter().any(|one| one.as_str() == user)))
        };
        if bad > 0 { Vec::new() } else { awaited(recent, is_there) }
    });
    let run = Callback::new(move |(user, adds): (UserId, bool)| {
        let group = group.get_value();
        let name = name_of(&user);
        let change = if adds { changes::add(group, user, name) } else { changes::remove(group, user, name) };
        submission.write(Vec::new(), change, |_| (), move |_| page.reload());
    });
    let frozen = move || submission.is_busy() || page.frozen().is_some();
    let row = move |user: User| {
        let email = user.email().unwrap_or(user.id.as_str()).to_owned();
        let href = page.href(USERS, Some(user.id.as_str()));
        let label = tf("io.member_remove_of", &[("name", &email)]);
        let id = user.id;
        view! {
            <li class="tn-share">
                <a class="tn-share__what" href=href><Address text=email/></a>
                <button type="button" class="tn-button tn-button--small" aria-label=label disabled=frozen on:click=move |_| run.run((id.clone(), false))>{t("io.share_remove")}</button>
            </li>
        }
    };
    let others = move || {
        let all = everybody.get().unwrap_or_default().users;
        let others = all.into_iter().filter(|user| inside.with_value(|inside| !inside.contains(&user.id)));
        others
            .map(|user| {
                let email = user.email().unwrap_or(user.id.as_str()).to_owned();
                view! { <NameOption value=user.id.to_string() text=email/> }
            })
            .collect_view()
    };
    let add = move |_| chosen.get_untracked().into_iter().for_each(|user| run.run((user, true)));
    // Somebody who is not offered here may be there all the same.
    let partial = move || {
        let partial = everybody.get().is_some_and(|all| !all.is_whole());
        partial.then(|| view! { <p class="tn-note tn-note--warn">{t("io.list_partial")}</p> })
    };
    let is_empty = users.is_empty();
    view! {
        <section class="tn-card" aria-label=t("io.members")>
            <h3>{t("io.members")}</h3>
            <BadRows count=bad words="io.users_unread"/>
            {move || none(is_empty, bad + awaited.with(Vec::len), t("io.no_members"))}
            <ul>{users.into_iter().map(row).collect_view()}</ul>
            <Awaited page=page entries=awaited words=["recent.added", "recent.taken_out"] loaded=status/>
            <div class="tn-share">
                <select class="tn-input tn-select" aria-label=t("io.member_choose") on:change=move |event| chosen.set(UserId::new(event_target_value(&event)).ok())>
                    <option value="">{t("io.member_choose")}</option>
                    {others}
                </select>
                <button type="button" class="tn-button" disabled=move || frozen() || chosen.with(Option::is_none) on:click=add>{t("io.member_add")}</button>
            </div>
            {partial}
            <Failed loaded=everybody.status()/>
            <Refusal submission=submission/>
        </section>
    }
}
