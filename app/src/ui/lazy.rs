//! Screens in a wasm file of their own, loaded when they are first shown. What is called only through the entry of a file is
//! in it; naming it anywhere else moves it to the file of whoever does.

use std::time::Duration;

use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use super::icon::{Icon, IconName};
use crate::i18n::t;
use crate::mount::{Mount, platform};

/// Loads a file, once; gives what it shows.
pub type LoadPart<T> = fn() -> LocalBoxFuture<'static, Result<T, SplitLoaderError>>;

/// The functions that load files: a line each, with what it gives.
macro_rules! lazy {
    ($($name:ident: $part:ty => $entry:expr;)*) => { $(
        /// Loads the file. Without the feature `split`, as trunk builds it, it is here from the beginning.
        pub fn $name() -> futures_util::future::LocalBoxFuture<'static, Result<$part, leptos::wasm_split::SplitLoaderError>> {
            #[cfg(feature = "split")]
            #[leptos::wasm_split::wasm_split($name, wasm_split_path = leptos::wasm_split, fallible)]
            fn load() -> Result<$part, leptos::wasm_split::SplitLoaderError> {
                Ok($entry)
            }
            #[cfg(not(feature = "split"))]
            async fn load() -> Result<$part, leptos::wasm_split::SplitLoaderError> {
                Ok($entry)
            }
            Box::pin(load())
        }
    )* };
}

pub(crate) use lazy;

/// Begins something when the browser has nothing better to do.
pub fn when_idle(begin: impl Fn() + Clone + 'static) {
    // Safari knows no idle time.
    if request_idle_callback_with_handle(begin.clone()).is_err() {
        set_timeout(begin, Duration::from_millis(500));
    }
}

/// Loads a file when nobody waits for it. Where that fails, whoever opens its view is told.
pub fn load_when_idle<T: 'static>(load: LoadPart<T>) {
    when_idle(move || spawn_local(async move { drop(load().await) }));
}

/// How far a file is.
#[derive(Clone, Copy)]
enum State<T> {
    Coming,
    Here(T),
    Missing,
}

/// What a file shows, once it is here; or why it is not.
#[component]
pub fn LazyView<T: Copy + Send + Sync + 'static>(
    /// Loads the file.
    load: LoadPart<T>,
    /// Draws what it shows.
    draw: impl Fn(T) -> AnyView + Send + 'static,
) -> impl IntoView {
    let state = RwSignal::new(State::Coming);
    let begin = Callback::new(move |()| {
        state.set(State::Coming);
        spawn_local(async move {
            let loaded = load().await;
            // Its view may have gone.
            state.try_set(loaded.map_or(State::Missing, State::Here));
        });
    });
    begin.run(());
    move || match state.get() {
        State::Coming => view! { <p class="tn-start" role="status">{t("screens.coming")}</p> }.into_any(),
        State::Here(part) => draw(part),
        State::Missing => view! { <MissingPart retry=begin/> }.into_any(),
    }
}

/// A file could not be loaded. Nothing is lost: whoever has signed in stays so until the page is reloaded.
#[component]
pub fn MissingPart(
    /// Tries again.
    retry: Callback<()>,
) -> impl IntoView {
    let mount = Mount::here();
    let retry = move |_| {
        // The button goes with its words; the keyboard stays near.
        mount.focus("tn-main");
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
            <button type="button" class="tn-button" on:click=move |_| platform::reload()>{t("config.reload")}</button>
        </div>
    }
}
