//! One connection as the search box sees it: what is loaded, what its vendor was asked, and what came of it.

use leptos::prelude::*;
use tenantry_core::fold::Query;

use crate::i18n::{t, tf};
use crate::mount::platform;
use crate::routing::Place;
use crate::session::{Answer, Asked, Entry, Hit, Search, SearchScope, Session};
use crate::ui::Fault;
use crate::ui::task::LatestTask;

/// The vendor is asked when somebody stops typing.
const PAUSE_MS: u32 = 250;
/// A shorter text would find everything.
const SHORTEST: usize = 2;
/// Offers of a connection.
const MOST: usize = 8;
/// So long lists that were read are searched again before they are read anew.
const FRESH_MS: f64 = 60_000.0;

#[derive(Clone, Debug, PartialEq)]
enum State {
    NotAsked,
    Going,
    Answered { answer: Answer, at_ms: f64 },
    Failed(Fault),
}

/// A connection that can be searched. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Source {
    /// The connection.
    pub session: Session,
    state: RwSignal<State>,
    latest: LatestTask,
}

impl Source {
    /// One that has not been asked yet. Belongs to the current view.
    pub fn new(session: Session) -> Source {
        let source = Source { session, state: RwSignal::new(State::NotAsked), latest: LatestTask::new() };
        let who = Memo::new(move |_| session.status().with(|status| status.person().cloned()));
        // What was found for one person, or in one contract, is not shown to the next.
        Effect::new(move |_| {
            who.get();
            source.forget();
        });
        source
    }

    /// What it offers for a text. Followed.
    pub fn hits(self, search: Search, query: &Query, place: &Place) -> Vec<Hit> {
        if query.is_empty() {
            return Vec::new();
        }
        let mut hits = (search.here)(self.session, query, place);
        self.state.with(|state| {
            let State::Answered { answer, .. } = state else { return };
            let fits = |entry: &&Entry| !answer.is_everything || entry.matches(query);
            let new = |hit: &&Hit| !hits.iter().any(|here| here.id == hit.id);
            let found: Vec<_> =
                answer.entries.iter().filter(fits).map(|entry| &entry.hit).filter(new).cloned().collect();
            hits.extend(found.into_iter().take(MOST));
        });
        hits
    }

    /// Asks its vendor, after a pause; `done` is called when that has ended.
    pub fn ask(self, search: Search, asked: Asked, done: impl Fn() + 'static) {
        if asked.query.text().chars().count() < SHORTEST {
            return self.forget();
        }
        if self.has_everything() {
            return self.latest.run_after(PAUSE_MS, async move { done() });
        }
        self.state.set(State::Going);
        self.latest.run_after(PAUSE_MS, async move {
            let outcome = (search.ask)(self.session, asked).await;
            self.state.set(match outcome {
                Ok(answer) => State::Answered { answer, at_ms: platform::now_ms() },
                Err(error) => State::Failed(self.session.fault(&error)),
            });
            done();
        });
    }

    /// Whether its vendor has still to answer.
    pub fn is_asked(self) -> bool {
        self.state.with_untracked(|state| matches!(state, State::Going))
    }

    fn has_everything(self) -> bool {
        self.state.with_untracked(|state| match state {
            State::Answered { answer, at_ms } => {
                answer.is_everything && answer.missing.is_empty() && platform::now_ms() - at_ms < FRESH_MS
            }
            _ => false,
        })
    }

    fn forget(self) {
        self.latest.stop();
        self.state.set(State::NotAsked);
    }

    /// What was searched, in words. Followed.
    pub fn words(self, finds: bool) -> String {
        let label = self.session.label();
        let named = |key: &str| tf(key, &[("label", &label)]);
        self.state.with(|state| match state {
            State::NotAsked => named("search.type_on"),
            State::Going => named("search.asking"),
            State::Failed(fault) => tf("search.failed", &[("label", &label), ("why", &fault.title)]),
            State::Answered { answer, .. } if !answer.missing.is_empty() => {
                tf("search.missing", &[("label", &label), ("what", &answer.missing.join(" "))])
            }
            State::Answered { .. } if finds => named("search.done"),
            State::Answered { .. } => named("search.nothing"),
        })
    }
}

/// The connections in the order in which they are searched, and those that are not.
pub struct Searched {
    /// Signed in, their screens loaded.
    pub sources: Vec<(Source, Search)>,
    /// Nobody is signed in, by their labels.
    pub signed_out: Vec<String>,
}

/// Sorts the connections out. Followed.
pub fn searched(sources: &[Source], scope: &SearchScope) -> Searched {
    let current = scope.current.get().map(Session::id);
    let (mut known, signed_out): (Vec<Source>, Vec<Source>) =
        sources.iter().copied().partition(|source| source.session.is_signed_in());
    known.sort_by_key(|source| Some(source.session.id()) != current);
    Searched {
        sources: known.into_iter().filter_map(|one| Some((one, (scope.search_of)(one.session)?))).collect(),
        signed_out: signed_out.into_iter().map(|one| one.session.label()).collect(),
    }
}

/// That some connections are not searched; nothing where all are.
pub fn not_searched(labels: &[String]) -> Option<String> {
    (!labels.is_empty()).then(|| [t("search.not_signed_in"), " ", &labels.join(", "), "."].concat())
}
