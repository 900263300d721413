//! Creating a tenant below the chosen one. What is left empty is not sent.

use leptos::prelude::*;
use tenantry_core::acronis::changes::tenants as changes;
use tenantry_core::acronis::rules::{Reason, can_be_contact_email, usual_below};
use tenantry_core::acronis::{
    ContactField, ContactTexts, NewTenant, Tenant, TenantField, TenantId, TenantKind,
};

use super::entered::values;
use super::life::Life;
use super::words::{kind_option, label, reason, yes_no};
use crate::acronis::contacts::label as contact_label;
use crate::i18n::t;
use crate::resource::fields::{Field, SelectField};
use crate::resource::form::{Form, TextField, required};
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

const CONTACT: [ContactField; 4] =
    [ContactField::FirstName, ContactField::LastName, ContactField::Email, ContactField::Phone];

/// The dialog.
#[component]
pub(super) fn CreateTenant(
    /// What the dialogs share.
    life: Life,
) -> impl IntoView {
    let Life { page, screen, .. } = life;
    let parent = life.tenant.get_value();
    let (parent_id, usual) = (parent.id, usual_below(parent.kind.as_ref()));
    let form = Form::new(page);
    let kinds = all_kinds(&usual);
    let kind =
        form.text("kind", &kinds.first().map(|(value, _)| value.clone()).unwrap_or_default(), required);
    let text = |field: TenantField| (field, form.text(field.name(), "", move |_| None));
    let name = form.text(TenantField::Name.name(), "", required);
    let more = [TenantField::CustomerId, TenantField::InternalTag, TenantField::Language].map(text);
    let flags = [TenantField::UpdateLock, TenantField::AncestralAccess].map(text);
    let contact = CONTACT.map(|field| {
        let check = move |text: &str| {
            let is_email = field == ContactField::Email && !text.trim().is_empty();
            let why = is_email.then(|| can_be_contact_email(text.trim())).and_then(Result::err)?;
            Some(reason(screen.state(), &why))
        };
        (field, form.text(field.name(), "", check))
    });
    let entered = move || -> Result<NewTenant, Reason> {
        let fields = [(TenantField::Name, name)].into_iter().chain(more).chain(flags);
        let values = values(fields.map(|(field, text)| (field, String::new(), text.value.get())));
        let texts: ContactTexts =
            contact.iter().map(|(field, text)| (*field, text.value.get().trim().to_owned())).collect();
        NewTenant::new(parent_id, TenantKind::from(kind.value.get()), values, texts)
    };
    let send = Callback::new(move |()| {
        let Ok(new) = untrack(entered) else {
            form.check();
            return page.mount.focus_wrong();
        };
        let change = || changes::create(new, known(life, parent_id));
        form.send(
            change,
            |_| (),
            move |made: Option<Tenant>| {
                life.put(made.as_ref());
                life.leave.run(());
                made.into_iter().for_each(|made| screen.go_to_tenant(made.id.0));
            },
        );
    });
    let usual = StoredValue::new(usual);
    let is_unusual = move || {
        let chosen = TenantKind::from(kind.value.get());
        usual.with_value(|usual| !usual.contains(&chosen)).then(|| t("life.unusual_kind"))
    };
    let title = Phrase::new("life.create_title", &[("name", parent.name.as_deref().unwrap_or_default())]);
    let field = |(field, text): (TenantField, TextField)| {
        view! { <Field label=label(field) id=["tn-tenant-field-", field.name()].concat() field=text/> }
    };
    let flag = |(field, text): (TenantField, TextField)| {
        let options = yes_no(Some("life.left_open"));
        view! { <SelectField label=label(field) id=["tn-tenant-field-", field.name()].concat() field=text options=options/> }
    };
    let contact_field = |(field, text): (ContactField, TextField)| {
        view! { <Field label=contact_label(field) id=["tn-tenant-contact-", field.name()].concat() field=text/> }
    };
    view! {
        <FormDialog page=page title=title words=t("life.create_short") form=form send=send leave=life.leave>
            <div class="tn-contact__parts">
                <fieldset class="tn-cluster tn-contact__part">
                    <legend>{t("life.tenant")}</legend>
                    {field((TenantField::Name, name))}
                    <SelectField label=t("field.kind") id="tn-tenant-field-kind" field=kind options=kinds/>
                    {more.map(field).collect_view()}
                    {flags.map(flag).collect_view()}
                </fieldset>
                <fieldset class="tn-cluster tn-contact__part">
                    <legend>{t("overview.contact")}</legend>
                    {contact.map(contact_field).collect_view()}
                </fieldset>
            </div>
            <p class="tn-note tn-note--warn" role="status" hidden=move || is_unusual().is_none() prop:textContent=is_unusual></p>
        </FormDialog>
    }
}

/// The usual kinds come first; the others are there all the same.
fn all_kinds(usual: &[TenantKind]) -> Vec<(String, String)> {
    let all = [TenantKind::Customer, TenantKind::Partner, TenantKind::Folder, TenantKind::Unit];
    let rest = all.iter().filter(|kind| !usual.contains(kind));
    usual.iter().chain(rest).map(kind_option).collect()
}

/// The tenants that are there already, where all of them are known.
fn known(life: Life, parent: TenantId) -> Option<Vec<TenantId>> {
    life.screen.tenants.peek(|tree, _| {
        let node = tree.find(parent.0).filter(|node| tree.has_all_children(*node))?;
        Some(tree.children(node).map(|child| TenantId(tree.id(child))).collect())
    })
}
