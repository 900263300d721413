//! The screens behind the sign-in. They ship as parts of their own, one for each vendor, and the part that is
//! needed is fetched while the form is on screen: the first view waits for nothing that it does not show.

use std::time::Duration;

use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use tenantry_core::config::Vendor;

use crate::acronis::search::SearchBox;
use crate::acronis::tenants::{self, TenantsPage};
use crate::i18n::english::{self, ACRONIS, RESOURCE};
use crate::i18n::{self, t};
use crate::ionos::IonosPage;
use crate::ionos::tasks::TaskCentre;
use crate::routing::Router;
use crate::session::Session;
use crate::ui::focus::focus;
use crate::ui::{Icon, IconName};

/// The ways into the part for Acronis. What is called only through these is in it; naming it anywhere else
/// outside of it moves it to the first part.
#[derive(Clone, Copy)]
pub struct Tenants {
    /// The tenants of a connection.
    pub page: fn(Session, Router) -> AnyView,
    /// The search box of the top bar.
    pub search: fn(Session, Router) -> AnyView,
    /// Reads what has changed.
    pub refresh: fn(Session),
}

/// The ways into the part for IONOS.
#[derive(Clone, Copy)]
pub struct Ionos {
    /// The lists of a connection.
    pub page: fn(Session, Router) -> AnyView,
    /// The task centre of the top bar.
    pub tasks: fn(Session) -> AnyView,
}

const TENANTS: Tenants = Tenants {
    page: |session, router| view! { <TenantsPage session=session router=router/> }.into_any(),
    search: |session, router| view! { <SearchBox session=session router=router/> }.into_any(),
    refresh: tenants::refresh,
};

const IONOS: Ionos = Ionos {
    page: |session, router| view! { <IonosPage session=session router=router/> }.into_any(),
    tasks: |session| view! { <TaskCentre session=session/> }.into_any(),
};

#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(tenants, wasm_split_path = leptos::wasm_split, fallible)]
fn load_tenants() -> Result<Tenants, SplitLoaderError> {
    i18n::register(&[&RESOURCE, &ACRONIS]);
    Ok(TENANTS)
}

#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(ionos, wasm_split_path = leptos::wasm_split, fallible)]
fn load_ionos() -> Result<Ionos, SplitLoaderError> {
    i18n::register(&[&RESOURCE, &english::IONOS]);
    Ok(IONOS)
}

/// In one wasm, as trunk builds it, they are here from the beginning.
#[cfg(not(feature = "split"))]
async fn load_tenants() -> Result<Tenants, SplitLoaderError> {
    i18n::register(&[&RESOURCE, &ACRONIS]);
    Ok(TENANTS)
}

#[cfg(not(feature = "split"))]
async fn load_ionos() -> Result<Ionos, SplitLoaderError> {
    i18n::register(&[&RESOURCE, &english::IONOS]);
    Ok(IONOS)
}

/// Whether a part is here. Copied freely; all copies are the same.
pub struct Part<S: Copy + Send + Sync + 'static> {
    state: RwSignal<State<S>>,
    load: fn() -> LocalBoxFuture<'static, Result<S, SplitLoaderError>>,
}

impl<S: Copy + Send + Sync + 'static> Clone for Part<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: Copy + Send + Sync + 'static> Copy for Part<S> {}

#[derive(Clone, Copy)]
enum State<S> {
    Coming,
    Here(S),
    Missing,
}

impl<S: Copy + Send + Sync + 'static> Part<S> {
    fn new(load: fn() -> LocalBoxFuture<'static, Result<S, SplitLoaderError>>) -> Part<S> {
        Part { state: RwSignal::new(State::Coming), load }
    }

    /// The part, once it is here.
    pub fn get(self) -> Option<S> {
        match self.state.get() {
            State::Here(screens) => Some(screens),
            State::Coming | State::Missing => None,
        }
    }

    /// The part, if it is here; for what happens once.
    pub fn get_now(self) -> Option<S> {
        untrack(|| self.get())
    }

    /// Loads it, or waits for the load that is under way. What failed before is tried again.
    fn begin(self) {
        if self.get_now().is_some() {
            return;
        }
        self.state.set(State::Coming);
        spawn_local(async move {
            let loaded = (self.load)().await;
            i18n::complete().await;
            // Two may have waited for one load; the second must not draw everything anew.
            if self.get_now().is_none() {
                self.state.set(loaded.map_or(State::Missing, State::Here));
            }
        });
    }
}

/// The parts. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Loading {
    /// The screens of Acronis.
    pub tenants: Part<Tenants>,
    /// The screens of IONOS.
    pub ionos: Part<Ionos>,
}

impl Loading {
    /// Loads the part of the connection that is shown, when the browser has nothing better to do.
    pub fn when_idle(session: Signal<Option<Session>>) -> Loading {
        let (tenants, ionos) = (Part::new(|| Box::pin(load_tenants())), Part::new(|| Box::pin(load_ionos())));
        let loading = Loading { tenants, ionos };
        Effect::new(move |_| {
            let Some(vendor) = session.get().map(Session::vendor) else { return };
            let begin = move || loading.begin(vendor);
            // Safari knows no idle time.
            if request_idle_callback_with_handle(begin).is_err() {
                set_timeout(begin, Duration::from_millis(500));
            }
        });
        loading
    }

    fn begin(self, vendor: Vendor) {
        match vendor {
            Vendor::Acronis => self.tenants.begin(),
            Vendor::Ionos => self.ionos.begin(),
            Vendor::Cpm => {}
        }
    }
}

/// The screens of a connection, or why they are not here yet.
#[component]
pub fn Signed(
    /// The screens.
    loading: Loading,
    /// The connection.
    session: Session,
    /// The browser's address.
    router: Router,
) -> impl IntoView {
    let vendor = session.vendor();
    loading.begin(vendor);
    move || match vendor {
        Vendor::Ionos => show(loading, vendor, loading.ionos, |screens| (screens.page)(session, router)),
        _ => show(loading, vendor, loading.tenants, |screens| (screens.page)(session, router)),
    }
}

fn show<S: Copy + Send + Sync>(
    loading: Loading,
    vendor: Vendor,
    part: Part<S>,
    page: impl FnOnce(S) -> AnyView,
) -> AnyView {
    match part.state.get() {
        State::Coming => view! { <p class="tn-start" role="status">{t("screens.coming")}</p> }.into_any(),
        State::Here(screens) => page(screens),
        State::Missing => {
            view! { <Missing retry=Callback::new(move |()| loading.begin(vendor))/> }.into_any()
        }
    }
}

/// They could not be loaded. Nothing is lost: whoever has signed in stays so until the page is reloaded.
#[component]
fn Missing(retry: Callback<()>) -> impl IntoView {
    let retry = move |_| {
        // The button goes with its words; the keyboard stays near.
        focus("tn-main");
        retry.run(());
    };
    view! {
        <div class="tn-fault-page">
            <Icon name=IconName::Warning/>
            <div class="tn-fault-page__words" role="alert">
                <h1>{t("screens.missing")}</h1>
                <p>{t("screens.missing.why")}</p>
                <p>{t("screens.missing.next")}</p>
            </div>
            <button type="button" class="tn-button tn-button--primary" on:click=retry>{t("fault.retry")}</button>
            <button type="button" class="tn-button" on:click=move |_| super::reload()>{t("config.reload")}</button>
        </div>
    }
}
