//! The screens behind the sign-in. They ship as a second wasm, which is fetched while the form is on screen:
//! the first view waits for nothing that it does not show.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
use tenantry_core::config::Vendor;

use crate::account::Account;
use crate::i18n::t;
use crate::ionos::IonosPage;
use crate::routing::Router;
use crate::search::SearchBox;
use crate::tasks::TaskCentre;
use crate::tenants::{self, TenantsPage};
use crate::ui::focus::focus;
use crate::ui::{Icon, Sign};

/// The ways into the second wasm. What is called only through these is in it; naming it anywhere else outside
/// of it moves it to the first.
#[derive(Clone, Copy)]
pub struct Screens {
    /// The tenants of a connection.
    pub tenants: fn(Account, Router) -> AnyView,
    /// The lists of an IONOS connection.
    pub ionos: fn(Account, Router) -> AnyView,
    /// The task centre of the top bar.
    pub tasks: fn(Account) -> AnyView,
    /// The search box of the top bar.
    pub search: fn(Account, Router) -> AnyView,
    /// Reads what has changed.
    pub refresh: fn(Account),
}

const SCREENS: Screens = Screens {
    tenants: |account, router| view! { <TenantsPage account=account router=router/> }.into_any(),
    ionos: |account, router| view! { <IonosPage account=account router=router/> }.into_any(),
    tasks: |account| view! { <TaskCentre account=account/> }.into_any(),
    search: |account, router| view! { <SearchBox account=account router=router/> }.into_any(),
    refresh: tenants::refresh,
};

#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(screens, wasm_split_path = leptos::wasm_split, fallible)]
fn load() -> Result<Screens, SplitLoaderError> {
    Ok(SCREENS)
}

/// In one wasm, as trunk builds it, they are here from the beginning.
#[cfg(not(feature = "split"))]
async fn load() -> Result<Screens, SplitLoaderError> {
    Ok(SCREENS)
}

/// Whether the screens are here. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Loading(RwSignal<State>);

#[derive(Clone, Copy)]
enum State {
    Coming,
    Here(Screens),
    Missing,
}

impl Loading {
    /// Begins when the browser has nothing better to do.
    pub fn when_idle() -> Loading {
        let loading = Loading(RwSignal::new(State::Coming));
        let begin = move || loading.begin();
        // Safari knows no idle time.
        if request_idle_callback_with_handle(begin).is_err() {
            set_timeout(begin, Duration::from_millis(500));
        }
        loading
    }

    /// The screens, once they are here.
    pub fn screens(self) -> Option<Screens> {
        match self.0.get() {
            State::Here(screens) => Some(screens),
            State::Coming | State::Missing => None,
        }
    }

    /// The screens, if they are here; for what happens once.
    pub fn screens_now(self) -> Option<Screens> {
        untrack(|| self.screens())
    }

    /// Loads them, or waits for the load that is under way. What failed before is tried again.
    fn begin(self) {
        if self.screens_now().is_some() {
            return;
        }
        self.0.set(State::Coming);
        spawn_local(async move {
            let loaded = load().await;
            // Two may have waited for one load; the second must not draw everything anew.
            if self.screens_now().is_none() {
                self.0.set(loaded.map_or(State::Missing, State::Here));
            }
        });
    }
}

/// The screens of a connection, or why they are not here yet.
#[component]
pub fn Signed(
    /// The screens.
    loading: Loading,
    /// The connection.
    account: Account,
    /// The browser's address.
    router: Router,
) -> impl IntoView {
    loading.begin();
    move || match loading.0.get() {
        State::Coming => view! { <p class="tn-start" role="status">{t("screens.coming")}</p> }.into_any(),
        State::Here(screens) => match account.vendor() {
            Vendor::Ionos => (screens.ionos)(account, router),
            Vendor::Acronis | Vendor::Cpm => (screens.tenants)(account, router),
        },
        State::Missing => view! { <Missing loading=loading/> }.into_any(),
    }
}

/// They could not be loaded. Nothing is lost: whoever has signed in stays so until the page is reloaded.
#[component]
fn Missing(loading: Loading) -> impl IntoView {
    let retry = move |_| {
        // The button goes with its words; the keyboard stays near.
        focus("tn-main");
        loading.begin();
    };
    view! {
        <div class="tn-fault-page">
            <Icon sign=Sign::Warning/>
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
