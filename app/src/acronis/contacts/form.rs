//! Creating a contact, or changing one. What was not edited is not sent.

use std::collections::BTreeSet;

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::changes::contacts as changes;
use tenantry_core::acronis::rules::{self, Reason};
use tenantry_core::acronis::{
    Contact, ContactEdit, ContactField, ContactId, ContactTexts, ContactType, NewContact, TenantId,
};
use tenantry_core::write::Change;

use super::chosen::Chosen;
use super::fields::label;
use super::words::{name_of, reason};
use crate::i18n::{t, word};
use crate::resource::choices::{Choice, Choices, ChoicesField};
use crate::resource::context::PageContext;
use crate::resource::fields::Field;
use crate::resource::form::{Form, TextField};
use crate::resource::form_dialog::FormDialog;
use crate::ui::Phrase;

/// The fields as they stand together.
const PARTS: [(&str, &[ContactField]); 3] = [
    (
        "contacts.person",
        &[
            ContactField::FirstName,
            ContactField::LastName,
            ContactField::Email,
            ContactField::Phone,
            ContactField::Title,
            ContactField::Fax,
            ContactField::Language,
        ],
    ),
    (
        "contacts.address",
        &[
            ContactField::Address1,
            ContactField::Address2,
            ContactField::ZipCode,
            ContactField::City,
            ContactField::State,
            ContactField::Country,
        ],
    ),
    (
        "contacts.organization",
        &[ContactField::Website, ContactField::Industry, ContactField::OrganizationSize, ContactField::Aan],
    ),
];

/// The form.
#[component]
pub fn ContactForm(
    /// The page.
    page: PageContext,
    /// Whose contact it is.
    tenant: TenantId,
    /// The contact that is changed; none where one is made.
    #[prop(optional)]
    before: Option<Chosen>,
    /// The contacts that are there: none of them is taken for the new one.
    #[prop(optional)]
    known: Vec<ContactId>,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let is_new = before.is_none();
    let shown = before.as_ref().map(|chosen| chosen.contact.clone()).unwrap_or_default();
    let title = match is_new {
        true => t("contacts.create").into(),
        false => Phrase::new("contacts.edit_title", &[("name", &name_of(&shown))]),
    };
    let form = Form::new(page);
    let (types, are_told) = (shown.types.clone().unwrap_or_default(), is_new || shown.types.is_some());
    let chosen = form.choices("types", types.iter().cloned().collect(), move |chosen| {
        // What was not told stays what it is where nothing is chosen.
        let words: Vec<String> = chosen.iter().cloned().collect();
        are_told.then(|| rules::can_be_types(&words)).and_then(told)
    });
    let texts: Vec<(ContactField, TextField)> =
        ContactField::ALL.into_iter().map(|field| (field, text(form, field, &shown))).collect();
    let user = is_new.then(|| form.text("user_id", "", wrong_user));
    let reason = Signal::derive(move || (!is_new && !form.is_unsaved()).then(|| t("edit.same").to_owned()));
    let entered =
        Entered { chosen, texts: StoredValue::new(texts), shown: StoredValue::new(shown.clone()), user };
    let before = StoredValue::new(before);
    let known = StoredValue::new(known);
    let change = move || -> Result<Change<Contact>, Reason> {
        match before.get_value() {
            Some(Chosen { id, contact }) => Ok(changes::update(id, contact, entered.edited()?)),
            None => Ok(changes::create(entered.created(tenant)?, known.get_value())),
        }
    };
    let send = Callback::new(move |()| {
        // What the rules refuse is said beside the fields.
        match untrack(change) {
            Ok(change) => form.send(
                || change,
                |_| (),
                move |_| {
                    leave.run(());
                    page.reload();
                },
            ),
            Err(_) => {
                form.check();
                page.mount.focus_wrong();
            }
        }
    });
    let part = move |(legend, fields): (&'static str, &[ContactField])| {
        let field = |field: &ContactField| {
            let text = entered.of(*field)?;
            let id = ["tn-contact-", field.name()].concat();
            Some(view! { <Field label=label(*field) id=id field=text kind=kind(*field)/> })
        };
        let fields = fields.iter().map(field).collect_view();
        view! { <fieldset class="tn-cluster tn-contact__part"><legend>{t(legend)}</legend>{fields}</fieldset> }
    };
    let words = if is_new { t("contacts.create_short") } else { t("edit.save") };
    let note = match (is_new, are_told, shown.is_for(ContactType::Legal)) {
        (false, false, _) => Some(t("contacts.types_note").to_owned()),
        (_, _, Some(true)) | (true, ..) => Some(t("contacts.legal_note").to_owned()),
        _ => None,
    };
    view! {
        <FormDialog page=page title=title words=words form=form send=send leave=leave reason=reason>
            <ChoicesField label=t("contact.types") id="tn-contact-types" options=options(&types) choices=chosen note=note.unwrap_or_default()/>
            <div class="tn-contact__parts">{PARTS.map(part).collect_view()}</div>
            {user.map(|user| view! { <Field label=t("contacts.user_optional") id="tn-contact-user" field=user/> })}
        </FormDialog>
    }
}

