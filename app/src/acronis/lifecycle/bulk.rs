//! The same for several tenants: disable, enable, delete. Each is read first, because a write names its version.

use std::collections::HashSet;

use leptos::prelude::*;
use tenantry_core::acronis::changes::tenants::{self as changes, Siblings};
use tenantry_core::acronis::rules::can_update;
use tenantry_core::acronis::tenancy::{Node, Record};
use tenantry_core::acronis::tenants::{List, Lod, MAX_IDS, Scope};
use tenantry_core::acronis::{Tenant, TenantEdit, TenantField, TenantId, TenantValues};
use tenantry_core::connection::Connection;
use tenantry_core::write::Outcome;
use tenantry_core::{Error, Uuid};

use super::life::put;
use super::words::reason;
use crate::acronis::context::AcronisContext;
use crate::acronis::tenants::refresh;
use crate::i18n::{t, tf, tn};
use crate::resource::batch::{BatchAction, BatchDelete, BatchDialog, Step};
use crate::resource::context::PageContext;
use crate::resource::fields::Tick;
use crate::ui::loaded::Status;
use crate::ui::{Loaded, format};

/// What is done to all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bulk {
    Enable,
    Disable,
    Delete,
}

/// What can be done with the selected tenants of a list.
pub fn actions(screen: AcronisContext, page: PageContext, selected: Memo<Vec<Node>>) -> Vec<BatchAction> {
    let dialog = move |what: Bulk| {
        move |leave: Callback<()>| {
            let nodes = selected.get_untracked();
            let chosen = Chosen::of(screen, &nodes);
            let leave = Callback::new(move |()| {
                leave.run(());
                refresh(screen.state());
            });
            view! { <BulkDialog screen=screen page=page what=what chosen=chosen leave=leave/> }.into_any()
        }
    };
    vec![
        BatchAction::new("tn-bulk-enable", t("life.enable"), dialog(Bulk::Enable)),
        BatchAction::new("tn-bulk-disable", t("life.disable"), dialog(Bulk::Disable)),
        BatchAction::new("tn-bulk-delete", t("life.delete"), dialog(Bulk::Delete)).dangerous(),
    ]
}

/// The selected tenants.
struct Chosen {
    /// What is below another goes first: it would be deleted with that.
    ids: Vec<TenantId>,
    /// None of them stands below another.
    are_apart: bool,
    /// All of them have one parent.
    are_siblings: bool,
}

impl Chosen {
    fn of(screen: AcronisContext, nodes: &[Node]) -> Chosen {
        screen.tenants.peek(|tree, _| {
            let mut all: Vec<(usize, Uuid)> =
                nodes.iter().map(|node| (tree.path(*node).len(), tree.id(*node))).collect();
            all.sort_by_key(|(depth, _)| std::cmp::Reverse(*depth));
            let parents: HashSet<Option<Node>> = nodes.iter().map(|node| tree.parent(*node)).collect();
            Chosen {
                ids: all.into_iter().map(|(_, id)| TenantId(id)).collect(),
                are_apart: tree.are_apart(nodes),
                are_siblings: nodes.len() > 1 && parents.len() == 1 && !parents.contains(&None),
            }
        })
    }
}

#[component]
fn BulkDialog(
    screen: AcronisContext,
    page: PageContext,
    what: Bulk,
    chosen: Chosen,
    leave: Callback<()>,
) -> impl IntoView {
    let Chosen { ids, are_apart, are_siblings } = chosen;
    let count = ids.len();
    let together = RwSignal::new(are_siblings && what == Bulk::Delete);
    let asked = StoredValue::new(ids);
    let read: Loaded<Vec<Tenant>> =
        page.load_once(move || async move { tenants(&page.session.connection(), asked.get_value()).await });
    let steps = Callback::new(move |()| {
        let Some(read) = read.get() else { return Vec::new() };
        let step = |id: &TenantId| match read.iter().find(|one| one.id == *id) {
            Some(tenant) => step(screen, page, what, tenant.clone()),
            None => Step::left_out(screen.state().name_of(id.0), t("life.bulk.missing").to_owned()),
        };
        match together.get() {
            true => asked.with_value(|ids| steps_together(screen, page, ids, &read)),
            false => asked.with_value(|ids| ids.iter().map(step).collect()),
        }
    });
    let waits = Signal::derive(move || read.get().is_none().then(|| t("life.bulk.reading").to_owned()));
    let n = format::number(count);
    match what {
        Bulk::Delete => view! {
            <BatchDelete page=page title=tn("life.bulk.delete", count, &n) count=count steps=steps independent=are_apart leave=leave>
                <p>{t("life.bulk.delete_note")}</p>
                {are_siblings.then(|| view! {
                    <Tick label=t("life.bulk.together").to_owned() on=together/>
                    <p class="tn-faint">{t("life.bulk.together_note")}</p>
                })}
                <Status loaded=read.status()/>
            </BatchDelete>
        }
        .into_any(),
        Bulk::Enable => view! {
            <BatchDialog page=page title=tn("life.bulk.enable", count, &n) words=t("life.enable") steps=steps reason=waits independent=are_apart leave=leave>
                <p>{t("life.enable_note")}</p>
                <Status loaded=read.status()/>
            </BatchDialog>
        }
        .into_any(),
        Bulk::Disable => view! {
            <BatchDialog page=page title=tn("life.bulk.disable", count, &n) words=t("life.disable") steps=steps reason=waits dangerous=true independent=are_apart leave=leave>
                <p>{t("life.disable_note")}</p>
                <Status loaded=read.status()/>
            </BatchDialog>
        }
        .into_any(),
    }
}

