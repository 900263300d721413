//! Asynchronous work that ends with what asked for it.

use futures_util::future::{AbortHandle, Abortable};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Starts work that is given up, requests included, when the current view goes.
pub fn while_shown(work: impl Future<Output = ()> + 'static) {
    let handle = start(work);
    on_cleanup(move || handle.abort());
}

/// Starts work that can be given up.
pub fn start(work: impl Future<Output = ()> + 'static) -> AbortHandle {
    let (handle, registration) = AbortHandle::new_pair();
    spawn_local(async move {
        // Given up is a way to end.
        let _ = Abortable::new(work, registration).await;
    });
    handle
}

/// At most one piece of work of a kind: a new one takes the place of the one under way.
#[derive(Clone, Copy)]
pub struct LatestTask(StoredValue<Option<AbortHandle>>);

impl LatestTask {
    /// An empty slot. Belongs to the current view, and ends with it.
    pub fn new() -> LatestTask {
        let latest = LatestTask(StoredValue::new(None));
        on_cleanup(move || latest.stop());
        latest
    }

    /// Starts work in place of what is under way.
    pub fn run(self, work: impl Future<Output = ()> + 'static) {
        self.stop();
        self.0.set_value(Some(start(work)));
    }

    /// As [`LatestTask::run`], after a pause in which newer work may take its place.
    pub fn run_after(self, pause_ms: u32, work: impl Future<Output = ()> + 'static) {
        self.run(async move {
            TimeoutFuture::new(pause_ms).await;
            work.await;
        });
    }

    /// Gives up what is under way.
    pub fn stop(self) {
        if let Some(Some(handle)) = self.0.try_update_value(Option::take) {
            handle.abort();
        }
    }
}
