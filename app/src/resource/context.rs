//! What every resource page of a connection shares: the session, the place where it stands, the URL of its lists, and
//! reading everything again.

use leptos::prelude::*;
use tenantry_core::Error;

use super::list::view::ListView;
use super::recent::Recent;
use crate::i18n::t;
use crate::mount::Mount;
use crate::session::Session;
use crate::ui::loaded::{Teller, load_by_parts};
use crate::ui::{Loaded, load};

/// What a vendor's refusal says of the fields of a form: the field as the vendor spells it, and the words about it.
pub type FieldErrors = fn(&Error, &[&'static str]) -> Vec<(&'static str, String)>;

/// A page of a connection. Copied freely.
#[derive(Clone, Copy)]
pub struct PageContext {
    /// The connection.
    pub session: Session,
    /// The place where the page stands.
    pub mount: Mount,
    /// Reads the vendor's words about a form's fields.
    pub field_errors: FieldErrors,
    /// What was made or taken away on it a short while ago.
    pub recent: Recent,
    /// Counts how often everything was to be read again.
    revision: RwSignal<u32>,
}

impl PageContext {
    /// For a page that is being made.
    pub fn new(session: Session, field_errors: FieldErrors) -> PageContext {
        let (recent, revision) = (Recent::default(), RwSignal::new(0));
        PageContext { session, mount: Mount::here(), field_errors, recent, revision }
    }

    /// Reads something now, and again with everything else.
    pub fn load<T, F>(self, read: impl Fn() -> F + 'static) -> Loaded<T>
    where
        T: Clone + Send + Sync + 'static,
        F: Future<Output = Result<T, Error>> + 'static,
    {
        self.load_by_parts(move |_| read())
    }

    /// The same; what has come so far is shown while the rest is coming. A part says itself that it is one.
    pub fn load_by_parts<T, F>(self, read: impl Fn(Teller<T>) -> F + 'static) -> Loaded<T>
    where
        T: Clone + Send + Sync + 'static,
        F: Future<Output = Result<T, Error>> + 'static,
    {
        let loaded = load_by_parts(self.session, self.mount, read);
        Effect::new(move |before: Option<()>| {
            self.revision.track();
            if before.is_some() {
                loaded.reload.run(());
            }
        });
        loaded
    }

    /// Reads something now; not again with everything else.
    pub fn load_once<T, F>(self, read: impl Fn() -> F + 'static) -> Loaded<T>
    where
        T: Clone + Send + Sync + 'static,
        F: Future<Output = Result<T, Error>> + 'static,
    {
        load(self.session, self.mount, read)
    }

    /// Reads the list and the panel again.
    pub fn reload(self) {
        self.revision.update(|revision| *revision = revision.wrapping_add(1));
    }

    /// What the URL says of the list that is shown. Followed.
    pub fn view(self) -> ListView {
        self.mount.router().place().with(ListView::read)
    }

    /// What of the list is chosen.
    pub fn chosen(self) -> Memo<Option<String>> {
        Memo::new(move |_| self.view().item)
    }

    /// Changes what is shown of a list, in place.
    pub fn change_view(self, list: &str, change: impl FnOnce(&mut ListView)) {
        let mut view = untrack(|| self.view());
        change(&mut view);
        self.mount.router().replace(view.place(&self.session.id(), list));
    }

    /// The `href` of a list, with what of it is chosen.
    pub fn href(self, list: &str, item: Option<&str>) -> String {
        let view = untrack(|| self.view_of(list, item));
        self.mount.router().href(&view.place(&self.session.id(), list))
    }

    /// The same; followed, so that it keeps the filter and the order of the list.
    pub fn live_href(self, list: &str, item: Option<&str>) -> String {
        self.mount.router().place().track();
        self.href(list, item)
    }

    /// Goes to a list, with what of it is chosen.
    pub fn go(self, list: &str, item: Option<&str>) {
        let view = untrack(|| self.view_of(list, item));
        self.mount.router().go(view.place(&self.session.id(), list));
    }

    /// Goes back to the list of what has just been deleted, the keyboard to the row beside it.
    pub fn leave_deleted(self, list: &str, id: &str) {
        let neighbour = self.mount.neighbour(&["tn-row-", id].concat()).unwrap_or_default();
        self.go(list, None);
        self.mount.give_back(neighbour);
    }

    /// Filter and order stay where the list stays.
    fn view_of(self, list: &str, item: Option<&str>) -> ListView {
        let item = item.map(str::to_owned);
        let is_shown =
            self.mount.router().place().with(|place| place.path.first().is_none_or(|one| one == list));
        match is_shown {
            true => ListView { item, ..self.view() },
            false => ListView { item, ..ListView::default() },
        }
    }

    /// Whose API it is, as people call it.
    pub fn vendor(self) -> &'static str {
        self.session.vendor().name()
    }

    /// Why nothing may be changed, where that is so.
    pub fn frozen(self) -> Option<&'static str> {
        self.session.read_only.get().then(|| t("frame.read_only.frozen"))
    }
}
