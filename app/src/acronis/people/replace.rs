//! Somebody takes the place of somebody else, as a contact of every tenant at and below one.

use std::sync::Arc;

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::contact_plan::{PERSONAL, Planned, Successor};
use tenantry_core::acronis::rules::can_be_contact_email;
use tenantry_core::acronis::tenancy::{Node, TenantList, Wanted};
use tenantry_core::acronis::{ContactField, ContactTexts, TenantId};

use super::context::PeopleContext;
use super::steps::{ContactsRead, Steps};
use crate::acronis::contacts::{field_errors, label, reason};
use crate::i18n::{t, tf, tn};
use crate::mount::Leaving;
use crate::resource::batch::BatchDialog;
use crate::resource::context::PageContext;
use crate::resource::fields::{Field, Tick};
use crate::resource::form::{Form, TextField};
use crate::resource::form_dialog::DialogButtons;
use crate::ui::loaded::Status;
use crate::ui::{Loaded, Modal, Phrase, format};

/// The dialogs, one after the other: who comes, then what would be written.
#[component]
pub fn ReplacePerson(
    /// The screen.
    page: PeopleContext,
    /// The tenant at the top.
    top: Uuid,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<Choice>);
    move || match chosen.get() {
        None => view! { <Who page=page top=top chosen=chosen leave=leave/> }.into_any(),
        Some((who, tenants)) => view! { <Replace page=page tenants=tenants who=who leave=leave/> }.into_any(),
    }
}

/// Who takes whose place, and at which tenants.
type Choice = (Successor, Vec<TenantId>);

/// Who goes, and who comes.
#[component]
fn Who(
    page: PeopleContext,
    top: Uuid,
    chosen: RwSignal<Option<Choice>>,
    leave: Callback<()>,
) -> impl IntoView {
    let context = PageContext::new(page.session, field_errors);
    let form = Form::new(context);
    let looked_for = untrack(|| page.view()).who;
    let first = if can_be_contact_email(looked_for.trim()).is_ok() { looked_for.trim() } else { "" };
    let before = form.text("before", first, |text| wrong_email(text.trim()));
    let text = |field: ContactField| {
        let check = move |text: &str| match text.trim() {
            "" => None,
            text if field == ContactField::Email => wrong_email(text),
            _ => None,
        };
        (field, form.text(field.name(), "", check))
    };
    let texts: Vec<(ContactField, TextField)> = PERSONAL.map(text).to_vec();
    let empties = RwSignal::new(false);
    let list = Memo::new(move |_| {
        let wanted = Wanted { person: before.value.with(|text| text.trim().to_owned()), ..Wanted::default() };
        page.tenants.list(top, &wanted)
    });
    let found = Memo::new(move |_| list.with(|list| tenants_with(page, list, &before.value.get())));
    let is_known = Memo::new(move |_| page.tenants.is_complete() && list.with(TenantList::is_read));
    let is_address = move || before.value.with(|text| can_be_contact_email(text.trim()).is_ok());
    let count = move || match (is_address(), is_known.get(), found.with(Vec::len)) {
        (false, ..) => String::new(),
        (_, true, count) => tn("people.replace.found", count, &format::number(count)),
        (_, false, count) => tn("people.replace.found_so_far", count, &format::number(count)),
    };
    let entered = StoredValue::new(texts.clone());
    let is_empty = move || {
        entered
            .with_value(|texts| texts.iter().all(|(_, text)| text.value.with(|text| text.trim().is_empty())))
    };
    let why = Signal::derive(move || match (is_known.get(), found.with(Vec::len), is_empty()) {
        (false, ..) => Some(t("people.replace.read_first").to_owned()),
        (_, 0, _) => Some(t("people.replace.nobody").to_owned()),
        (.., true) => Some(t("people.replace.enter").to_owned()),
        _ => None,
    });
    let send = Callback::new(move |()| {
        if untrack(|| why.get()).is_some() || !form.check() {
            return page.mount.focus_wrong();
        }
        let of = |(field, text): &(ContactField, TextField)| {
            (*field, text.value.get_untracked().trim().to_owned())
        };
        let texts: ContactTexts = entered.with_value(|texts| texts.iter().map(of).collect());
        let before = before.value.get_untracked().trim().to_owned();
        let who = Successor { before, texts, empties: empties.get_untracked() };
        chosen.set(Some((who, found.get_untracked())));
    });
    let leaving = Signal::derive(move || match form.is_unsaved() {
        true => Leaving::Asks(t("edit.discard").to_owned()),
        false => Leaving::Free,
    });
    let leave = page.mount.guard(leaving, leave);
    let field = |(field, text): (ContactField, TextField)| {
        view! { <Field label=label(field) id=["tn-replace-", field.name()].concat() field=text/> }
    };
    let name = page.name_of(top);
    view! {
        <Modal title=Phrase::new("people.replace.title", &[("name", &name)]) leave=leave save=Some(send)>
            <Field label=t("people.replace.before") id="tn-replace-before" field=before kind="email"/>
            <p role="status" class="tn-faint" prop:textContent=count></p>
            <fieldset class="tn-cluster tn-people__successor">
                <legend>{t("people.replace.after")}</legend>
                {texts.into_iter().map(field).collect_view()}
            </fieldset>
            <p class="tn-faint">{t("people.replace.rule")}</p>
            <Tick label=t("people.replace.empties").to_owned() on=empties/>
            <DialogButtons reason=why label=Signal::stored(t("people.replace.look").to_owned()) dangerous=false
                barred=Signal::derive(move || why.with(Option::is_some)) send=send leave=leave/>
        </Modal>
    }
}

