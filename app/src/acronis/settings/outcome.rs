//! What became of a write: sent, read back, held against the preview.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::acronis::changes::settings::set_or_return;
use tenantry_core::acronis::inheritance::{Preview, Reported, Touched, read_back};
use tenantry_core::acronis::tenancy::Node;
use tenantry_core::acronis::{Own, Setting};
use tenantry_core::write::{Known, Outcome};

use super::inspector::Inspector;
use super::{values, words};
use crate::i18n::{t, tf, tn};
use crate::session::Session;
use crate::ui::{Fault, FaultNotice, Icon, IconName, format};
use crate::writes::run;

/// What is told of a write.
#[derive(Clone, Debug, PartialEq)]
pub enum WriteStatus {
    /// Nothing has been sent.
    Nothing,
    /// It is under way.
    Sending,
    /// It was carried out; what it did is being read.
    ReadingBack,
    /// It was carried out.
    Done(Box<Done>),
    /// It was not carried out, or nobody knows.
    Fault {
        /// What is known of it.
        title: &'static str,
        /// Why.
        fault: Fault,
        /// It may have been carried out.
        unknown: bool,
    },
    /// Somebody else changed the setting: what was shown and what is there now.
    Changed {
        /// It was sent, and something else came between.
        after: bool,
        /// What was shown.
        shown: String,
        /// What is there now.
        now: String,
    },
}

/// A write that was carried out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Done {
    /// Its answer was lost; it was looked up.
    unheard: bool,
    as_foreseen: usize,
    /// Tenants that are not as foreseen: which, what was foreseen, what the server says.
    differs: Vec<(Node, String, String)>,
    /// Tenants that could not be read back.
    unread: usize,
}

impl WriteStatus {
    /// Whether there is no more to be sent: it was carried out, or what was shown is old.
    pub fn is_over(&self) -> bool {
        matches!(
            self,
            WriteStatus::Done(_) | WriteStatus::Changed { .. } | WriteStatus::Fault { unknown: true, .. }
        )
    }

    /// Whether the answer, or what it did, is being waited for.
    pub fn is_under_way(&self) -> bool {
        matches!(self, WriteStatus::Sending | WriteStatus::ReadingBack)
    }

    /// Whether a change may be sent: nothing was, or what was has changed nothing.
    pub fn may_send(&self) -> bool {
        !self.is_over() && !self.is_under_way()
    }

    /// Whether what the tab shows is, or may be, old.
    pub fn has_changed(&self) -> bool {
        match self {
            WriteStatus::ReadingBack | WriteStatus::Done(_) | WriteStatus::Changed { .. } => true,
            WriteStatus::Fault { unknown, .. } => *unknown,
            _ => false,
        }
    }
}

/// Sends a change, and tells what becomes of it. It goes on when the dialog has gone; nobody is told then.
pub async fn send(
    inspector: Inspector,
    change: Option<Own>,
    shown: Option<Own>,
    preview: Preview,
    status: RwSignal<WriteStatus>,
) {
    let (acronis, key, column) = (inspector.acronis, inspector.key(), inspector.column());
    let outcome = run(acronis.session, set_or_return(key.clone(), shown.clone(), change), &|_| ()).await;
    let is_heard = match status_of(acronis.session, outcome, shown.as_ref()) {
        Ok(is_heard) => is_heard,
        Err(ended) => return drop(status.try_set(ended)),
    };
    if status.try_set(WriteStatus::ReadingBack).is_some() {
        return;
    }
    let (connection, tree) = (acronis.session.connection(), acronis.tenants.tree());
    let after = read_back(&connection, &key, &tree, &preview, inspector.node, &column).await;
    if status.is_disposed() {
        return;
    }
    inspector.notify();
    let names = |id| acronis.name_of(id);
    let line = |(touched, said): &(Touched, Reported)| {
        let column = column.borrow();
        let foreseen = words::state(&preview.state(touched.after), &column, &names);
        (touched.node, foreseen, words::said(*said, &column, &names))
    };
    let differs = after.differs.iter().map(line).collect();
    let (as_foreseen, unread) = (after.as_foreseen, after.gathered.failed);
    status.set(WriteStatus::Done(Box::new(Done { unheard: !is_heard, as_foreseen, differs, unread })));
}

/// Whether the answer of a write that was carried out was heard; or how else it ended.
fn status_of(session: Session, outcome: Outcome<Setting>, shown: Option<&Own>) -> Result<bool, WriteStatus> {
    let fault = |title, error: Error, unknown| {
        Err(WriteStatus::Fault { title, fault: session.fault(&error), unknown })
    };
    let changed = |now: Option<Setting>, after| {
        let now = own_words(now.and_then(|now| now.own).as_ref());
        Err(WriteStatus::Changed { after, shown: own_words(shown), now })
    };
    match outcome {
        Outcome::Done(done) => Ok(!matches!(done.known, Known::LookedUp(_))),
        Outcome::Accepted(_) => Ok(true),
        Outcome::NotDone(error) => fault(t("write.not_done"), error, false),
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
    /// The setting.
    inspector: Inspector,
    /// What is told.
    status: RwSignal<WriteStatus>,
) -> impl IntoView {
    let body = move || match status.get() {
        WriteStatus::Nothing => ().into_any(),
        WriteStatus::Sending => view! { <p>{t("edit.sending")}</p> }.into_any(),
        WriteStatus::ReadingBack => view! { <p>{t("edit.reading_back")}</p> }.into_any(),
        WriteStatus::Done(done) => view! { <Carried inspector=inspector done=*done/> }.into_any(),
        WriteStatus::Fault { title, fault, .. } => {
            view! { <h3>{title}</h3> <FaultNotice fault=fault/> }.into_any()
        }
        WriteStatus::Changed { after, shown, now } => {
            let words = if after { t("write.changed_after") } else { t("write.changed_before") };
            view! {
                <div class="tn-notice" role="alert">
                    <Icon name=IconName::Warning/>
                    <div class="tn-notice__words">
                        <p class="tn-notice__title">{words}</p>
                        <p>{tf("write.shown", &[("own", &shown)])}</p>
                        <p>{tf("write.now", &[("own", &now)])}</p>
                        <p>{t("write.changed.next")}</p>
                    </div>
                </div>
            }
            .into_any()
        }
    };
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if status.with(|status| matches!(status, WriteStatus::Fault { .. })) {
            request_animation_frame(move || {
                place.get_untracked().into_iter().for_each(|place| place.scroll_into_view_with_bool(false));
            });
        }
    });
    view! { <div node_ref=place class="tn-edit__told" role="status">{body}</div> }
}

#[component]
fn Carried(inspector: Inspector, done: Done) -> impl IntoView {
    let Done { unheard, as_foreseen, differs, unread } = done;
    let count = |key: &str, count: usize| tn(key, count, &format::number(count));
    let all_well = differs.is_empty() && unread == 0;
    let line = move |(node, foreseen, said): (Node, String, String)| {
        view! { <tr><th scope="row"><bdi>{inspector.name_at(node)}</bdi></th><td>{foreseen}</td><td>{said}</td></tr> }
    };
    view! {
        <div class=if all_well { "tn-notice tn-notice--good" } else { "tn-notice" }>
            <Icon name=if all_well { IconName::Check } else { IconName::Warning }/>
            <div class="tn-notice__words">
                <p class="tn-notice__title">{if unheard { t("write.done_unheard") } else { t("write.done") }}</p>
                <p>{count("write.as_foreseen", as_foreseen)}</p>
                {(unread > 0).then(|| view! { <p>{count("write.unread", unread)}</p> })}
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
