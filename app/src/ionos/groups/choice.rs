//! Choosing a group, and what it has already: nothing is sent twice.

use std::collections::BTreeSet;

use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::connection::Connection;
use tenantry_core::ionos::{Collection, Group, GroupId, ResponseOptions, groups, members, shares};

use crate::i18n::t;
use crate::ionos::listing::items;
use crate::resource::context::PageContext;
use crate::resource::notes::BadRows;
use crate::ui::loaded::Failed;
use crate::ui::{Loaded, NameOption};

/// What a group has.
#[derive(Clone, Debug, PartialEq)]
struct Has {
    ids: BTreeSet<String>,
    /// Rows that could not be read.
    bad: usize,
    /// The message that counts them.
    unread: &'static str,
}

/// The chosen group, and the ids of what it has. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Choice {
    group: RwSignal<Option<GroupId>>,
    has: Loaded<Option<(GroupId, Has)>>,
}

impl Choice {
    /// Of a group that something is shared with.
    pub fn of_shares(page: PageContext) -> Choice {
        Choice::new(page, |connection, group| {
            Box::pin(async move {
                let shares = connection
                    .call(&shares::List { group, options: ResponseOptions::default() })
                    .await?
                    .items;
                let ids = shares.items.into_iter().map(|share| share.id.to_string()).collect();
                Ok(Has { ids, bad: shares.bad.len(), unread: "io.shares_unread" })
            })
        })
    }

    /// Of a group that users are in.
    pub fn of_members(page: PageContext) -> Choice {
        Choice::new(page, |connection, group| {
            Box::pin(async move {
                let users = connection
                    .call(&members::List { group, options: ResponseOptions::default() })
                    .await?
                    .items;
                let ids = users.items.into_iter().map(|user| user.id.to_string()).collect();
                Ok(Has { ids, bad: users.bad.len(), unread: "io.users_unread" })
            })
        })
    }

    fn new(
        page: PageContext,
        read: fn(Connection, GroupId) -> LocalBoxFuture<'static, Result<Has, Error>>,
    ) -> Choice {
        let group = RwSignal::new(None::<GroupId>);
        let has: Loaded<Option<(GroupId, Has)>> = page.load_once(move || async move {
            let Some(group) = group.get_untracked() else { return Ok(None) };
            Ok(Some((group.clone(), read(page.session.connection(), group).await?)))
        });
        Effect::new(move |before: Option<()>| {
            group.track();
            if before.is_some() {
                has.reload.run(());
            }
        });
        Choice { group, has }
    }

    /// The group, once it is known what it has.
    pub fn group(self) -> Option<GroupId> {
        let (group, _) = self.has.get().flatten()?;
        (self.group.get().as_ref() == Some(&group)).then_some(group)
    }

    /// Whether it has this already.
    pub fn has(self, id: &str) -> bool {
        self.has.get().flatten().is_some_and(|(_, has)| has.ids.contains(id))
    }

    /// Why nothing can be sent yet.
    pub fn reason(self) -> Signal<Option<String>> {
        Signal::derive(move || match (self.group.get(), self.group()) {
            (None, _) => Some(t("bulk.choose_group").to_owned()),
            (Some(_), None) => Some(t("bulk.reading_group").to_owned()),
            _ => None,
        })
    }
}

/// The list of groups to choose from.
#[component]
pub fn GroupChoice(
    /// The page.
    page: PageContext,
    /// The choice.
    choice: Choice,
) -> impl IntoView {
    let all: Loaded<Collection<Group>> = page.load_once(move || async move {
        page.session.connection().call(&groups::List { options: ResponseOptions::depth(1) }).await
    });
    let bad = move || {
        let of_group = choice.has.get().flatten();
        view! {
            <BadRows count=all.get().map_or(0, |all| all.items.bad.len()) words="io.groups_unread"/>
            {of_group.map(|(_, has)| view! { <BadRows count=has.bad words=has.unread/> })}
        }
    };
    let option = |group: Group| {
        let name = group.name().unwrap_or(group.id.as_str()).to_owned();
        view! { <NameOption value=group.id.to_string() text=name/> }
    };
    let choose = move |event| choice.group.set(GroupId::new(event_target_value(&event)).ok());
    view! {
        <div class="tn-formfield">
            <label for=page.mount.id("tn-group-choice")>{t("io.group")}</label>
            <select id=page.mount.id("tn-group-choice") class="tn-input" on:change=choose>
                <option value="">{t("bulk.choose_group")}</option>
                {move || items(all).into_iter().map(option).collect_view()}
            </select>
        </div>
        {bad}
        <Failed loaded=all.status()/>
        <Failed loaded=choice.has.status()/>
    }
}
