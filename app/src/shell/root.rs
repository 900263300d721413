//! Start: panic hook, configuration, and then the frame; or the page that says what is wrong with the
//! configuration. The console never starts half-configured.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::config::{Config, ConfigError, Problem};

use super::config_page::ConfigPage;
use super::frame::Frame;
use super::theme::Theme;
use crate::i18n::{language, set_language, t};
use crate::mount::{Mount, Pref, platform};
use crate::session::{self, Sessions};

/// Starts the console on the page.
pub fn start() {
    std::panic::set_hook(Box::new(|info| platform::tell_panic(&info.to_string())));
    mount_to_body(Root);
}

#[component]
fn Root() -> impl IntoView {
    let mount = Mount::page().provide();
    Theme::remembered(mount).apply(mount);
    mount.follow_links();
    Effect::new(move |_| mount.set_attribute("lang", language()));
    let sessions = RwSignal::new(None::<Result<Sessions, ConfigError>>);
    // The sessions are made under this owner, so that they live as long as the page.
    let owner = Owner::current();
    spawn_local(async move {
        // Before anything is said: a text that did not come would be drawn in English.
        if let Some(chosen) = mount.storage().pref(Pref::Language) {
            set_language(&chosen).await;
        }
        let config = fetch_config().await;
        let made = config.map(|config| {
            let make = || session::sessions(&config, mount.storage());
            owner.as_ref().map_or_else(make, |owner| owner.with(make))
        });
        sessions.set(Some(made));
    });
    // Drawn anew in another language: every label follows at once.
    move || match (language(), sessions.get()).1 {
        None => view! { <p class="tn-start" role="status">{t("start.config")}</p> }.into_any(),
        Some(Err(error)) => view! { <ConfigPage error=error/> }.into_any(),
        Some(Ok(sessions)) => view! { <Frame sessions=sessions/> }.into_any(),
    }
}

async fn fetch_config() -> Result<Config, ConfigError> {
    match platform::fetch_file("config.json").await {
        Some((200..=299, text)) => Config::parse(&text),
        Some((404, _)) => Err(ConfigError::whole_file(Problem::Missing, t("config.missing"))),
        Some((status, _)) => Err(ConfigError::whole_file(Problem::Unreachable, format!("HTTP {status}"))),
        None => Err(ConfigError::whole_file(Problem::Unreachable, t("config.unreachable"))),
    }
}
