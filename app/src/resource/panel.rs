//! The panel of what is chosen, beside its list.

use leptos::prelude::*;

use super::awaited::Awaited;
use super::context::PageContext;
use crate::i18n::t;
use crate::mount::PANEL_TITLE;
use crate::mount::events::is_key;
use crate::ui::loaded::{LoadStatus, Status};
use crate::ui::{Icon, IconName, Loaded, Name};

/// What a panel is made of, without the model that it shows.
#[derive(Clone, Copy)]
pub struct PanelDef {
    /// The list.
    pub list: &'static str,
    /// What of the list stays chosen when the panel is closed.
    pub back: Signal<Option<String>>,
}

impl PanelDef {
    /// Closing it leaves nothing chosen.
    pub fn of(list: &'static str) -> PanelDef {
        PanelDef { list, back: Signal::stored(None) }
    }
}

/// The panel of an object that is read: its title, what is loading or could not be read, and the body.
pub fn panel<T: Clone + Send + Sync + 'static>(
    page: PageContext,
    def: PanelDef,
    id: String,
    loaded: Loaded<T>,
    name: impl Fn(&T) -> Option<String> + Send + Sync + 'static,
    body: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    let made = {
        let id = id.clone();
        Signal::derive(move || loaded.is_absent().then(|| page.recent.find_made(&id)).flatten())
    };
    let title = Signal::derive(move || {
        let named = loaded.remote.with(|remote| remote.value().and_then(&name));
        named.or_else(|| made.get().map(|made| made.name)).unwrap_or_else(|| id.clone())
    });
    // What is no longer there has nothing that could be done with it.
    let body = move || loaded.here().map(&body);
    // What was made a moment ago may not be readable yet: that is no fault.
    let is_awaited = Memo::new(move |_| made.with(Option::is_some));
    let status = move || match is_awaited.get() {
        true => {
            let entries = Signal::derive(move || made.get().into_iter().collect());
            view! { <Awaited page=page entries=entries words=["recent.absent", "recent.absent"] loaded=loaded.status() at_once=true/> }.into_any()
        }
        false => view! { <Status loaded=loaded.status()/> }.into_any(),
    };
    view! { <Panel page=page def=def title=title>{status} {body}</Panel> }.into_any()
}

/// What is asked for in a panel. Copied freely.
#[derive(Clone, Copy)]
pub struct Asked {
    /// The form that changes what is shown.
    pub editing: RwSignal<bool>,
    /// The dialog that deletes it.
    pub deleting: RwSignal<bool>,
    /// How far the reading is.
    pub status: LoadStatus,
}

/// The same with a form that changes what was read, and a dialog that deletes it.
pub fn panel_with_form<T: Clone + Send + Sync + 'static>(
    page: PageContext,
    list: &'static str,
    id: String,
    loaded: Loaded<T>,
    name: impl Fn(&T) -> Option<String> + Send + Sync + 'static,
    [body, form, delete]: [fn(PageContext, T, Asked) -> AnyView; 3],
) -> AnyView {
    let (editing, deleting) = (RwSignal::new(false), RwSignal::new(false));
    let asked = Asked { editing, deleting, status: loaded.status() };
    let drawn = move |view: fn(PageContext, T, Asked) -> AnyView| move |one| view(page, one, asked);
    view! {
        {panel(page, PanelDef::of(list), id, loaded, name, drawn(body))}
        {dialog(asked.editing, loaded, drawn(form))}
        {dialog(asked.deleting, loaded, drawn(delete))}
    }
    .into_any()
}

/// A dialog about what was read last, while it is open. It stands beside the panel: what somebody types stays when
/// the panel is drawn anew.
fn dialog<T: Clone + Send + Sync + 'static>(
    open: RwSignal<bool>,
    loaded: Loaded<T>,
    view: impl Fn(T) -> AnyView + Send + 'static,
) -> impl IntoView {
    move || open.get().then(|| untrack(|| loaded.get())).flatten().map(&view)
}

/// The panel of an id that cannot be one.
pub fn no_such_id(page: PageContext, list: &'static str, words: String) -> AnyView {
    view! { <Panel page=page def=PanelDef::of(list) title=t("io.no_id")><p prop:textContent=words></p></Panel> }.into_any()
}

/// The frame of a panel.
#[component]
pub fn Panel(
    /// The page.
    page: PageContext,
    /// Which list, and what stays chosen.
    def: PanelDef,
    /// What is chosen.
    #[prop(into)]
    title: Signal<String>,
    /// What is told of it.
    children: Children,
) -> impl IntoView {
    let PanelDef { list, back } = def;
    // The keyboard goes back to the row, if that is still there.
    let leave = move || {
        let item = untrack(|| page.view()).item.unwrap_or_default();
        let id = item.rsplit('/').next().unwrap_or_default();
        page.mount.focus_if_idle(["tn-row-", id].concat());
    };
    // Whoever has chosen a row goes on here.
    page.mount.focus_if_idle(PANEL_TITLE);
    let keys = move |event: web_sys::KeyboardEvent| {
        if is_key(&event, "Escape") {
            leave();
            page.go(list, back.get_untracked().as_deref());
        }
    };
    view! {
        <aside class="tn-why" aria-label=t("list.detail") on:keydown=keys>
            <div class="tn-why__head">
                <h2 id=page.mount.id(PANEL_TITLE) tabindex="-1">{move || view! { <Name text=title.get()/> }}</h2>
                <a class="tn-button tn-button--icon" href=move || page.live_href(list, back.get().as_deref()) on:click=move |_| leave() aria-label=t("list.close")><Icon name=IconName::Cross/></a>
            </div>
            {children()}
        </aside>
    }
}
