//! Why a setting has its value here: the sentence, the ladder, and what can be done.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::Own;
use tenantry_core::acronis::inheritance::{Agreement, Explanation, Locked, OwnFact, Role, State, Why};
use tenantry_core::acronis::tenancy::Node;

use super::ask::{Ask, Task};
use super::context::SettingsContext;
use super::dialog::{Dialog, LockedAbove};
use super::inspector::{Inspector, Reading};
use super::ladder::Ladder;
use super::rows::Row;
use super::{values, words};
use crate::i18n::{t, tf};
use crate::mount::events::is_key;
use crate::ui::{FaultNotice, Icon, IconName, Phrase, PhraseText};

const TITLE: &str = "tn-why-title";

/// The panel beside the table.
#[component]
pub fn Panel(
    /// The tab.
    page: SettingsContext,
    /// The setting.
    row: Row,
    /// The setting looked at closely; `None` as long as the tenant has not come into the tree.
    inspector: Option<Inspector>,
) -> impl IntoView {
    let row = StoredValue::new(row);
    let name = row.with_value(|row| row.setting.name.clone());
    let close = move || page.href(|view| view.chosen = None);
    let keys = move |event: web_sys::KeyboardEvent| {
        if is_key(&event, "Escape") {
            page.go(|view| view.chosen = None);
        }
    };
    page.mount.focus_and_reveal(TITLE);
    let body = match inspector {
        Some(inspector) => view! { <Known page=page row=row.get_value() inspector=inspector/> }.into_any(),
        None => view! { <p role="status">{t("why.no_tree")}</p> }.into_any(),
    };
    let title = row.with_value(|row| {
        let value = row.effective().and_then(|effective| effective.value.as_ref());
        Phrase::new("why.title", &[("name", &name), ("value", &values::short_or_none(value))])
    });
    view! {
        <aside class="tn-why" aria-label=t("why.label") on:keydown=keys>
            <div class="tn-why__head">
                <h2 id=page.mount.id(TITLE) tabindex="-1"><PhraseText phrase=title/></h2>
                <a class="tn-button tn-button--icon" href=close aria-label=t("why.close")><Icon name=IconName::Cross/></a>
            </div>
            {body}
        </aside>
    }
}

#[component]
fn Known(page: SettingsContext, row: Row, inspector: Inspector) -> impl IntoView {
    if !matches!(inspector.way.get_untracked(), Reading::Done { .. }) {
        inspector.read_way();
    }
    let node = inspector.node;
    let asked = RwSignal::new(None::<Ask>);
    let shown = StoredValue::new(row);
    let body = move || match inspector.way.get() {
        Reading::Done { fault, .. } => {
            let found = inspector.explanation();
            let fault = fault.map(|fault| {
                let retry = Callback::new(move |()| inspector.read_way());
                view! { <FaultNotice fault=fault retry=retry/> }
            });
            view! {
                {fault}
                <Sentence inspector=inspector found=found.clone()/>
                <Ladder page=page inspector=inspector found=found.clone()/>
                <IfChanged page=page inspector=inspector row=shown.get_value() found=found asked=asked/>
                <Actions page=page row=shown.get_value() asked=asked node=node/>
                <LockedAbove inspector=inspector/>
            }
            .into_any()
        }
        _ => view! {
            <div class="tn-why__loading" role="status" aria-label=t("why.loading")>
                <span class="tn-skeleton"></span>
                <span class="tn-skeleton tn-skeleton--short"></span>
                <span class="tn-skeleton"></span>
            </div>
        }
        .into_any(),
    };
    let dialog = move || {
        asked.get().map(
            |ask| view! { <Dialog page=page row=shown.get_value() inspector=inspector ask=ask asked=asked/> },
        )
    };
    let below = move || page.href(|view| view.below = true);
    let has_below = page.tenants.peek(|tree, _| tree.child_count(node) > 0);
    view! {
        {body}
        {has_below.then(|| view! { <p><a href=below>{t("why.below")}</a></p> })}
        {dialog}
    }
}

#[component]
fn Sentence(inspector: Inspector, found: Explanation) -> impl IntoView {
    let names = |id: Uuid| inspector.name(id);
    let why = words::why(found.why, &names);
    let differs = inspector.with(|column| words::disagreement(&found, column, &names));
    view! {
        <p class="tn-why__sentence"><PhraseText phrase=why/></p>
        {differs.map(|differs| view! { <p class="tn-note tn-note--warn"><PhraseText phrase=differs/></p> })}
    }
}