/// The tenants as they are now; one that is not there any more is not among them.
async fn tenants(connection: &Connection, ids: Vec<TenantId>) -> Result<Vec<Tenant>, Error> {
    let mut all = Vec::new();
    for chunk in ids.chunks(MAX_IDS) {
        all.extend(connection.call(&List::of(Scope::Ids(chunk.to_vec()), Lod::Full)).await?.items.items);
    }
    Ok(all)
}

/// Siblings are deleted in one request, as many as one may hold; those that cannot be are left out with the reason.
fn steps_together(screen: AcronisContext, page: PageContext, ids: &[TenantId], read: &[Tenant]) -> Vec<Step> {
    let name_of = |id: TenantId| screen.state().name_of(id.0);
    let name = |tenant: &Tenant| name_of(tenant.id);
    let (mut sent, mut left_out) = (Vec::new(), Vec::new());
    for id in ids {
        let Some(tenant) = read.iter().find(|one| one.id == *id) else {
            left_out.push(Step::left_out(name_of(*id), t("life.bulk.missing").to_owned()));
            continue;
        };
        match can_update(tenant, screen.top()) {
            Ok(version) => sent.push((tenant.clone(), version)),
            Err(why) => left_out.push(Step::left_out(name(tenant), reason(screen.state(), &why))),
        }
    }
    let step = |chunk: &[(Tenant, i64)]| {
        let names = chunk.iter().map(|(tenant, _)| name(tenant)).collect::<Vec<_>>().join(", ");
        let of = [("n", format::number(chunk.len())), ("names", names)];
        let of = of.each_ref().map(|(key, text)| (*key, text.as_str()));
        let (tenants, gone) = (chunk.to_vec(), chunk.to_vec());
        let always = move |outcome: &Outcome<Siblings>| {
            if outcome.ending().is_done() && !outcome.differs() {
                gone.iter().for_each(|(tenant, _)| put_deleted(screen, tenant));
            }
        };
        Step::new(
            tf("life.bulk.siblings", &of),
            page,
            move || changes::delete_siblings(tenants.clone()),
            always,
        )
    };
    sent.chunks(MAX_IDS).map(step).chain(left_out).collect()
}

fn put_deleted(screen: AcronisContext, tenant: &Tenant) {
    put(screen, &Record { deleted: Some(true), ..tenant.record() });
}

fn step(screen: AcronisContext, page: PageContext, what: Bulk, tenant: Tenant) -> Step {
    let name = screen.state().name_of(tenant.id.0);
    let version = match can_update(&tenant, screen.top()) {
        Ok(version) => version,
        Err(why) => return Step::left_out(name, reason(screen.state(), &why)),
    };
    let (on, words) = match what {
        Bulk::Delete => {
            let gone = tenant.clone();
            let always = move |outcome: &Outcome<Tenant>| {
                if outcome.ending().is_done() {
                    put_deleted(screen, &gone);
                }
            };
            return Step::new(name, page, move || changes::delete(&tenant, version), always);
        }
        Bulk::Enable => (true, "life.bulk.is_enabled"),
        Bulk::Disable => (false, "life.bulk.is_disabled"),
    };
    match TenantEdit::of(&tenant, TenantValues::from([(TenantField::Enabled, on.into())])) {
        Ok(edit) if !edit.is_empty() => {
            let change = move || changes::update(tenant.clone(), version, edit.clone());
            let always = move |outcome: &Outcome<Tenant>| {
                outcome.object().into_iter().for_each(|now| put(screen, &now.record()));
            };
            Step::new(name, page, change, always)
        }
        _ => Step::left_out(name, t(words).to_owned()),
    }
}
