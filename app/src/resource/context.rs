//! What every IONOS screen needs: the connection, the address, and the panel of what is chosen.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::date::Date;
use tenantry_core::ionos::Metadata;

use crate::i18n::{t, tf};
use crate::routing::{Place, Router, Section};
use crate::session::Session;
use crate::ui::focus::focus_if_idle;
use crate::ui::{Address, Icon, IconName, Loaded, format, load};

/// The connection and the address. Copied freely.
#[derive(Clone, Copy)]
pub struct PageContext {
    /// The connection.
    pub session: Session,
    /// The browser's address.
    pub router: Router,
    /// Counts how often everything was to be read again.
    pub revision: RwSignal<u32>,
}

impl PageContext {
    /// Begins to read something that is read again with everything else.
    pub fn load<T, F>(self, read: impl Fn() -> F + 'static) -> Loaded<T>
    where
        T: Clone + Send + Sync + 'static,
        F: Future<Output = Result<T, Error>> + 'static,
    {
        let loaded = load(self.session, read);
        Effect::new(move |before: Option<()>| {
            self.revision.track();
            if before.is_some() {
                loaded.reload.run(());
            }
        });
        loaded
    }

    /// Reads the list and the panel again.
    pub fn read_again(self) {
        self.revision.update(|revision| *revision = revision.wrapping_add(1));
    }

    /// The address of a list, with what of it is chosen.
    pub fn href(self, section: Section, item: Option<&str>) -> String {
        self.router.href(&self.place(section, item))
    }

    /// The same, as it is whenever the filter is typed anew.
    pub fn live_href(self, section: Section, item: Option<&str>) -> String {
        self.router.place().track();
        self.href(section, item)
    }

    /// Goes to a list, with what of it is chosen.
    pub fn go(self, section: Section, item: Option<&str>) {
        self.router.go(self.place(section, item));
    }

    fn place(self, section: Section, item: Option<&str>) -> Place {
        let filter = self.router.place().with_untracked(|place| match place.section() {
            Some((now, _)) if now == section => place.filter.clone(),
            _ => String::new(),
        });
        Place { filter, ..Place::ionos(&self.session.id(), section, item.map(str::to_owned)) }
    }

    /// What of the list is chosen.
    pub fn chosen(self) -> Memo<Option<String>> {
        let router = self.router;
        Memo::new(move |_| router.place().with(|place| place.section()?.1.map(str::to_owned)))
    }

    /// What the list is filtered by.
    pub fn filter(self) -> Memo<String> {
        let router = self.router;
        Memo::new(move |_| router.place().with(|place| place.filter.clone()))
    }

    /// Why nothing may be changed, where that is so.
    pub fn frozen(self) -> Option<&'static str> {
        self.session.read_only.get().then(|| t("frame.read_only.frozen"))
    }
}

/// The panel of what is chosen.
#[component]
pub fn Panel(
    /// What every screen needs.
    page: PageContext,
    /// The list.
    section: Section,
    /// What is chosen.
    #[prop(into)]
    title: Signal<String>,
    /// What of the list stays chosen when the panel is closed.
    #[prop(optional, into)]
    back: Signal<Option<String>>,
    /// What is told of it.
    children: Children,
) -> impl IntoView {
    // The keyboard goes back to the row, if that is still there.
    let leave = move || {
        let place = page.router.place();
        let item =
            place.with_untracked(|place| place.section().and_then(|(_, item)| item).map(str::to_owned));
        focus_if_idle(["tn-row-", item.unwrap_or_default().rsplit('/').next().unwrap_or_default()].concat());
    };
    // Whoever has chosen a row goes on here.
    focus_if_idle("tn-detail-title");
    let keys = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            leave();
            page.go(section, back.get_untracked().as_deref());
        }
    };
    view! {
        <aside class="tn-why" aria-label=t("list.detail") on:keydown=keys>
            <div class="tn-why__head">
                <h2 id="tn-detail-title" tabindex="-1" dir="auto">{title}</h2>
                <a class="tn-button tn-button--icon" href=move || page.live_href(section, back.get().as_deref()) on:click=move |_| leave() aria-label=t("list.close")><Icon name=IconName::Cross/></a>
            </div>
            {children()}
        </aside>
    }
}

/// Says that rows are missing; nothing where none are.
#[component]
pub fn BadRows(
    /// How many could not be read.
    count: usize,
) -> impl IntoView {
    (count > 0).then(|| {
        let words = tf("settings.bad_rows", &[("n", &format::number(count))]);
        view! { <p class="tn-note tn-note--warn">{words}</p> }
    })
}

/// A field of a panel; nothing where there is no text.
pub fn field(label: &'static str, text: Option<String>) -> impl IntoView {
    text.map(|text| {
        view! { <div class="tn-field"><dt>{label}</dt><dd><Address text=text/></dd></div> }
    })
}

/// A date as written here, with the API's own text on hover.
pub fn date(date: Option<&Date>) -> Option<impl IntoView + use<>> {
    let date = date?;
    let words = date.read.map_or_else(|| date.text.clone(), format::moment);
    Some(view! { <span title=format::date_note(date)>{words}</span> })
}

/// A date as the API wrote it, for sorting and files.
pub fn date_text(date: Option<&Date>) -> String {
    date.map(|date| date.text.clone()).unwrap_or_default()
}

/// A field of a panel that holds a date.
fn date_field(label: &'static str, given: Option<&Date>) -> impl IntoView + use<> {
    date(given).map(|date| view! { <div class="tn-field"><dt>{label}</dt><dd>{date}</dd></div> })
}

/// Who made and changed something, and when.
pub fn history(metadata: Option<&Metadata>) -> impl IntoView + use<> {
    let one = metadata.cloned().unwrap_or_default();
    view! {
        {date_field(t("io.created"), one.created_date.as_ref())}
        {field(t("io.created_by"), one.created_by)}
        {date_field(t("io.modified"), one.last_modified_date.as_ref())}
        {field(t("io.modified_by"), one.last_modified_by)}
        {field(t("io.etag"), one.etag)}
    }
}
