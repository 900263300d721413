//! One setting looked at closely: what is known of it on the way to a tenant and below it, outside of the
//! signals; they only say that more is known.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::inheritance::{self, gather_below, gather_path, resolve};
use tenantry_core::acronis::inheritance::{
    Applied, Change, Column, Explanation, Gathered, Inheritance, Locked, Preview, Spread, State,
};
use tenantry_core::acronis::settings::Key;
use tenantry_core::acronis::tenancy::{Node, Order, Place};
use tenantry_core::acronis::{ApplicationId, Own, TenantId};

use super::rows::Row;
use crate::acronis::state::Acronis;
use crate::i18n::{t, tf};
use crate::ui::Fault;
use crate::ui::task::LatestTask;
use crate::ui::text::visible;

/// As many tenants are read without being asked to.
const READ_AT_ONCE: usize = 600;

/// What is read below is told no more often than this: each time a preview is computed anew.
const TELL_MS: f64 = 250.0;

/// How far a reading is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Reading {
    /// Not begun.
    #[default]
    NotYet,
    /// So many tenants have been read, of so many.
    Going(usize, usize),
    /// Ended.
    Done {
        /// Tenants that could not be read.
        failed: usize,
        /// Why not.
        fault: Option<Fault>,
        /// Batches are not allowed; tenants were read one by one.
        one_by_one: bool,
    },
}

/// A setting on a tenant, looked at closely. Copied freely; all copies are the same.
#[derive(Clone, Copy)]
pub struct Inspector {
    /// The connection.
    pub acronis: Acronis,
    key: StoredValue<Key>,
    /// The tenant in the tree.
    pub node: Node,
    /// The tenants that are looked at with everything below them, where it is not the one above.
    selected: StoredValue<Option<Rc<[Node]>>, LocalStorage>,
    column: StoredValue<Rc<RefCell<Column>>, LocalStorage>,
    order: StoredValue<Rc<Order>, LocalStorage>,
    revision: RwSignal<u32>,
    /// The way from the top to the tenant.
    pub way: RwSignal<Reading>,
    /// What is below it.
    pub below: RwSignal<Reading>,
    way_task: LatestTask,
    below_task: LatestTask,
}

impl Inspector {
    /// Begins to look at a setting on a tenant. What a row says of it is known at once.
    pub fn begin(acronis: Acronis, row: &Row, node: Node) -> Inspector {
        let tenant = TenantId(acronis.tenants.peek(|tree, _| tree.id(node)));
        let word = row.schema.as_ref().and_then(|schema| schema.inheritance_type.as_deref());
        let key = Key { application: ApplicationId(row.application), tenant, name: row.setting.name.clone() };
        let inspector = Inspector {
            acronis,
            key: StoredValue::new(key),
            node,
            selected: StoredValue::new_local(None),
            column: StoredValue::new_local(Rc::new(RefCell::new(Column::new(Inheritance::from(word))))),
            order: StoredValue::new_local(Rc::default()),
            revision: RwSignal::new(0),
            way: RwSignal::new(Reading::NotYet),
            below: RwSignal::new(Reading::NotYet),
            way_task: LatestTask::new(),
            below_task: LatestTask::new(),
        };
        acronis.session.when_back(move || inspector.read_again());
        inspector
    }

    /// The same setting looked at on another tenant: what has been read of it is shared.
    pub fn at(self, node: Node) -> Inspector {
        if node == self.node {
            return self;
        }
        let tenant = TenantId(self.acronis.tenants.peek(|tree, _| tree.id(node)));
        Inspector { node, key: StoredValue::new(Key { tenant, ..self.key() }), ..self.afresh() }
    }

    /// The same setting looked at on several tenants and everything below them.
    pub fn over(self, nodes: &[Node]) -> Inspector {
        Inspector { selected: StoredValue::new_local(Some(nodes.into())), ..self.afresh() }
    }

