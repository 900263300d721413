//! Reading the estate: everything in the background, one level where a row is opened before that, and what
//! has changed since.

use futures_util::future::{AbortHandle, Abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;
use tenantry_core::acronis::TenantId;
use tenantry_core::tenancy::{self, Loaded, Node, Progress, Sync};
use tenantry_core::{Error, Uuid};

use super::estate::LoadState;
use crate::account::Account;
use crate::ui::Fault;

/// Marks on the browser's timeline, for its profiler and for the benchmarks.
fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        // Without marks everything else works.
        let _ = performance.mark(name);
    }
}

/// Reads everything below the account's top tenant, or goes on where that stopped.
pub(super) fn load_all(account: Account) {
    let (estate, Some(top)) = (account.estate, account.top()) else { return };
    if estate.state.with_untracked(|state| *state == LoadState::Loading) {
        return;
    }
    let paused = estate.paused.try_update_value(Option::take).flatten();
    let mut sync = paused.unwrap_or_else(|| Sync::subtree(top, account.config().options.page_size));
    estate.state.set(LoadState::Loading);
    let (handle, registration) = AbortHandle::new_pair();
    estate.running.set_value(Some(handle));
    spawn_local(async move {
        let (connection, tree) = (account.connection(), estate.tree());
        let mut pages = 0;
        let tell = |progress| match progress {
            Progress::PageArrived => mark(if pages == 0 { "tn:first-page" } else { "tn:last-byte" }),
            Progress::PageRead(_) => {
                pages += 1;
                if pages == 1 {
                    open_top(account, top.0);
                    mark("tn:first-rows");
                } else {
                    estate.redraw();
                }
            }
        };
        let outcome = Abortable::new(sync.run(&connection, &tree, tell), registration).await;
        // Signed out meanwhile: the tree that the rows went into is gone.
        if !std::rc::Rc::ptr_eq(&tree, &estate.tree()) {
            return;
        }
        match outcome {
            Ok(Ok(())) => complete(account, sync),
            Ok(Err(error)) => pause(account, sync, Some(error)),
            Err(_aborted) => pause(account, sync, None),
        }
    });
}

/// The top tenant's own children are what people want to see first.
fn open_top(account: Account, top: Uuid) {
    account.estate.change(|tree, view| match tree.find(top) {
        Some(node) => view.set_open(tree, node, true),
        None => view.refresh(tree),
    });
}

fn complete(account: Account, sync: Sync) {
    let estate = account.estate;
    estate.since.set_value(sync.since.clone());
    let report = estate.change(|tree, view| {
        let report = sync.finish(tree, Loaded::Everything);
        view.refresh(tree);
        report
    });
    let at_ms = js_sys::Date::now();
    estate.state.set(LoadState::Complete { report, at_ms, refreshing: false, stale: None });
    mark("tn:indexed");
    // The rows are on screen; what the first filter and "Expand all" need is made ready behind them.
    set_timeout(move || estate.prepare(), std::time::Duration::ZERO);
}

fn pause(account: Account, sync: Sync, error: Option<Error>) {
    let estate = account.estate;
    // A cursor that repeats leads nowhere; going on means beginning again.
    let can_go_on = !matches!(error, Some(Error::RepeatedCursor { .. }));
    estate.paused.set_value(can_go_on.then_some(sync));
    estate.redraw();
    estate.state.set(match error {
        None => LoadState::Stopped,
        Some(error) => {
            account.note(&error);
            LoadState::Failed(Fault::new(&error, &account.config()))
        }
    });
}

/// Stops the loading; what has come stays.
pub(super) fn stop(account: Account) {
    if let Some(Some(running)) = account.estate.running.try_update_value(Option::take) {
        running.abort();
    }
}

/// Goes on by itself where that is wanted: begins, goes on after a fault, or asks what has changed. What
/// somebody stopped stays stopped.
pub(super) fn resume(account: Account) {
    let state = account.estate.state.get_untracked();
    match state {
        LoadState::Idle | LoadState::Failed(_) => load_all(account),
        LoadState::Complete { .. } => refresh(account),
        LoadState::Loading | LoadState::Stopped => {}
    }
}

/// Brings the estate up to date: what has changed where everything is here, the rest where not.
pub fn refresh(account: Account) {
    let estate = account.estate;
    let (Some(top), Some(since)) = (account.top(), estate.since.get_value()) else {
        return load_all(account);
    };
    match estate.state.get_untracked() {
        // One at a time: asking twice must not begin a whole load.
        LoadState::Complete { refreshing: true, .. } => return,
        LoadState::Complete { .. } => {}
        _ => return load_all(account),
    }
    estate.state.update(|state| {
        if let LoadState::Complete { refreshing, .. } = state {
            *refreshing = true;
        }
    });
    spawn_local(async move {
        let (connection, tree) = (account.connection(), estate.tree());
        let mut sync = Sync::changes(top, &since);
        let outcome = sync.run(&connection, &tree, |_| ()).await;
        let server_time = sync.since.clone();
        if !std::rc::Rc::ptr_eq(&tree, &estate.tree()) {
            return;
        }
        let changes = estate.change(|tree, view| {
            let changes = sync.finish(tree, Loaded::Some);
            view.refresh(tree);
            changes
        });
        if outcome.is_ok() {
            estate.since.set_value(server_time.or(Some(since)));
        }
        let stale = outcome.err().map(|error| {
            account.note(&error);
            Fault::new(&error, &account.config())
        });
        estate.state.update(|state| {
            if let LoadState::Complete { refreshing, stale: was_stale, at_ms, report } = state {
                *refreshing = false;
                report.loops = changes.loops;
                *at_ms = if stale.is_some() { *at_ms } else { js_sys::Date::now() };
                *was_stale = stale;
            }
        });
    });
}

/// Reads the children of a tenant that is opened before everything is here.
pub(super) fn load_level(account: Account, node: Node) {
    let estate = account.estate;
    let known = estate.peek(|tree, _| tree.has_all_children(node));
    if known || !estate.busy.try_update(|busy| busy.insert(node)).unwrap_or(false) {
        return;
    }
    spawn_local(async move {
        let outcome = tenancy::level(&account.connection(), &estate.tree(), node).await;
        estate.busy.update(|busy| {
            busy.remove(&node);
        });
        if let Err(error) = outcome {
            account.note(&error);
            estate.state.update(|state| {
                if matches!(state, LoadState::Stopped | LoadState::Idle) {
                    *state = LoadState::Failed(Fault::new(&error, &account.config()));
                }
            });
        }
        estate.redraw();
    });
}

/// Brings a tenant into sight, reading the way to it where it has not come yet.
pub(super) async fn reveal(account: Account, id: Uuid) -> Result<(), Error> {
    let estate = account.estate;
    if estate.peek(|tree, _| tree.find(id)).is_none() {
        tenancy::way_to(&account.connection(), &estate.tree(), TenantId(id)).await?;
    }
    estate.change(|tree, view| {
        if let Some(node) = tree.find(id) {
            view.reveal(tree, node);
        }
    });
    Ok(())
}

/// Fills in the badges of rows in sight that have only been listed.
pub(super) async fn fill_in(account: Account, ids: Vec<TenantId>) {
    let outcome = tenancy::details(&account.connection(), &account.estate.tree(), &ids).await;
    match outcome {
        Ok(()) => account.estate.redraw(),
        // The rows are there without them; a lost sign-in shows itself.
        Err(error) => account.note(&error),
    }
}
