//! What can be done with several backup units at once.

use leptos::prelude::*;
use tenantry_core::ionos::changes::shares::{self, Pair};
use tenantry_core::ionos::changes::units;
use tenantry_core::ionos::rules::can_be_email;
use tenantry_core::ionos::{BackupUnit, BackupUnitChange, ResourceId, SharePrivileges};
use tenantry_core::write::{Action, Change};

use super::delete::WhatGoes;
use super::state::busy;
use crate::i18n::{t, tn};
use crate::ionos::groups::choice::{Choice, GroupChoice};
use crate::ionos::tasks::tasks;
use crate::ionos::words::reason;
use crate::resource::batch::{BatchAction, BatchDelete, BatchDialog, Step};
use crate::resource::context::PageContext;
use crate::resource::fields::{Field, Tick};
use crate::resource::form::TextField;
use crate::ui::format;

/// Changing their address, sharing and deleting them.
pub fn actions(
    page: PageContext,
    selected: impl Fn() -> Vec<BackupUnit> + Copy + Send + Sync + 'static,
) -> Vec<BatchAction> {
    let email = move |leave| view! { <ChangeEmail page=page units=selected() leave=leave/> }.into_any();
    let share = move |leave| view! { <ShareAll page=page units=selected() leave=leave/> }.into_any();
    let delete = move |leave| view! { <DeleteAll page=page units=selected() leave=leave/> }.into_any();
    vec![
        BatchAction::new("tn-bulk-email", t("bulk.email"), email),
        BatchAction::new("tn-bulk-share", t("io.share"), share),
        BatchAction::new("tn-bulk-delete", t("bulk.delete"), delete).dangerous(),
    ]
}

/// A write of a unit, followed in the task centre.
fn step(
    page: PageContext,
    name: String,
    action: Action,
    unit: &BackupUnit,
    change: impl Fn() -> Change<BackupUnit> + 'static,
) -> Step {
    let (session, before) = (page.session, unit.clone());
    Step::new(name, page, change, move |outcome| {
        tasks(session).follow(session, action, outcome, Some(&before));
    })
}

fn name(unit: &BackupUnit) -> String {
    unit.name().unwrap_or(unit.id.as_str()).to_owned()
}

#[component]
fn ChangeEmail(page: PageContext, units: Vec<BackupUnit>, leave: Callback<()>) -> impl IntoView {
    let email = RwSignal::new(String::new());
    let title = tn("bulk.email_title", units.len(), &format::number(units.len()));
    let wrong = Signal::derive(move || {
        let refused = email.with(|email| can_be_email(email).err());
        refused.filter(|_| !email.with(String::is_empty)).map(|why| reason(&why))
    });
    let why_not = Signal::derive(move || {
        email.with(|email| can_be_email(email).err()).map(|_| t("bulk.email_needed").to_owned())
    });
    let steps = Callback::new(move |()| {
        let typed = email.get();
        let one = |unit: &BackupUnit| {
            let has_it = (unit.email() == Some(&typed)).then(|| t("bulk.has_email").to_owned());
            let (name, skipped) = (name(unit), busy(page, unit).or(has_it));
            let (before, typed) = (unit.clone(), typed.clone());
            let change = move || {
                let email = Some(typed.clone());
                units::change(before.clone(), BackupUnitChange { password: None, email })
            };
            step(page, name, Action::Change, unit, change).unless(skipped)
        };
        units.iter().map(one).collect()
    });
    view! {
        <BatchDialog page=page title=title words=t("bulk.change") steps=steps reason=why_not leave=leave>
            <Field label=t("io.email") id="tn-bulk-address" kind="email" field=TextField { value: email, wrong }/>
        </BatchDialog>
    }
}

#[component]
fn ShareAll(page: PageContext, units: Vec<BackupUnit>, leave: Callback<()>) -> impl IntoView {
    let (edit, share) = (RwSignal::new(false), RwSignal::new(false));
    let title = tn("bulk.share_title", units.len(), &format::number(units.len()));
    let choice = Choice::of_shares(page);
    let steps = Callback::new(move |()| {
        let Some(group) = choice.group() else { return Vec::new() };
        let privileges = SharePrivileges { edit: Some(edit.get()), share: Some(share.get()) };
        let one = |unit: &BackupUnit| {
            let (group, resource) = (group.clone(), ResourceId::from(&unit.id));
            let shared = choice.has(resource.as_str()).then(|| t("bulk.shared_already").to_owned());
            let pair = Pair { group, resource, name: Some(name(unit)) };
            let add = move || shares::add(pair.clone(), privileges);
            Step::new(name(unit), page, add, |_| ()).unless(shared)
        };
        units.iter().map(one).collect()
    });
    view! {
        <BatchDialog page=page title=title words=t("io.share_add") steps=steps reason=choice.reason() leave=leave>
            <GroupChoice page=page choice=choice/>
            <p class="tn-faint">{t("io.share_note")}</p>
            <Tick label=t("io.may_edit") on=edit/>
            <Tick label=t("io.may_share") on=share/>
        </BatchDialog>
    }
}

#[component]
fn DeleteAll(page: PageContext, units: Vec<BackupUnit>, leave: Callback<()>) -> impl IntoView {
    let count = units.len();
    let title = tn("bulk.delete_units_title", count, &format::number(count));
    let steps = Callback::new(move |()| {
        let one = |unit: &BackupUnit| {
            let (skipped, before) = (busy(page, unit), unit.clone());
            let delete = move || units::delete(before.clone());
            step(page, name(unit), Action::Delete, unit, delete).unless(skipped)
        };
        units.iter().map(one).collect()
    });
    view! {
        <BatchDelete page=page title=title count=count steps=steps leave=leave>
            <p><strong>{t("bulk.of_each")}</strong></p>
            <WhatGoes/>
        </BatchDelete>
    }
}