fn wrong_email(text: &str) -> Option<String> {
    can_be_contact_email(text).err().map(|why| reason(&why))
}

/// The tenants of a list that have a contact of that address.
fn tenants_with(page: PeopleContext, list: &TenantList, email: &str) -> Vec<TenantId> {
    let email = email.trim();
    page.tenants.peek(|tree, _| {
        let has = |node: &&Node| {
            tree.contacts(**node)
                .iter()
                .any(|one| !email.is_empty() && one.email().eq_ignore_ascii_case(email))
        };
        list.nodes.iter().filter(has).map(|node| TenantId(tree.id(*node))).collect()
    })
}

#[component]
fn Replace(
    page: PeopleContext,
    tenants: Vec<TenantId>,
    who: Successor,
    leave: Callback<()>,
) -> impl IntoView {
    let context = PageContext::new(page.session, field_errors);
    let tenants = StoredValue::new(tenants);
    let shared = Steps::new(page, context);
    let loaded: Loaded<Arc<ContactsRead>> =
        context.load_once(move || shared.read(tenants.get_value(), |_| ()));
    let before = who.before.clone();
    let planned = Memo::new(move |_| {
        let all = loaded.get()?;
        let at = |tenant: &TenantId| {
            who.at(all.get(tenant)).into_iter().map(|one| (*tenant, one)).collect::<Vec<_>>()
        };
        Some(tenants.with_value(|tenants| tenants.iter().flat_map(at).collect::<Vec<(TenantId, Planned)>>()))
    });
    let title = tf("people.replace.plan", &[("who", &before)]);
    let steps = Callback::new(move |()| {
        let step = |(tenant, planned): &(TenantId, Planned)| shared.step(*tenant, &before, planned);
        planned.with(|planned| planned.iter().flatten().map(step).collect())
    });
    let reason =
        Signal::derive(move || planned.with(Option::is_none).then(|| t("people.import.reading").to_owned()));
    view! {
        <BatchDialog page=context title=title words=t("people.replace.send") steps=steps reason=reason independent=true leave=leave>
            <Status loaded=loaded.status()/>
        </BatchDialog>
    }
}
