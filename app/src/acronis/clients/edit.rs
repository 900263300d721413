//! Changing a client, and deleting it.

use leptos::prelude::*;
use tenantry_core::acronis::api_clients::{ApiClient, ClientEdit, ClientStatus};
use tenantry_core::acronis::changes::api_clients as changes;
use tenantry_core::write::Outcome;

use super::row::CREATE;
use super::words::name_of;
use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::resource::delete::Delete;
use crate::resource::fields::{Field, SelectField};
use crate::resource::form::Form;
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

/// The form.
#[component]
pub fn EditClient(
    /// The page.
    page: PageContext,
    /// The client, as it was shown.
    before: ApiClient,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let form = Form::new(page);
    let name = form.text("name", before.name().unwrap_or_default(), |_| None);
    let was = before.status.as_ref().map_or("", ClientStatus::as_str).to_owned();
    let status = form.text("status", &was, |_| None);
    let title = Phrase::new("clients.edit_title", &[("name", &name_of(&before))]);
    let before = StoredValue::new(before);
    let edit = move || {
        let status = status.value.get();
        let status = (!status.is_empty()).then(|| ClientStatus::from(status));
        before.with_value(|before| ClientEdit::of(before, &name.value.get(), status))
    };
    let reason = Signal::derive(move || edit().is_empty().then(|| t("edit.same").to_owned()));
    let send = Callback::new(move |()| {
        let edit = untrack(edit);
        form.send(
            || changes::update(before.get_value(), edit),
            hear(page),
            move |_| {
                leave.run(());
                page.reload();
            },
        );
    });
    let known = [(ClientStatus::Enabled, "clients.enabled"), (ClientStatus::Disabled, "clients.disabled")];
    let mut options: Vec<(String, String)> =
        known.map(|(status, key)| (status.as_str().to_owned(), t(key).to_owned())).to_vec();
    // What it has is among them, also where it was not told, or is another word.
    if !options.iter().any(|(word, _)| *word == was) {
        let shown = if was.is_empty() { t("field.unsaid").to_owned() } else { was.clone() };
        options.insert(0, (was, shown));
    }
    view! {
        <FormDialog page=page title=title words=t("edit.save") form=form send=send leave=leave reason=reason>
            <Field label=t("clients.name") id="tn-client-name" field=name/>
            <SelectField label=t("clients.status") id="tn-client-status" field=status options=options/>
            <p class="tn-faint">{t("clients.status_note")}</p>
        </FormDialog>
    }
}

/// The dialog that deletes it.
#[component]
pub fn DeleteClient(
    /// The page.
    page: PageContext,
    /// The client, as it was shown.
    client: ApiClient,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let name = name_of(&client);
    let change = move || changes::delete(&client);
    let done = Callback::new(move |()| {
        leave.run(());
        page.mount.focus_if_idle(CREATE);
        page.reload();
    });
    let always: crate::writes::OutcomeListener<ApiClient> = std::rc::Rc::new(hear(page));
    view! {
        <Delete page=page name=name change=change always=always done=done leave=leave>
            <p>{t("clients.delete_note")}</p>
        </Delete>
    }
}

/// Where a client is not what was shown, all of them are read again.
fn hear(page: PageContext) -> impl Fn(&Outcome<ApiClient>) + 'static {
    move |outcome| {
        if matches!(outcome, Outcome::ChangedBefore(_) | Outcome::ChangedAfter(_)) {
            page.reload();
        }
    }
}
