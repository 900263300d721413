//! Reading the tenants: everything in the background, one level where a row is opened before that, and what
//! has changed since.

use futures_util::future::{AbortHandle, Abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::acronis::TenantId;
use tenantry_core::acronis::tenancy::{self, Loaded, Node, Progress, TreeSync};
use tenantry_core::{Error, Uuid};

use super::store::LoadState;
use crate::acronis::state::Acronis;
use crate::mount::platform::mark;
use crate::ui::Fault;

/// Reads everything below the account's top tenant, or goes on where that stopped.
pub(super) fn load_all(acronis: Acronis) {
    let (store, Some(top)) = (acronis.tenants, acronis.top()) else { return };
    if store.state.with_untracked(|state| *state == LoadState::Loading) {
        return;
    }
    let paused = store.paused.try_update_value(Option::take).flatten();
    let mut sync =
        paused.unwrap_or_else(|| TreeSync::subtree(top, acronis.session.config().options.page_size));
    store.state.set(LoadState::Loading);
    let (handle, registration) = AbortHandle::new_pair();
    store.running.set_value(Some(handle));
    spawn_local(async move {
        let (connection, tree) = (acronis.session.connection(), store.tree());
        let mut pages = 0;
        let tell = |progress| match progress {
            Progress::PageArrived => mark(if pages == 0 { "tn:first-page" } else { "tn:last-byte" }),
            Progress::PageRead(_) => {
                pages += 1;
                if pages == 1 {
                    open_top(acronis, top.0);
                    mark("tn:first-rows");
                } else {
                    store.redraw();
                }
            }
        };
        let outcome = Abortable::new(sync.run(&connection, &tree, tell), registration).await;
        // Signed out meanwhile: the tree that the rows went into is gone.
        if !std::rc::Rc::ptr_eq(&tree, &store.tree()) {
            return;
        }
        match outcome {
            Ok(Ok(())) => complete(acronis, sync),
            Ok(Err(error)) => pause(acronis, sync, Some(error)),
            Err(_aborted) => pause(acronis, sync, None),
        }
    });
}

/// The top tenant's own children are what people want to see first.
fn open_top(acronis: Acronis, top: Uuid) {
    acronis.tenants.change(|tree, view| match tree.find(top) {
        Some(node) => view.set_open(tree, node, true),
        None => view.refresh(tree),
    });
}

fn complete(acronis: Acronis, sync: TreeSync) {
    let store = acronis.tenants;
    store.since.set_value(sync.since.clone());
    let report = store.change(|tree, view| {
        let report = sync.finish(tree, Loaded::Everything);
        view.refresh(tree);
        report
    });
    let at_ms = js_sys::Date::now();
    store.state.set(LoadState::Complete { report, at_ms, refreshing: false, stale: None });
    mark("tn:indexed");
    // The rows are on screen; what the first filter and "Expand all" need is made ready behind them.
    set_timeout(move || store.prepare(), std::time::Duration::ZERO);
}

fn pause(acronis: Acronis, sync: TreeSync, error: Option<Error>) {
    let store = acronis.tenants;
    // A cursor that repeats leads nowhere; going on means beginning again.
    let can_go_on = !matches!(error, Some(Error::RepeatedCursor { .. }));
    store.paused.set_value(can_go_on.then_some(sync));
    store.redraw();
    store.state.set(match error {
        None => LoadState::Stopped,
        Some(error) => {
            acronis.session.note(&error);
            LoadState::Failed(Fault::new(&error, &acronis.session.config()))
        }
    });
}

/// Stops the loading; what has come stays.
pub(super) fn stop(acronis: Acronis) {
    if let Some(Some(running)) = acronis.tenants.running.try_update_value(Option::take) {
        running.abort();
    }
}

/// Goes on by itself where that is wanted: begins, goes on after a fault, or asks what has changed. What
/// somebody stopped stays stopped.
pub fn resume(acronis: Acronis) {
    let state = acronis.tenants.state.get_untracked();
    match state {
        LoadState::Idle | LoadState::Failed(_) => load_all(acronis),
        LoadState::Complete { .. } => refresh(acronis),
        LoadState::Loading | LoadState::Stopped => {}
    }
}

/// Brings the tenants up to date: what has changed where everything is here, the rest where not.
pub fn refresh(acronis: Acronis) {
    let store = acronis.tenants;
    let (Some(top), Some(since)) = (acronis.top(), store.since.get_value()) else {
        return load_all(acronis);
    };
    match store.state.get_untracked() {
        // One at a time: asking twice must not begin a whole load.
        LoadState::Complete { refreshing: true, .. } => return,
        LoadState::Complete { .. } => {}
        _ => return load_all(acronis),
    }
    store.state.update(|state| {
        if let LoadState::Complete { refreshing, .. } = state {
            *refreshing = true;
        }
    });
    spawn_local(async move {
        let (connection, tree) = (acronis.session.connection(), store.tree());
        let mut sync = TreeSync::changes(top, &since);
        let outcome = sync.run(&connection, &tree, |_| ()).await;
        let server_time = sync.since.clone();
        if !std::rc::Rc::ptr_eq(&tree, &store.tree()) {
            return;
        }
        let changes = store.change(|tree, view| {
            let changes = sync.finish(tree, Loaded::Some);
            view.refresh(tree);
            changes
        });
        if outcome.is_ok() {
            store.since.set_value(server_time.or(Some(since)));
        }
        let stale = outcome.err().map(|error| {
            acronis.session.note(&error);
            Fault::new(&error, &acronis.session.config())
        });
        store.state.update(|state| {
            if let LoadState::Complete { refreshing, stale: was_stale, at_ms, report } = state {
                *refreshing = false;
                report.loops = changes.loops;
                report.changes = changes.changes;
                *at_ms = if stale.is_some() { *at_ms } else { js_sys::Date::now() };
                *was_stale = stale;
            }
        });
    });
}

/// Reads the children of a tenant that is opened before everything is here.
pub(super) fn load_level(acronis: Acronis, node: Node) {
    let store = acronis.tenants;
    let known = store.peek(|tree, _| tree.has_all_children(node));
    if known || !store.busy.try_update(|busy| busy.insert(node)).unwrap_or(false) {
        return;
    }
    spawn_local(async move {
        let outcome = tenancy::level(&acronis.session.connection(), &store.tree(), node).await;
        store.busy.update(|busy| {
            busy.remove(&node);
        });
        if let Err(error) = outcome {
            acronis.session.note(&error);
            store.state.update(|state| {
                if matches!(state, LoadState::Stopped | LoadState::Idle) {
                    *state = LoadState::Failed(Fault::new(&error, &acronis.session.config()));
                }
            });
        }
        store.redraw();
    });
}

/// Brings a tenant into sight, reading the way to it where it has not come yet.
pub(super) async fn reveal(acronis: Acronis, id: Uuid) -> Result<(), Error> {
    let store = acronis.tenants;
    if store.peek(|tree, _| tree.find(id)).is_none() {
        tenancy::way_to(&acronis.session.connection(), &store.tree(), TenantId(id)).await?;
    }
    store.change(|tree, view| {
        if let Some(node) = tree.find(id) {
            view.reveal(tree, node);
        }
    });
    Ok(())
}

/// Fills in the badges of rows in sight that have only been listed.
pub(super) async fn fill_in(acronis: Acronis, ids: Vec<TenantId>) {
    let outcome = tenancy::details(&acronis.session.connection(), &acronis.tenants.tree(), &ids).await;
    match outcome {
        Ok(()) => acronis.tenants.redraw(),
        // The rows are there without them; a lost sign-in shows itself.
        Err(error) => acronis.session.note(&error),
    }
}
