//! A connection's screens in an element of another page: in a shadow root, with ids, a URL and a sign-in of their own,
//! and without the frame.

use std::any::Any;
use std::cell::Cell;
use std::mem::ManuallyDrop;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::config::Config;
use web_sys::{HtmlElement, ShadowRootInit, ShadowRootMode};

use super::frame::Connection;
use super::loading::Loading;
use crate::mount::{Mount, Root, platform};
use crate::routing::MemoryNavigator;
use crate::session::{self, Sessions};

/// Screens in an element. They stay, and whoever has signed in stays so, until this is dropped.
#[must_use]
pub struct Embedded {
    shown: Option<Box<dyn Any>>,
    sessions: Option<Sessions>,
}

impl Drop for Embedded {
    fn drop(&mut self) {
        self.shown.take();
        for session in self.sessions.into_iter().flat_map(|sessions| sessions.get_value()) {
            // Nobody is left who could be told of a token that was not given back.
            spawn_local(async move { session.sign_out().await.unwrap_or_default() });
        }
    }
}

/// Shows a connection's screens in an element that has no shadow root yet.
///
/// `name` is unique on the page; `config` is the text of a `config.json`, and `url` begins with the id of one of its
/// connections: `/acronis/tenants`. `style` is the address of the console's stylesheet.
pub fn embed(
    host: &HtmlElement,
    name: &str,
    config: &str,
    url: &str,
    style: &str,
) -> Result<Embedded, String> {
    let config = Config::parse(config).map_err(|error| error.to_string())?;
    let words = |error| format!("the element takes no shadow root: {error:?}");
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).map_err(words)?;
    let screen = platform::html("div", "tn-screen").map_err(words)?;
    root.append_child(&screen).map_err(words)?;
    let (prefix, style) = ([name, "-"].concat(), style.to_owned());
    let navigator = Rc::new(MemoryNavigator::at(url));
    // Requests in flight still speak to the mount and its sessions when the view has gone.
    let owner = ManuallyDrop::new(Owner::new());
    let made = Rc::new(Cell::new(None));
    let sessions = made.clone();
    let shown = mount_to(screen, move || {
        let (mount, sessions) = owner.with(|| {
            let mount = Mount::new(Root::Shadow(root), &prefix, navigator);
            (mount, session::sessions(&config, mount.storage()))
        });
        made.set(Some(sessions));
        mount.provide().follow_links();
        view! {
            <link rel="stylesheet" href=style/>
            <Screen sessions=sessions/>
        }
    });
    Ok(Embedded { shown: Some(Box::new(shown)), sessions: sessions.get() })
}

/// The screens of the connection that the URL names.
#[component]
fn Screen(sessions: Sessions) -> impl IntoView {
    let mount = Mount::here();
    let place = mount.router().place();
    let session =
        Signal::derive(move || place.with(|place| session::find(sessions, place.connection.as_deref()?)));
    let loading = Loading::when_idle(session);
    let shown = Memo::new(move |_| {
        let session = session.get()?;
        Some((session.id(), session.status().with(|status| status.person().cloned())))
    });
    let body = move || {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        shown.get();
        session.get_untracked().map(|session| view! { <Connection session=session loading=loading/> })
    };
    view! { <div id=mount.id("tn-main") class="tn-main" tabindex="-1">{body}</div> }
}
