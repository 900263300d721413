//! One contact as a card.

use leptos::prelude::*;
use tenantry_core::acronis::{Contact, UserId, users};
use tenantry_core::{Error, Uuid};

use super::chosen::Chosen;
use super::fields::{reach, rest};
use super::words::name_of;
use crate::acronis::context::AcronisContext;
use crate::acronis::field_view::Fields;
use crate::i18n::{t, tf, word};
use crate::resource::context::PageContext;
use crate::ui::loaded::Status;
use crate::ui::text::visible;
use crate::ui::{Badge, CopyText, Name, Tone};

/// What is done with a contact. Copied freely.
#[derive(Clone, Copy)]
pub struct Doing {
    /// The contact that is being changed.
    pub editing: RwSignal<Option<Chosen>>,
    /// The contact that is about to be deleted.
    pub deleting: RwSignal<Option<Chosen>>,
    /// The id of the text that says why nothing can be changed.
    pub why: &'static str,
}

/// The card.
#[component]
pub fn Card(
    /// The screen.
    screen: AcronisContext,
    /// The page's writes.
    page: PageContext,
    /// The contact.
    contact: Contact,
    /// What can be done with it; nothing where the account may not.
    doing: Option<Doing>,
) -> impl IntoView {
    let name = name_of(&contact);
    let label = visible(&name).into_owned();
    let buttons = doing.map(|doing| view! { <Buttons page=page contact=contact.clone() doing=doing/> });
    view! {
        <section class="tn-card" aria-label=label>
            <div class="tn-card__head">
                <h2><Name text=name/></h2>
                <Types contact=contact.clone()/>
            </div>
            <Fields page=screen fields=reach(&contact)/>
            <dl class="tn-card__user"><div class="tn-field"><dt>{t("contacts.user")}</dt><dd><User page=page user=contact.user_id/></dd></div></dl>
            <details>
                <summary>{t("contacts.more")}</summary>
                <Fields page=screen fields=rest(&contact)/>
            </details>
            {buttons}
        </section>
    }
}

/// What a contact is for.
#[component]
fn Types(contact: Contact) -> impl IntoView {
    match contact.types {
        None => view! { <Badge tone=Tone::Warn text=t("contacts.types_untold")/> }.into_any(),
        Some(types) if types.is_empty() => {
            view! { <Badge tone=Tone::Warn text=t("contacts.no_type")/> }.into_any()
        }
        Some(types) => types
            .iter()
            .map(|one| view! { <Badge text=word("contact_type", one)/> })
            .collect_view()
            .into_any(),
    }
}

/// The user that a contact belongs to.
#[component]
fn User(page: PageContext, user: Option<Option<Uuid>>) -> impl IntoView {
    match user {
        None => view! { <span class="tn-faint">{t("field.unsaid")}</span> }.into_any(),
        Some(None) => view! { <span class="tn-faint">{t("contacts.no_user")}</span> }.into_any(),
        Some(Some(id)) => view! { <KnownUser page=page id=id/> }.into_any(),
    }
}

#[component]
fn KnownUser(page: PageContext, id: Uuid) -> impl IntoView {
    let loaded = page.load_once(move || async move {
        let user =
            page.session.connection().call(&users::Read { id: UserId(id), allow_deleted: false }).await?;
        Ok::<_, Error>(user.login)
    });
    let login = move || {
        let login = loaded.get()?;
        Some(match login {
            Some(login) => view! { <Name text=login/> }.into_any(),
            None => view! { <span class="tn-faint">{t("field.unsaid")}</span> }.into_any(),
        })
    };
    let is_there = move || loaded.get().is_some();
    view! {
        <span class="tn-card__login">{login}</span>
        <Show when=move || !is_there()><Status loaded=loaded.status()/></Show>
        " " <CopyText text=id.to_string() what=t("contacts.user_id")/>
    }
}

#[component]
fn Buttons(page: PageContext, contact: Contact, doing: Doing) -> impl IntoView {
    let Some(chosen) = Chosen::of(&contact) else {
        return view! { <p class="tn-faint">{t("contacts.no_id")}</p> }.into_any();
    };
    let (name, key) = (name_of(&contact), chosen.id.to_string());
    let (chosen, is_barred) = (StoredValue::new(chosen), move || page.frozen().is_some());
    let button = |kind: &str, label: &str, words: &'static str, of: RwSignal<Option<Chosen>>| {
        view! {
            <button id=page.mount.id(&["tn-contact-", kind, "-", &key].concat()) type="button" class="tn-button tn-button--small"
                disabled=is_barred aria-describedby=page.mount.id(doing.why) aria-label=tf(label, &[("name", &name)])
                on:click=move |_| of.set(Some(chosen.get_value()))>{words}</button>
        }
    };
    view! {
        <div class="tn-card__buttons">
            {button("edit", "contacts.edit_title", t("contacts.edit"), doing.editing)}
            {button("delete", "io.delete_title", t("io.delete"), doing.deleting)}
        </div>
    }
    .into_any()
}
