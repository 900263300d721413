//! The tab.

use leptos::prelude::*;
use tenantry_core::acronis::applications::{self, Application};
use tenantry_core::acronis::offering_items::{Limit, OfTenant, OfferingItem, OfferingItems, Usage, UsagesOf};
use tenantry_core::acronis::offering_write::can_edit;
use tenantry_core::acronis::{ApplicationId, TenantId};
use tenantry_core::connection::Connection;
use tenantry_core::decode::Rows;
use tenantry_core::{Error, Uuid};

use super::edit::{EditItem, reason};
use super::meter;
use super::words::{amount, level, limit};
use crate::acronis::context::AcronisContext;
use crate::i18n::{t, tf, tn};
use crate::resource::context::PageContext;
use crate::ui::export::{Extent, Table};
use crate::ui::loaded::Status;
use crate::ui::text::visible;
use crate::ui::{Badge, ExportButtons, Name, Tone, format};

/// The columns of numbers.
const NUMBERS: [&str; 3] = ["quota.used", "quota.soft", "quota.hard"];

/// What was read.
#[derive(Clone, Default)]
struct Read {
    items: Vec<OfferingItem>,
    bad: usize,
    /// `None` where usages could not be read.
    usages: Option<Vec<Usage>>,
    applications: Vec<Application>,
}

impl Read {
    fn used(&self, item: &OfferingItem) -> Option<i64> {
        self.usages.as_ref()?.iter().find(|usage| usage.is_of(item)).and_then(Usage::used)
    }

    fn application(&self, id: Option<ApplicationId>) -> Option<String> {
        let name = self.applications.iter().find(|one| Some(one.id) == id).and_then(|one| one.name.clone());
        name.or_else(|| id.map(|id| id.to_string()))
    }

    fn shown(self) -> OfferingItems {
        OfferingItems { items: Rows { items: self.items, bad: Vec::new() } }
    }

    fn is_whole(&self) -> bool {
        self.bad == 0 && self.usages.is_some()
    }
}

/// The offering items of a tenant.
#[component]
pub fn QuotasTab(
    /// The screen.
    screen: AcronisContext,
    /// The tenant.
    id: Uuid,
) -> impl IntoView {
    let page = PageContext::new(screen.session, |_, _| Vec::new());
    let loaded = page.load(move || async move { read(&page.session.connection(), TenantId(id)).await });
    let editing = RwSignal::new(None::<OfferingItem>);
    let name = StoredValue::new(screen.name_of(id));
    let table = move |()| {
        let read = untrack(|| loaded.get()).unwrap_or_default();
        name.with_value(|name| export(name, &read))
    };
    let body = move || {
        let read = loaded.get()?;
        let rows = read.items.iter().map(|item| row(page, &read, item, editing)).collect_view();
        let (bad, is_empty) = (read.bad, read.items.is_empty());
        let heads = [
            "quota.item",
            "quota.application",
            "quota.status",
            "quota.used",
            "quota.soft",
            "quota.hard",
            "quota.level",
        ];
        Some(view! {
            {(bad > 0).then(|| view! { <p class="tn-note tn-note--warn">{tn("quota.bad", bad, &format::number(bad))}</p> })}
            {read.usages.is_none().then(|| view! { <p class="tn-note tn-note--warn">{t("quota.no_usages")}</p> })}
            {(is_empty && bad == 0).then(|| view! { <p class="tn-faint">{t("quota.none")}</p> })}
            <div class="tn-set__scroll" hidden=is_empty tabindex="0" role="region" aria-label=t("quota.table")>
                <table class="tn-table tn-quotas">
                    <thead><tr>
                        {heads.map(|key| view! { <th scope="col" class:tn-number=NUMBERS.contains(&key)>{t(key)}</th> }).collect_view()}
                        <th scope="col"><span class="tn-sr">{t("quota.edit")}</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="tn-faint" hidden=is_empty>{t("quota.note")}</p>
        })
    };
    let count = move || {
        loaded.get().map(|read| tn("quota.count", read.items.len(), &format::number(read.items.len())))
    };
    view! {
        <div class="tn-detail__body">
            <div class="tn-contacts__bar">
                <strong role="status" prop:textContent=count></strong>
                <ExportButtons table=table/>
            </div>
            <Status loaded=loaded.status()/>
            {body}
        </div>
        {move || editing.get().map(|item| {
            let leave = Callback::new(move |()| editing.set(None));
            let shown = untrack(|| loaded.get()).unwrap_or_default().shown();
            view! { <EditItem page=page tenant=TenantId(id) shown=shown item=item leave=leave/> }
        })}
    }
}

/// Usages and the names of applications are told where they can be read; the items have to be.
async fn read(connection: &Connection, tenant: TenantId) -> Result<Read, Error> {
    let (of_items, of_usages) = (OfTenant { tenant }, UsagesOf { tenant });
    let (items, usages, applications) = futures_util::join!(
        connection.call(&of_items),
        connection.call(&of_usages),
        connection.call(&applications::List),
    );
    let items = items?.items;
    let usages = match usages {
        Ok(usages) if usages.items.bad.is_empty() => Some(usages.items.items),
        Err(error) if !(error.is_forbidden() || error.is_not_found()) => return Err(error),
        _ => None,
    };
    let applications = applications.map(|list| list.items.items).unwrap_or_default();
    Ok(Read { bad: items.bad.len(), items: items.items, usages, applications })
}

