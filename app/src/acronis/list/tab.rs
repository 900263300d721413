//! The List tab.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::{Group, Wanted};

use super::changes::{Changes, Since};
use super::chooser::chooser;
use super::details::{self, Details};
use super::extent::listed;
use super::facets::Facets;
use super::files::Files;
use super::selection::{Selection, SelectionBar};
use super::setting::{SettingBar, SettingChooser, SettingColumn};
use super::table::Table;
use super::views::Views;
use crate::acronis::context::AcronisContext;
use crate::acronis::route::TenantsPath;
use crate::i18n::t;
use crate::ui::Live;

/// The list of a tenant and everything below it.
#[component]
pub fn ListTab(
    /// The screen.
    page: AcronisContext,
    /// The tenant at the top of the list.
    top: Uuid,
) -> impl IntoView {
    let store = page.tenants;
    let wanted = Memo::new(move |_| {
        let path = page.path();
        Wanted { facets: path.facets, text: path.filter, ..Wanted::default() }
    });
    let list = Memo::new(move |_| wanted.with(|wanted| store.list(top, wanted)));
    // Apart from the list itself, so that a press on a column's head counts nothing anew.
    let sort = Memo::new(move |_| page.path().list.sort);
    let sorted = Memo::new(move |_| list.with(|list| store.sorted(&list.nodes, sort.get())));
    let setting = SettingColumn::new(page, top);
    let nodes = Memo::new(move |_| sorted.with(|nodes| setting.narrowed(nodes)));
    let selection = Selection::new(page);
    let selected = Memo::new(move |_| nodes.with(|nodes| selection.of(nodes)));
    details::read_if_needed(page, top, list);
    let words = move || list.with(|list| listed(nodes.with(Vec::len), list.all, store.is_complete()));
    let chosen = Signal::derive(move || page.path().facets);
    let choose = move |facets| page.replace(&TenantsPath { facets, ..page.path_now() });
    let since = Memo::new(move |_| page.path().list.since);
    let body = move || {
        match since.get() {
        Some(day) => view! { <Changes page=page top=top day=day/> }.into_any(),
        None => view! {
            <Details page=page top=top list=list/>
            <Facets mount=page.mount list=list groups=&Group::ALL chosen=chosen choose=choose/>
            <SettingBar page=page column=setting nodes=sorted/>
            <Table page=page top=top list=list nodes=nodes setting=setting selection=selection selected=selected/>
            <SelectionBar page=page selection=selection selected=selected column=setting/>
        }
        .into_any(),
    }
    };
    view! {
        <section class="tn-set__main" aria-label=t("tab.list")>
            <div class="tn-list__head">
                <strong class="tn-list__count"><Live text=Signal::derive(words)/></strong>
                <Since page=page top=top/>
                <Views page=page/>
                <span class="tn-set__tools" hidden=move || since.with(Option::is_some)>
                    <SettingChooser page=page column=setting/>
                    {chooser(page)}
                    <Files page=page top=top list=list nodes=nodes setting=setting/>
                </span>
            </div>
            {body}
        </section>
    }
}
