//! The way from the top to the chosen tenant.

use leptos::prelude::*;
use tenantry_core::Uuid;

use crate::acronis::context::AcronisContext;
use crate::i18n::t;
use crate::ui::Name;

/// The ancestors of a tenant, as links. Before the tree knows the way there are none.
#[component]
pub fn Breadcrumbs(
    /// The screen.
    page: AcronisContext,
    /// The tenant.
    id: Uuid,
) -> impl IntoView {
    let path = Memo::new(move |_| {
        page.tenants.with(|tree| {
            let path = tree.find(id).map(|node| tree.path(node)).unwrap_or_default();
            let ancestors = path.split_last().map_or(&[][..], |(_, ancestors)| ancestors);
            ancestors.iter().map(|node| (tree.id(*node), tree.name(*node).to_owned())).collect::<Vec<_>>()
        })
    });
    let link = move |(id, name): (Uuid, String)| {
        let href = page.href(&page.path_now().of_tenant(Some(id)));
        view! { <li><a href=href><Name text=name cut=true/></a></li> }
    };
    view! {
        <nav class="tn-crumbs" aria-label=t("tenant.path")>
            <ol>{move || path.get().into_iter().map(link).collect_view()}</ol>
        </nav>
    }
}
