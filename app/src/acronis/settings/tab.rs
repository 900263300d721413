//! The Settings tab: the table on the left, the chosen setting on the right.

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::below::Below;
use super::compare::Compare;
use super::panel::Panel;
use super::read::{self, Listed};
use super::rows;
use super::table::Table;
use super::toolbar::Toolbar;
use crate::i18n::t;
use crate::routing::{Place, Router, SettingsView};
use crate::session::Session;
use crate::ui::task::LatestTask;
use crate::ui::{FaultNotice, Remote};

/// What every part of the tab needs. Copied freely.
#[derive(Clone, Copy)]
pub struct SettingsContext {
    /// The connection.
    pub session: Session,
    /// The browser's address.
    pub router: Router,
    /// The tenant.
    pub tenant: Uuid,
    /// What the address says of the tab.
    pub view: Memo<SettingsView>,
    /// The settings.
    pub listed: RwSignal<Remote<Listed>>,
    /// Reads them again.
    pub reload: Callback<()>,
    /// Settings that the vendor hides may be changed.
    pub change_hidden: RwSignal<bool>,
}

impl SettingsContext {
    /// Goes to another view of the tab.
    pub fn go(self, change: impl FnOnce(&mut SettingsView)) {
        self.router.go(self.place(change));
    }

    /// Changes the address in place.
    pub fn replace(self, change: impl FnOnce(&mut SettingsView)) {
        self.router.replace(self.place(change));
    }

    /// The address of another view of the tab. Follows the address as it is.
    pub fn href(self, change: impl FnOnce(&mut SettingsView)) -> String {
        self.view.track();
        self.router.place().track();
        self.router.href(&self.place(change))
    }

    /// The address of this view of another tenant, with that setting explained. Follows the address as it is.
    pub fn href_of(self, tenant: Uuid, chosen: Option<(Uuid, String)>) -> String {
        let place = self.router.place().with(|place| place.of_tenant(&self.session.id(), Some(tenant)));
        let chosen = chosen.or_else(|| place.settings.chosen.clone());
        self.router.href(&Place { settings: SettingsView { chosen, ..place.settings }, ..place })
    }

    fn place(self, change: impl FnOnce(&mut SettingsView)) -> Place {
        let mut settings = self.view.get_untracked();
        change(&mut settings);
        let filter = self.router.place().with_untracked(|place| place.filter.clone());
        Place { filter, ..Place::settings(&self.session.id(), self.tenant, settings) }
    }

    /// All settings that have been read.
    pub fn rows(self) -> Vec<rows::Row> {
        self.listed.with(|listed| listed.value().map(|listed| listed.rows.clone()).unwrap_or_default())
    }
}

/// The Settings tab.
#[component]
pub fn SettingsTab(
    /// The connection.
    session: Session,
    /// The browser's address.
    router: Router,
    /// The tenant.
    id: Uuid,
) -> impl IntoView {
    let view = Memo::new(move |_| router.place().with(|place| place.settings.clone()));
    let (listed, latest) = (RwSignal::new(Remote::Loading), LatestTask::new());
    let readings = RwSignal::new(0_u32);
    let reload = Callback::new(move |()| {
        latest.run(async move {
            let outcome = read::settings(session, id).await;
            listed.update(|listed| *listed = listed.after(outcome));
            readings.update(|count| *count = count.wrapping_add(1));
        });
    });
    reload.run(());
    let change_hidden = RwSignal::new(false);
    let page = SettingsContext { session, router, tenant: id, view, listed, reload, change_hidden };
    let chosen = Memo::new(move |_| {
        let key = view.with(|view| view.chosen.clone())?;
        page.rows().into_iter().find(|row| row.key() == key)
    });
    let with = Memo::new(move |_| view.with(|view| view.with));
    let fault = move || match listed.get() {
        Remote::Failed { fault, .. } => Some(view! { <FaultNotice fault=fault retry=reload/> }),
        _ => None,
    };
    let notes = move || {
        let notes =
            listed.with(|listed| listed.value().map(|listed| listed.notes.clone()).unwrap_or_default());
        notes.into_iter().map(|note| view! { <p class="tn-note">{note}</p> }).collect_view()
    };
    // What could not be read is not said to be empty.
    let state = Memo::new(move |_| {
        listed.with(|listed| (matches!(listed, Remote::Loading), listed.value().is_some()))
    });
    let main = move || match (with.get(), state.get()) {
        (_, (true, _)) => view! { <Loading/> }.into_any(),
        (_, (false, false)) => ().into_any(),
        (Some(other), _) => view! { <Compare page=page other=other/> }.into_any(),
        (None, _) => view! { <Table page=page/> }.into_any(),
    };
    let below = Memo::new(move |_| view.with(|view| view.below));
    let side = move || {
        // A reading that says the same of the setting may follow a change above it.
        readings.track();
        let row = chosen.get()?;
        Some(match below.get() {
            true => view! { <Below page=page row=row/> }.into_any(),
            false => view! { <Panel page=page row=row/> }.into_any(),
        })
    };
    let class = move || if chosen.with(Option::is_some) { "tn-set tn-set--chosen" } else { "tn-set" };
    view! {
        <div class=class>
            <section class="tn-set__main" aria-label=t("tab.settings")>
                <Show when=move || state.get() != (false, false)><Toolbar page=page/></Show>
                {fault}
                <div class="tn-set__notes">{notes}</div>
                {main}
            </section>
            {side}
        </div>
    }
}

#[component]
fn Loading() -> impl IntoView {
    view! {
        <div class="tn-set__loading" role="status" aria-label=t("settings.loading")>
            {(0..10).map(|_| view! { <span class="tn-skeleton"></span> }).collect_view()}
        </div>
    }
}