fn row(
    page: PageContext,
    read: &Read,
    item: &OfferingItem,
    editing: RwSignal<Option<OfferingItem>>,
) -> impl IntoView + use<> {
    let unit = item.measurement_unit.as_ref();
    let used = read.used(item);
    let (soft, hard) = limits(item);
    let status = match item.is_active() {
        Some(true) => (t("quota.active"), Tone::Good),
        Some(false) => (t("quota.inactive"), Tone::Plain),
        None => (t("field.unsaid"), Tone::Plain),
    };
    let is_counted = item.quota.is_some() || used.is_some();
    let said = move |words: String| if is_counted { words } else { t("quota.not_counted").to_owned() };
    let used_words = used.map_or_else(|| t("field.unsaid").to_owned(), |used| amount(used, unit));
    let words = [used_words, limit(soft, unit), limit(hard, unit)].map(said);
    let label = tf(
        "quota.bar",
        &[("name", &item.name), ("used", &words[0]), ("soft", &words[1]), ("hard", &words[2])],
    );
    let bar = used.and_then(|used| Some((used, meter::end(used, soft, hard)?)));
    let bar = bar.map(|(used, end)| {
        let high = if let Limit::At(soft) = soft { soft } else { end };
        view! {
            <meter class="tn-meter" min="0" max=end.to_string() high=high.to_string() optimum="0" value=used.to_string() aria-label=label></meter>
        }
    });
    let badge = is_counted.then(|| level(meter::level(used, soft, hard))).flatten();
    let badge = badge.map(|(words, tone)| view! { " " <Badge tone=tone text=words/> });
    let (name, edition) = (item.name.clone(), item.edition.clone().flatten());
    let application = read.application(item.application_id).unwrap_or_else(|| t("field.unsaid").to_owned());
    let [used, soft, hard] = words;
    view! {
        <tr>
            <th scope="row"><Name text=name/> {edition.map(|edition| view! { " " <small class="tn-faint"><Name text=edition/></small> })}</th>
            <td><Name text=application cut=true/></td>
            <td><Badge tone=status.1 text=status.0/></td>
            <td class="tn-number">{used}</td>
            <td class="tn-number">{soft}</td>
            <td class="tn-number">{hard}</td>
            <td>{bar} {badge}</td>
            <td>{change(page, item, editing)}</td>
        </tr>
    }
}

/// The button that changes an item. Where none can be, it says why.
fn change(
    page: PageContext,
    item: &OfferingItem,
    editing: RwSignal<Option<OfferingItem>>,
) -> impl IntoView + use<> {
    let refused = can_edit(item).err().map(reason);
    let infra = item.infra_id.map(|id| id.to_string()).unwrap_or_default();
    let id = page.mount.id(&["tn-quota-", &item.name, &infra].concat());
    let (label, item) = (tf("quota.edit.label", &[("name", &item.name)]), item.clone());
    let why = move || page.frozen().or(refused);
    view! {
        <button id=id type="button" class="tn-button tn-button--small" disabled=move || why().is_some() title=why
            aria-label=visible(&label).into_owned() on:click=move |_| editing.set(Some(item.clone()))>{t("quota.edit")}</button>
    }
}

/// An item that is counted without a quota may be used without a bound as far as anybody says.
fn limits(item: &OfferingItem) -> (Limit, Limit) {
    item.quota.map_or((Limit::Untold, Limit::Untold), |quota| (quota.soft(), quota.hard()))
}

fn export(name: &str, read: &Read) -> Table {
    let number = |limit: Limit| match limit {
        Limit::At(value) => Some(value.to_string()),
        Limit::Unlimited => Some("unlimited".to_owned()),
        Limit::Untold => None,
    };
    let row = |item: &OfferingItem| {
        let (soft, hard) = limits(item);
        vec![
            Some(item.name.clone()),
            item.edition.clone().map(Option::unwrap_or_default),
            item.application_id.map(|id| id.to_string()),
            item.infra_id.map(|id| id.to_string()),
            item.status.map(|status| status.to_string()),
            item.measurement_unit.as_ref().map(|unit| unit.as_str().to_owned()),
            read.used(item).map(|used| used.to_string()),
            number(soft),
            number(hard),
        ]
    };
    let count = tn("quota.count", read.items.len(), &read.items.len().to_string());
    let columns = [
        "name",
        "edition",
        "application_id",
        "infra_id",
        "status",
        "measurement_unit",
        "used",
        "quota",
        "quota_and_overage",
    ];
    Table {
        about: tf("quota.about", &[("name", name), ("count", &count)]),
        subject: vec!["quotas".to_owned(), name.to_owned()],
        extent: Extent::of(read.is_whole(), true),
        untold: t("list.untold"),
        columns: columns.map(str::to_owned).to_vec(),
        rows: read.items.iter().map(row).collect(),
    }
}