/// What would become of the value if what decides it changed.
#[component]
fn IfChanged(
    page: SettingsContext,
    inspector: Inspector,
    row: Row,
    found: Explanation,
    asked: RwSignal<Option<Ask>>,
) -> impl IntoView {
    let unlock = unlocked(inspector, &found);
    let own = found.links.last().is_some_and(|link| matches!(link.own, OwnFact::Own(_)));
    let names = |id: Uuid| inspector.name(id);
    let fallback = inspector.with(|column| words::state(&found.fallback, column, &names));
    let words = match (&unlock, found.why, own) {
        _ if found.agreement == Agreement::Differs => return ().into_any(),
        (Some((node, _)), Why::Shadowed(..), _) => {
            Phrase::new("if.unlocked", &[("name", &inspector.name_at(*node))])
        }
        (_, _, true) if !matches!(found.fallback, State::Unknown(_)) => {
            Phrase::new("if.deleted", &[("fallback", &fallback)])
        }
        (_, _, true) => tf("if.unknown", &[("why", &fallback)]).into(),
        _ => return ().into_any(),
    };
    let frozen = row.is_hidden();
    let frozen = move || frozen && !page.change_hidden.get();
    let open = move |_| {
        let button = "tn-if-preview";
        asked.set(Some(match unlock.clone() {
            Some((node, own)) => {
                let task = Task::Set(Some(Own { lock: false, ..own.clone() }));
                Ask { node, shown: Some(own), task, button }
            }
            None => Ask { node: inspector.node, shown: row.setting.own.clone(), task: Task::Return, button },
        }));
    };
    view! {
        <section class="tn-card tn-if" aria-label=t("if.title")>
            <h3>{t("if.title")}</h3>
            <p><PhraseText phrase=words/></p>
            <button id=page.mount.id("tn-if-preview") type="button" class="tn-button" disabled=frozen on:click=open>{t("if.preview")}</button>
        </section>
    }
    .into_any()
}

/// The tenant whose lock keeps the own value out, with its own value.
fn unlocked(inspector: Inspector, found: &Explanation) -> Option<(Node, Own)> {
    let Why::Shadowed(_, Locked::By(by)) = found.why else { return None };
    let id = |node: Node| inspector.acronis.tenants.peek(|tree, _| tree.id(node));
    let link = found.links.iter().find(|link| id(link.node) == by && link.role != Role::NothingOwn)?;
    let OwnFact::Own(own) = link.own else { return None };
    let value = inspector.with(|column| column.value(own.value).clone());
    Some((link.node, Own { value, lock: own.lock, exclusive: own.exclusive }))
}

#[component]
fn Actions(page: SettingsContext, row: Row, asked: RwSignal<Option<Ask>>, node: Node) -> impl IntoView {
    let own = row.setting.own.clone();
    let ask = StoredValue::new(own.clone());
    let ask = move |task, button| {
        asked.set(Some(Ask { node, shown: ask.get_value(), task, button }));
    };
    let starts_from = own.clone();
    let effective = row.effective().and_then(|effective| effective.value.clone());
    let edit = move |_| {
        let first = starts_from.clone().or_else(|| {
            let value = effective.clone()?;
            Some(Own { value, lock: false, exclusive: false })
        });
        ask(Task::Set(first), "tn-edit-own");
    };
    let give_back = move |_| ask(Task::Return, "tn-return");
    let kept_out = row.is_hidden();
    let read_only = page.session.read_only;
    let frozen = move || read_only.get() || (kept_out && !page.change_hidden.get());
    let no_own = own.is_none();
    let reason = move || match (frozen(), no_own) {
        (true, _) if read_only.get() => Some(t("frame.read_only.frozen")),
        (true, _) => Some(t("why.hidden_frozen")),
        (_, true) => Some(t("why.nothing_to_return")),
        _ => None,
    };
    view! {
        <div class="tn-why__actions">
            <button id=page.mount.id("tn-edit-own") type="button" class="tn-button tn-button--primary" disabled=frozen on:click=edit
                prop:textContent=if no_own { t("why.set_own") } else { t("why.edit_own") }></button>
            <button id=page.mount.id("tn-return") type="button" class="tn-button" disabled=move || frozen() || no_own aria-describedby=page.mount.id("tn-return-why") on:click=give_back>
                {t("why.return")}
            </button>
        </div>
        <p id=page.mount.id("tn-return-why") class="tn-faint" prop:textContent=reason></p>
    }
}
