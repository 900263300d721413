//! The members of a group: add and remove.

use leptos::prelude::*;
use tenantry_core::ionos::changes::members as changes;
use tenantry_core::ionos::users::{self, All};
use tenantry_core::ionos::{GroupId, ResponseOptions, User, UserId};

use crate::i18n::{t, tf};
use crate::ionos::route::USERS;
use crate::resource::context::PageContext;
use crate::resource::notes::none;
use crate::resource::submission::{Refusal, Submission};
use crate::ui::loaded::Failed;
use crate::ui::{Address, Loaded};

/// The members of a group.
#[component]
pub fn Members(
    /// The page.
    page: PageContext,
    /// The group.
    group: GroupId,
    /// Its members.
    users: Vec<User>,
    /// Rows of the group's lists that could not be read.
    bad: usize,
) -> impl IntoView {
    let everybody: Loaded<All> = page.load_once(move || async move {
        users::all(&page.session.connection(), ResponseOptions::depth(1)).await
    });
    let submission = Submission::new(page);
    let chosen = RwSignal::new(None::<UserId>);
    let inside = StoredValue::new(users.iter().map(|user| user.id.clone()).collect::<Vec<_>>());
    let group = StoredValue::new(group);
    let run = Callback::new(move |(user, adds): (UserId, bool)| {
        let group = group.get_value();
        let change = if adds { changes::add(group, user, None) } else { changes::remove(group, user, None) };
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
                view! { <option value=user.id.to_string()>{email}</option> }
            })
            .collect_view()
    };
    let add = move |_| chosen.get_untracked().into_iter().for_each(|user| run.run((user, true)));
    // Somebody who is not offered here may be there all the same.
    let partial = move || {
        let partial = everybody.get().is_some_and(|all| all.cut || all.bad_rows > 0);
        partial.then(|| view! { <p class="tn-note tn-note--warn">{t("io.list_partial")}</p> })
    };
    let is_empty = users.is_empty();
    view! {
        <section class="tn-card" aria-label=t("io.members")>
            <h3>{t("io.members")}</h3>
            {none(is_empty, bad, t("io.no_members"))}
            <ul>{users.into_iter().map(row).collect_view()}</ul>
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
