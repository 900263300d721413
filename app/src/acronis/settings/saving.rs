//! A change of a setting on its way: it is sent, looked for where its answer was lost, and what it did is verified. It
//! goes on when the dialog has gone: a write that is dropped in flight leaves nobody who knows what became of it.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::acronis::changes::settings::set_or_return;
use tenantry_core::acronis::inheritance::{
    After, Change, Column, Difference, OwnValue, Preview, read_back, read_rest,
};
use tenantry_core::acronis::settings::Key;
use tenantry_core::acronis::{Own, Setting};
use tenantry_core::write::{self, Again, Known, Outcome, Phase, Seen, Unknown, Verified};

use super::inspector::Inspector;
use super::write_status::{Done, WriteStatus};
use super::{values, words};
use crate::acronis::state::Acronis;
use crate::i18n::{t, tf};
use crate::ui::Fault;
use crate::ui::text::visible;
use crate::writes::{look, not_sent, run};

/// A change on its way.
pub struct Saving {
    inspector: Inspector,
    acronis: Acronis,
    key: Key,
    column: Rc<RefCell<Column>>,
    shown: Option<Own>,
    preview: Preview,
    meant: Vec<Change>,
    status: ArcRwSignal<WriteStatus>,
    heard: RefCell<Heard>,
    again: RefCell<Option<Again<Outcome<Setting>>>>,
}

/// What is known of a write that was carried out.
#[derive(Clone, Default)]
struct Heard {
    /// Its answer was lost; it was looked up.
    unheard: bool,
    /// The other own value that its answer showed.
    answered: Option<String>,
}

impl Saving {
    /// Sends a change. `shown` is the own value that somebody saw.
    pub fn send(
        inspector: Inspector,
        change: Option<Own>,
        shown: Option<Own>,
        preview: Preview,
        status: ArcRwSignal<WriteStatus>,
    ) -> Rc<Saving> {
        let called = inspector.called(inspector.node);
        let saving = Rc::new(Saving {
            inspector,
            acronis: inspector.acronis,
            key: inspector.key(),
            column: inspector.column(),
            meant: vec![inspector.change(change.as_ref())],
            shown,
            preview,
            status,
            heard: RefCell::default(),
            again: RefCell::default(),
        });
        let (sent, to_send) =
            (saving.clone(), set_or_return(saving.key.clone(), saving.shown.clone(), change).called(&called));
        sent.status.set(WriteStatus::Sending);
        spawn_local(async move {
            let outcome = run(sent.acronis.session, to_send, &|phase| sent.tell(phase)).await;
            sent.hear(outcome).await;
        });
        saving
    }

    /// Verifies changes that were carried out.
    pub fn verify_all(
        inspector: Inspector,
        meant: Vec<Change>,
        preview: Preview,
        status: ArcRwSignal<WriteStatus>,
    ) -> Rc<Saving> {
        let saving = Rc::new(Saving {
            inspector,
            acronis: inspector.acronis,
            key: inspector.key(),
            column: inspector.column(),
            meant,
            shown: None,
            preview,
            status,
            heard: RefCell::default(),
            again: RefCell::default(),
        });
        let verifying = saving.clone();
        spawn_local(async move { verifying.verify(false).await });
        saving
    }

    /// Looks once more at what became of it, or reads what is not verified.
    pub fn go_on(self: Rc<Saving>) {
        if self.status.with_untracked(WriteStatus::is_at_work) {
            return;
        }
        let again = self.again.take();
        spawn_local(async move {
            match again {
                Some(again) => {
                    self.tell(Phase::LookingUp);
                    let outcome = look(self.acronis.session, again, &|phase| self.tell(phase)).await;
                    self.hear(outcome).await;
                }
                None => self.verify(true).await,
            }
        });
    }

    fn tell(&self, phase: Phase) {
        self.status.set(match phase {
            Phase::LookingUp => WriteStatus::LookingUp,
            Phase::Checking | Phase::Sending | Phase::ReadingBack => WriteStatus::Sending,
        });
    }

