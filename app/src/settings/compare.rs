//! The settings of two tenants side by side.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::Setting;
use tenantry_core::inheritance::{Compared, compare};

use super::read::{self, Listed};
use super::study::name_of;
use super::tab::Desk;
use super::table::ValueText;
use crate::i18n::{t, tf};
use crate::ui::focus::settle;
use crate::ui::task::Slot;
use crate::ui::{Badge, FaultNotice, Remote, Tone, format};

const TITLE: &str = "tn-compare-title";

/// Two tenants side by side.
#[component]
pub fn Compare(
    /// The tab.
    desk: Desk,
    /// The other tenant.
    other: Uuid,
) -> impl IntoView {
    let (theirs, slot) = (RwSignal::new(Remote::<Listed>::Loading), Slot::new());
    let read = Callback::new(move |()| {
        slot.run(async move {
            let outcome = read::settings(desk.account, other).await;
            theirs.update(|theirs| *theirs = theirs.after(outcome));
        });
    });
    read.run(());
    let only = RwSignal::new(true);
    let names = [desk.tenant, other].map(|id| name_of(desk.account, id));
    let close = move || desk.href(|view| view.with = None);
    settle(TITLE);
    on_cleanup(|| settle("tn-compare-button"));
    let title = tf("compare.title", &[("one", &names[0]), ("other", &names[1])]);
    let heads = StoredValue::new(names);
    let body = move || match theirs.get() {
        Remote::Loading => view! { <p role="status">{t("settings.loading")}</p> }.into_any(),
        Remote::Failed { fault, before: None } => view! { <FaultNotice fault=fault retry=read/> }.into_any(),
        remote => {
            let theirs = remote.value().cloned().unwrap_or_default();
            view! { <Rows desk=desk other=other theirs=theirs only=only heads=heads.get_value()/> }.into_any()
        }
    };
    view! {
        <div class="tn-compare">
            <div class="tn-compare__head">
                <h2 id=TITLE tabindex="-1">{title}</h2>
                <label class="tn-check">
                    <input type="checkbox" prop:checked=move || only.get() on:change=move |event| only.set(event_target_checked(&event))/>
                    {t("compare.only")}
                </label>
                <a class="tn-button" href=close>{t("compare.close")}</a>
            </div>
            {body}
        </div>
    }
}

#[component]
fn Rows(desk: Desk, other: Uuid, theirs: Listed, only: RwSignal<bool>, heads: [String; 2]) -> impl IntoView {
    let mine: Vec<Setting> = desk.rows().into_iter().map(|row| row.setting).collect();
    let partial =
        theirs.partial || desk.listed.with(|listed| listed.value().is_none_or(|listed| listed.partial));
    let names = theirs.applications.clone();
    let theirs: Vec<Setting> = theirs.rows.into_iter().map(|row| row.setting).collect();
    let rows = compare(&mine, &theirs);
    let differ = rows.iter().filter(|row| !row.same_value()).count();
    let line = |row: &Compared<'_>| {
        let application = row.application().and_then(|id| names.iter().find(|(one, _)| *one == id.0));
        let application = application.map(|(_, name)| name.clone()).unwrap_or_default();
        let same = row.same_value();
        let cells = [(desk.tenant, row.one), (other, row.other)];
        let cell = |(tenant, setting): (Uuid, Option<&Setting>)| {
            view! { <td><Side desk=desk tenant=tenant setting=setting.cloned()/></td> }
        };
        let cells = cells.map(cell);
        view! {
            <tr hidden=move || same && only.get()>
                <th scope="row"><span dir="auto">{crate::ui::text::visible(row.name()).into_owned()}</span> <small>{application}</small></th>
                {cells.into_iter().collect_view()}
                <td>{(!same).then(|| view! { <Badge tone=Tone::Warn text=t("compare.differs")/> })}</td>
            </tr>
        }
    };
    let lines = rows.iter().map(line).collect_view();
    let [one, two] = heads;
    view! {
        <p role="status">{tf("compare.count", &[("n", &format::number(differ)), ("all", &format::number(rows.len()))])}</p>
        {partial.then(|| view! { <p class="tn-note tn-note--warn">{t("compare.partial")}</p> })}
        <div class="tn-set__scroll" tabindex="0" role="region" aria-label=t("compare.table")>
            <table class="tn-table tn-set__table">
                <thead><tr>
                    <th scope="col">{t("settings.col.setting")}</th><th scope="col" dir="auto">{one}</th>
                    <th scope="col" dir="auto">{two}</th><th scope="col"><span class="tn-sr">{t("compare.differs")}</span></th>
                </tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}

/// What applies on one of the two.
#[component]
fn Side(desk: Desk, tenant: Uuid, setting: Option<Setting>) -> impl IntoView {
    let Some(setting) = setting else {
        return view! { <span class="tn-faint">{t("compare.missing")}</span> }.into_any();
    };
    let from = read::from(desk.account, tenant, &setting);
    let Some(effective) = setting.effective else {
        return view! { <span class="tn-faint">{t("value.none")}</span> }.into_any();
    };
    view! {
        <ValueText value=effective.value/>
        {effective.lock.then(|| view! { " " <Badge tone=Tone::Warn text=t("settings.locked")/> })}
        " " <small dir="auto">{from}</small>
    }
    .into_any()
}
