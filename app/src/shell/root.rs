//! Start: panic hook, configuration, and then the frame; or the page that says what is wrong with the
//! configuration. The console never starts half-configured.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::config::{Config, ConfigError, Problem};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::config_page::ConfigPage;
use super::frame::Frame;
use super::theme::Theme;
use crate::i18n::t;
use crate::routing::Router;
use crate::session::{Session, Sessions};

/// Starts the console on the page.
pub fn start() {
    std::panic::set_hook(Box::new(|info| tell_page(&info.to_string())));
    Theme::remembered().apply();
    mount_to_body(Root);
}

/// The loader shows a readable page for it; after a panic this program runs no more.
fn tell_page(words: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&JsValue::from_str(words));
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("tenantry:panic", &init) {
        // Nothing more can be done here.
        let _ = window().dispatch_event(&event);
    }
}

#[component]
fn Root() -> impl IntoView {
    let router = Router::start();
    let sessions = RwSignal::new(None::<Result<Sessions, ConfigError>>);
    // The accounts are made under this owner, so that they live as long as the page.
    let owner = Owner::current();
    spawn_local(async move {
        let config = fetch_config().await;
        let made = config.map(|config| match owner {
            Some(owner) => owner.with(|| Session::all(&config)),
            None => Session::all(&config),
        });
        sessions.set(Some(made));
    });
    move || match sessions.get() {
        None => view! { <p class="tn-start" role="status">{t("start.config")}</p> }.into_any(),
        Some(Err(error)) => view! { <ConfigPage error=error/> }.into_any(),
        Some(Ok(sessions)) => view! { <Frame sessions=sessions router=router/> }.into_any(),
    }
}

async fn fetch_config() -> Result<Config, ConfigError> {
    let init = web_sys::RequestInit::new();
    init.set_cache(web_sys::RequestCache::NoCache);
    let unreachable = |_: JsValue| ConfigError::whole_file(Problem::Unreachable, t("config.unreachable"));
    let answer =
        JsFuture::from(window().fetch_with_str_and_init("config.json", &init)).await.map_err(unreachable)?;
    let answer: web_sys::Response = answer.dyn_into().map_err(unreachable)?;
    match answer.status() {
        200..=299 => {}
        404 => return Err(ConfigError::whole_file(Problem::Missing, t("config.missing"))),
        status => return Err(ConfigError::whole_file(Problem::Unreachable, format!("HTTP {status}"))),
    }
    let text = JsFuture::from(answer.text().map_err(unreachable)?).await.map_err(unreachable)?;
    Config::parse(&text.as_string().unwrap_or_default())
}
