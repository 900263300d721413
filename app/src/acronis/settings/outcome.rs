//! What became of a write: sent, read back, held against the preview.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::acronis::changes::settings::set_or_return;
use tenantry_core::acronis::inheritance::{Change, Column, Difference, OwnValue, Preview, read_back};
use tenantry_core::acronis::{Own, Setting};
use tenantry_core::write::{self, Known, Outcome, Verified};

use super::inspector::Inspector;
use super::write_status::{Done, WriteStatus};
use super::{values, words};
use crate::acronis::state::Acronis;
use crate::i18n::{t, tf, tn};
use crate::session::Session;
use crate::ui::text::visible;
use crate::ui::{FaultNotice, Icon, IconName, Name, format};
use crate::writes::run;

/// Sends a change, and tells what becomes of it. It goes on when the dialog has gone.
pub async fn send(
    inspector: Inspector,
    change: Option<Own>,
    shown: Option<Own>,
    preview: Preview,
    status: ArcRwSignal<WriteStatus>,
) {
    let (acronis, key) = (inspector.acronis, inspector.key());
    let meant = inspector.change(change.as_ref());
    let outcome = run(acronis.session, set_or_return(key, shown.clone(), change), &|_| ()).await;
    let (unheard, answered) = match heard(acronis.session, outcome, shown.as_ref()) {
        Ok(heard) => heard,
        Err(ended) => return status.set(ended),
    };
    verify(inspector, &preview, &[meant], &status, Done { unheard, answered, ..Done::default() }).await;
}

/// Reads what changes did that were carried out, and tells it, with what is known `already`.
pub async fn verify(
    inspector: Inspector,
    preview: &Preview,
    changes: &[Change],
    status: &ArcRwSignal<WriteStatus>,
    already: Done,
) {
    let (acronis, key, column) = (inspector.acronis, inspector.key(), inspector.column());
    let (connection, tree) = (acronis.session.connection(), acronis.tenants.tree());
    let tell = |read, all| status.set(WriteStatus::Verifying(read, all));
    tell(0, 1);
    let what = (key.application, key.name.as_str());
    let after = read_back(&connection, what, &tree, (preview, changes), &column, tell).await;
    inspector.notify();
    let name = |node| visible(tree.borrow().name(node)).into_owned();
    let line = |(node, difference): &_| {
        let [foreseen, found] = difference_words(acronis, preview, &column.borrow(), difference);
        [name(*node), foreseen, found]
    };
    status.set(WriteStatus::Done(Box::new(Done {
        verified: after.verified,
        differs: after.differs.iter().map(line).collect(),
        not_verified: after.not_verified,
        fault: after.gathered.fault.as_ref().map(|error| acronis.session.fault(error)),
        tree_partial: !acronis.tenants.is_complete(),
        ..already
    })));
}

/// What was foreseen, and what Acronis reports.
fn difference_words(
    acronis: Acronis,
    preview: &Preview,
    column: &Column,
    difference: &Difference,
) -> [String; 2] {
    let names = |id| acronis.name_of(id);
    let own = |own: Option<OwnValue>| {
        let own = own.map(|own| {
            let value = column.value(own.value).clone();
            Own { value, lock: own.lock, exclusive: own.exclusive }
        });
        tf("write.own", &[("own", &own_words(own.as_ref()))])
    };
    match *difference {
        Difference::Own { sent, found } => [own(sent), own(found)],
        Difference::Effective { foreseen, reported } => {
            [words::state(&preview.state(foreseen), column, &names), words::said(reported, column, &names)]
        }
    }
}

/// Whether the answer of a write that was carried out was lost, and the other value that it showed; or how else it
/// ended.
fn heard(
    session: Session,
    outcome: Outcome<Setting>,
    shown: Option<&Own>,
) -> Result<(bool, Option<String>), WriteStatus> {
    let fault = |title, error: Error, unknown| {
        Err(WriteStatus::Fault { title, fault: session.fault(&error), unknown })
    };
    let changed = |now: Option<Setting>, after| {
        let now = own_words(now.and_then(|now| now.own).as_ref());
        Err(WriteStatus::Changed { after, shown: own_words(shown), now })
    };
    match outcome {
        Outcome::Done(write::Done { object, known, verified }) => {
            let own = || own_words(object.and_then(|now| now.own).as_ref());
            let answered = (verified == Verified::Differs).then(own);
            Ok((matches!(known, Known::LookedUp(_)), answered))
        }
        Outcome::Accepted(_) => Ok((false, None)),
        Outcome::NotDone(error) => fault(t("write.not_done"), error, false),
        Outcome::Refused(error) if error.needs_sign_in() => fault(t("fault.expired.not_sent"), error, false),
        Outcome::Refused(error) => fault(t("write.refused"), error, false),
        Outcome::Unknown(error) => fault(t("write.unknown"), error, true),
        Outcome::ChangedBefore(now) => changed(now, false),
        Outcome::ChangedAfter(now) => changed(now, true),
    }
}

