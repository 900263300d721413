//! Reading what the list shows and the tree does not have: once for the subtree, with its progress, to be stopped.

use futures_util::future::{AbortHandle, Abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::Uuid;
use tenantry_core::acronis::TenantId;
use tenantry_core::acronis::tenancy::{Loaded, Progress, TenantList, TreeSync};

use crate::acronis::context::AcronisContext;
use crate::acronis::state::Acronis;
use crate::acronis::tenants::DetailsState;
use crate::i18n::{t, tf};
use crate::ui::{Fault, FaultNotice, Live, format};

/// Progress is read out where it stands still this long, not with each page.
const PAUSE_MS: u32 = 2_500;

/// Reads what is missing, as soon as all tenants of the tree are here and no other list is being read. Once: what is
/// still missing then did not come. What somebody stopped stays stopped.
pub fn read_if_needed(page: AcronisContext, top: Uuid, list: Memo<TenantList>) {
    let store = page.tenants;
    let is_idle = move || store.details.with(|state| *state == DetailsState::Idle);
    let is_needed = Memo::new(move |_| store.is_complete() && list.with(|list| !list.is_read()) && is_idle());
    let is_begun = StoredValue::new(false);
    Effect::new(move |_| {
        if is_needed.get() && !is_begun.get_value() {
            is_begun.set_value(true);
            read(page.state(), top);
        }
    });
}

/// Reads the subtree whole.
fn read(acronis: Acronis, top: Uuid) {
    let store = acronis.tenants;
    let (handle, registration) = AbortHandle::new_pair();
    store.reads_details.set_value(Some(handle));
    store.details.set(DetailsState::Reading);
    spawn_local(async move {
        let (connection, tree) = (acronis.session.connection(), store.tree());
        let mut sync = TreeSync::details(TenantId(top));
        let tell = |progress| {
            if matches!(progress, Progress::PageRead(_)) {
                store.redraw();
            }
        };
        let outcome = Abortable::new(sync.run(&connection, &tree, tell), registration).await;
        // Signed out meanwhile: the tree that the rows went into is gone.
        if !std::rc::Rc::ptr_eq(&tree, &store.tree()) {
            return;
        }
        store.change(|tree, view| {
            sync.finish(tree, Loaded::Some);
            view.refresh(tree);
        });
        store.details.set(match outcome {
            Ok(Ok(())) => DetailsState::Idle,
            Err(_aborted) => DetailsState::Stopped,
            Ok(Err(error)) => {
                acronis.session.note(&error);
                DetailsState::Failed(Fault::new(&error, &acronis.session.config()))
            }
        });
    });
}

/// How much has been read, where that is not everything.
#[component]
pub fn Details(
    /// The screen.
    page: AcronisContext,
    /// The tenant at the top of the list.
    top: Uuid,
    /// The list.
    list: Memo<TenantList>,
) -> impl IntoView {
    let store = page.tenants;
    let words = move || {
        let (read, all) = list.with(|list| (format::number(list.read), format::number(list.all)));
        tf("tenants.details", &[("n", &read), ("all", &all)])
    };
    let is_partial = Memo::new(move |_| list.with(|list| !list.is_read()));
    let retry = Callback::new(move |()| read(page.state(), top));
    let action = move || {
        match store.details.get() {
        DetailsState::Reading => {
            let stop = move |_| store.stop_details();
            view! { <button type="button" class="tn-button tn-button--small" on:click=stop>{t("tree.stop")}</button> }
                .into_any()
        }
        // The notice has its own button.
        DetailsState::Failed(_) => ().into_any(),
        // Until all tenants are here nobody knows which of them are to be read.
        DetailsState::Idle | DetailsState::Stopped if !store.is_complete() => ().into_any(),
        DetailsState::Idle | DetailsState::Stopped => view! {
            <button type="button" class="tn-button tn-button--small" on:click=move |_| retry.run(())>{t("tenants.read")}</button>
        }
        .into_any(),
    }
    };
    let fault = move || match store.details.get() {
        DetailsState::Failed(fault) => Some(view! { <FaultNotice fault=fault retry=retry/> }),
        _ => None,
    };
    view! {
        <Show when=move || is_partial.get()>
            <p class="tn-note tn-note--warn"><Live text=Signal::derive(words) pause_ms=PAUSE_MS/> " " {action}</p>
        </Show>
        {fault}
    }
}
