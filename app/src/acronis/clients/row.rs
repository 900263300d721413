//! A row of the table: a client, and what can be done with it.

use leptos::prelude::*;
use tenantry_core::acronis::api_clients::ApiClient;
use tenantry_core::config::SignIn;

use super::words::{moment, name_of, status};
use crate::i18n::{t, tf};
use crate::resource::context::PageContext;
use crate::ui::text::visible;
use crate::ui::{Badge, CopyText, Name};

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// Another client.
    Create,
    /// Another name, or on and off.
    Edit(Box<ApiClient>),
    /// Another secret.
    Reset(Box<ApiClient>),
    /// To delete it.
    Delete(Box<ApiClient>),
}

impl Asked {
    /// The button that asks for it: the keyboard comes back to it.
    pub fn button(&self) -> String {
        match self {
            Asked::Create => CREATE.to_owned(),
            Asked::Edit(client) => button_id("edit", client),
            Asked::Reset(client) => button_id("reset", client),
            Asked::Delete(client) => button_id("delete", client),
        }
    }
}

/// The button that asks for another client.
pub const CREATE: &str = "tn-create";

fn button_id(what: &str, client: &ApiClient) -> String {
    ["tn-client-", what, "-", &client.id.to_string()].concat()
}

/// The row.
#[component]
pub fn Row(
    /// The page.
    page: PageContext,
    /// The client.
    client: ApiClient,
    /// What is asked for.
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    // The one that is signed in: what is done to it cannot be taken back from here.
    let own = page.session.hint().and_then(|hint| hint.name_for(SignIn::ClientCredentials));
    let is_own = own.is_some_and(|own| own.eq_ignore_ascii_case(&client.id.to_string()));
    let why = move || page.frozen().or(is_own.then(|| t("clients.own")));
    let (words, tone) = status(&client);
    let name = name_of(&client);
    let created = moment(client.created_at.as_ref(), t("field.unsaid"));
    let created = tf("clients.created", &[("when", &created)]);
    let from = client.last_access_from_ip.clone().flatten();
    let button = |key: &'static str, class: &'static str, what: Asked| {
        let id = page.mount.id(&what.button());
        let label = tf("clients.button", &[("what", t(key)), ("name", &visible(&name))]);
        view! {
            <button id=id type="button" class=class disabled=move || why().is_some() title=why aria-label=label
                on:click=move |_| asked.set(Some(what.clone()))>{t(key)}</button>
        }
    };
    let boxed = || Box::new(client.clone());
    let plain = "tn-button tn-button--small";
    let danger = "tn-button tn-button--small tn-button--danger";
    let buttons = [
        button("clients.edit", plain, Asked::Edit(boxed())),
        button("clients.reset", plain, Asked::Reset(boxed())),
        button("io.delete", danger, Asked::Delete(boxed())),
    ];
    view! {
        <tr>
            <th scope="row" title=created><Name text=name.clone()/> {is_own.then(|| view! { " " <Badge text=t("clients.signed_in")/> })}</th>
            <td><CopyText text=client.id.to_string() what=t("clients.id")/></td>
            <td><Badge tone=tone text=words/></td>
            <td><span prop:textContent=moment(client.last_access_at.as_ref(), t("clients.never"))></span> {from.map(|from| view! { " " <small class="tn-faint"><Name text=from/></small> })}</td>
            <td><span class="tn-clients__actions">{buttons.into_iter().collect_view()}</span></td>
        </tr>
    }
}
