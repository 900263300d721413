//! Deleting a contact.

use leptos::prelude::*;
use tenantry_core::acronis::ContactType;
use tenantry_core::acronis::changes::contacts as changes;

use super::chosen::Chosen;
use super::words::name_of;
use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::resource::delete::Delete;

/// The dialog.
#[component]
pub fn DeleteContact(
    /// The page.
    page: PageContext,
    /// The contact.
    chosen: Chosen,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let Chosen { id, contact } = chosen;
    let name = name_of(&contact);
    // The reference does not say so, which stops nobody.
    let is_legal = contact.is_for(ContactType::Legal) == Some(true);
    let of_user = matches!(contact.user_id, Some(Some(_)));
    let change = move || changes::delete(id, &contact);
    let done = Callback::new(move |()| {
        leave.run(());
        page.reload();
    });
    view! {
        <Delete page=page name=name change=change done=done leave=leave>
            <p>{t("contacts.delete")}</p>
            {of_user.then(|| view! { <p>{t("contacts.delete_user")}</p> })}
            {is_legal.then(|| view! { <p class="tn-note tn-note--warn">{t("contacts.delete_legal")}</p> })}
        </Delete>
    }
}
