//! Something that is read when its view is shown, and again when that is asked for; at once, or part after part.

use std::cell::Cell;
use std::rc::Rc;

use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use tenantry_core::Error;

use super::fault::{Fault, FaultNotice};
use super::remote::Remote;
use super::task::LatestTask;
use crate::i18n::t;
use crate::mount::Mount;
use crate::session::Session;

/// Something that is read. Copied freely; all copies are the same.
pub struct Loaded<T: Send + Sync + 'static> {
    /// How far it is. What is ready may be a part, which says so itself.
    pub remote: RwSignal<Remote<T>>,
    /// Reads it again.
    pub reload: Callback<()>,
    /// Counts the readings that have ended.
    readings: RwSignal<u32>,
    /// Whether further parts of what is shown are coming.
    is_coming: RwSignal<bool>,
    /// Gives up the parts that are still to come.
    stop: Callback<()>,
}

impl<T: Send + Sync + 'static> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loaded<T> {}

/// Hears of what has come so far.
pub type Teller<T> = Rc<dyn Fn(&T)>;

type Reader<T> = Rc<dyn Fn(Teller<T>) -> LocalBoxFuture<'static, Result<T, Error>>>;

/// The shortest time between two parts that are drawn.
const PART_MS: f64 = 250.0;

/// Begins to read.
pub fn load<T, F>(session: Session, mount: Mount, read: impl Fn() -> F + 'static) -> Loaded<T>
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, Error>> + 'static,
{
    load_by_parts(session, mount, move |_| read())
}

/// The same; what has come so far is shown while the rest is coming.
pub fn load_by_parts<T, F>(
    session: Session,
    mount: Mount,
    read: impl Fn(Teller<T>) -> F + 'static,
) -> Loaded<T>
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, Error>> + 'static,
{
    // Boxed once, so that the handling of an answer is not compiled for each kind of list.
    begin(session, mount, Rc::new(move |teller| Box::pin(read(teller))))
}

fn begin<T: Clone + Send + Sync + 'static>(session: Session, mount: Mount, read: Reader<T>) -> Loaded<T> {
    let (remote, latest) = (RwSignal::new(Remote::Loading), LatestTask::new());
    let (is_coming, is_whole) = (RwSignal::new(false), StoredValue::new(false));
    let readings = RwSignal::new(0_u32);
    let read = StoredValue::new_local(read);
    let set = move |outcome: Result<T, Fault>| {
        // What is drawn anew has the keyboard again.
        mount.keep_focus(|| remote.update(|remote| *remote = remote.after(outcome)));
    };
    let reload = Callback::new(move |()| {
        let last_ms = Cell::new(f64::NEG_INFINITY);
        let teller: Teller<T> = Rc::new(move |so_far| {
            let now_ms = js_sys::Date::now();
            // A whole list that is read again stays until the new one is whole.
            if !is_whole.get_value() && now_ms - last_ms.get() >= PART_MS {
                last_ms.set(now_ms);
                set(Ok(so_far.clone()));
                is_coming.set(true);
            }
        });
        let reading = read.with_value(|read| read(teller));
        latest.run(async move {
            let outcome = reading.await.map_err(|error| session.fault(&error));
            is_whole.set_value(outcome.is_ok());
            is_coming.set(false);
            set(outcome);
            readings.update(|count| *count = count.wrapping_add(1));
        });
    });
    let stop = Callback::new(move |()| {
        latest.stop();
        is_coming.set(false);
    });
    reload.run(());
    // What an expired session could not read.
    session.when_back(move || {
        if remote.with_untracked(|remote| matches!(remote, Remote::Failed { .. })) {
            reload.run(());
        }
    });
    Loaded { remote, reload, readings, is_coming, stop }
}

impl<T: Clone + Send + Sync + 'static> Loaded<T> {
    /// What has been read.
    pub fn get(self) -> Option<T> {
        self.remote.with(|remote| remote.value().cloned())
    }

    /// What has been read, and was still there when it was last asked for.
    pub fn here(self) -> Option<T> {
        let gone = self.is_absent();
        self.remote.with(|remote| remote.value().filter(|_| !gone).cloned())
    }

    /// Whether it was not there, or not to be seen, when it was last asked for.
    pub fn is_absent(self) -> bool {
        self.remote.with(|remote| matches!(remote, Remote::Failed { fault, .. } if fault.absent))
    }
}

/// How far a reading is, whatever is read. Copied freely.
#[derive(Clone, Copy)]
pub struct LoadStatus {
    is_loading: Signal<bool>,
    fault: Signal<Option<Fault>>,
    /// Reads it again.
    pub reload: Callback<()>,
    /// Counts the readings that have ended.
    pub readings: Signal<u32>,
    /// Whether further parts are coming.
    pub is_coming: Signal<bool>,
    /// Gives them up.
    pub stop: Callback<()>,
}

impl LoadStatus {
    /// Of what is here without a reading.
    pub fn here() -> LoadStatus {
        LoadStatus {
            is_loading: Signal::stored(false),
            fault: Signal::stored(None),
            reload: Callback::new(|()| ()),
            readings: Signal::stored(0),
            is_coming: Signal::stored(false),
            stop: Callback::new(|()| ()),
        }
    }

    /// Whether the last reading failed.
    pub fn has_failed(self) -> bool {
        self.fault.with(Option::is_some)
    }
}

impl<T: Clone + Send + Sync + 'static> Loaded<T> {
    /// How far it is.
    pub fn status(self) -> LoadStatus {
        let remote = self.remote;
        let fault = move || match &*remote.read() {
            Remote::Failed { fault, .. } => Some(fault.clone()),
            Remote::Loading | Remote::Ready(_) => None,
        };
        LoadStatus {
            is_loading: Signal::derive(move || remote.with(|remote| matches!(remote, Remote::Loading))),
            fault: Signal::derive(fault),
            reload: self.reload,
            readings: self.readings.into(),
            is_coming: self.is_coming.into(),
            stop: self.stop,
        }
    }
}

/// Why something could not be read, and the way to try again; nothing else.
#[component]
pub fn Failed(
    /// What is read.
    loaded: LoadStatus,
) -> impl IntoView {
    move || loaded.fault.get().map(|fault| view! { <FaultNotice fault=fault retry=loaded.reload/> })
}

/// The words for something that is loading or could not be read; nothing where it is here.
#[component]
pub fn Status(
    /// What is read.
    loaded: LoadStatus,
) -> impl IntoView {
    view! {
        {move || loaded.is_loading.get().then(|| view! {
            <div class="tn-set__loading" role="status" aria-label=t("list.loading")>
                {(0..6).map(|_| view! { <span class="tn-skeleton"></span> }).collect_view()}
            </div>
        })}
        <Failed loaded=loaded/>
    }
}
