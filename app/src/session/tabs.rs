//! A session in other tabs and after a reload. Only the access token travels: from memory to memory between tabs of
//! this origin, or through this tab's storage where somebody has ticked that. Never a secret, never a password; so a
//! sign-in by user name and password is not passed on at all.

use std::cell::RefCell;
use std::rc::Rc;

use futures_util::FutureExt;
use futures_util::future::{AbortHandle, Abortable};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::auth::{Supplied, Supplier, Token};
use tenantry_core::config::SessionMode;
use tenantry_core::connection::SignedIn;
use tenantry_core::{Error, Secret};

use super::connection::{Session, Who};
use super::hint::SignInHint;
use super::shared::{Handed, Message, Tabs};
use super::status::SessionStatus;
use crate::mount::{Siblings, platform};

/// So long a tab waits for the others to answer.
const WAIT_MS: u32 = 1_000;

/// Lets a session be shared as far as the configuration allows, and takes up the one of before the reload or of another
/// tab. For the console's own page: what is embedded in somebody else's neither asks nor answers.
pub fn take_up(session: Session, mode: SessionMode, who: Who) {
    if mode == SessionMode::Memory {
        return;
    }
    let hear = move |text: String| session.hear(&text);
    let siblings =
        (mode == SessionMode::Tabs).then(|| Siblings::open(&session.shared_name(), hear)).flatten();
    session.tabs.set_value(Some(Tabs {
        mode,
        siblings,
        asked: Default::default(),
        answer: Default::default(),
        origin: Default::default(),
        stays: Default::default(),
        is_own: Default::default(),
    }));
    let keep = move |_: &Token| queue_microtask(move || session.keep_in_tab());
    session.connection().on_token(Rc::new(keep));
    let kept = session.kept_in_tab();
    if kept.is_some() {
        session.status.set(SessionStatus::Restoring);
    }
    spawn_local(session.restore(kept, who));
}

impl Session {
    /// Whether a session can outlive a reload here.
    pub fn can_stay(self) -> bool {
        self.tabs.with_value(Option::is_some)
    }

    /// Whether other tabs share the session.
    pub fn is_shared(self) -> bool {
        self.tabs.with_value(|tabs| tabs.as_ref().is_some_and(|tabs| tabs.mode == SessionMode::Tabs))
    }

    /// Somebody signs in here. `stays`: the session is to outlive a reload of this tab.
    pub fn begin_own(self, stays: bool) {
        self.come_from(random_name(), stays, true);
    }

    fn come_from(self, origin: String, stays: bool, is_own: bool) {
        self.with_tabs(|tabs| {
            tabs.origin.replace(origin);
            tabs.stays.set(stays);
            tabs.is_own.set(is_own);
        });
    }

    async fn restore(self, kept: Option<Handed>, who: Who) {
        let from_tab = kept.is_some();
        let first = match kept {
            None => self.ask().await,
            kept => kept,
        };
        // Somebody was faster.
        let is_free = self.connection().signed_in() == SignedIn::No && self.person().is_none();
        let Some(first) = first.filter(|_| is_free) else { return };
        self.status.set(SessionStatus::Restoring);
        self.come_from(first.origin.clone(), from_tab, false);
        let hint = first.hint.clone();
        let entered = self.enter(Rc::new(Supplied::by(self.supplier(first))), hint, who).await;
        if !matches!(entered, Ok(true)) {
            // Where only the network was missing, the next reload tries again.
            if !matches!(entered, Err(Error::NoAnswer { .. })) {
                self.forget_in_tab();
            }
            let _ = self.connection().sign_out().await;
            self.status.set(SessionStatus::SignedOut);
        }
    }

    /// Gives the token that was handed over, and asks the other tabs for the next.
    fn supplier(self, first: Handed) -> Supplier {
        let first = RefCell::new(Some(first));
        Rc::new(move || {
            let first = first.take();
            async move {
                let handed = match first {
                    None => self.ask().await,
                    first => first,
                };
                let none = Error::CannotSignIn { detail: "no other tab has a session" };
                handed.map(|handed| (Secret::new(handed.token), handed.runs_out_ms)).ok_or(none)
            }
            .boxed_local()
        })
    }

