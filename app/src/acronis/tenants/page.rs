//! The screen: tree pane, splitter, chosen tenant.

use leptos::prelude::*;

use super::detail::Detail;
use super::splitter::Splitter;
use super::tree_pane::TreePane;
use crate::acronis::context::AcronisContext;
use crate::session::Session;

/// The tenants of a connection on which somebody is signed in.
#[component]
pub fn TenantsPage(
    /// The connection.
    session: Session,
) -> impl IntoView {
    let page = AcronisContext::new(session);
    let chosen = Memo::new(move |_| page.path().tenant);
    let class = move || if chosen.get().is_some() { "tn-tenants tn-tenants--chosen" } else { "tn-tenants" };
    view! {
        <div class=class>
            <TreePane page=page chosen=chosen/>
            <Splitter page=page/>
            <Detail page=page chosen=chosen/>
        </div>
    }
}
