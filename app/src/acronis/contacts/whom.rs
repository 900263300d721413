//! Whom to call for what, in one look.

use leptos::prelude::*;
use tenantry_core::acronis::contacts::TenantContacts;
use tenantry_core::acronis::{Contact, ContactType};

use super::links;
use super::words::name_of;
use crate::i18n::{t, word};
use crate::ui::{Address, Name};

/// For each type who it is, nobody, or that it is not known.
#[component]
pub fn Whom(
    /// The contacts.
    contacts: TenantContacts,
) -> impl IntoView {
    let line = |what: ContactType| {
        let who = match contacts.whom(what) {
            None => view! { <span class="tn-faint">{t("contacts.not_known")}</span> }.into_any(),
            Some(people) if people.is_empty() => {
                view! { <span class="tn-faint">{t("contacts.nobody")}</span> }.into_any()
            }
            Some(people) => people.into_iter().map(person).collect_view().into_any(),
        };
        view! { <div class="tn-field"><dt>{word("contact_type", what.word())}</dt><dd>{who}</dd></div> }
    };
    view! {
        <section class="tn-card" aria-label=t("contacts.whom")>
            <h2>{t("contacts.whom")}</h2>
            <dl>{ContactType::ALL.map(line).collect_view()}</dl>
        </section>
    }
}

fn person(contact: &Contact) -> impl IntoView + use<> {
    let (name, email) = (name_of(contact), contact.email.clone().unwrap_or_default());
    let address = (email != name && !email.trim().is_empty()).then_some(email.clone());
    let href = links::mail(&email);
    let address = address.map(|text| match href.clone() {
        Some(href) => view! { <a href=href><Address text=text/></a> }.into_any(),
        None => view! { <Address text=text/> }.into_any(),
    });
    view! { <div class="tn-whom"><Name text=name/> " " {address}</div> }
}
