//! Light, dark, or as the system has it.

use leptos::prelude::*;

use crate::i18n::{t, tf};
use crate::mount::{Mount, Pref};
use crate::ui::{Icon, IconName};

/// The theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The theme that was chosen last.
    pub fn remembered(mount: Mount) -> Theme {
        match mount.storage().pref(Pref::Theme).as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ => Theme::System,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Theme::System => "",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Theme::System => t("theme.system"),
            Theme::Light => t("theme.light"),
            Theme::Dark => t("theme.dark"),
        }
    }

    fn icon(self) -> IconName {
        match self {
            Theme::System => IconName::Screen,
            Theme::Light => IconName::Sun,
            Theme::Dark => IconName::Moon,
        }
    }

    fn next(self) -> Theme {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }

    /// Puts it on the page.
    pub fn apply(self, mount: Mount) {
        mount.set_attribute("data-theme", self.word());
    }
}

/// The button that changes the theme.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let mount = Mount::here();
    let theme = RwSignal::new(Theme::remembered(mount));
    let press = move |_| {
        theme.update(|theme| *theme = theme.next());
        theme.get_untracked().apply(mount);
        mount.storage().set_pref(Pref::Theme, theme.get_untracked().word());
    };
    let label = move || tf("theme.label", &[("name", theme.get().name())]);
    view! {
        <button type="button" class="tn-button tn-button--icon" aria-label=label title=label on:click=press>
            <Icon name=Signal::derive(move || theme.get().icon())/>
        </button>
    }
}
