//! The head of the screen: below which tenant, the way up from there, and choosing another one.

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::context::PeopleContext;
use crate::acronis::pick::PickTenant;
use crate::i18n::{t, tf};
use crate::mount::TITLE;
use crate::ui::{Name, Phrase, PhraseText};

/// The head.
#[component]
pub fn Top(
    /// The screen.
    page: PeopleContext,
    /// The tenant at the top.
    top: Uuid,
) -> impl IntoView {
    let name = Memo::new(move |_| page.tenants.with(|_| page.name_of(top)));
    let above = Memo::new(move |_| {
        page.tenants.with(|tree| {
            let path = tree.find(top).map(|node| tree.path(node)).unwrap_or_default();
            let above = path.split_last().map_or(&[][..], |(_, above)| above);
            above.iter().map(|node| (tree.id(*node), tree.name(*node).to_owned())).collect::<Vec<_>>()
        })
    });
    let link = move |(id, name): (Uuid, String)| {
        view! { <li><a href=move || page.href_below(id)><Name text=name cut=true/></a></li> }
    };
    let choose = move |id: Uuid| page.change(|view| view.under = Some(id));
    Effect::new(move |_| {
        page.mount.set_title(&tf("page.title", &[("name", &tf("people.title", &[("name", &name.get())]))]));
    });
    view! {
        <header class="tn-head tn-people__head">
            <nav class="tn-crumbs" aria-label=t("tenant.path")>
                <ol>{move || above.get().into_iter().map(link).collect_view()}</ol>
            </nav>
            <div class="tn-head__line">
                <h1 id=page.mount.id(TITLE) class="tn-head__name" tabindex="-1">
                    {move || view! { <PhraseText phrase=Phrase::new("people.title", &[("name", &name.get())])/> }}
                </h1>
                <PickTenant state=page.state() ids=["tn-people-pick", "tn-people-button"] words=t("people.pick") label=t("people.pick_label") except=top choose=choose/>
            </div>
        </header>
    }
}