    async fn hear(&self, mut outcome: Outcome<Setting>) {
        self.again.replace(outcome.take_again());
        match self.heard(outcome) {
            Ok(heard) => {
                self.heard.replace(heard);
                self.verify(false).await;
            }
            Err(ended) => self.status.set(ended),
        }
    }

    async fn verify(&self, is_rest: bool) {
        let (connection, tree) = (self.acronis.session.connection(), self.acronis.tenants.tree());
        let (what, column) = ((&self.preview, self.meant.as_slice()), &*self.column);
        let of = (self.key.application, self.key.name.as_str());
        let tell = |read, all| self.status.set(WriteStatus::Verifying(read, all));
        let after = match is_rest {
            false => read_back(&connection, of, &tree, what, column, tell).await,
            true => read_rest(&connection, of, &tree, what, column, tell).await,
        };
        self.inspector.notify();
        self.status.set(WriteStatus::Done(Box::new(self.done(after, is_rest))));
    }

    fn done(&self, after: After, is_rest: bool) -> Done {
        let Heard { unheard, answered } = self.heard.borrow().clone();
        let tree = self.acronis.tenants.tree();
        let line = |(node, difference): &_| {
            let [foreseen, found] = self.difference(difference);
            [visible(tree.borrow().name(*node)).into_owned(), foreseen, found]
        };
        Done {
            unheard,
            answered,
            verified: after.verified,
            differs: after.differs.iter().map(line).collect(),
            not_verified: after.not_verified,
            unread: after.unread,
            is_rest,
            fault: after.gathered.fault.as_ref().map(|error| self.acronis.session.fault(error)),
            tree_partial: !self.acronis.tenants.is_complete(),
        }
    }

    /// What was foreseen, and what Acronis reports.
    fn difference(&self, difference: &Difference) -> [String; 2] {
        let column = self.column.borrow();
        let names = |id| self.acronis.name_of(id);
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
                [words::state(&foreseen, &column, &names), words::said(reported, &column, &names)]
            }
        }
    }

    /// What is known of a write that was carried out; or how else it ended.
    fn heard(&self, outcome: Outcome<Setting>) -> Result<Heard, WriteStatus> {
        let session = self.acronis.session;
        let changed = |now: Option<Setting>, after| {
            let now = own_words(now.and_then(|now| now.own).as_ref());
            Err(WriteStatus::Changed { after, shown: own_words(self.shown.as_ref()), now })
        };
        match outcome {
            Outcome::Done(write::Done { object, known, verified }) => {
                let own = || own_words(object.and_then(|now| now.own).as_ref());
                let answered = (verified == Verified::Differs).then(own);
                Ok(Heard { unheard: matches!(known, Known::LookedUp(_)), answered })
            }
            Outcome::Accepted(_) => Ok(Heard::default()),
            Outcome::Refused(error) => {
                let title = not_sent(&error).unwrap_or(t("write.refused"));
                let fault = session.fault(&error);
                Err(WriteStatus::Fault { title, fault, unknown: false, can_look: false })
            }
            Outcome::Unknown(unknown) => Err(self.unknown(&unknown)),
            Outcome::ChangedBefore(now) => changed(now, false),
            Outcome::ChangedAfter(now) => changed(now, true),
        }
    }

    fn unknown(&self, unknown: &Unknown<Setting>) -> WriteStatus {
        let can_look = self.again.borrow().is_some();
        let title = match &unknown.seen {
            Seen::NotYet => t("write.not_seen"),
            Seen::Unread(error) if error.needs_sign_in() => t("write.signed_out"),
            Seen::Unread(_) | Seen::Nothing => t("write.unknown"),
        };
        let fault = self.acronis.session.fault(&unknown.lost);
        let next = if can_look { t("write.lost.next").to_owned() } else { fault.next };
        WriteStatus::Fault { title, fault: Fault { outcome: None, next, ..fault }, unknown: true, can_look }
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
