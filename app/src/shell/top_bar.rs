//! The top bar: name, search, theme, help, and who is signed in.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::loading::Loading;
use super::read_only::ReadOnly;
use super::theme::ThemeSwitch;
use crate::i18n::{t, tf};
use crate::mount::Mount;
use crate::routing::Place;
use crate::session::{SearchScope, Session, Sessions};
use crate::ui::{Icon, IconName, Name};

/// The top bar.
#[component]
pub fn TopBar(
    /// All connections.
    sessions: Sessions,
    /// The connection that is shown.
    session: Signal<Option<Session>>,
    /// The screens, of which the search box is one.
    loading: Loading,
    /// Whether the rail is out, where it is a drawer.
    drawer: RwSignal<bool>,
    /// Whether the help is open.
    help: RwSignal<bool>,
) -> impl IntoView {
    let mount = Mount::here();
    let signed_in = Memo::new(move |_| {
        let session = session.get()?;
        let login = session.status().with(|status| status.person().map(|person| person.login.clone()))?;
        Some((session.id(), login.unwrap_or_else(|| t("signin.by_token").to_owned())))
    });
    let of_user = move || {
        let (_, login) = signed_in.get()?;
        let session = session.get_untracked()?;
        Some(view! { <User session=session login=login/> })
    };
    let widgets = move || {
        signed_in.get()?;
        let session = session.get_untracked()?;
        Some(loading.get(session.vendor())?.widgets?(session))
    };
    // One box for all connections: it stays while another of them is shown.
    let of_signed_in = move |one: &Session| one.is_signed_in().then(|| loading.get(one.vendor())).flatten();
    let searchable =
        Memo::new(move |_| sessions.with_value(|all| all.iter().any(|one| of_signed_in(one).is_some())));
    let search = move || {
        let draw = searchable
            .get()
            .then(|| untrack(|| sessions.with_value(|all| all.iter().find_map(of_signed_in))));
        let search_of = Arc::new(move |one: Session| Some(loading.get(one.vendor())?.search));
        Some((draw??.search.draw)(SearchScope { sessions, current: session, search_of }))
    };
    loading.of_signed_in(sessions);
    let expanded = move || drawer.get().to_string();
    view! {
        <header class="tn-top">
            <button
                type="button"
                class="tn-button tn-button--icon tn-top__menu"
                aria-label=t("frame.menu")
                aria-expanded=expanded
                aria-controls=mount.id("tn-rail")
                on:click=move |_| drawer.update(|drawer| *drawer = !*drawer)
            >
                <Icon name=IconName::Menu/>
            </button>
            <a class="tn-top__name" href=mount.router().href(&Place::default()) aria-label=t("app.name")>
                <Icon name=IconName::Logo/>
                <span>{t("app.name")}</span>
            </a>
            <div class="tn-top__search">{search}</div>
            <div class="tn-top__end">
                {widgets}
                <ThemeSwitch/>
                <button type="button" class="tn-button tn-button--icon" aria-label=t("help.open") title=t("help.open") on:click=move |_| help.set(true)>
                    <Icon name=IconName::Question/>
                </button>
                {of_user}
            </div>
        </header>
    }
}

#[component]
fn User(session: Session, login: String) -> impl IntoView {
    let leave = move |_| {
        spawn_local(async move {
            if let Err(error) = session.sign_out().await {
                // Everything here is forgotten already; only the vendor still knows the token.
                let fault = session.fault(&error);
                leptos::logging::warn!("{}", tf("signin.not_revoked", &[("why", &fault.title)]));
            }
        });
    };
    view! {
        <ReadOnly session=session/>
        <span class="tn-top__user" title=tf("frame.signed_in", &[("login", &login)])>
            <Icon name=IconName::User/>
            <Name text=login.clone()/>
        </span>
        <button type="button" class="tn-button tn-button--icon" aria-label=t("signin.out") title=t("signin.out") on:click=leave>
            <Icon name=IconName::Leave/>
        </button>
    }
}
