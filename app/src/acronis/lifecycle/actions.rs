//! What can be done with the chosen tenant: buttons, and the dialog that is open.

use leptos::prelude::*;
use tenantry_core::acronis::rules::can_update;
use tenantry_core::acronis::{PricingMode, Tenant};

use super::create::CreateTenant;
use super::delete::DeleteTenant;
use super::deleted::DeletedTenants;
use super::edit::EditTenant;
use super::enable::EnableTenant;
use super::life::Life;
use super::move_to::MoveTenant;
use super::pricing::StartProduction;
use super::restore::RestoreTenant;
use super::words::reason;
use crate::acronis::contacts::field_errors;
use crate::acronis::context::AcronisContext;
use crate::i18n::t;
use crate::resource::context::PageContext;

/// The text that says why nothing can be changed.
const WHY: &str = "tn-tenant-why";

/// Which dialog is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doing {
    Create,
    Edit,
    Enable,
    Move,
    Production,
    Delete,
    Deleted,
    Restore,
}

/// The buttons and the dialogs.
#[component]
pub fn Actions(
    /// The screen.
    screen: AcronisContext,
    /// The tenant as it was read.
    tenant: Tenant,
    /// Reads it again.
    reload: Callback<()>,
) -> impl IntoView {
    let page = PageContext::new(screen.session, field_errors);
    let doing = RwSignal::new(None::<Doing>);
    let leave = Callback::new(move |()| doing.set(None));
    let done = Callback::new(move |()| {
        doing.set(None);
        reload.run(());
    });
    let may = can_update(&tenant, screen.top());
    let why = may.as_ref().err().map(|why| reason(screen.state(), why));
    let version = may.ok();
    let buttons = offered(&tenant);
    let life = Life { screen, page, tenant: StoredValue::new(tenant), leave, done };
    let button = move |(what, words, needs_version): (Doing, &'static str, bool)| {
        // Looking at the deleted ones changes nothing.
        let is_frozen = move || what != Doing::Deleted && page.frozen().is_some();
        let barred = move || is_frozen() || (needs_version && version.is_none());
        let id = page.mount.id(&["tn-tenant-", words.rsplit('.').next().unwrap_or_default()].concat());
        let class = if what == Doing::Delete { "tn-button tn-button--danger" } else { "tn-button" };
        view! {
            <button id=id type="button" class=class disabled=barred aria-describedby=page.mount.id(WHY)
                on:click=move |_| doing.set(Some(what))>{t(words)}</button>
        }
    };
    let dialog = move || {
        let (what, version) = (doing.get()?, version);
        Some(match (what, version) {
            (Doing::Create, _) => view! { <CreateTenant life=life/> }.into_any(),
            (Doing::Deleted, _) => view! { <DeletedTenants life=life/> }.into_any(),
            (Doing::Restore, _) => view! { <RestoreTenant life=life/> }.into_any(),
            (Doing::Production, _) => view! { <StartProduction life=life/> }.into_any(),
            (Doing::Edit, Some(version)) => view! { <EditTenant life=life version=version/> }.into_any(),
            (Doing::Enable, Some(version)) => view! { <EnableTenant life=life version=version/> }.into_any(),
            (Doing::Move, Some(version)) => view! { <MoveTenant life=life version=version/> }.into_any(),
            (Doing::Delete, Some(version)) => view! { <DeleteTenant life=life version=version/> }.into_any(),
            (_, None) => return None,
        })
    };
    let why = move || page.frozen().map(str::to_owned).or_else(|| why.clone());
    view! {
        <div class="tn-actions" role="group" aria-label=t("life.actions")>
            {buttons.into_iter().map(button).collect_view()}
            <span id=page.mount.id(WHY) class="tn-faint" prop:textContent=why></span>
        </div>
        {dialog}
    }
}

/// What is offered for a tenant as it is, and whether that names its version.
fn offered(tenant: &Tenant) -> Vec<(Doing, &'static str, bool)> {
    if tenant.is_deleted() {
        return vec![(Doing::Restore, "life.restore", false)];
    }
    let enable = match tenant.enabled {
        Some(true) => Some((Doing::Enable, "life.disable", true)),
        Some(false) => Some((Doing::Enable, "life.enable", true)),
        None => None,
    };
    let is_paying = tenant.pricing_mode == Some(PricingMode::Production);
    let production = (!is_paying).then_some((Doing::Production, "life.production", false));
    [
        Some((Doing::Edit, "life.edit", true)),
        Some((Doing::Create, "life.create", false)),
        Some((Doing::Move, "life.move", true)),
        production,
        enable,
        Some((Doing::Delete, "life.delete", true)),
        Some((Doing::Deleted, "life.deleted", false)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
