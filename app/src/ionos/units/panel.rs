//! One backup unit: everything that the API tells of it, and what can be done with it.

use leptos::prelude::*;
use tenantry_core::ionos::reach::Target;
use tenantry_core::ionos::rules::backup_login;
use tenantry_core::ionos::tasks::{Action, Stage};
use tenantry_core::ionos::{
    BackupUnit, ResourceId, ResourceType, ResponseOptions, UnitId, backup_units, contract_number,
};

use super::birth::{Birth, creation};
use super::console::OpenConsole;
use super::delete::UnitDelete;
use super::form::UnitForm;
use super::state::{StateBadge, busy};
use crate::i18n::t;
use crate::ionos::listing::{history, told_field};
use crate::ionos::password::{PasswordNote, forget_when_closed};
use crate::ionos::route::{UNITS, USERS};
use crate::ionos::shares::{Reach, ResourceShares};
use crate::ionos::tasks::{Draft, Unlike, stage, tasks, went_wrong};
use crate::resource::context::PageContext;
use crate::resource::notes::field;
use crate::resource::panel::{Panel, PanelDef, no_such_id};
use crate::ui::loaded::Status;
use crate::ui::{Address, Badge, CopyText, Loaded, Quote};

/// One backup unit, by the id that the URL has. `again` opens the form with what was entered for one that could not be
/// made.
pub fn unit_panel(page: PageContext, id: String, again: Callback<Draft>) -> AnyView {
    let id = match UnitId::new(id) {
        Ok(id) => id,
        Err(words) => return no_such_id(page, UNITS, words),
    };
    forget_when_closed(id.as_str());
    let read = id.clone();
    let unit: Loaded<BackupUnit> = page.load(move || {
        let id = read.clone();
        async move { backup_units::find(&page.session.connection(), &id, ResponseOptions::depth(1)).await }
    });
    let title = id.to_string();
    follow_task(page, id.clone(), unit);
    let creation = Memo::new(move |_| creation(page, &id));
    let asked = RwSignal::new(None::<Asked>);
    let leave = Callback::new(move |()| asked.set(None));
    // Beside what is drawn anew with each reading: what somebody types stays.
    let dialog = move || {
        let (asked, before) = (asked.get()?, untrack(|| unit.get())?);
        Some(match asked {
            Asked::Delete => view! { <UnitDelete page=page unit=before leave=leave/> }.into_any(),
            Asked::Change => {
                view! { <UnitForm page=page before=Some(before) names=Vec::new() leave=leave/> }.into_any()
            }
        })
    };
    let title = Signal::derive(move || {
        let told = unit.remote.with(|remote| remote.value().and_then(|unit| unit.name().map(str::to_owned)));
        let sent = || creation.with(|task| task.as_ref().and_then(|task| task.name.clone()));
        told.or_else(sent).unwrap_or_else(|| title.clone())
    });
    // What was accepted is not said to be missing as long as it may come.
    let status = move || match creation.get().filter(|_| unit.is_absent()) {
        Some(task) => view! { <Birth page=page task=task status=unit.status() again=again/> }.into_any(),
        None => view! { <Status loaded=unit.status()/> }.into_any(),
    };
    let body = move || unit.here().map(|unit| view! { <Body page=page unit=unit asked=asked/> });
    view! { <Panel page=page def=PanelDef::of(UNITS) title=title>{status} {body}</Panel> {dialog} }.into_any()
}

/// A write of the unit that has ended has changed it, or taken it away.
fn follow_task(page: PageContext, id: UnitId, unit: Loaded<BackupUnit>) {
    let tasks = tasks(page.session);
    let (deleted, gone) = (id.clone(), id.clone());
    let is_gone_by_us = move || {
        let last = tasks.last(&deleted).filter(|task| task.action == Action::Delete);
        last.is_some_and(|task| matches!(task.stage, Stage::Done | Stage::DoneUnread))
    };
    let ended = Callback::new(move |()| match untrack(&is_gone_by_us) {
        // What we have deleted ourselves is no surprise.
        true => {
            page.leave_deleted(UNITS, gone.as_str());
        }
        false => unit.reload.run(()),
    });
    tasks.on_end_of(id, ended);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    Change,
    Delete,
}

