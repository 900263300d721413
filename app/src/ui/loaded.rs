//! Something that is read when its view is shown, and again when that is asked for.

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
    /// How far it is.
    pub remote: RwSignal<Remote<T>>,
    /// Reads it again.
    pub reload: Callback<()>,
}

impl<T: Send + Sync + 'static> Clone for Loaded<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loaded<T> {}

/// Begins to read.
pub fn load<T, F>(session: Session, mount: Mount, read: impl Fn() -> F + 'static) -> Loaded<T>
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, Error>> + 'static,
{
    let (remote, latest) = (RwSignal::new(Remote::Loading), LatestTask::new());
    // Boxed once, so that the handling of an answer is not compiled for each kind of list.
    let read: Rc<dyn Fn() -> LocalBoxFuture<'static, Result<T, Error>>> = Rc::new(move || Box::pin(read()));
    let read = StoredValue::new_local(read);
    let reload = Callback::new(move |()| {
        let reading = read.with_value(|read| read());
        latest.run(async move {
            let outcome = reading.await.map_err(|error| session.fault(&error));
            // What is drawn anew has the keyboard again.
            let active = mount.active_id();
            remote.update(|remote| *remote = remote.after(outcome));
            mount.focus_if_idle(active);
        });
    });
    reload.run(());
    Loaded { remote, reload }
}

impl<T: Clone + Send + Sync + 'static> Loaded<T> {
    /// What has been read.
    pub fn get(self) -> Option<T> {
        self.remote.with(|remote| remote.value().cloned())
    }

    /// What has been read, and was still there when it was last asked for.
    pub fn here(self) -> Option<T> {
        let gone = |remote: &Remote<T>| matches!(remote, Remote::Failed { fault, .. } if fault.absent);
        self.remote.with(|remote| remote.value().filter(|_| !gone(remote)).cloned())
    }
}

/// How far a reading is, whatever is read. Copied freely.
#[derive(Clone, Copy)]
pub struct LoadStatus {
    is_loading: Signal<bool>,
    fault: Signal<Option<Fault>>,
    reload: Callback<()>,
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
