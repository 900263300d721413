//! What became of a write: sent, read back, held against the preview.

use leptos::prelude::*;
use tenantry_core::acronis::changes::settings::set_or_return;
use tenantry_core::acronis::inheritance::{Preview, Reported, read_back};
use tenantry_core::acronis::tenancy::Node;
use tenantry_core::acronis::{Own, Setting};
use tenantry_core::write;

use super::inspector::Inspector;
use super::{values, words};
use crate::i18n::{t, tf, tn};
use crate::ui::{Fault, FaultNotice, Icon, IconName, format};

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

/// Sends a change, and tells what becomes of it.
pub async fn send(
    inspector: Inspector,
    change: Option<Own>,
    shown: Option<Own>,
    preview: Preview,
    status: RwSignal<WriteStatus>,
) {
    let (acronis, key) = (inspector.acronis, inspector.key());
    let connection = acronis.session.connection();
    let written = write(&connection, &key, shown.as_ref(), change.as_ref()).await;
    let fault = |error| acronis.session.fault(&error);
    let changed = |now: &Setting, after| WriteStatus::Changed {
        after,
        shown: own_words(shown.as_ref()),
        now: own_words(now.and_then(|now| now.own).as_ref()),
    };
    let unheard = match written {
        write::Outcome::Done(done) => matches!(done.known, write::Known::LookedUp(_)),
        write::Outcome::Accepted(_) => false,
        write::Outcome::NotDone(error) => {
            return status.set(WriteStatus::Fault {
                title: t("write.not_done"),
                fault: fault(error),
                unknown: false,
            });
        }
        write::Outcome::Refused(error) => {
            return status.set(WriteStatus::Fault {
                title: t("write.refused"),
                fault: fault(error),
                unknown: false,
            });
        }
        write::Outcome::Unknown(error) => {
            return status.set(WriteStatus::Fault {
                title: t("write.unknown"),
                fault: fault(error),
                unknown: true,
            });
        }
        write::Outcome::ChangedBefore(now) => return status.set(changed(now, false)),
        write::Outcome::ChangedAfter(now) => return status.set(changed(now, true)),
    };
    status.set(WriteStatus::ReadingBack);
    let after =
        read_back(&connection, &key, &acronis.tenants.tree(), &preview, inspector.node, &inspector.column())
            .await;
    inspector.notify();
    let names = |id| inspector.name(id);
    let differs = inspector.with(|column| {
        let line = |(touched, said): &(tenantry_core::acronis::inheritance::Touched, Reported)| {
            (
                touched.node,
                words::state(&preview.state(touched.after), column, &names),
                words::said(*said, column, &names),
            )
        };
        after.differs.iter().map(line).collect()
    });
    let (as_foreseen, unread) = (after.as_foreseen, after.gathered.failed);
    status.set(WriteStatus::Done(Box::new(Done { unheard, as_foreseen, differs, unread })));
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
pub fn Outcome(
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
