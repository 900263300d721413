//! The deleted tenants right below the chosen one. Each can be opened, and restored from there.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::acronis::tenants::{List, Lod, NextPage, Scope};
use tenantry_core::acronis::{Tenant, TenantId};
use tenantry_core::connection::Connection;

use super::life::Life;
use crate::acronis::route::TenantsPath;
use crate::acronis::tenants::kind_word;
use crate::i18n::{t, tn};
use crate::resource::notes::date;
use crate::ui::loaded::Status;
use crate::ui::{Modal, Name, Phrase, format};

/// So many pages are read: whoever has deleted more looks in the vendor's own console.
const PAGES: usize = 20;

/// What was read.
#[derive(Clone, Default)]
struct Read {
    gone: Vec<Tenant>,
    bad: usize,
    /// There are more pages than were read.
    is_cut: bool,
}

/// The dialog.
#[component]
pub(super) fn DeletedTenants(
    /// What the dialogs share.
    life: Life,
) -> impl IntoView {
    let (page, screen, tenant) = (life.page, life.screen, life.tenant.get_value());
    let id = tenant.id;
    let title = Phrase::new("life.deleted_title", &[("name", tenant.name.as_deref().unwrap_or_default())]);
    let read = page.load_once(move || async move { deleted(&page.session.connection(), id).await });
    let row = move |one: &Tenant| {
        let href = screen.href(&TenantsPath::of(Some(one.id.0)));
        let name = one.name.clone().filter(|name| !name.trim().is_empty());
        let name = name.unwrap_or_else(|| one.id.0.to_string());
        let at = date(one.deleted_at.as_ref().and_then(Option::as_ref));
        view! {
            <tr>
                <th scope="row"><a href=href on:click=move |_| life.leave.run(())><Name text=name/></a></th>
                <td>{kind_word(one.kind.as_ref())}</td>
                <td>{at}</td>
            </tr>
        }
    };
    let body = move || {
        let Read { gone, bad, is_cut } = read.get()?;
        let is_whole = bad == 0 && !is_cut;
        let rows = gone.iter().map(row).collect_view();
        let heads = ["life.name", "field.kind", "field.deleted_at"]
            .map(|key| view! { <th scope="col">{t(key)}</th> });
        Some(view! {
            {(bad > 0).then(|| view! { <p class="tn-note tn-note--warn">{tn("life.deleted_bad", bad, &format::number(bad))}</p> })}
            {is_cut.then(|| view! { <p class="tn-note tn-note--warn">{t("life.deleted_cut")}</p> })}
            {(gone.is_empty() && is_whole).then(|| view! { <p class="tn-faint">{t("life.deleted_none")}</p> })}
            <div class="tn-set__scroll" hidden=gone.is_empty() tabindex="0" role="region" aria-label=t("life.deleted_table")>
                <table class="tn-table"><thead><tr>{heads.collect_view()}</tr></thead><tbody>{rows}</tbody></table>
            </div>
        })
    };
    view! {
        <Modal title=title leave=life.leave first="tn-deleted-close">
            <p class="tn-faint">{t("life.deleted_note")}</p>
            <Status loaded=read.status()/>
            {body}
            <div class="tn-edit__buttons">
                <button id=page.mount.id("tn-deleted-close") type="button" class="tn-button" on:click=move |_| life.leave.run(())>{t("edit.close")}</button>
            </div>
        </Modal>
    }
}

/// The API lists deleted tenants among the others.
async fn deleted(connection: &Connection, parent: TenantId) -> Result<Read, Error> {
    let list = List { allow_deleted: true, ..List::of(Scope::Parent(parent), Lod::Full) };
    let (mut found, mut page) = (Read::default(), connection.call(&list).await?);
    for at in 1.. {
        found.bad += page.items.bad.len();
        found.gone.extend(page.items.items.into_iter().filter(Tenant::is_deleted));
        let Some(after) = page.paging.and_then(|paging| paging.cursors.after) else { break };
        if at == PAGES {
            found.is_cut = true;
            break;
        }
        page = connection.call(&NextPage { after }).await?;
    }
    Ok(found)
}