/// What was entered. Copied freely.
#[derive(Clone, Copy)]
struct Entered {
    chosen: Choices,
    texts: StoredValue<Vec<(ContactField, TextField)>>,
    shown: StoredValue<Contact>,
    user: Option<TextField>,
}

impl Entered {
    fn of(self, field: ContactField) -> Option<TextField> {
        self.texts.with_value(|texts| texts.iter().find(|(one, _)| *one == field).map(|(_, text)| *text))
    }

    /// The texts, without blanks around what was entered.
    fn texts(self) -> ContactTexts {
        let of = |(field, text): &(ContactField, TextField)| {
            let was = self.shown.with_value(|shown| first(*field, shown).to_owned());
            let text = text.value.get();
            (*field, if text == was { was } else { text.trim().to_owned() })
        };
        self.texts.with_value(|texts| texts.iter().map(of).collect())
    }

    fn edited(self) -> Result<ContactEdit, Reason> {
        let types: Vec<String> = self.chosen.chosen.get().into_iter().collect();
        self.shown.with_value(|shown| ContactEdit::of(shown, &types, self.texts()))
    }

    fn created(self, tenant: TenantId) -> Result<NewContact, Reason> {
        let types = self.chosen.chosen.get().iter().filter_map(|word| ContactType::read(word)).collect();
        let user = self.user.and_then(|user| Uuid::parse(user.value.get().trim()));
        Ok(NewContact::new(tenant, types, self.texts())?.of_user(user))
    }
}

/// A text with its rule: an address is checked, unless it is the one that was there.
fn text(form: Form, field: ContactField, shown: &Contact) -> TextField {
    let first = first(field, shown).to_owned();
    let was = first.clone();
    form.text(field.name(), &first, move |text| {
        let is_kept = !was.is_empty() && text == was;
        (field == ContactField::Email && !is_kept)
            .then(|| rules::can_be_contact_email(text.trim()))
            .and_then(told)
    })
}

fn first(field: ContactField, shown: &Contact) -> &str {
    shown.text(field).unwrap_or_default()
}

fn told(rule: Result<(), Reason>) -> Option<String> {
    rule.err().map(|why| reason(&why))
}

fn wrong_user(typed: &str) -> Option<String> {
    let typed = typed.trim();
    (!typed.is_empty() && Uuid::parse(typed).is_none()).then(|| t("contacts.wrong.user").to_owned())
}

fn kind(field: ContactField) -> &'static str {
    match field {
        ContactField::Email => "email",
        ContactField::Phone | ContactField::Fax => "tel",
        _ => "text",
    }
}

/// The types that can be given, and those that the contact has beside: `legal` is neither given nor taken away.
fn options(has: &[String]) -> Vec<Choice> {
    let given = ContactType::ALL.into_iter().filter(|what| rules::can_be_created_for(*what).is_ok());
    let given: Vec<String> = given.map(|what| own_spelling(has, what.word())).collect();
    let strange: BTreeSet<&String> = has.iter().filter(|word| !given.contains(word)).collect();
    let choice = |said: &String| {
        let is_given = ContactType::read(said).is_none_or(|what| rules::can_be_created_for(what).is_ok());
        Choice { label: word("contact_type", said), word: said.clone(), fixed: !is_given }
    };
    strange.into_iter().chain(&given).map(choice).collect()
}

/// As the contact has it, where it does.
fn own_spelling(has: &[String], what: &str) -> String {
    has.iter().find(|one| one.eq_ignore_ascii_case(what)).map_or(what, String::as_str).to_owned()
}
