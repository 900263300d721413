//! The tab.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::api_clients::{ApiClient, ApiClients, of_tenant};
use tenantry_core::acronis::{ClientId, TenantId};

use super::edit::{DeleteClient, EditClient};
use super::issue::{CreateClient, ResetSecret};
use super::row::{Asked, CREATE, Row};
use super::words::name_of;
use crate::acronis::context::AcronisContext;
use crate::i18n::{t, tf, tn};
use crate::resource::context::PageContext;
use crate::resource::notes::BadRows;
use crate::ui::export::{Extent, Table};
use crate::ui::loaded::Status;
use crate::ui::{ExportButtons, Loaded, format};

const HEADS: [&str; 4] = ["clients.name", "clients.id", "clients.status", "clients.last_used"];

/// The API clients of a tenant.
#[component]
pub fn ClientsTab(
    /// The screen.
    screen: AcronisContext,
    /// The tenant.
    id: Uuid,
) -> impl IntoView {
    let (page, tenant) = (PageContext::new(screen.session, |_, _| Vec::new()), TenantId(id));
    let loaded: Loaded<ApiClients> =
        page.load(move || async move { of_tenant(&page.session.connection(), tenant).await });
    let asked = RwSignal::new(None::<Asked>);
    let table = move |()| untrack(|| export(&screen.name_of(id), &loaded.get().unwrap_or_default()));
    let count = move || {
        let all = loaded.get()?;
        let words = tn("clients.count", all.clients.len(), &format::number(all.clients.len()));
        Some(if all.unread == 0 { words } else { tf("list.count_partial", &[("count", &words)]) })
    };
    let body = move || {
        let all = loaded.get()?;
        let (is_empty, unread) = (all.clients.is_empty(), all.unread);
        let rows = all.clients.into_iter().map(|client| view! { <Row page=page client=client asked=asked/> });
        let rows = rows.collect_view();
        Some(view! {
            <BadRows count=unread words="clients.unread"/>
            {(is_empty && unread == 0).then(|| view! { <p class="tn-faint">{t("clients.none")}</p> })}
            <div class="tn-set__scroll" hidden=is_empty tabindex="0" role="region" aria-label=t("clients.table")>
                <table class="tn-table tn-clients">
                    <thead><tr>
                        {HEADS.map(|key| view! { <th scope="col">{t(key)}</th> }).collect_view()}
                        <th scope="col"><span class="tn-sr">{t("clients.actions")}</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        })
    };
    let known = move || {
        let all = untrack(|| loaded.get()).unwrap_or_default().clients;
        all.iter().map(|client| client.id).collect::<Vec<ClientId>>()
    };
    let dialog = move || {
        let asked_for = asked.get()?;
        // A secret stands in a second dialog, which knows nothing of the button that opened the first.
        let is_in_two = matches!(asked_for, Asked::Create | Asked::Reset(_));
        let button = StoredValue::new(is_in_two.then(|| asked_for.button()));
        let leave = Callback::new(move |()| {
            asked.set(None);
            button.get_value().into_iter().for_each(|button| page.mount.focus_if_idle(button));
        });
        Some(match asked_for {
            Asked::Create => {
                view! { <CreateClient page=page tenant=tenant known=known() leave=leave/> }.into_any()
            }
            Asked::Edit(client) => view! { <EditClient page=page before=*client leave=leave/> }.into_any(),
            Asked::Reset(client) => view! { <ResetSecret page=page client=*client leave=leave/> }.into_any(),
            Asked::Delete(client) => {
                view! { <DeleteClient page=page client=*client leave=leave/> }.into_any()
            }
        })
    };
    view! {
        <div class="tn-detail__body">
            <div class="tn-contacts__bar">
                <strong role="status" prop:textContent=count></strong>
                <ExportButtons table=table/>
                <button id=page.mount.id(CREATE) type="button" class="tn-button tn-button--primary" disabled=move || page.frozen().is_some()
                    title=move || page.frozen() on:click=move |_| asked.set(Some(Asked::Create))>{t("clients.create")}</button>
            </div>
            <Status loaded=loaded.status()/>
            {body}
        </div>
        {dialog}
    }
}

fn export(name: &str, all: &ApiClients) -> Table {
    let date = |told: &Option<Option<tenantry_core::date::Date>>| {
        told.as_ref().map(|date| date.as_ref().map(|date| date.text.clone()).unwrap_or_default())
    };
    let row = |client: &ApiClient| {
        vec![
            Some(name_of(client)),
            Some(client.id.to_string()),
            client.kind.clone(),
            client.status.as_ref().map(|status| status.as_str().to_owned()),
            date(&client.created_at),
            date(&client.last_access_at),
            client.last_access_from_ip.clone().map(Option::unwrap_or_default),
        ]
    };
    let columns =
        ["client_name", "client_id", "type", "status", "created_at", "last_access_at", "last_access_from_ip"];
    let count = tn("clients.count", all.clients.len(), &all.clients.len().to_string());
    Table {
        subject: vec!["api-clients".to_owned(), name.to_owned()],
        about: tf("clients.about", &[("count", &count), ("name", name)]),
        extent: Extent::of(all.unread == 0, true),
        untold: t("list.untold"),
        columns: columns.map(str::to_owned).to_vec(),
        rows: all.clients.iter().map(row).collect(),
    }
}
