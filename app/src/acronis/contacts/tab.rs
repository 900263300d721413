//! The Contacts tab.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::contacts::{self, ContactSource, TenantContacts};
use tenantry_core::acronis::{Contact, ContactId, ContactType, TenantId};

use super::card::{Card, Doing};
use super::delete::DeleteContact;
use super::form::ContactForm;
use super::whom::Whom;
use super::words::field_errors;
use crate::acronis::context::AcronisContext;
use crate::acronis::people::view::PeopleView;
use crate::i18n::{t, tf, tn};
use crate::resource::context::PageContext;
use crate::resource::notes::BadRows;
use crate::ui::format;
use crate::ui::loaded::Status;

/// The text that says why nothing can be changed.
const WHY: &str = "tn-contacts-why";

/// The contacts of a tenant.
#[component]
pub fn ContactsTab(
    /// The screen.
    screen: AcronisContext,
    /// The tenant.
    id: Uuid,
) -> impl IntoView {
    let page = PageContext::new(screen.session, field_errors);
    let tenant = TenantId(id);
    let loaded = page.load(move || async move {
        let read = contacts::read(&page.session.connection(), tenant).await?;
        // What lists say of the tenant is that too.
        if read.source == ContactSource::Contacts && read.is_whole() {
            screen.tenants.change(|tree, _| tree.note_contacts(id, &read.contacts));
        }
        Ok(read)
    });
    let creating = RwSignal::new(false);
    let doing = Doing { editing: RwSignal::new(None), deleting: RwSignal::new(None), why: WHY };
    let source = Memo::new(move |_| loaded.get().map(|read| read.source));
    let may_write = move || source.get() == Some(ContactSource::Contacts);
    let known = move || {
        let contacts = untrack(|| loaded.get()).unwrap_or_default().contacts;
        contacts.iter().filter_map(|contact| contact.id).collect::<Vec<ContactId>>()
    };
    let body = move || {
        let read = loaded.get()?;
        let cards = sorted(read.contacts.clone());
        let doing = (read.source == ContactSource::Contacts).then_some(doing);
        let card = move |contact| view! { <Card screen=screen page=page contact=contact doing=doing/> };
        let is_none = read.contacts.is_empty() && read.is_whole();
        Some(view! {
            <BadRows count=read.unread words="contacts.unread"/>
            {is_none.then(|| view! { <p class="tn-faint">{t("contacts.none")}</p> })}
            <div class="tn-cards">
                <Whom contacts=read/>
                {cards.into_iter().map(card).collect_view()}
            </div>
        })
    };
    let refused = move || {
        Some(t(match source.get()? {
            ContactSource::Contacts => return None,
            ContactSource::Tenant => "contacts.refused",
            ContactSource::LegalContact => "contacts.refused_legal",
        }))
    };
    let below = PeopleView { under: Some(id), ..PeopleView::default() };
    let below = page.mount.router().href(&below.place(&screen.session.id()));
    view! {
        <div class="tn-detail__body">
            <div class="tn-contacts__bar">
                <strong prop:textContent=move || loaded.get().as_ref().map(counted)></strong>
                <span id=page.mount.id(WHY) class="tn-faint" prop:textContent=move || page.frozen().filter(|_| may_write())></span>
                <a class="tn-button tn-button--quiet" href=below>{t("contacts.below")}</a>
                <button id=page.mount.id("tn-create") type="button" class="tn-button tn-button--primary" hidden=move || !may_write() disabled=move || page.frozen().is_some()
                    aria-describedby=page.mount.id(WHY) on:click=move |_| creating.set(true)>{t("contacts.create")}</button>
            </div>
            <p class="tn-note tn-note--warn" role="status" hidden=move || refused().is_none() prop:textContent=refused></p>
            <Status loaded=loaded.status()/>
            {body}
        </div>
        {move || creating.get().then(|| {
            let leave = Callback::new(move |()| creating.set(false));
            view! { <ContactForm page=page tenant=tenant known=known() leave=leave/> }
        })}
        {move || doing.editing.get().map(|chosen| {
            let leave = Callback::new(move |()| doing.editing.set(None));
            view! { <ContactForm page=page tenant=tenant before=chosen leave=leave/> }
        })}
        {move || doing.deleting.get().map(|chosen| {
            let leave = Callback::new(move |()| doing.deleting.set(None));
            view! { <DeleteContact page=page chosen=chosen leave=leave/> }
        })}
    }
}

/// How many there are, as far as that is known.
fn counted(read: &TenantContacts) -> String {
    let count = read.contacts.len();
    let words = tn("contacts.count", count, &format::number(count));
    if read.is_whole() { words } else { tf("list.count_partial", &[("count", &words)]) }
}

/// Who is for the first type comes first; the others as the API has them.
fn sorted(mut contacts: Vec<Contact>) -> Vec<Contact> {
    contacts.sort_by_key(|contact| {
        ContactType::ALL.iter().position(|what| contact.is_for(*what) == Some(true)).unwrap_or(usize::MAX)
    });
    contacts
}