/// An own value in words.
fn own_words(own: Option<&Own>) -> String {
    let Some(own) = own else { return t("settings.no_own").to_owned() };
    let flags = [(own.lock, t("settings.locks")), (own.exclusive, t("settings.exclusive"))];
    let mut words = vec![values::short(&own.value)];
    words.extend(flags.into_iter().filter(|(on, _)| *on).map(|(_, word)| word.to_owned()));
    words.join(", ")
}

/// What became of it, on screen.
#[component]
pub fn WriteNotice(
    /// What is told.
    status: RwSignal<WriteStatus>,
) -> impl IntoView {
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if status.with(|status| matches!(status, WriteStatus::Fault { .. })) {
            request_animation_frame(move || {
                place.get_untracked().into_iter().for_each(|place| place.scroll_into_view_with_bool(false));
            });
        }
    });
    let is_verifying = Memo::new(move |_| status.with(WriteStatus::is_verifying));
    let body = move || match is_verifying.get() {
        true => view! { <Verifying status=status/> }.into_any(),
        false => ended(status.get()),
    };
    view! { <div node_ref=place class="tn-edit__told">{body}</div> }
}

/// The counts change all the time; only that it has begun is said aloud.
#[component]
fn Verifying(status: RwSignal<WriteStatus>) -> impl IntoView {
    let (read, all) = (
        move || status.with(|status| if let WriteStatus::Verifying(read, _) = status { *read } else { 0 }),
        move || status.with(|status| if let WriteStatus::Verifying(_, all) = status { *all } else { 1 }),
    );
    let words =
        move || tf("verify.progress", &[("n", &format::number(read())), ("all", &format::number(all()))]);
    view! {
        <p role="status">{t("verify.saved")}</p>
        <p prop:textContent=words></p>
        <progress class="tn-progress" max=move || all().to_string() value=move || read().to_string() aria-label=t("verify.label")></progress>
    }
}

fn ended(status: WriteStatus) -> AnyView {
    match status {
        WriteStatus::Nothing | WriteStatus::Verifying(..) => ().into_any(),
        WriteStatus::Sending => view! { <p role="status">{t("edit.sending")}</p> }.into_any(),
        WriteStatus::Done(done) => view! { <Carried done=*done/> }.into_any(),
        WriteStatus::Fault { title, fault, .. } => {
            view! { <h3 prop:textContent=title></h3> <FaultNotice fault=fault/> }.into_any()
        }
        WriteStatus::Changed { after, shown, now } => {
            let words = if after { t("write.changed_after") } else { t("write.changed_before") };
            view! {
                <div class="tn-notice" role="alert">
                    <Icon name=IconName::Warning/>
                    <div class="tn-notice__words">
                        <p class="tn-notice__title" prop:textContent=words></p>
                        <p translate="no">{tf("write.shown", &[("own", &shown)])}</p>
                        <p translate="no">{tf("write.now", &[("own", &now)])}</p>
                        <p>{t("write.changed.next")}</p>
                    </div>
                </div>
            }
            .into_any()
        }
    }
}

#[component]
fn Carried(done: Done) -> impl IntoView {
    let Done { unheard, answered, verified, differs, not_verified, fault, tree_partial } = done;
    let count = |key: &str, count: usize| tn(key, count, &format::number(count));
    let all_well = differs.is_empty() && not_verified == 0 && answered.is_none();
    let counts = [
        ("write.count.verified", verified),
        ("write.count.different", differs.len()),
        ("write.count.not_verified", not_verified),
    ];
    let chip = |(key, count): (&'static str, usize)| {
        view! { <span class="tn-badge">{tf(key, &[("n", &format::number(count))])}</span> " " }
    };
    let line = move |cells: [String; 3]| {
        let [tenant, foreseen, found] = cells;
        view! { <tr translate="no"><th scope="row"><Name text=tenant/></th><td prop:textContent=foreseen></td><td prop:textContent=found></td></tr> }
    };
    view! {
        <div class=if all_well { "tn-notice tn-notice--good" } else { "tn-notice" } role="status">
            <Icon name=if all_well { IconName::Check } else { IconName::Warning }/>
            <div class="tn-notice__words">
                <p class="tn-notice__title">{if unheard { t("write.done_unheard") } else { t("write.done") }}</p>
                {(!all_well).then(|| view! { <p>{counts.map(chip).collect_view()}</p> })}
                {answered.map(|own| view! { <p translate="no">{tf("write.answered", &[("own", &own)])}</p> })}
                {(verified > 0).then(|| view! { <p>{count("write.verified", verified)}</p> })}
                {(not_verified > 0).then(|| view! { <p>{count("write.not_verified", not_verified)}</p> })}
                {fault.map(|fault| view! { <p>{fault.title} " " {fault.next}</p> })}
                {tree_partial.then(|| view! { <p>{t("preview.tree_partial")}</p> })}
                {(!differs.is_empty()).then(|| view! {
                    <p>{count("write.differs", differs.len())}</p>
                    <table class="tn-table">
                        <thead><tr>
                            <th scope="col">{t("preview.tenant")}</th><th scope="col">{t("write.foreseen")}</th><th scope="col">{t("write.reported")}</th>
                        </tr></thead>
                        <tbody>{differs.into_iter().take(50).map(line).collect_view()}</tbody>
                    </table>
                })}
            </div>
        </div>
    }
}
