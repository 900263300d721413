//! The settings of two tenants side by side.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::inheritance::{Compared, compare};
use tenantry_core::acronis::{Setting, Value};
use tenantry_core::fold::Query;

use super::context::SettingsContext;
use super::read::{self, Listed};
use super::value_text::ValueText;
use super::values;
use crate::i18n::{t, tf, tn};
use crate::ui::export::{Extent, Table};
use crate::ui::task::LatestTask;
use crate::ui::{Badge, ExportButtons, FaultNotice, Name, Phrase, PhraseText, Remote, Tone, format};

const TITLE: &str = "tn-compare-title";

/// Two tenants side by side.
#[component]
pub fn Compare(
    /// The tab.
    page: SettingsContext,
    /// The other tenant.
    other: Uuid,
) -> impl IntoView {
    let (theirs, latest) = (RwSignal::new(Remote::<Listed>::Loading), LatestTask::new());
    let read = Callback::new(move |()| {
        latest.run(async move {
            let outcome = read::settings(page.state(), other).await;
            theirs.update(|theirs| *theirs = theirs.after(outcome));
        });
    });
    read.run(());
    page.session.when_back(move || {
        if theirs.with_untracked(|theirs| matches!(theirs, Remote::Failed { .. })) {
            read.run(());
        }
    });
    let only = RwSignal::new(true);
    let names = [page.tenant, other].map(|id| page.name_of(id));
    let close = move || page.href(|view| view.with = None);
    page.mount.focus_if_idle(TITLE);
    on_cleanup(move || page.mount.focus_if_idle("tn-compare-button"));
    let title = Phrase::new("compare.title", &[("one", &names[0]), ("other", &names[1])]);
    let heads = StoredValue::new(names);
    let body = move || match theirs.get() {
        Remote::Loading => view! { <p role="status">{t("settings.loading")}</p> }.into_any(),
        Remote::Failed { fault, before: None } => view! { <FaultNotice fault=fault retry=read/> }.into_any(),
        remote => {
            let theirs = remote.value().cloned().unwrap_or_default();
            view! { <Rows page=page other=other theirs=theirs only=only heads=heads.get_value()/> }.into_any()
        }
    };
    view! {
        <div class="tn-compare">
            <div class="tn-compare__head">
                <h2 id=page.mount.id(TITLE) tabindex="-1"><PhraseText phrase=title/></h2>
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
fn Rows(
    page: SettingsContext,
    other: Uuid,
    theirs: Listed,
    only: RwSignal<bool>,
    heads: [String; 2],
) -> impl IntoView {
    let mine: Vec<Setting> = page.rows().into_iter().map(|row| row.setting).collect();
    let partial =
        theirs.partial || page.listed.with(|listed| listed.value().is_none_or(|listed| listed.partial));
    let names = theirs.applications.clone();
    let theirs: Vec<Setting> = theirs.rows.into_iter().map(|row| row.setting).collect();
    let rows = compare(&mine, &theirs);
    let table = StoredValue::new(export(page, other, &heads, &rows, partial));
    let differ = rows.iter().filter(|row| !row.same_value()).count();
    let line = |row: &Compared<'_>| {
        let application = row.application().and_then(|id| names.iter().find(|(one, _)| *one == id.0));
        let application = application.map(|(_, name)| name.clone()).unwrap_or_default();
        let same = row.same_value();
        let words = [row.one, row.other].map(|one| values::short_or_none(value(one)));
        let searched = [row.name(), &words[0], &words[1]].join("\n");
        let id = row.application().map(|id| id.0);
        let found = move || {
            page.view.with(|view| {
                let of_it = view.application.is_none() || view.application == id;
                of_it && Query::new(&view.text).is_in(&searched)
            })
        };
        let cells = [(page.tenant, row.one), (other, row.other)];
        let cell = |(tenant, setting): (Uuid, Option<&Setting>)| {
            view! { <td><Side page=page tenant=tenant setting=setting.cloned()/></td> }
        };
        let cells = cells.map(cell);
        view! {
            <tr hidden=move || same && only.get() || !found()>
                <th scope="row"><Name text=row.name()/> " " <small><Name text=application/></small></th>
                {cells.into_iter().collect_view()}
                <td>{(!same).then(|| view! { <Badge tone=Tone::Warn text=t("compare.differs")/> })}</td>
            </tr>
        }
    };
    let lines = rows.iter().map(line).collect_view();
    let [one, two] = heads;
    view! {
        <div class="tn-compare__line">
            <p role="status" prop:textContent=tf("compare.count", &[("n", &format::number(differ)), ("all", &format::number(rows.len()))])></p>
            <span class="tn-set__tools">
                <ExportButtons table=move |()| table.get_value()/>
            </span>
        </div>
        {partial.then(|| view! { <p class="tn-note tn-note--warn">{t("compare.partial")}</p> })}
        <div class="tn-set__scroll" tabindex="0" role="region" aria-label=t("compare.table")>
            <table class="tn-table tn-compare__table">
                <thead><tr>
                    <th scope="col">{t("settings.col.setting")}</th><th scope="col"><Name text=one cut=true/></th>
                    <th scope="col"><Name text=two cut=true/></th><th scope="col"><span class="tn-sr">{t("compare.differs")}</span></th>
                </tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}

fn value(setting: Option<&Setting>) -> Option<&Value> {
    setting?.effective.as_ref()?.value.as_ref()
}

/// All settings of both, whether they differ or not.
fn export(
    page: SettingsContext,
    other: Uuid,
    names: &[String; 2],
    rows: &[Compared<'_>],
    partial: bool,
) -> Table {
    let from = |tenant, setting: Option<&Setting>| setting.map(|one| read::from(page.state(), tenant, one));
    let row = |row: &Compared<'_>| {
        vec![
            Some(row.name().to_owned()),
            row.application().map(|id| id.to_string()),
            value(row.one).map(Value::to_json),
            from(page.tenant, row.one),
            value(row.other).map(Value::to_json),
            from(other, row.other),
            Some((!row.same_value()).to_string()),
        ]
    };
    let count = tn("export.rows", rows.len(), &rows.len().to_string());
    let (one_id, other_id) = (page.tenant.to_string(), other.to_string());
    let [one, two] = names;
    let about = [("one", one.as_str()), ("one_id", &one_id), ("other", two), ("other_id", &other_id)];
    Table {
        about: tf("compare.about", &[&about[..], &[("count", &count)]].concat()),
        subject: vec!["comparison".to_owned(), one.clone(), two.clone()],
        untold: "",
        extent: Extent::of(!partial, true),
        columns: ["setting", "application_id", "one", "one_from", "other", "other_from", "differs"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.iter().map(row).collect(),
    }
}

/// What applies on one of the two.
#[component]
fn Side(page: SettingsContext, tenant: Uuid, setting: Option<Setting>) -> impl IntoView {
    let Some(setting) = setting else {
        return view! { <span class="tn-faint">{t("compare.missing")}</span> }.into_any();
    };
    let from = read::from(page.state(), tenant, &setting);
    let Some(effective) = setting.effective else {
        return view! { <span class="tn-faint">{t("value.none")}</span> }.into_any();
    };
    view! {
        <ValueText value=effective.value/>
        {effective.lock.then(|| view! { " " <Badge tone=Tone::Warn text=t("settings.locked")/> })}
        " " <small><Name text=from/></small>
    }
    .into_any()
}
