//! Choosing the setting that the list shows.

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::column::SettingColumn;
use crate::acronis::context::AcronisContext;
use crate::i18n::{t, tf};
use crate::ui::text::visible;
use crate::ui::{FaultNotice, Name, Popover, Remote};

const ID: &str = "tn-list-setting";

/// The settings of the tenant at the top, behind a button.
#[component]
pub fn SettingChooser(
    /// The screen.
    page: AcronisContext,
    /// The setting.
    column: SettingColumn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if open.get() && column.listed.with_untracked(|listed| listed.value().is_none()) {
            column.load.run(());
        }
    });
    let words = Signal::derive(move || match column.key.get() {
        Some((_, name)) => tf("list_setting.chosen", &[("name", &visible(&name))]),
        None => t("list_setting.choose").to_owned(),
    });
    let choose = move |key: Option<(Uuid, String)>| {
        let mut path = page.path_now();
        (path.list.setting, path.list.own) = (key, None);
        open.set(false);
        page.replace(&path);
        page.mount.focus(ID);
    };
    let entry = move |(application, name): (Uuid, String)| {
        let is_on = column.key.with_untracked(|key| key.as_ref() == Some(&(application, name.clone())));
        let text = name.clone();
        view! {
            <button type="button" class="tn-offer" aria-pressed=is_on.to_string() on:click=move |_| choose(Some((application, name.clone())))>
                <Name text=text/>
            </button>
        }
    };
    let group = move |(application, title): (Uuid, String), names: Vec<String>| {
        view! {
            <div role="group" aria-label=title.clone()>
                <p class="tn-pop__group tn-faint" translate="no" prop:textContent=visible(&title).into_owned()></p>
                {names.into_iter().map(|name| entry((application, name))).collect_view()}
            </div>
        }
    };
    let body = move || match column.listed.get() {
        Remote::Loading => view! { <p role="status">{t("settings.loading")}</p> }.into_any(),
        Remote::Failed { fault, before: None } => {
            view! { <FaultNotice fault=fault retry=column.load/> }.into_any()
        }
        Remote::Ready(listed) | Remote::Failed { before: Some(listed), .. } => {
            let of = |application: &Uuid| {
                let rows = listed.rows.iter().filter(|row| row.application == *application);
                rows.map(|row| row.setting.name.clone()).collect::<Vec<_>>()
            };
            let groups: Vec<_> = listed.applications.iter().map(|one| (one.clone(), of(&one.0))).collect();
            let groups = groups.into_iter().filter(|(_, names)| !names.is_empty());
            view! {
                {listed.notes.iter().map(|note| view! { <p class="tn-note" prop:textContent=note.clone()></p> }).collect_view()}
                {groups.map(|(application, names)| group(application, names)).collect_view()}
            }
            .into_any()
        }
    };
    let none = move || {
        column.key.with(Option::is_some).then(|| view! {
            <button type="button" class="tn-offer" on:click=move |_| choose(None)>{t("list_setting.none")}</button>
        })
    };
    view! {
        <Popover id=ID class="tn-button tn-button--quiet" words=words open=open>
            <div class="tn-pop tn-pop--tall" role="group" aria-label=t("list_setting.choose")>{none} {body}</div>
        </Popover>
    }
}
