//! The screen: tree pane, splitter, chosen tenant.

use leptos::prelude::*;

use super::detail::Detail;
use super::loading;
use super::splitter::Splitter;
use super::tree_pane::TreePane;
use crate::routing::Router;
use crate::session::Session;

/// The tenants of a connection on which somebody is signed in.
#[component]
pub fn TenantsPage(
    /// The connection.
    session: Session,
    /// The browser's address.
    router: Router,
) -> impl IntoView {
    loading::resume(session);
    // Back on the network, a load that the network broke goes on by itself.
    let online = window_event_listener(leptos::ev::online, move |_| loading::resume(session));
    on_cleanup(move || online.remove());
    let chosen = Memo::new(move |_| router.place().with(|place| place.tenant()));
    let class = move || if chosen.get().is_some() { "tn-tenants tn-tenants--chosen" } else { "tn-tenants" };
    view! {
        <div class=class>
            <TreePane session=session router=router chosen=chosen/>
            <Splitter/>
            <Detail session=session router=router chosen=chosen/>
        </div>
    }
}
