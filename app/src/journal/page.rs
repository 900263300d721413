//! The list of all writes.

use leptos::prelude::*;
use tenantry_core::write::Entry;

use super::entry::row;
use super::panel::EntryPanel;
use crate::i18n::t;
use crate::mount::TITLE;
use crate::resource::context::PageContext;
use crate::resource::fields::Tick;
use crate::resource::list::{Column, List, ListDef, Listing};
use crate::routing::JOURNAL;
use crate::session::Session;
use crate::ui::loaded::LoadStatus;

fn columns() -> Vec<Column> {
    vec![
        Column::text("object", t("journal.object")),
        Column::text("what", t("journal.what")),
        Column::text("result", t("journal.result")),
        Column::text("at", t("journal.at")),
        Column::text("who", t("journal.who")).minor(),
        Column::text("connection", t("journal.connection")).minor(),
        Column::text("object_id", t("journal.object_id")).extra(),
        Column::text("before", t("journal.before")).extra(),
        Column::text("request", t("journal.request")).extra(),
        Column::text("sent", t("journal.sent")).extra(),
        Column::text("after", t("journal.after")).extra(),
        Column::text("correlation_id", t("journal.correlation")).extra(),
    ]
}

/// The journal.
#[component]
pub fn JournalPage(
    /// The connection that it is shown on.
    session: Session,
) -> impl IntoView {
    let page = PageContext::new(session, |_, _| Vec::new());
    let journal = session.journal;
    let listing = Memo::new(move |_| {
        // The newest first.
        let rows = journal.with(|all| all.iter().rev().map(row).collect());
        Some(Listing { rows, ..Listing::default() })
    });
    let def = ListDef {
        path: JOURNAL,
        title: t("rail.journal"),
        table: t("journal.table"),
        kind: "journal",
        count: "journal.count",
        unread: "journal.count",
        columns: StoredValue::new(columns()),
        listing,
        status: LoadStatus::here(),
    };
    let chosen = page.chosen();
    // A memo: an undo is a new entry, and the panel that it was asked for in stays.
    let shown: Memo<Option<Entry>> = Memo::new(move |_| {
        let number = chosen.get()?;
        journal.with(|all| all.iter().find(|entry| entry.number.to_string() == number).cloned())
    });
    let side = move || shown.get().map(|entry| view! { <EntryPanel page=page entry=entry/> });
    let is_kept = RwSignal::new(journal.is_kept.get_untracked());
    Effect::new(move |before: Option<bool>| {
        let now = is_kept.get();
        if before.is_some_and(|before| before != now) {
            journal.set_kept(now);
        }
        now
    });
    let clear = move |_| {
        journal.clear();
        page.go(JOURNAL, None);
        page.mount.focus(TITLE);
    };
    let has_some = Memo::new(move |_| journal.with(|all| !all.is_empty()));
    view! {
        <List page=page def=def chosen=chosen side=side>
            <Tick label=t("journal.keep").to_owned() on=is_kept/>
            <Show when=move || has_some.get()>
                <button type="button" class="tn-button tn-button--quiet" on:click=clear>{t("journal.clear")}</button>
            </Show>
        </List>
    }
}
