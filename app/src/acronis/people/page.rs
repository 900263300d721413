//! The screen: the contacts of a tenant and of everything below it, by type.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::{Group, Wanted};

use super::context::PeopleContext;
use super::files::Files;
use super::import::ImportContacts;
use super::matrix::Matrix;
use super::replace::ReplacePerson;
use super::top::Top;
use crate::acronis::context::AcronisContext;
use crate::acronis::list::{Details, Facets, listed, read_if_needed};
use crate::i18n::t;
use crate::session::Session;
use crate::ui::{Keyed, Live};

/// The contacts of a connection on which somebody is signed in.
#[component]
pub fn PeoplePage(
    /// The connection.
    session: Session,
) -> impl IntoView {
    let page = PeopleContext::new(AcronisContext::new(session));
    let top = Memo::new(move |_| page.shown_top());
    let shown = Keyed::new();
    move || {
        let top = top.get();
        shown.draw(
            top,
            match top {
                Some(top) => view! { <Below page=page top=top/> }.into_any(),
                None => view! { <p class="tn-empty">{t("tree.empty")}</p> }.into_any(),
            },
        )
    }
}

#[component]
fn Below(page: PeopleContext, top: Uuid) -> impl IntoView {
    let store = page.tenants;
    let wanted = Memo::new(move |_| {
        let view = page.view();
        Wanted { facets: view.facets, text: String::new(), person: view.who }
    });
    let list = Memo::new(move |_| wanted.with(|wanted| store.list(top, wanted)));
    read_if_needed(page.screen(), top, list);
    let doing = RwSignal::new(None::<Doing>);
    let words = move || list.with(|list| listed(list.nodes.len(), list.all, store.is_complete()));
    let who = move || page.view().who;
    let chosen = Signal::derive(move || page.view().facets);
    let choose = move |facets| page.change(|view| view.facets = facets);
    let above = Memo::new(move |_| page.view().above);
    view! {
        <section class="tn-detail tn-people" aria-label=t("rail.contacts")>
            <Top page=page top=top/>
            <div class="tn-list__head">
                <input id=page.mount.id("tn-who") class="tn-input" type="search" autocomplete="off" spellcheck="false"
                    aria-label=t("people.who") placeholder=t("people.who")
                    prop:value=who on:input=move |event| page.change(|view| view.who = event_target_value(&event))/>
                <strong class="tn-list__count"><Live text=Signal::derive(words)/></strong>
                <label class="tn-check">
                    <input type="checkbox" prop:checked=move || above.get() on:change=move |event| page.change(|view| view.above = event_target_checked(&event))/>
                    {t("people.show_above")}
                </label>
                <span class="tn-set__tools">
                    <Files page=page list=list/>
                    <WriteButtons page=page doing=doing/>
                </span>
            </div>
            <p class="tn-note" hidden=move || !above.get()>{t("people.above_note")}</p>
            <Details page=page.screen() top=top list=list/>
            <Facets mount=page.mount list=list groups=&[Group::Gap, Group::Kind] chosen=chosen choose=choose/>
            <Matrix page=page list=list/>
        </section>
        {move || doing.get().map(|what| {
            let leave = Callback::new(move |()| {
                doing.set(None);
                page.mount.focus_if_idle(what.button());
            });
            match what {
                Doing::Import => view! { <ImportContacts page=page leave=leave/> }.into_any(),
                Doing::Replace => view! { <ReplacePerson page=page top=top leave=leave/> }.into_any(),
            }
        })}
    }
}

/// What is done to the contacts of several tenants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Import,
    Replace,
}

impl Doing {
    fn button(self) -> &'static str {
        match self {
            Doing::Import => "tn-people-import",
            Doing::Replace => "tn-people-replace",
        }
    }
}

#[component]
fn WriteButtons(page: PeopleContext, doing: RwSignal<Option<Doing>>) -> impl IntoView {
    let frozen = move || page.session.read_only.get();
    let why = move || frozen().then(|| t("frame.read_only.frozen"));
    let button = move |(what, words): (Doing, &'static str)| {
        view! {
            <button id=page.mount.id(what.button()) type="button" class="tn-button tn-button--quiet" disabled=frozen title=why
                on:click=move |_| doing.set(Some(what))>{t(words)}</button>
        }
    };
    [(Doing::Import, "people.import"), (Doing::Replace, "people.replace")].map(button).collect_view()
}
