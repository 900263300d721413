//! The same change of a setting on the selected tenants: what is to be done, one preview for all of it, what is sent
//! for each, and what came of it.

use leptos::prelude::*;
use tenantry_core::acronis::changes::settings::set_or_return;
use tenantry_core::acronis::inheritance::{Change, Effect, Gap, OwnFact, OwnValue, Preview, Reported};
use tenantry_core::acronis::settings::Key;
use tenantry_core::acronis::tenancy::Node;
use tenantry_core::acronis::{Own, TenantId};

use super::plan::{Known, Planned, Skip, Task, planned};
use crate::acronis::context::AcronisContext;
use crate::acronis::settings::{
    ASKS_ABOVE, Entered, Form, Inspector, PreviewView, Reach, Reading, Row, Saving, WriteNotice, WriteStatus,
    usual_kind,
};
use crate::i18n::{t, tf, tn, tnf};
use crate::mount::Mount;
use crate::resource::batch::{BatchDialog, Step};
use crate::resource::context::PageContext;
use crate::resource::fields::{Field, Tick};
use crate::resource::form::TextField;
use crate::ui::format;
use crate::ui::text::visible;

/// What can be done, in the order of the choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Set,
    Lock,
    Unlock,
    Reset,
}

/// The dialog.
#[component]
pub fn ChangeDialog(
    /// The screen.
    page: AcronisContext,
    /// The setting.
    row: Row,
    /// The setting looked at closely over the list.
    inspector: Inspector,
    /// The selected tenants.
    nodes: Vec<Node>,
    /// Leaves.
    leave: Callback<()>,
) -> impl IntoView {
    let over = inspector.over(&nodes);
    over.lay_out();
    over.read_way();
    over.read_below_if_few();
    let are_apart = page.tenants.peek(|tree, _| tree.are_apart(&nodes));
    let nodes = StoredValue::new(nodes);
    let what = RwSignal::new(What::Set);
    let entered = Entered::of(None);
    let task = Memo::new(move |_| match what.get() {
        What::Set => entered.read().map(Task::Set),
        What::Lock => Ok(Task::Lock),
        What::Unlock => Ok(Task::Unlock),
        What::Reset => Ok(Task::Reset),
    });
    // What somebody sees, not what is read while the changes are sent: a change in between must stop a write.
    let plan = Memo::new(move |_| match task.get() {
        Ok(task) => nodes.with_value(|nodes| plan(over, nodes, &task)),
        Err(_) => Vec::new(),
    });
    let preview = Memo::new(move |_| {
        let is_read = matches!(over.way.get(), Reading::Done { .. });
        let changes = plan.with(|plan| changes(over, plan));
        (is_read && task.with(Result::is_ok)).then(|| over.preview_all(&changes))
    });
    let (blind, typed) = (RwSignal::new(false), TextField::plain());
    let reach = Memo::new(move |_| {
        let is_complete = page.tenants.is_complete();
        let changed = plan.with(|plan| sent(plan).count());
        preview.with(|preview| Some(Reach::of(preview.as_ref()?, is_complete, changed)))
    });
    let asked = Memo::new(move |_| reach.get().filter(|reach| reach.count() > ASKS_ABOVE));
    let reason = Signal::derive(move || {
        let is_sure = asked.get().is_none_or(|reach| typed.value.with(|typed| reach.is_typed(typed)));
        let words = match (task.get(), reach.get(), is_sure) {
            (Err(fault), ..) => fault,
            (_, None, _) => t("edit.not_ready"),
            (_, Some(Reach::AtMost(_)), _) if !blind.get() => t("list_setting.read_first"),
            (.., false) => t("edit.type_number"),
            _ => return None,
        };
        Some(words.to_owned())
    });
    let context = PageContext::new(page.session, |_, _| Vec::new());
    // What is read back afterwards changes the plan, but not what was sent.
    let as_sent = StoredValue::new(Vec::new());
    let steps = Callback::new(move |()| {
        as_sent.set_value(plan.get());
        plan.with(|plan| steps(context, over, plan))
    });
    let after = Callback::new(move |done: Vec<usize>| {
        let of = |at: usize| as_sent.with_value(|plan: &Vec<Item>| plan.get(at).cloned());
        let done: Vec<Item> = done.into_iter().filter_map(of).collect();
        view! { <Verified over=over done=done/> }.into_any()
    });
    let count = nodes.with_value(Vec::len);
    let of = [("name", visible(&row.setting.name).into_owned()), ("n", format::number(count))];
    let of: Vec<(&str, &str)> = of.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let title = tnf("list_setting.title", count, &of);
    let usual = usual_kind(row.effective().and_then(|effective| effective.value.as_ref()));
    let name = StoredValue::new(row.setting.name);
    view! {
        <BatchDialog page=context title=title words=t("list_setting.send") steps=steps reason=reason independent=are_apart after=after leave=leave>
            <Choice what=what/>
            <Show when=move || what.get() == What::Set>
                <Form entered=entered name=name.get_value() usual=usual/>
            </Show>
            <PreviewView inspector=over preview=preview here=here/>
            <Show when=move || matches!(reach.get(), Some(Reach::AtMost(_)))>
                <Tick label=t("list_setting.blind").to_owned() on=blind/>
            </Show>
            {move || asked.get().map(|reach| {
                let key = if matches!(reach, Reach::Known(_)) { "edit.type_known" } else { "edit.type_at_most" };
                let label = tf(key, &[("n", &format::number(reach.count()))]);
                view! { <Field label=label id="tn-list-number" field=typed/> }
            })}
        </BatchDialog>
    }
}

