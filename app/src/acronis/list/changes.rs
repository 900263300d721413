//! What has changed below a tenant since a day, or since somebody last looked.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::TenantId;
use tenantry_core::acronis::tenancy::{ChangeKind, Loaded as Whole, TenantChange, TreeSync};
use tenantry_core::date::Date;

use super::line::{SEPARATOR, iso, moment};
use crate::acronis::context::AcronisContext;
use crate::acronis::route::{Tab, TenantsPath};
use crate::i18n::{t, tf, tn};
use crate::mount::platform;
use crate::ui::export::{Extent, Table};
use crate::ui::loaded::Status;
use crate::ui::text::visible;
use crate::ui::{Badge, ExportButtons, Name, Remote, Tone, format, load};

/// Rows on screen; more are shown on demand, and the files have all.
const ROWS: usize = 100;

/// The day that is asked about, or the last look at the same changes.
#[component]
pub fn Since(
    /// The screen.
    page: AcronisContext,
    /// The tenant at the top.
    top: Uuid,
) -> impl IntoView {
    let since = move || page.path().list.since.unwrap_or_default();
    let ask = move |since: String| {
        let mut path = page.path_now();
        path.list.since = Some(since).filter(|since| !since.is_empty());
        page.replace(&path);
    };
    let last = page.mount.storage().remembered(&look_of(page, top));
    let last = last.and_then(|last| Some((format::moment(Date::new(&last).read?), last)));
    let button = last.map(|(words, last)| {
        let (is_on, asked) = ({ let last = last.clone(); move || since() == last }, StoredValue::new(last));
        view! {
            <button type="button" class="tn-button tn-button--quiet" aria-pressed=move || is_on().to_string() on:click=move |_| ask(asked.get_value())>
                {tf("changes.last_look", &[("when", &words)])}
            </button>
        }
    });
    view! {
        <label class="tn-check">
            {t("changes.since")}
            <input type="date" class="tn-input tn-input--date" max=platform::today() prop:value=since on:change=move |event| ask(event_target_value(&event))/>
        </label>
        {button}
    }
}

/// Where the time of the last look at the changes below a tenant is remembered.
fn look_of(page: AcronisContext, top: Uuid) -> String {
    ["look.", &page.session.id(), ".", &top.to_string()].concat()
}