    /// With readings of its own.
    fn afresh(self) -> Inspector {
        Inspector {
            way: RwSignal::new(Reading::NotYet),
            below: RwSignal::new(Reading::NotYet),
            way_task: LatestTask::new(),
            below_task: LatestTask::new(),
            ..self
        }
    }

    /// The setting and the tenant.
    pub fn key(self) -> Key {
        self.key.get_value()
    }

    /// What is known.
    pub fn column(self) -> Rc<RefCell<Column>> {
        self.column.get_value()
    }

    /// Looks at what is known, and again when more is.
    pub fn with<T>(self, look: impl FnOnce(&Column) -> T) -> T {
        self.revision.track();
        look(&self.column().borrow())
    }

    /// Looks once.
    pub fn with_untracked<T>(self, look: impl FnOnce(&Column) -> T) -> T {
        look(&self.column().borrow())
    }

    /// Says that more is known, where somebody still looks.
    pub fn notify(self) {
        self.revision.try_update(|revision| *revision = revision.wrapping_add(1));
    }

    /// A change here.
    pub fn change(self, own: Option<&Own>) -> Change {
        Change { node: self.node, own: own.map(|own| self.column().borrow_mut().keep(own)) }
    }

    /// Who locks the setting above the tenant, by name.
    pub fn locked_above(self) -> Option<String> {
        match self.explanation().fallback {
            State::Value(Applied { locked: Locked::By(by), .. }) => Some(self.name(by)),
            State::Value(Applied { locked: Locked::Above, .. }) => Some(t("why.somebody_above").to_owned()),
            _ => None,
        }
    }

    /// Reads what could not be read.
    fn read_again(self) {
        let failed = |reading: &Reading| matches!(reading, Reading::Done { fault: Some(_), .. });
        if self.way.with_untracked(failed) {
            self.read_way();
        }
        if self.below.with_untracked(failed) {
            self.read_below();
        }
    }

    /// Reads the setting on every tenant from the top to this one, or on what is above the selected ones.
    pub fn read_way(self) {
        let (acronis, key) = (self.acronis, self.key());
        let path = acronis.tenants.peek(|tree, _| match self.selected.get_value() {
            None => tree.path(self.node),
            Some(nodes) => {
                let selected: BTreeSet<Node> = nodes.iter().copied().collect();
                let paths: BTreeSet<Node> = nodes.iter().flat_map(|node| tree.path(*node)).collect();
                let unread = |node: &&Node| self.with_untracked(|column| !column.is_read(**node));
                paths.difference(&selected).filter(unread).copied().collect()
            }
        });
        self.way.set(Reading::Going(0, path.len()));
        self.way_task.run(async move {
            let (connection, tree, column) =
                (acronis.session.connection(), acronis.tenants.tree(), self.column());
            let ids: Vec<_> = path.iter().map(|node| (*node, TenantId(tree.borrow().id(*node)))).collect();
            let gathered = gather_path(&connection, (key.application, &key.name), ids, &column).await;
            self.notify();
            self.way.set(self.done(&gathered));
        });
    }

    /// Reads the setting on every tenant that is looked at and has not been read.
    pub fn read_below(self) {
        let (acronis, key) = (self.acronis, self.key());
        let order = self.lay_out();
        let column = self.column();
        let nodes: Vec<(Node, TenantId)> = acronis.tenants.peek(|tree, _| {
            let nodes = self.stretches(&order).into_iter().flatten().filter_map(|place| order.node(place));
            let unread = nodes.filter(|node| !column.borrow().is_read(*node));
            unread.map(|node| (node, TenantId(tree.id(node)))).collect()
        });
        let all = nodes.len();
        self.below.set(Reading::Going(0, all));
        self.below_task.run(async move {
            let connection = acronis.session.connection();
            let last_ms = Cell::new(0.0);
            let tell = |read| {
                self.below.set(Reading::Going(read, all));
                // A preview is computed for each time that this is told.
                let now_ms = connection.clock().now_ms();
                if now_ms - last_ms.get() > TELL_MS {
                    last_ms.set(now_ms);
                    self.notify();
                }
            };
            let what = (key.application, key.name.as_str());
            let gathered = gather_below(&connection, what, nodes, &column, tell).await;
            self.notify();
            self.below.set(self.done(&gathered));
        });
    }

