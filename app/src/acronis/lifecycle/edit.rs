//! Changing what is said of a tenant. What was not edited is not sent.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::Error;
use tenantry_core::acronis::changes::tenants as changes;
use tenantry_core::acronis::rules::can_be_tenant_value;
use tenantry_core::acronis::{Tenant, TenantEdit, TenantField, TenantValues, tenants};
use tenantry_core::write::Outcome;

use super::conflict::{Conflict, ConflictView};
use super::entered::{first, shown, values};
use super::life::Life;
use super::words::{customer_types, label, reason, yes_no};
use crate::i18n::t;
use crate::resource::fields::{Field, SelectField};
use crate::resource::form::{Form, TextField};
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

/// What the form has.
const TEXTS: [TenantField; 5] = [
    TenantField::Name,
    TenantField::CustomerId,
    TenantField::InternalTag,
    TenantField::Language,
    TenantField::DefaultIdp,
];

/// What a form begins with: the tenant, its version, and what was entered over an earlier one.
#[derive(Clone)]
struct Base {
    tenant: Tenant,
    version: i64,
    draft: TenantValues,
}

/// The dialog. Where somebody else has changed the tenant, it goes on from what the tenant is now.
#[component]
pub(super) fn EditTenant(
    /// What the dialogs share.
    life: Life,
    /// The tenant's version.
    version: i64,
) -> impl IntoView {
    let base = RwSignal::new(Base { tenant: life.tenant.get_value(), version, draft: TenantValues::new() });
    move || view! { <EditForm life=life base=base.get() rebase=base.write_only()/> }
}

#[component]
fn EditForm(life: Life, base: Base, rebase: WriteSignal<Base>) -> impl IntoView {
    let Life { page, screen, .. } = life;
    let Base { tenant, version, draft } = base;
    let form = Form::new(page);
    let field = |field: TenantField| {
        let begin = first(field, &tenant);
        let was = begin.clone();
        let text = form.text(field.name(), &begin, move |text| {
            (text != was).then(|| wrong(life, field, text)).flatten()
        });
        draft.get(&field).into_iter().for_each(|value| text.value.set(shown(Some(value))));
        (field, begin, text)
    };
    let selects = [TenantField::CustomerType, TenantField::UpdateLock, TenantField::AncestralAccess];
    let fields: Vec<(TenantField, String, TextField)> = TEXTS.into_iter().chain(selects).map(field).collect();
    let part = |fields: &[(TenantField, String, TextField)]| {
        let inputs: Vec<_> = fields.iter().map(|(field, begin, text)| input(*field, begin, *text)).collect();
        view! { <div class="tn-cluster tn-contact__part">{inputs}</div> }
    };
    let (texts, chosen) = fields.split_at(TEXTS.len().min(fields.len()));
    let parts = [part(texts), part(chosen)];
    let title = Phrase::new("life.edit_title", &[("name", tenant.name.as_deref().unwrap_or_default())]);
    let (fields, before) = (StoredValue::new(fields), StoredValue::new(tenant));
    let edited = move || {
        let entered = fields.with_value(|fields| {
            let entered =
                |(field, begin, text): &(_, String, TextField)| (*field, begin.clone(), text.value.get());
            values(fields.iter().map(entered))
        });
        before.with_value(|before| TenantEdit::of(before, entered))
    };
    let conflict = RwSignal::new(None::<Conflict>);
    let send = Callback::new(move |()| {
        let Ok(edit) = untrack(edited) else {
            form.check();
            return page.mount.focus_wrong();
        };
        let draft = edit.values().clone();
        let found = move |now: Tenant| {
            let mine = draft.clone();
            conflict.try_set(before.try_with_value(|base| Conflict { base: base.clone(), mine, now }));
        };
        let always =
            move |outcome: &Outcome<Tenant>| look_for_conflict(life, version, outcome, found.clone());
        form.send(
            || changes::update(before.get_value(), version, edit),
            always,
            move |tenant| {
                life.put(tenant.as_ref());
                life.done.run(());
            },
        );
    });
    let go_on = Callback::new(move |Conflict { mine, now, .. }: Conflict| {
        if let Some(version) = now.version {
            rebase.set(Base { tenant: now, version, draft: mine });
        }
    });
    let why = Signal::derive(move || (!form.is_unsaved()).then(|| t("edit.same").to_owned()));
    view! {
        <FormDialog page=page title=title words=t("edit.save") form=form send=send leave=life.leave reason=why>
            <div class="tn-contact__parts">{parts.into_iter().collect_view()}</div>
            {move || conflict.get().map(|conflict| view! { <ConflictView state=screen.state() conflict=conflict go_on=go_on/> })}
        </FormDialog>
    }
}

fn input(field: TenantField, begin: &str, text: TextField) -> AnyView {
    let id = ["tn-tenant-field-", field.name()].concat();
    // What was not told can be left so, or be set.
    let open = begin.is_empty().then_some("field.unsaid");
    match field {
        TenantField::CustomerType => {
            view! { <SelectField label=label(field) id=id field=text options=customer_types(begin)/> }
                .into_any()
        }
        TenantField::UpdateLock | TenantField::AncestralAccess => {
            view! { <SelectField label=label(field) id=id field=text options=yes_no(open)/> }.into_any()
        }
        _ => view! { <Field label=label(field) id=id field=text/> }.into_any(),
    }
}

fn wrong(life: Life, field: TenantField, text: &str) -> Option<String> {
    let why = can_be_tenant_value(field, &text.trim().into()).err()?;
    Some(reason(life.screen.state(), &why))
}

/// Finds out whether the write met a later version: as the reading before it said, or as the vendor's refusal may mean.
fn look_for_conflict(
    life: Life,
    version: i64,
    outcome: &Outcome<Tenant>,
    found: impl FnOnce(Tenant) + 'static,
) {
    match outcome {
        Outcome::ChangedBefore(Some(now)) | Outcome::ChangedAfter(Some(now)) => found(now.clone()),
        Outcome::Refused(Error::Http { status: 409 | 412 | 426, .. }) => {
            let id = life.tenant.with_value(|tenant| tenant.id);
            spawn_local(async move {
                let read = tenants::Read { id, embed_path: false, allow_deleted: false };
                // Where it cannot be read the refusal says what there is to say.
                let now = life.screen.session.connection().call(&read).await.ok();
                if let Some(now) = now.filter(|now| now.version.is_some_and(|now| now != version)) {
                    found(now);
                }
            });
        }
        _ => {}
    }
}
