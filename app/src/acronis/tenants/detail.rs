//! The chosen tenant. Its name and kind come from the tree at once; the rest is read.

use leptos::prelude::*;
use tenantry_core::acronis::tenants;
use tenantry_core::acronis::{Tenant, TenantId};
use tenantry_core::{Error, Uuid};

use super::header::Header;
use super::overview::Overview;
use crate::acronis::contacts::ContactsTab;
use crate::acronis::context::AcronisContext;
use crate::acronis::lifecycle::Actions;
use crate::acronis::list::ListTab;
use crate::acronis::people_part::{PeoplePart, acronis_people};
use crate::acronis::route::Tab;
use crate::acronis::settings::SettingsTab;
use crate::i18n::{t, tf};
use crate::mount::TITLE;
use crate::ui::lazy::LazyView;
use crate::ui::task::LatestTask;
use crate::ui::{Fault, FaultNotice, Keyed, Remote};

/// A reading of the chosen tenant, with the id that it is about.
type Chosen = (Uuid, Remote<Tenant>);

/// The chosen tenant, or words where none is.
#[component]
pub fn Detail(
    /// The screen.
    page: AcronisContext,
    /// The chosen tenant.
    chosen: Memo<Option<Uuid>>,
) -> impl IntoView {
    let (shown, latest) = (RwSignal::new(None::<Chosen>), LatestTask::new());
    let read = move |id: Uuid| {
        latest.run(async move {
            let outcome = read_tenant(page, id).await;
            let after = |shown: &mut Option<Chosen>| {
                let before = shown
                    .take()
                    .filter(|(about, _)| *about == id)
                    .map_or(Remote::Loading, |(_, remote)| remote);
                *shown = Some((id, before.after(outcome)));
            };
            page.mount.keep_focus(|| shown.update(after));
        });
    };
    Effect::new(move |_| match chosen.get() {
        Some(id) => {
            let same = shown.with_untracked(|shown| shown.as_ref().is_some_and(|(about, _)| *about == id));
            if !same {
                page.mount.keep_focus(|| shown.set(Some((id, Remote::Loading))));
            }
            read(id);
        }
        None => shown.set(None),
    });
    let retry = Callback::new(move |()| chosen.get_untracked().into_iter().for_each(read));
    let (of_tenant, of_place) = (Keyed::new(), Keyed::new());
    page.session.when_back(move || {
        let failed = |shown: &Option<Chosen>| matches!(shown, Some((_, Remote::Failed { .. })));
        if shown.with_untracked(failed) {
            retry.run(());
        }
    });
    let head = move || match shown.get() {
        None => view! { <NoTenant page=page/> }.into_any(),
        Some((id, remote)) => of_tenant.draw(id, view! { <Head page=page id=id remote=remote/> }).into_any(),
    };
    // Apart from the reading of the tenant, so that a tab stays as it is when that ends.
    let place = Memo::new(move |_| chosen.get().map(|id| (id, page.path().tab)));
    let body = move || {
        of_place.draw(
            place.get(),
            match place.get() {
                None => view! { <p class="tn-empty">{t("tenant.choose")}</p> }.into_any(),
                Some((id, Tab::List)) => view! { <ListTab page=page top=id/> }.into_any(),
                Some((id, Tab::Contacts)) => view! { <ContactsTab screen=page id=id/> }.into_any(),
                Some((id, Tab::Quotas)) => part(move |part| (part.quotas)(page, id)),
                Some((id, Tab::Clients)) => part(move |part| (part.clients)(page, id)),
                Some((id, Tab::Users)) => part(move |part| (part.users)(page, id)),
                Some((id, Tab::Access)) => part(move |part| (part.access)(page, id)),
                Some((id, Tab::Settings)) => view! { <SettingsTab page=page id=id/> }.into_any(),
                Some((_, Tab::Overview)) => view! { <Read page=page shown=shown retry=retry/> }.into_any(),
            },
        )
    };
    view! { <section class="tn-detail" aria-label=t("tenant.pane")>{head} {body}</section> }
}

/// A tab that is in a file of its own.
fn part(draw: impl Fn(PeoplePart) -> AnyView + Send + 'static) -> AnyView {
    view! { <LazyView load=acronis_people draw=draw/> }.into_any()
}

async fn read_tenant(page: AcronisContext, id: Uuid) -> Result<Tenant, Fault> {
    let call = tenants::Read { id: TenantId(id), embed_path: false, allow_deleted: true };
    let outcome = page.session.connection().call(&call).await;
    outcome.map_err(|error: Error| page.session.fault_of_tenant(&error, id))
}

#[component]
fn Head(page: AcronisContext, id: Uuid, remote: Remote<Tenant>) -> impl IntoView {
    let tenant = remote.value().cloned();
    let known = tenant.is_some() || page.tenants.peek(|tree, _| tree.find(id).is_some());
    if !known {
        return view! { <NoTenant page=page/> }.into_any();
    }
    view! { <Header page=page id=id tenant=tenant/> }.into_any()
}

/// The heading where no tenant is shown, or none is known yet.
#[component]
fn NoTenant(page: AcronisContext) -> impl IntoView {
    page.mount.set_title(&tf("page.title", &[("name", t("rail.tenants"))]));
    view! { <h1 id=page.mount.id(TITLE) class="tn-sr" tabindex="-1">{t("rail.tenants")}</h1> }
}

/// The Overview tab, as far as the tenant has been read.
#[component]
fn Read(page: AcronisContext, shown: RwSignal<Option<Chosen>>, retry: Callback<()>) -> impl IntoView {
    let body = move || {
        let (_, remote) = shown.get()?;
        let tenant = remote.value().cloned();
        let loading = matches!(remote, Remote::Loading);
        let fault = match remote {
            Remote::Failed { fault, .. } => Some(fault),
            _ => None,
        };
        Some(view! {
            {fault.map(|fault| view! { <FaultNotice fault=fault retry=retry/> })}
            {loading.then(|| view! { <Loading/> })}
            {tenant.map(|tenant| view! {
                <Actions screen=page tenant=tenant.clone() reload=retry/>
                <Overview page=page tenant=tenant/>
            })}
        })
    };
    view! { <div class="tn-detail__body">{body}</div> }
}

#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="tn-cards" role="status" aria-label=t("tenant.loading")>
            {(0..3)
                .map(|_| view! {
                    <div class="tn-card">
                        <span class="tn-skeleton tn-skeleton--short"></span>
                        <span class="tn-skeleton"></span>
                        <span class="tn-skeleton"></span>
                        <span class="tn-skeleton"></span>
                    </div>
                })
                .collect_view()}
        </div>
    }
}