/// The changes.
#[component]
pub fn Changes(
    /// The screen.
    page: AcronisContext,
    /// The tenant at the top.
    top: Uuid,
    /// The day, as the URL has it.
    day: String,
) -> impl IntoView {
    let Some(since) = begin_of(&day) else {
        return view! { <p class="tn-empty" prop:textContent=t("changes.no_day")></p> }.into_any();
    };
    let store = page.tenants;
    let loaded = load(page.session, page.mount, move || {
        let since = since.clone();
        async move {
            let (connection, tree) = (page.session.connection(), store.tree());
            let mut sync = TreeSync::changes(TenantId(top), &since);
            sync.run(&connection, &tree, |_| ()).await?;
            if let Some(now) = &sync.since {
                page.mount.storage().remember(&look_of(page, top), now);
            }
            let mut report = store.change(|tree, view| {
                let report = sync.finish(tree, Whole::Some);
                view.refresh(tree);
                report
            });
            report.changes.sort_by_key(|change| std::cmp::Reverse(change.at));
            Ok((report.changes, report.bad_count))
        }
    });
    let room = RwSignal::new(ROWS);
    let name = page.name_of(top);
    let about = StoredValue::new((day, name));
    let table = move |()| {
        // Before anything was read, or where that failed, a file is not whole.
        let is_whole = loaded.remote.with_untracked(|remote| matches!(remote, Remote::Ready((_, 0))));
        let (changes, _) = loaded.get().unwrap_or_default();
        about.with_value(|(day, name)| export(page, day, name, &changes, is_whole))
    };
    let body = move || {
        let (changes, bad) = loaded.get()?;
        let (all, rows) = (changes.len(), room.get());
        let row = |change: &TenantChange| view! { <Row page=page change=change.clone()/> };
        let rows = changes.iter().take(rows).map(row).collect_view();
        let more = all.saturating_sub(room.get());
        let heads = ["preview.tenant", "tenant.path", "changes.kind", "field.updated_at"];
        Some(view! {
            {(bad > 0).then(|| view! { <p class="tn-note tn-note--warn">{tn("changes.bad", bad, &format::number(bad))}</p> })}
            {(all == 0 && bad == 0).then(|| view! { <p class="tn-empty">{t("changes.none")}</p> })}
            <div class="tn-set__scroll" hidden={all == 0} tabindex="0" role="region" aria-label=t("changes.table")>
                <table class="tn-table">
                    <thead><tr>{heads.map(|key| view! { <th scope="col">{t(key)}</th> }).collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
                {(more > 0).then(|| view! {
                    <p class="tn-empty">
                        {tn("preview.more", more, &format::number(more))} " "
                        <button type="button" class="tn-button tn-button--small" on:click=move |_| room.update(|room| *room += ROWS)>{t("list.more")}</button>
                    </p>
                })}
            </div>
        })
    };
    let counts = Memo::new(move |_| loaded.get().map(|(changes, _)| counted(&changes)).unwrap_or_default());
    view! {
        <div class="tn-set__bar">
            <strong role="status" prop:textContent=counts></strong>
            <span class="tn-set__tools"><ExportButtons table=table/></span>
        </div>
        <Status loaded=loaded.status()/>
        {body}
    }
    .into_any()
}

#[component]
fn Row(page: AcronisContext, change: TenantChange) -> impl IntoView {
    let id = change.id;
    let href = page.href(&TenantsPath { tab: Tab::Overview, ..TenantsPath::of(Some(id)) });
    let name = change.name.clone().unwrap_or_else(|| id.to_string());
    let at = change.at.map_or_else(|| t("list.untold").to_owned(), |seconds| format::moment(moment(seconds)));
    let tone = if change.kind == ChangeKind::Deleted { Tone::Bad } else { Tone::Plain };
    view! {
        <tr>
            <th scope="row"><a href=href><Name text=name cut=true/></a></th>
            <td class="tn-faint"><Name text=path(page, &change) cut=true/></td>
            <td><Badge tone=tone text=t(word(change.kind))/></td>
            <td prop:textContent=at></td>
        </tr>
    }
}

/// How many of each, in words.
pub fn counted(changes: &[TenantChange]) -> String {
    let count = |kind| changes.iter().filter(|change| change.kind == kind).count();
    let of = |(kind, key)| (count(kind) > 0).then(|| tn(key, count(kind), &format::number(count(kind))));
    let kinds = [
        (ChangeKind::New, "changes.new"),
        (ChangeKind::Changed, "changes.changed"),
        (ChangeKind::Moved, "changes.moved"),
        (ChangeKind::Deleted, "changes.deleted"),
    ];
    kinds.into_iter().filter_map(of).collect::<Vec<_>>().join(", ")
}

fn word(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::New => "change.new",
        ChangeKind::Changed => "change.changed",
        ChangeKind::Moved => "change.moved",
        ChangeKind::Deleted => "change.deleted",
    }
}

/// The names above it. A deleted tenant is in the tree no more, but its parent may be.
fn path(page: AcronisContext, change: &TenantChange) -> String {
    page.tenants.peek(|tree, _| {
        let above = change.parent.and_then(|parent| tree.find(parent)).map(|node| tree.path(node));
        let names = above.unwrap_or_default().into_iter().map(|node| visible(tree.name(node)).into_owned());
        names.collect::<Vec<_>>().join(SEPARATOR)
    })
}

fn export(page: AcronisContext, day: &str, name: &str, changes: &[TenantChange], is_whole: bool) -> Table {
    let row = |change: &TenantChange| {
        vec![
            change.name.clone(),
            Some(path(page, change)),
            Some(t(word(change.kind)).to_owned()),
            change.at.map(iso),
            Some(change.id.to_string()),
        ]
    };
    Table {
        about: tf("changes.about", &[("name", name), ("day", day)]),
        subject: vec!["changes".to_owned(), name.to_owned()],
        extent: Extent::of(is_whole, true),
        untold: t("list.untold"),
        columns: ["name", "path", "change", "updated_at", "id"].map(str::to_owned).to_vec(),
        rows: changes.iter().map(row).collect(),
    }
}

/// The begin of a day in the user's zone, or a moment, as the API takes it.
fn begin_of(day: &str) -> Option<String> {
    if day.contains('T') {
        let moment = Date::new(day).read?;
        let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(moment.epoch_ms as f64));
        return date.get_time().is_finite().then(|| date.to_iso_string().into());
    }
    let is_day = day.len() == 10 && day.bytes().all(|one| one.is_ascii_digit() || one == b'-');
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_str(&[day, "T00:00:00"].concat()));
    (is_day && date.get_time().is_finite()).then(|| date.to_iso_string().into())
}