#[component]
fn Body(page: PageContext, unit: BackupUnit, asked: RwSignal<Option<Asked>>) -> impl IntoView {
    let kept = StoredValue::new(unit.clone());
    let login =
        contract_number::of(&page.session.connection()).and_then(|contract| backup_login(contract, &unit));
    let reason = Signal::derive(move || {
        page.frozen().map(str::to_owned).or_else(|| kept.with_value(|unit| busy(page, unit)))
    });
    let frozen = move || reason.with(Option::is_some);
    let task_id = unit.id.clone();
    let failed = move || {
        let task = tasks(page.session).last(&task_id).filter(went_wrong)?;
        if task.stage.is_done() {
            return Some(
                view! { <div class="tn-note tn-note--warn" role="status"><Unlike task=task/></div> }
                    .into_any(),
            );
        }
        let said = task.message.map(|said| view! { " " {t("fault.said")} " " <Quote text=said/> });
        Some(
            view! { <p class="tn-note tn-note--warn" role="status">{t("tasks.last_failed")} " " <span prop:textContent=stage(task.stage).0></span> "." {said}</p> }
            .into_any(),
        )
    };
    view! {
        <PasswordNote of=unit.id.to_string()/>
        <p><StateBadge page=page unit=unit.clone()/></p>
        {failed}
        <dl>
            {told_field(t("io.email"), unit.email().map(str::to_owned))}
            <div class="tn-field"><dt>{t("io.login")}</dt><dd>
                {match login {
                    Some(login) => view! { <CopyText text=login what=t("io.login")/> <Badge text=t("io.derived")/> }.into_any(),
                    None => view! { <span class="tn-faint">{t("io.no_contract")}</span> }.into_any(),
                }}
            </dd></div>
            <div class="tn-field"><dt>{t("io.id")}</dt><dd><CopyText text=unit.id.to_string() what=t("io.id")/></dd></div>
            {owner(page, &unit)}
            {history(unit.metadata.as_ref())}
            {field(t("io.href"), unit.href.clone())}
        </dl>
        <OpenConsole page=page id=unit.id.clone()/>
        <div class="tn-why__actions">
            <button id=page.mount.id("tn-change") type="button" class="tn-button tn-button--primary" disabled=frozen aria-describedby=page.mount.id("tn-unit-why") on:click=move |_| asked.set(Some(Asked::Change))>{t("io.edit")}</button>
            <button id=page.mount.id("tn-delete") type="button" class="tn-button tn-button--danger" disabled=frozen aria-describedby=page.mount.id("tn-unit-why") on:click=move |_| asked.set(Some(Asked::Delete))>{t("io.delete")}</button>
        </div>
        <p id=page.mount.id("tn-unit-why") class="tn-faint" prop:textContent=move || reason.get()></p>
        <ResourceShares page=page kind=ResourceType::Backupunit id=ResourceId::from(&unit.id)/>
        <Reach page=page target=Target::from(&unit)/>
    }
}

/// Who owns it. The API names who created it, and what is created is owned.
fn owner(page: PageContext, unit: &BackupUnit) -> impl IntoView + use<> {
    let metadata = unit.metadata.clone().unwrap_or_default();
    let name = metadata.created_by.or_else(|| metadata.created_by_user_id.clone())?;
    let href = metadata.created_by_user_id.map(|id| page.href(USERS, Some(&id)));
    Some(view! {
        <div class="tn-field"><dt>{t("io.owner")}</dt><dd>
            <a href=href><Address text=name/></a> " " <span title=t("io.owner_note")><Badge text=t("io.derived")/></span>
        </dd></div>
    })
}