    /// The same, where they are few; more are read when somebody asks for it.
    pub fn read_below_if_few(self) {
        if self.count_below() <= READ_AT_ONCE {
            self.read_below();
        }
    }

    /// Gives up reading what is below. What has been read stays.
    pub fn stop_below(self) {
        self.below_task.stop();
        self.below.set(Reading::NotYet);
    }

    fn done(self, gathered: &Gathered) -> Reading {
        let fault = gathered.fault.as_ref().map(|error| self.acronis.session.fault(error));
        Reading::Done { failed: gathered.failed, fault, one_by_one: gathered.one_by_one }
    }

    /// Lays the tree out as it is now.
    pub fn lay_out(self) -> Rc<Order> {
        let order = Rc::new(self.acronis.tenants.tree().borrow_mut().order());
        self.order.set_value(order.clone());
        order
    }

    /// The places of what is looked at.
    fn stretches(self, order: &Order) -> Vec<Range<Place>> {
        match self.selected.get_value() {
            None => order.stretches(&[self.node]),
            Some(nodes) => order.stretches(&nodes),
        }
    }

    /// Whether several tenants are looked at.
    pub fn is_over_selected(self) -> bool {
        self.selected.with_value(Option::is_some)
    }

    /// The tenants below, or the selected ones and those below them, as far as they are loaded.
    fn below(self) -> impl Iterator<Item = Node> {
        let order = self.order();
        let own = usize::from(!self.is_over_selected());
        let places = self.stretches(&order).into_iter().flatten().skip(own);
        places.filter_map(move |place| order.node(place))
    }

    /// How many they are.
    pub fn count_below(self) -> usize {
        self.below().count()
    }

    /// Those of them that have been read, or turned out to be unreadable for this account.
    pub fn count_read(self) -> usize {
        self.with(|column| self.below().filter(|node| column.is_read(*node)).count())
    }

    /// The tree as it was laid out last.
    pub fn order(self) -> Rc<Order> {
        self.order.get_value()
    }

    /// Why the setting is what it is here.
    pub fn explanation(self) -> Explanation {
        self.revision.track();
        let column = self.column();
        self.acronis.tenants.peek(|tree, _| inheritance::explain(tree, &column.borrow(), self.node))
    }

    /// What a change here would do.
    pub fn preview(self, own: Option<&Own>) -> Preview {
        self.preview_all(&[self.change(own)])
    }

    /// What changes on several tenants would do together.
    pub fn preview_all(self, changes: &[Change]) -> Preview {
        self.revision.track();
        let (column, order) = (self.column(), self.order());
        let column = column.borrow();
        self.acronis.tenants.peek(|tree, _| {
            let resolved = resolve(tree, &order, &column);
            inheritance::preview(tree, &order, &column, &resolved, changes)
        })
    }

    /// What applies below.
    pub fn spread(self) -> Spread {
        self.revision.track();
        let (column, order) = (self.column(), self.order());
        self.acronis.tenants.peek(|tree, _| inheritance::spread(tree, &order, &column.borrow(), self.node))
    }

    /// A tenant's name.
    pub fn name(self, id: Uuid) -> String {
        self.acronis.name_of(id)
    }

    /// What people call the setting on a tenant, for the journal.
    pub fn called(self, node: Node) -> String {
        let tenant = self.name_at(node);
        self.key.with_value(|key| tf("write.object", &[("name", &visible(&key.name)), ("tenant", &tenant)]))
    }

    /// The name of a tenant in the tree.
    pub fn name_at(self, node: Node) -> String {
        self.acronis.tenants.peek(|tree, _| visible(tree.name(node)).into_owned())
    }
}
