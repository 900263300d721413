//! Somebody else has changed the tenant: what it was, what was entered, and what it is now, field by field.

use leptos::prelude::*;
use serde_json::Value;
use tenantry_core::Uuid;
use tenantry_core::acronis::{Tenant, TenantField, TenantValues};

use super::words::label;
use crate::acronis::state::Acronis;
use crate::i18n::t;
use crate::ui::Name;

/// A tenant in three states.
#[derive(Clone)]
pub(super) struct Conflict {
    /// As it was shown.
    pub base: Tenant,
    /// What was entered.
    pub mine: TenantValues,
    /// As it is now.
    pub now: Tenant,
}

/// The table, and the way on.
#[component]
pub(super) fn ConflictView(
    /// The connection.
    state: Acronis,
    /// The three states.
    conflict: Conflict,
    /// Goes on from what the tenant is now.
    go_on: Callback<Conflict>,
) -> impl IntoView {
    let rows = TenantField::ALL.into_iter().filter_map(|field| row(state, field, &conflict)).collect_view();
    // A tenant that is told without a version cannot be changed any further.
    let has_version = conflict.now.version.is_some();
    let note = t(if has_version { "life.conflict.note" } else { "life.no_version" });
    let conflict = StoredValue::new(conflict);
    let heads = ["life.conflict.field", "life.conflict.base", "life.conflict.mine", "life.conflict.now"];
    view! {
        <section class="tn-conflict" aria-label=t("life.conflict")>
            <h3>{t("life.conflict")}</h3>
            <div class="tn-set__scroll" tabindex="0" role="region" aria-label=t("life.conflict.table")>
                <table class="tn-table">
                    <thead><tr>{heads.map(|key| view! { <th scope="col">{t(key)}</th> }).collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="tn-faint">{note}</p>
            <button type="button" class="tn-button" disabled=!has_version on:click=move |_| go_on.run(conflict.get_value())>{t("life.conflict.go_on")}</button>
        </section>
    }
}

/// A field that somebody has changed; nothing where nobody has.
fn row(state: Acronis, field: TenantField, conflict: &Conflict) -> Option<impl IntoView + use<>> {
    let (base, now) = (field.of(&conflict.base), field.of(&conflict.now));
    let mine = conflict.mine.get(&field);
    let is_same = match (&base, &now) {
        (Some(base), Some(now)) => field.is_same(base, now),
        (base, now) => base == now,
    };
    if is_same && mine.is_none() {
        return None;
    }
    let mine =
        mine.map_or_else(|| t("life.conflict.not_edited").to_owned(), |mine| said(state, field, Some(mine)));
    let cells = [said(state, field, base.as_ref()), mine, said(state, field, now.as_ref())];
    Some(view! {
        <tr>
            <th scope="row">{label(field)}</th>
            {cells.map(|text| view! { <td><Name text=text/></td> }).collect_view()}
        </tr>
    })
}

/// A value in words; a parent by its name.
fn said(state: Acronis, field: TenantField, value: Option<&Value>) -> String {
    match value {
        None => t("field.unsaid").to_owned(),
        Some(Value::Null) => t("field.none").to_owned(),
        Some(Value::Bool(on)) => t(if *on { "field.yes" } else { "field.no" }).to_owned(),
        Some(Value::String(text)) if text.is_empty() => t("field.none").to_owned(),
        Some(Value::String(text)) => match Uuid::parse(text).filter(|_| field == TenantField::Parent) {
            Some(id) => state.name_of(id),
            None => text.clone(),
        },
        Some(other) => other.to_string(),
    }
}
