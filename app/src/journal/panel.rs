//! One write: what was there, what was sent, what came of it, and the way back.

use leptos::prelude::*;
use tenantry_core::write::{Action, Ending, Entry};

use super::entry::{object, request, result, what, when};
use super::json::block;
use super::undo::UndoDialog;
use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::resource::notes::field;
use crate::resource::panel::{Panel, PanelDef};
use crate::routing::JOURNAL;
use crate::ui::{Badge, CopyText, Quote, format};

/// The panel.
#[component]
pub fn EntryPanel(
    /// The page.
    page: PageContext,
    /// The write.
    entry: Entry,
) -> impl IntoView {
    let journal = page.session.journal;
    let (number, record) = (entry.number, entry.record.clone());
    let asked = RwSignal::new(false);
    let (words, tone) = result(&entry);
    let may = Memo::new(move |_| journal.can_undo(number));
    let has_changed = record.ending.is_done();
    let is_new = record.action == Action::Create;
    let is_gone = record.action == Action::Delete && record.ending == Ending::Done;
    let why = move || {
        let words = match (may.get(), has_changed) {
            (true, _) => page.frozen()?,
            (false, true) => t("journal.no_undo"),
            (false, false) => t("journal.nothing_to_undo"),
        };
        Some(words)
    };
    let leave = Callback::new(move |()| {
        asked.set(false);
        page.mount.focus_if_idle(UNDO);
    });
    let undone = entry.clone();
    let dialog =
        move || asked.get().then(|| view! { <UndoDialog page=page entry=undone.clone() leave=leave/> });
    view! {
        <Panel page=page def=PanelDef::of(JOURNAL) title=object(&entry)>
            <p>{what(&entry)} " " <Badge tone=tone text=words/></p>
            {record.said.clone().map(|said| view! { <p><Quote text=said/></p> })}
            <p>
                <button id=page.mount.id(UNDO) type="button" class="tn-button" disabled=move || why().is_some()
                    aria-describedby=page.mount.id(WHY) on:click=move |_| asked.set(true)>{t("journal.undo")}</button>
                " " <span id=page.mount.id(WHY) class="tn-faint" prop:textContent=why></span>
            </p>
            <dl>
                {field(t("journal.at"), Some(format::moment(when(&entry))))}
                {field(t("journal.who"), Some(entry.who.clone().unwrap_or_else(|| t("list.untold").to_owned())))}
                {field(t("journal.connection"), Some(entry.connection.clone()))}
                {record.id.map(|id| view! { <div class="tn-field"><dt>{t("journal.object_id")}</dt><dd><CopyText text=id what=t("journal.object_id")/></dd></div> })}
                {field(t("journal.correlation"), record.correlation_id)}
                {field(t("journal.request"), Some(request(&entry)))}
            </dl>
            {block(t("journal.before"), record.before, is_new)}
            {block(t("journal.sent"), record.request.body, true)}
            {block(t("journal.after"), record.after, is_gone)}
        </Panel>
        {dialog}
    }
}

const UNDO: &str = "tn-journal-undo";
const WHY: &str = "tn-journal-why";