    /// Asks the other tabs for the session; `None` where none of them has it.
    async fn ask(self) -> Option<Handed> {
        let name = random_name();
        let (handle, registration) = AbortHandle::new_pair();
        self.with_tabs(|tabs| {
            let siblings = tabs.siblings.as_ref()?;
            tabs.asked.replace(Some((name.clone(), handle)));
            siblings.tell(&Message { ask: Some(name), ..Message::default() }.text());
            Some(())
        })??;
        // Answered is a way to end.
        let _ = Abortable::new(TimeoutFuture::new(WAIT_MS), registration).await;
        self.with_tabs(|tabs| {
            tabs.asked.take();
            tabs.answer.take()
        })?
    }

    fn hear(self, text: &str) {
        // What comes from outside is as hostile as any input.
        let Ok(message) = serde_json::from_str::<Message>(text) else { return };
        if let Some(name) = message.ask {
            spawn_local(async move {
                let Some(handed) = self.handed().await else { return };
                let answer = Message { to: Some((name, handed)), ..Message::default() };
                self.with_tabs(|tabs| tabs.siblings.as_ref().map(|siblings| siblings.tell(&answer.text())));
            });
        }
        if let Some((name, handed)) = message.to {
            self.with_tabs(|tabs| {
                let asked = tabs.asked.borrow();
                if let Some((_, handle)) = asked.as_ref().filter(|(asked, _)| *asked == name) {
                    tabs.answer.replace(Some(handed));
                    handle.abort();
                }
            });
        }
        if message.out.is_some_and(|out| self.origin().is_some_and(|origin| origin == out)) {
            spawn_local(async move { self.leave().await.unwrap_or_default() });
        }
    }

    /// The session for another tab; nothing where there is none, or none with an access token.
    async fn handed(self) -> Option<Handed> {
        let connection = self.connection();
        // A session that came from another tab is not renewed for a third one: the first would be asked for both.
        let token = match self.with_tabs(|tabs| tabs.is_own.get())? {
            true => connection.access_token().await?,
            false => connection.held_token()?,
        };
        self.pack(token)
    }

    fn pack(self, token: Token) -> Option<Handed> {
        let SessionStatus::SignedIn(person) = self.status.get_untracked() else { return None };
        let hint = SignInHint { scope: person.scope, ..self.hint()? };
        let token_text = token.access.expose().to_owned();
        Some(Handed { token: token_text, runs_out_ms: token.runs_out_ms, hint, origin: self.origin()? })
    }

    /// Tells the other tabs that share the session to sign out.
    pub(super) fn tell_sign_out(self) {
        let out = Message { out: self.origin(), ..Message::default() };
        self.with_tabs(|tabs| tabs.siblings.as_ref().map(|siblings| siblings.tell(&out.text())));
    }

    /// Keeps the session for a reload of this tab, where somebody has ticked that.
    pub(super) fn keep_in_tab(self) {
        let stays = self.with_tabs(|tabs| tabs.stays.get()).unwrap_or(false);
        let handed = self.connection().held_token().filter(|_| stays).and_then(|token| self.pack(token));
        if let Some(text) = handed.and_then(|handed| serde_json::to_string(&handed).ok()) {
            self.storage.keep(&self.shared_name(), &text);
        }
    }

    /// Nothing is kept any more.
    pub(super) fn forget_in_tab(self) {
        self.storage.keep(&self.shared_name(), "");
    }

    fn kept_in_tab(self) -> Option<Handed> {
        serde_json::from_str(&self.storage.kept(&self.shared_name())?).ok()
    }

    /// The same for the same connection to the same upstream alone.
    fn shared_name(self) -> String {
        ["session.", &self.id(), " ", &self.config().upstream.to_string()].concat()
    }

    fn origin(self) -> Option<String> {
        self.with_tabs(|tabs| tabs.origin.borrow().clone()).filter(|origin| !origin.is_empty())
    }

    fn with_tabs<T>(self, run: impl FnOnce(&Tabs) -> T) -> Option<T> {
        self.tabs.with_value(|tabs| tabs.as_ref().map(run))
    }
}

/// A name that nobody else has.
fn random_name() -> String {
    platform::random::<16>().map(|bytes| bytes.map(|byte| format!("{byte:02x}")).concat()).unwrap_or_default()
}
