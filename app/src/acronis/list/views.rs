//! Saving the view of a list under a name, and going back to one.

use leptos::prelude::*;

use super::saved::SavedViews;
use crate::acronis::context::AcronisContext;
use crate::i18n::{t, tf};
use crate::mount::platform::download;
use crate::ui::{Icon, IconName, Name, Popover};

const FIELD: &str = "tn-view-name";

/// The views, behind a button.
#[component]
pub fn Views(
    /// The screen.
    page: AcronisContext,
) -> impl IntoView {
    let key = StoredValue::new(["views.", &page.session.id()].concat());
    let storage = page.mount.storage();
    let views = RwSignal::new(SavedViews::read(&storage.remembered(&key.get_value()).unwrap_or_default()));
    let (open, name) = (RwSignal::new(false), RwSignal::new(String::new()));
    let change = move |change: &dyn Fn(&mut SavedViews)| {
        // Another tab may have saved one meanwhile.
        let mut now = SavedViews::read(&storage.remembered(&key.get_value()).unwrap_or_default());
        change(&mut now);
        storage.remember(&key.get_value(), &now.write());
        views.set(now);
    };
    let save = move || {
        let at = page.href(&page.path_now());
        let called = name.with_untracked(|name| name.trim().to_owned());
        if !called.is_empty() {
            change(&|views| views.save(&called, at.clone()));
            name.set(String::new());
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        if crate::mount::events::is_key(&event, "Enter") {
            save();
        }
    };
    let row = move |(called, at): (&String, &String)| {
        let (shown, label) = (called.clone(), tf("views.remove", &[("name", called)]));
        let called = called.clone();
        let remove = move |_| {
            change(&|views| views.remove(&called));
            page.mount.focus(FIELD);
        };
        view! {
            <li class="tn-views__row">
                <a class="tn-offer" href=at.clone() on:click=move |_| open.set(false)><Name text=shown/></a>
                <button type="button" class="tn-button tn-button--icon" aria-label=label on:click=remove><Icon name=IconName::Cross/></button>
            </li>
        }
    };
    let list = move || views.with(|views| views.all().map(row).collect_view());
    let export = move |_| {
        let json = views.with_untracked(SavedViews::write);
        download("tenantry-views.json", "application/json", &json);
    };
    view! {
        <Popover id="tn-views" class="tn-button tn-button--quiet" words=t("views.title").to_owned() open=open>
            <div class="tn-pop tn-views" role="group" aria-label=t("views.title")>
                <p class="tn-faint" hidden=move || !views.with(SavedViews::is_empty)>{t("views.none")}</p>
                <ul aria-label=t("views.saved")>{list}</ul>
                <label for=page.mount.id(FIELD)>{t("views.name")}</label>
                <div class="tn-views__row">
                    <input id=page.mount.id(FIELD) class="tn-input" autocomplete="off" maxlength="80" on:keydown=keys
                        prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event))/>
                    <button type="button" class="tn-button" on:click=move |_| save()>{t("views.save")}</button>
                </div>
                <button type="button" class="tn-button tn-button--quiet" hidden=move || views.with(SavedViews::is_empty) on:click=export>{t("views.export")}</button>
            </div>
        </Popover>
    }
}