/// What is to be done.
#[component]
fn Choice(what: RwSignal<What>) -> impl IntoView {
    let mount = Mount::here();
    let option = move |(one, id, key, note): (What, &'static str, &'static str, &'static str)| {
        let (id, note_id) = (mount.id(id), mount.id(&[id, "-note"].concat()));
        view! {
            <div class="tn-flag">
                <input id=id.clone() type="radio" name=mount.id("tn-list-what") aria-describedby=note_id.clone()
                    prop:checked=move || what.get() == one on:change=move |_| what.set(one)/>
                <label for=id>{t(key)}</label>
                <p id=note_id class="tn-faint">{t(note)}</p>
            </div>
        }
    };
    let options = [
        (What::Set, "tn-list-set", "list_setting.task.set", "list_setting.task.set_note"),
        (What::Lock, "tn-list-lock", "list_setting.task.lock", "list_setting.task.lock_note"),
        (What::Unlock, "tn-list-unlock", "list_setting.task.unlock", "list_setting.task.unlock_note"),
        (What::Reset, "tn-list-reset", "list_setting.task.reset", "list_setting.task.reset_note"),
    ];
    view! { <div class="tn-form" role="radiogroup" aria-label=t("list_setting.task")>{options.map(option).collect_view()}</div> }
}

/// What is done on a tenant.
#[derive(Clone, Debug, PartialEq)]
struct Item {
    node: Node,
    planned: Planned,
}

/// What is done on each of the tenants. Followed.
fn plan(over: Inspector, nodes: &[Node], task: &Task) -> Vec<Item> {
    over.with(|column| {
        let own = |own: OwnValue| Own {
            value: column.value(own.value).clone(),
            lock: own.lock,
            exclusive: own.exclusive,
        };
        let known = |node: Node| {
            let effective = match column.reported(node) {
                Reported::Value(value) => value.value.map(|id| column.value(id).clone()),
                Reported::Nothing | Reported::Unknown(_) => None,
            };
            match column.own(node) {
                OwnFact::Unknown(Gap::NotRead) => Known::NotRead,
                OwnFact::Unknown(_) => Known::NotVisible,
                OwnFact::None => Known::Read { own: None, effective },
                OwnFact::Own(one) => Known::Read { own: Some(own(one)), effective },
            }
        };
        nodes.iter().map(|node| Item { node: *node, planned: planned(task, &known(*node)) }).collect()
    })
}

fn sent(plan: &[Item]) -> impl Iterator<Item = (Node, &Option<Own>)> {
    plan.iter().filter_map(|item| match &item.planned {
        Planned::Send { own, .. } => Some((item.node, own)),
        Planned::Skip(_) => None,
    })
}

fn changes(over: Inspector, plan: &[Item]) -> Vec<Change> {
    let column = over.column();
    let mut column = column.borrow_mut();
    sent(plan).map(|(node, own)| Change { node, own: own.as_ref().map(|own| column.keep(own)) }).collect()
}

fn steps(context: PageContext, over: Inspector, plan: &[Item]) -> Vec<Step> {
    let Key { application, name, .. } = over.key();
    let step = |item: &Item| {
        let tenant = TenantId(over.acronis.tenants.peek(|tree, _| tree.id(item.node)));
        let key = Key { application, tenant, name: name.clone() };
        let (shown, own, skipped) = match &item.planned {
            Planned::Send { shown, own } => (shown.clone(), own.clone(), None),
            Planned::Skip(why) => (None, None, Some(skip_words(*why).to_owned())),
        };
        let called = over.called(item.node);
        let change = move || set_or_return(key.clone(), shown.clone(), own.clone()).called(&called);
        Step::new(over.name_at(item.node), context, change, |_| ()).unless(skipped)
    };
    plan.iter().map(step).collect()
}

fn skip_words(why: Skip) -> &'static str {
    t(match why {
        Skip::Same => "list_setting.skip.same",
        Skip::NothingSet => "list_setting.skip.nothing_set",
        Skip::NothingApplies => "list_setting.skip.nothing_applies",
        Skip::NotRead => "gap.not_read",
        Skip::NotVisible => "gap.not_visible",
    })
}

/// What it would do on the selected tenants themselves.
fn here(_: Inspector, preview: &Preview) -> String {
    let unknown = preview.here.iter().filter(|one| matches!(one.effect, Effect::CannotTell(_))).count();
    let count = |key: &str, count: usize| tn(key, count, &format::number(count));
    let changed = preview.here.len() - unknown;
    match (changed, unknown) {
        (0, 0) => t("list_setting.here_same").to_owned(),
        (_, 0) => count("list_setting.here", changed),
        (0, _) => count("list_setting.here_unknown", unknown),
        _ => [count("list_setting.here", changed), count("list_setting.here_unknown", unknown)].join(" "),
    }
}

/// What the changes did that were carried out, read and held against the preview.
#[component]
fn Verified(over: Inspector, done: Vec<Item>) -> impl IntoView {
    let told = ArcRwSignal::new(WriteStatus::Nothing);
    let status = RwSignal::from(told.clone());
    let changes = changes(over, &done);
    let preview = untrack(|| over.preview_all(&changes));
    let saving = (!changes.is_empty()).then(|| Saving::verify_all(over, changes, preview, told));
    let saving = StoredValue::new_local(saving);
    let go_on = Callback::new(move |()| saving.get_value().into_iter().for_each(Saving::go_on));
    view! { <WriteNotice status=status go_on=go_on/> }
}
