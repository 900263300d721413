//! The Access tab: who can touch a tenant, and why.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::TenantId;
use tenantry_core::fold::Query;

use super::files::table as file;
use super::grants::{Grant, Read, read};
use super::levels::Levels;
use super::table::Table;
use crate::acronis::context::AcronisContext;
use crate::i18n::{t, tf, tn};
use crate::resource::context::PageContext;
use crate::resource::notes::BadRows;
use crate::ui::loaded::Status;
use crate::ui::{ExportButtons, Icon, IconName, Keyed, Live, format};

/// Who can touch a tenant.
#[component]
pub fn AccessTab(
    /// The screen.
    screen: AcronisContext,
    /// The tenant.
    id: Uuid,
) -> impl IntoView {
    let way = Memo::new(move |_| {
        screen.tenants.with(|tree| {
            let path = tree.find(id).map(|node| tree.path(node)).unwrap_or_default();
            path.iter().map(|node| tree.id(*node)).collect::<Vec<Uuid>>()
        })
    });
    // Another way is another reading.
    let shown = Keyed::new();
    move || {
        let way = way.get();
        let is_loaded = !way.is_empty();
        let way = if is_loaded { way } else { vec![id] };
        shown.draw(way.clone(), view! { <Way screen=screen id=id way=way is_loaded=is_loaded/> })
    }
}

#[component]
fn Way(screen: AcronisContext, id: Uuid, way: Vec<Uuid>, is_loaded: bool) -> impl IntoView {
    let page = PageContext::new(screen.session, |_, _| Vec::new());
    let tenant = TenantId(id);
    let top = way.first().copied().unwrap_or(id);
    let loaded = page.load(move || {
        let way = way.clone();
        async move { read(&page.session.connection(), way).await }
    });
    let who = Memo::new(move |_| screen.path().access.who);
    let grants = Memo::new(move |_| {
        let query = Query::new(&who.get());
        let all = loaded.remote.with(|remote| remote.value().map(Read::grants).unwrap_or_default());
        all.into_iter()
            .filter(|grant| grant.matches(&query, &screen.name_of(grant.at.0)))
            .collect::<Vec<Grant>>()
    });
    let is_whole = Memo::new(move |_| is_loaded && loaded.get().is_some_and(|read| read.is_whole()));
    let words = Signal::derive(move || {
        let count = grants.with(Vec::len);
        let words = tn("access.count", count, &format::number(count));
        match (loaded.remote.with(|remote| remote.value().is_some()), is_whole.get()) {
            (false, _) => String::new(),
            (true, true) => words,
            (true, false) => tf("list.count_partial", &[("count", &words)]),
        }
    });
    let typed = move |event| {
        let mut path = screen.path_now();
        path.access.who = event_target_value(&event);
        screen.replace(&path);
    };
    let files = move |()| untrack(|| file(screen, tenant, &loaded.get().unwrap_or_default(), &grants.get()));
    let body = move || {
        let read = loaded.get()?;
        let unread = read.unread();
        Some(view! {
            <Levels screen=screen read=read/>
            <BadRows count=unread words="access.unread"/>
        })
    };
    let table = move || {
        let all = grants.get();
        let words = match (loaded.get().is_some(), all.is_empty(), is_whole.get()) {
            (false, ..) => return None,
            (true, false, _) => {
                return Some(view! { <Table screen=screen tenant=tenant grants=all/> }.into_any());
            }
            (true, true, true) if !who.get().trim().is_empty() => t("access.none_like_this"),
            (true, true, true) => t("access.none"),
            (true, true, false) => t("access.none_known"),
        };
        Some(view! { <p class="tn-empty" prop:textContent=words></p> }.into_any())
    };
    let above = tf("access.above_top", &[("top", &screen.name_of(top))]);
    view! {
        <section class="tn-set__main" aria-label=t("tab.access")>
            <div class="tn-list__head">
                <strong class="tn-list__count"><Live text=words/></strong>
                <input id=page.mount.id("tn-access-who") class="tn-input" type="search" autocomplete="off" spellcheck="false"
                    aria-label=t("access.filter") placeholder=t("access.filter") prop:value=move || who.get() on:input=typed/>
                <span class="tn-set__tools">
                    <ExportButtons table=files/>
                    <button type="button" class="tn-button tn-button--icon" aria-label=t("list.reload") title=t("list.reload") on:click=move |_| page.reload()>
                        <Icon name=IconName::Refresh/>
                    </button>
                </span>
            </div>
            <div class="tn-access__notes">
                <p class="tn-faint">{t("access.note")} " " <span prop:textContent=above></span></p>
                {(!is_loaded).then(|| view! { <p class="tn-note tn-note--warn">{t("access.not_loaded")}</p> })}
                {body}
            </div>
            <Status loaded=loaded.status()/>
            <div class="tn-set__scroll" tabindex="0" role="region" aria-label=t("access.table")>{table}</div>
        </section>
    }
}
