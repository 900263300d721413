//! What can be done with several backup units at once.

use leptos::prelude::*;
use tenantry_core::ionos::rules::can_be_email;
use tenantry_core::ionos::tasks::Action;
use tenantry_core::ionos::{
    BackupUnit, BackupUnitChange, ResourceId, SharePrivileges, Shown, backup_units, shares,
};

use super::busy;
use super::delete::{WhatGoes, delete};
use super::form::unchanged;
use crate::i18n::{t, tn};
use crate::ionos::bulk::{BulkButton, BulkDelete, BulkDialog, Step};
use crate::ionos::desk::Desk;
use crate::ionos::form::{self, Failure, Field, Tick};
use crate::ionos::people::{Choice, GroupChoice};
use crate::ui::format;

/// What is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// One e-mail address for all.
    Email,
    /// Sharing them with a group.
    Share,
    /// Their end.
    Delete,
}

/// The buttons for the ticked units.
#[component]
pub fn UnitsBar(
    /// What every screen needs.
    desk: Desk,
    /// What is asked for.
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    view! {
        <BulkButton desk=desk id="tn-bulk-email" words=t("bulk.email") ask=Asked::Email asked=asked/>
        <BulkButton desk=desk id="tn-bulk-share" words=t("io.share") ask=Asked::Share asked=asked/>
        <BulkButton desk=desk id="tn-bulk-delete" words=t("bulk.delete") ask=Asked::Delete asked=asked dangerous=true/>
    }
}

/// What they open. It stays when what it works on has left the list.
#[component]
pub fn UnitsBulk(
    /// What every screen needs.
    desk: Desk,
    /// What is asked for.
    asked: RwSignal<Option<Asked>>,
    /// The ticked units.
    rows: Signal<Vec<BackupUnit>>,
) -> impl IntoView {
    let leave = Callback::new(move |()| {
        asked.set(None);
        desk.read_again();
    });
    move || {
        let asked = asked.get()?;
        let units = rows.get_untracked();
        Some(match asked {
            Asked::Email => view! { <ChangeEmail desk=desk units=units leave=leave/> }.into_any(),
            Asked::Share => view! { <ShareAll desk=desk units=units leave=leave/> }.into_any(),
            Asked::Delete => view! { <DeleteAll desk=desk units=units leave=leave/> }.into_any(),
        })
    }
}

fn name(unit: &BackupUnit) -> String {
    unit.name().unwrap_or(unit.id.as_str()).to_owned()
}

#[component]
fn ChangeEmail(desk: Desk, units: Vec<BackupUnit>, leave: Callback<()>) -> impl IntoView {
    let email = RwSignal::new(String::new());
    let title = tn("bulk.email_title", units.len(), &format::number(units.len()));
    let wrong = Signal::derive(move || {
        let refused = email.with(|email| can_be_email(email).err());
        refused.filter(|_| !email.with(String::is_empty)).map(|reason| form::reason(&reason))
    });
    let reason = Signal::derive(move || {
        email.with(|email| can_be_email(email).err()).map(|_| t("bulk.email_needed").to_owned())
    });
    let steps = Callback::new(move |()| {
        let typed = email.get();
        let step = |unit: &BackupUnit| {
            let has_it = (unit.email() == Some(&typed)).then(|| t("bulk.has_email").to_owned());
            let (name, skipped) = (name(unit), busy(desk, unit).or(has_it));
            let (unit, typed) = (unit.clone(), typed.clone());
            Step::new(name, move || change_email(desk, unit.clone(), typed.clone())).unless(skipped)
        };
        units.iter().map(step).collect()
    });
    view! {
        <BulkDialog desk=desk title=title words=t("bulk.change") steps=steps reason=reason leave=leave>
            <Field label=t("io.email") id="tn-bulk-address" kind="email" value=email wrong=wrong/>
        </BulkDialog>
    }
}

async fn change_email(desk: Desk, unit: BackupUnit, email: String) -> Result<(), Failure> {
    unchanged(desk, &unit).await?;
    let change = BackupUnitChange { password: None, email: Some(email) };
    let call = backup_units::Change { id: unit.id.clone(), change, shown: Shown::default() };
    let answer = desk.account.connection().call_full(&call).await?;
    desk.account.tasks.accepted(desk.account, Action::Change, &answer, &answer.value, Some(&unit));
    Ok(())
}

#[component]
fn ShareAll(desk: Desk, units: Vec<BackupUnit>, leave: Callback<()>) -> impl IntoView {
    let (edit, share) = (RwSignal::new(false), RwSignal::new(false));
    let title = tn("bulk.share_title", units.len(), &format::number(units.len()));
    let choice = Choice::of_shares(desk);
    let steps = Callback::new(move |()| {
        let Some(group) = choice.group() else { return Vec::new() };
        let privileges = SharePrivileges { edit: Some(edit.get()), share: Some(share.get()) };
        let step = |unit: &BackupUnit| {
            let (group, resource) = (group.clone(), ResourceId::from(&unit.id));
            let shared = choice.has(resource.as_str()).then(|| t("bulk.shared_already").to_owned());
            let add = shares::Add { group, resource, privileges, shown: Shown::default() };
            Step::call(name(unit), desk.account, add).unless(shared)
        };
        units.iter().map(step).collect()
    });
    view! {
        <BulkDialog desk=desk title=title words=t("io.share_add") steps=steps reason=choice.reason() leave=leave>
            <GroupChoice desk=desk choice=choice/>
            <p class="tn-faint">{t("io.share_note")}</p>
            <Tick label=t("io.may_edit") on=edit/>
            <Tick label=t("io.may_share") on=share/>
        </BulkDialog>
    }
}

#[component]
fn DeleteAll(desk: Desk, units: Vec<BackupUnit>, leave: Callback<()>) -> impl IntoView {
    let count = units.len();
    let title = tn("bulk.delete_units_title", count, &format::number(count));
    let steps = Callback::new(move |()| {
        let step = |unit: &BackupUnit| {
            let (name, skipped, unit) = (name(unit), busy(desk, unit), unit.clone());
            Step::new(name, move || delete(desk, unit.clone())).unless(skipped)
        };
        units.iter().map(step).collect()
    });
    view! {
        <BulkDelete desk=desk title=title count=count steps=steps leave=leave>
            <p><strong>{t("bulk.of_each")}</strong></p>
            <WhatGoes/>
        </BulkDelete>
    }
}
