//! Changing an offering item: on or off, its quota, what may be used above it.

use leptos::prelude::*;
use tenantry_core::acronis::TenantId;
use tenantry_core::acronis::changes::offering_items as changes;
use tenantry_core::acronis::offering_items::{Limit, MeasurementUnit, OfferingItem, OfferingItems, Quota};
use tenantry_core::acronis::offering_write::{Entered, ItemEdit, ItemReason};
use tenantry_core::write::Outcome;

use super::entered::{read, write};
use crate::i18n::{t, tf};
use crate::resource::context::PageContext;
use crate::resource::fields::{Field, SelectField};
use crate::resource::form::{Form, TextField};
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

const ON: &str = "1";
const OFF: &str = "0";

/// The form.
#[component]
pub fn EditItem(
    /// The page.
    page: PageContext,
    /// Whose item it is.
    tenant: TenantId,
    /// All items of the tenant, as they were shown.
    shown: OfferingItems,
    /// The item.
    item: OfferingItem,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let form = Form::new(page);
    let status = match item.is_active() {
        Some(true) => ON,
        Some(false) => OFF,
        None => "",
    };
    let status = form.text("status", status, |_| None);
    let unit = StoredValue::new(item.measurement_unit.clone());
    let wrong = move |text: &str| {
        unit.with_value(|unit| match entered(text, unit.as_ref()) {
            Ok(Some(Some(value))) if value < 0 => Some(t("quota.edit.below_zero").to_owned()),
            Ok(_) => None,
            Err(words) => Some(words),
        })
    };
    let quota = item.quota.unwrap_or_default();
    let number = |name: &'static str, limit: Limit| form.text(name, &shown_as(limit, unit), wrong);
    let (value, overage) = (number("value", quota.soft()), number("overage", overage_of(quota)));
    let name = item.name.clone();
    let (item, shown) = (StoredValue::new(item), StoredValue::new(shown));
    let edit = move || -> Result<ItemEdit, String> {
        let on = match status.value.get().as_str() {
            ON => Some(true),
            OFF => Some(false),
            _ => None,
        };
        let of = |field: TextField| unit.with_value(|unit| entered(&field.value.get(), unit.as_ref()));
        let (value, overage) = (of(value)?, of(overage)?);
        item.with_value(|item| ItemEdit::of(item, on, value, overage)).map_err(|why| reason(why).to_owned())
    };
    let why = Signal::derive(move || match edit() {
        Ok(edit) if edit.is_empty() => Some(t("edit.same").to_owned()),
        // What is wrong in a field is said there, once somebody has tried.
        Ok(_) => None,
        Err(words) => Some(words),
    });
    let hear = move |outcome: &Outcome<OfferingItems>| {
        if matches!(outcome, Outcome::ChangedBefore(_) | Outcome::ChangedAfter(_)) {
            page.reload();
        }
    };
    let send = Callback::new(move |()| {
        let Ok(edit) = untrack(edit) else { return };
        form.send(
            || changes::update(tenant, shown.get_value(), edit),
            hear,
            move |_| {
                leave.run(());
                page.reload();
            },
        );
    });
    let has_quota = item.with_value(|item| item.quota.is_some());
    let options = move || {
        let untold = status.value.with_untracked(String::is_empty);
        let untold = untold.then(|| (String::new(), t("field.unsaid").to_owned()));
        let both = [(ON, "quota.active"), (OFF, "quota.inactive")];
        let both = both.map(|(value, key)| (value.to_owned(), t(key).to_owned()));
        untold.into_iter().chain(both).collect::<Vec<_>>()
    };
    let is_bytes = unit.with_value(|unit| *unit == Some(MeasurementUnit::Bytes));
    let note = if is_bytes { "quota.edit.bytes" } else { "quota.edit.number" };
    view! {
        <FormDialog page=page title=Phrase::new("quota.edit.title", &[("name", &name)]) words=t("edit.save") form=form send=send leave=leave reason=why>
            <SelectField label=t("quota.status") id="tn-quota-status" field=status options=options()/>
            {has_quota.then(|| view! {
                <Field label=t("quota.soft") id="tn-quota-value" field=value/>
                <Field label=t("quota.overage") id="tn-quota-overage" field=overage/>
                <p class="tn-faint">{tf(note, &[("word", t("quota.unlimited"))])}</p>
            })}
            <p class="tn-faint">{t("quota.edit.note")}</p>
        </FormDialog>
    }
}

/// What may be used above the quota alone.
fn overage_of(quota: Quota) -> Limit {
    Quota { value: quota.overage, ..quota }.soft()
}

fn shown_as(limit: Limit, unit: StoredValue<Option<MeasurementUnit>>) -> String {
    match limit {
        Limit::At(value) => unit.with_value(|unit| write(value, unit.as_ref())),
        Limit::Unlimited => t("quota.unlimited").to_owned(),
        Limit::Untold => String::new(),
    }
}

/// What was entered of a number; nothing where the field is empty.
fn entered(text: &str, unit: Option<&MeasurementUnit>) -> Result<Entered, String> {
    match text.trim() {
        "" => Ok(None),
        text if text.eq_ignore_ascii_case(t("quota.unlimited")) => Ok(Some(None)),
        text => match read(text, unit) {
            Some(value) => Ok(Some(Some(value))),
            None => Err(t("quota.edit.no_number").to_owned()),
        },
    }
}

/// Why an item cannot be changed.
pub fn reason(why: ItemReason) -> &'static str {
    t(match why {
        ItemReason::Locked => "quota.edit.locked",
        ItemReason::NoApplication => "quota.edit.no_application",
        ItemReason::NoVersion => "quota.edit.no_version",
        ItemReason::BelowZero => "quota.edit.below_zero",
        ItemReason::Untold => "quota.edit.untold",
    })
}
