//! Start: panic hook, configuration, and then the frame; or the page that says what is wrong with the
//! configuration. The console never starts half-configured.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::config::{Config, ConfigError, Problem, SessionMode};

use super::config_page::ConfigPage;
use super::frame::Frame;
use super::theme::Theme;
use super::vendors;
use crate::i18n::{language, set_language, t, tf};
use crate::mount::{Mount, Pref, platform};
use crate::session::{self, Session, Sessions};

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
            let make = || {
                let sessions = session::sessions(&config, mount.storage());
                sessions.with_value(|sessions| sessions.iter().for_each(|one| take_up(*one, config.session)));
                sessions
            };
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

fn take_up(session: Session, mode: SessionMode) {
    if let Some(entry) = vendors::entry(session.vendor()) {
        session::take_up(session, mode, entry.ui.who);
    }
}

async fn fetch_config() -> Result<Config, ConfigError> {
    const FILE: &str = "config.json";
    let unreachable = |words: &str| Err(ConfigError::whole_file(Problem::Unreachable, words));
    match platform::fetch_file(FILE).await {
        Some((200..=299, bytes)) => Config::parse(bytes),
        Some((404 | 410, _)) => Err(ConfigError::whole_file(Problem::Missing, t("config.missing"))),
        Some((status @ (401 | 403 | 407 | 511), _)) => {
            unreachable(&tf("config.refused", &[("status", &status.to_string())]))
        }
        Some((status, _)) => unreachable(&tf("config.failed", &[("status", &status.to_string())])),
        None if platform::is_sent_elsewhere(FILE).await => unreachable(t("config.sent_elsewhere")),
        None if platform::is_in_sandboxed_frame() => unreachable(t("config.framed")),
        None => unreachable(t("config.unreachable")),
    }
}
