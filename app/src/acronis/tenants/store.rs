//! What has been loaded of a connection's tenants, and how far the loading is. The tree itself stays outside
//! of the signals; they only say that it has changed.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use futures_util::future::AbortHandle;
use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::TenantId;
use tenantry_core::acronis::tenancy::{Node, Report, Sort, TenantList, Tree, TreeSync, View, Wanted};

use crate::ui::Fault;

/// The tenants of a connection. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct TenantStore {
    tree: StoredValue<Rc<RefCell<Tree>>, LocalStorage>,
    view: StoredValue<View, LocalStorage>,
    /// Tenants have come, gone or changed.
    data: RwSignal<u32>,
    /// The rows have changed: with the data, or because something was opened or filtered.
    rows: RwSignal<u32>,
    pub(super) state: RwSignal<LoadState>,
    /// Tenants whose children are being read.
    pub(super) busy: RwSignal<HashSet<Node>>,
    /// A load that was stopped or failed, to go on with.
    pub(super) paused: StoredValue<Option<TreeSync>, LocalStorage>,
    pub(super) running: StoredValue<Option<AbortHandle>>,
    /// The server's time of the last whole load, to ask what has changed since.
    pub(super) since: StoredValue<Option<String>>,
    /// The reading of what lists show.
    pub details: RwSignal<DetailsState>,
    /// To stop it.
    pub reads_details: StoredValue<Option<AbortHandle>>,
    top: StoredValue<Option<Uuid>>,
}

/// How far the loading of all tenants is.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadState {
    /// Nothing has been asked for.
    Idle,
    /// Pages are coming.
    Loading,
    /// Somebody stopped it.
    Stopped,
    /// It failed half-way; what came is here.
    Failed(Fault),
    /// Everything is here.
    Complete {
        /// What was odd about it.
        report: Report,
        /// When it ended, by the browser's clock.
        at_ms: f64,
        /// What has changed since is being read.
        refreshing: bool,
        /// Reading what has changed failed; what is here is as old as `at_ms`.
        stale: Option<Fault>,
    },
}

/// How far the reading of what lists show is, which the tree does not need.
#[derive(Clone, Debug, PartialEq)]
pub enum DetailsState {
    /// Nothing is being read. What has been read, each tenant knows.
    Idle,
    /// Pages are coming.
    Reading,
    /// Somebody stopped it.
    Stopped,
    /// It failed half-way.
    Failed(Fault),
}

impl TenantStore {
    pub(crate) fn new() -> TenantStore {
        TenantStore {
            tree: StoredValue::new_local(Rc::default()),
            view: StoredValue::new_local(View::default()),
            data: RwSignal::new(0),
            rows: RwSignal::new(0),
            state: RwSignal::new(LoadState::Idle),
            busy: RwSignal::new(HashSet::new()),
            paused: StoredValue::new_local(None),
            running: StoredValue::new(None),
            since: StoredValue::new(None),
            details: RwSignal::new(DetailsState::Idle),
            reads_details: StoredValue::new(None),
            top: StoredValue::new(None),
        }
    }

    /// Somebody has signed in whose top tenant is this. What another user loaded is forgotten.
    pub(crate) fn begin(self, top: TenantId) {
        if self.top.get_value() != Some(top.0) {
            self.clear();
            self.top.set_value(Some(top.0));
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(self) {
        if let Some(Some(running)) = self.running.try_update_value(Option::take) {
            running.abort();
        }
        self.stop_details();
        self.details.set(DetailsState::Idle);
        self.tree.set_value(Rc::default());
        self.view.set_value(View::default());
        self.paused.set_value(None);
        self.since.set_value(None);
        self.top.set_value(None);
        self.busy.set(HashSet::new());
        self.state.set(LoadState::Idle);
        bump(self.data);
        bump(self.rows);
    }

    /// The tree, for loads that take rows into it while the page goes on.
    pub fn tree(self) -> Rc<RefCell<Tree>> {
        self.tree.get_value()
    }

    /// Looks at the tenants, and again when they have changed.
    pub fn with<T>(self, look: impl FnOnce(&Tree) -> T) -> T {
        self.data.track();
        self.peek(|tree, _| look(tree))
    }

    /// Looks at the rows, and again when they have changed.
    pub fn with_rows<T>(self, look: impl FnOnce(&Tree, &View) -> T) -> T {
        self.rows.track();
        self.peek(look)
    }

    /// Looks once.
    pub fn peek<T>(self, look: impl FnOnce(&Tree, &View) -> T) -> T {
        let tree = self.tree();
        self.view.with_value(|view| look(&tree.borrow(), view))
    }

    /// Changes what is open or filtered, and draws it.
    pub fn change_rows<T>(self, change: impl FnOnce(&mut Tree, &mut View) -> T) -> T {
        let tree = self.tree();
        let mut view = self.view.try_update_value(std::mem::take).unwrap_or_default();
        let outcome = change(&mut tree.borrow_mut(), &mut view);
        self.view.set_value(view);
        bump(self.rows);
        outcome
    }

    /// Changes the tenants, and draws what that changes.
    pub fn change<T>(self, change: impl FnOnce(&mut Tree, &mut View) -> T) -> T {
        let outcome = self.change_rows(change);
        bump(self.data);
        outcome
    }

    /// Stops the reading of what lists show; what has come stays.
    pub fn stop_details(self) {
        if let Some(Some(running)) = self.reads_details.try_update_value(Option::take) {
            running.abort();
        }
    }

    /// The tenants of a subtree as a list, and again when they have changed. None where its top is not here.
    pub fn list(self, top: Uuid, wanted: &Wanted) -> TenantList {
        self.data.track();
        let tree = self.tree();
        let mut tree = tree.borrow_mut();
        let Some(top) = tree.find(top) else { return TenantList::default() };
        self.view.try_update_value(|view| view.list(&mut tree, Some(top), wanted)).unwrap_or_default()
    }

    /// Tenants of a list in another order.
    pub fn sorted(self, nodes: &[Node], sort: Sort) -> Vec<Node> {
        let (tree, mut nodes) = (self.tree(), nodes.to_vec());
        self.view.update_value(|view| view.sort(&tree.borrow(), &mut nodes, sort));
        nodes
    }

    /// Makes the rows ready for a filter. Nothing on screen changes.
    pub fn prepare(self) {
        let tree = self.tree();
        self.view.update_value(|view| view.prepare(&mut tree.borrow_mut()));
    }

    /// Draws the tree anew, after rows have come.
    pub fn redraw(self) {
        self.change(|tree, view| view.refresh(tree));
    }

    /// How many tenants are here.
    pub fn count(self) -> usize {
        self.with(tenantry_core::acronis::tenancy::Tree::len)
    }

    /// Whether everything is here.
    pub fn is_complete(self) -> bool {
        self.state.with(|state| matches!(state, LoadState::Complete { .. }))
    }
}

fn bump(signal: RwSignal<u32>) {
    signal.update(|count| *count = count.wrapping_add(1));
}
