//! What is entered of a user: texts, language, and what they get e-mails about.

use std::collections::BTreeSet;

use leptos::prelude::*;
use tenantry_core::acronis::user::NOTIFICATIONS;
use tenantry_core::acronis::user_write::USER_TEXTS;
use tenantry_core::acronis::{ContactField, ContactTexts, User, rules};

use super::words::wrong;
use crate::i18n::{t, word};
use crate::resource::choices::{Choice, Choices, ChoicesField};
use crate::resource::fields::Field;
use crate::resource::form::{Form, TextField};

/// What is entered. Copied freely.
#[derive(Clone, Copy)]
pub struct Entered {
    texts: StoredValue<Vec<(ContactField, TextField)>>,
    language: TextField,
    notifications: Choices,
    /// What can be chosen.
    words: StoredValue<Vec<String>>,
    /// Whether the notifications were told, or there is nobody yet.
    is_told: bool,
}

impl Entered {
    /// The fields in a form, as the user has them; of somebody new where there is none.
    pub fn new(form: Form, before: Option<&User>) -> Entered {
        let contact = before.and_then(|user| user.contact.clone()).unwrap_or_default();
        let text = |field: ContactField| {
            let first = contact.text(field).unwrap_or_default().to_owned();
            let was = first.clone();
            let field_of_form = form.text(field.name(), &first, move |text| {
                let is_kept = !was.is_empty() && text == was;
                let rule = || rules::can_be_contact_email(text.trim()).err().map(|why| wrong(&why));
                // An address that was there stays; of a user who never had one, none is demanded by an edit.
                (field == ContactField::Email && !is_kept).then(rule).flatten()
            });
            (field, field_of_form)
        };
        let texts: Vec<_> = USER_TEXTS.into_iter().map(text).collect();
        let told_language = before.and_then(|user| user.language.clone()).unwrap_or_default();
        let had_one = !told_language.is_empty();
        let language = form.text("language", &told_language, move |text| {
            (had_one && text.trim().is_empty()).then(|| t("signin.required").to_owned())
        });
        let has = before.and_then(|user| user.notifications.clone());
        let is_told = before.is_none() || has.is_some();
        let has: BTreeSet<String> = has.unwrap_or_default().into_iter().collect();
        let strange = has.iter().filter(|one| !NOTIFICATIONS.contains(&one.as_str())).cloned();
        let words: Vec<String> = NOTIFICATIONS.iter().map(|one| (*one).to_owned()).chain(strange).collect();
        Entered {
            texts: StoredValue::new(texts),
            language,
            notifications: form.choices("notifications", has, |_| None),
            words: StoredValue::new(words),
            is_told,
        }
    }

    /// The texts, without blanks around what was entered.
    pub fn texts(self) -> ContactTexts {
        let of = |(field, text): &(ContactField, TextField)| (*field, text.value.get().trim().to_owned());
        self.texts.with_value(|texts| texts.iter().map(of).collect())
    }

    /// The language.
    pub fn language(self) -> String {
        self.language.value.get().trim().to_owned()
    }

    /// What they get e-mails about; `None` where that was not told and nobody has chosen any.
    pub fn notifications(self) -> Option<Vec<String>> {
        let chosen: Vec<String> = self.notifications.chosen.get().into_iter().collect();
        (self.is_told || !chosen.is_empty()).then_some(chosen)
    }

    fn text(self, field: ContactField) -> Option<TextField> {
        self.texts.with_value(|texts| texts.iter().find(|(one, _)| *one == field).map(|(_, text)| *text))
    }
}

/// The fields on screen.
#[component]
pub fn Fields(
    /// What is entered.
    entered: Entered,
) -> impl IntoView {
    let field = |field: ContactField| {
        let text = entered.text(field)?;
        let (label, kind) = match field {
            ContactField::FirstName => (t("contact.firstname"), "text"),
            ContactField::LastName => (t("contact.lastname"), "text"),
            ContactField::Email => (t("contact.email"), "email"),
            _ => (t("contact.phone"), "tel"),
        };
        let id = ["tn-user-", field.name()].concat();
        Some(view! { <Field label=label id=id field=text kind=kind/> })
    };
    let option = |one: &String| Choice { label: word("users.notify", one), word: one.clone(), fixed: false };
    let options = entered.words.with_value(|words| words.iter().map(option).collect::<Vec<_>>());
    let note = if entered.is_told { "" } else { t("users.notifications_untold") };
    view! {
        <div class="tn-cluster">{USER_TEXTS.map(field).collect_view()}</div>
        <Field label=t("users.language") id="tn-user-language" field=entered.language/>
        <ChoicesField label=t("users.notifications") id="tn-user-notifications" options=options choices=entered.notifications note=note/>
    }
}
