//! What every IONOS screen needs.

use leptos::prelude::*;
use tenantry_core::date::Date;
use tenantry_core::ionos::Metadata;

use crate::account::Account;
use crate::i18n::{t, tf};
use crate::routing::{Place, Router, Section};
use crate::ui::{Icon, Sign, format};

/// The connection and the address. Copied freely.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The connection.
    pub account: Account,
    /// The browser's address.
    pub router: Router,
}

impl Desk {
    /// The address of a list, with what of it is chosen.
    pub fn href(self, section: Section, item: Option<&str>) -> String {
        self.router.href(&self.place(section, item))
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
        Place { filter, ..Place::ionos(&self.account.id(), section, item.map(str::to_owned)) }
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
        self.account.read_only.get().then(|| t("frame.read_only.frozen"))
    }
}

/// Above a list: its name, filter, number of rows, and what can be done.
#[component]
pub fn ListHead(
    /// What every screen needs.
    desk: Desk,
    /// The list's name.
    title: &'static str,
    /// How many rows there are, in words.
    #[prop(into)]
    count: Signal<String>,
    /// Reads the list again.
    reload: Callback<()>,
    /// Buttons.
    children: Children,
) -> impl IntoView {
    document().set_title(&tf("page.title", &[("name", title)]));
    let filter = desk.filter();
    let typed = move |event| {
        let place = desk.router.place().get_untracked();
        desk.router.replace(Place { filter: event_target_value(&event), ..place });
    };
    let left = move || {
        // Read again whenever the list is, because every answer says it anew.
        count.track();
        desk.account.connection().rate_limit().and_then(|limit| {
            let (remaining, limit) = (limit.remaining?, limit.limit?);
            Some(tf(
                "list.rate",
                &[("n", &format::number(remaining as usize)), ("limit", &format::number(limit as usize))],
            ))
        })
    };
    view! {
        <header class="tn-list__head">
            <h1>{title}</h1>
            <input class="tn-input" type="search" autocomplete="off" spellcheck="false" placeholder=t("list.filter") aria-label=t("list.filter")
                prop:value=move || filter.get() on:input=typed/>
            <span role="status">{count}</span>
            <span class="tn-faint" title=t("list.rate_note")>{left}</span>
            <span class="tn-set__tools">
                {children()}
                <button type="button" class="tn-button tn-button--icon" aria-label=t("list.reload") title=t("list.reload") on:click=move |_| reload.run(())>
                    <Icon sign=Sign::Refresh/>
                </button>
            </span>
        </header>
    }
}

/// The panel of what is chosen.
#[component]
pub fn Panel(
    /// What every screen needs.
    desk: Desk,
    /// The list.
    section: Section,
    /// What is chosen.
    #[prop(into)]
    title: Signal<String>,
    /// What is told of it.
    children: Children,
) -> impl IntoView {
    let close = desk.href(section, None);
    view! {
        <aside class="tn-why" aria-label=t("list.detail")>
            <div class="tn-why__head">
                <h2 id="tn-detail-title" tabindex="-1" dir="auto">{title}</h2>
                <a class="tn-button tn-button--icon" href=close aria-label=t("list.close")><Icon sign=Sign::Cross/></a>
            </div>
            {children()}
        </aside>
    }
}

/// A field of a panel; nothing where there is no text.
pub fn field(label: &'static str, text: Option<String>) -> impl IntoView {
    text.map(|text| {
        let break_at = text.split_once('@').map(|(user, domain)| (user.to_owned(), ["@", domain].concat()));
        let shown = match break_at {
            Some((user, domain)) => view! { <bdi>{user}<wbr/>{domain}</bdi> }.into_any(),
            None => view! { <bdi>{text}</bdi> }.into_any(),
        };
        view! { <div class="tn-field"><dt>{label}</dt><dd>{shown}</dd></div> }
    })
}

/// A date as written here.
pub fn date(date: Option<&Date>) -> Option<String> {
    let date = date?;
    Some(date.read.map_or_else(|| date.text.clone(), format::moment))
}

/// Who made and changed something, and when.
pub fn history(metadata: Option<&Metadata>) -> impl IntoView + use<> {
    let one = metadata.cloned().unwrap_or_default();
    view! {
        {field(t("io.created"), date(one.created_date.as_ref()))}
        {field(t("io.created_by"), one.created_by)}
        {field(t("io.modified"), date(one.last_modified_date.as_ref()))}
        {field(t("io.modified_by"), one.last_modified_by)}
        {field(t("io.etag"), one.etag)}
    }
}
