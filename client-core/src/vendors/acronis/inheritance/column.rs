//! One setting over the tree: what was set on each tenant, and what the server reports as effective. Eight
//! bytes a tenant, because each distinct value is kept once.

use super::facts::{OwnFact, OwnValue, Reported, ReportedValue};
use super::rule::{Inheritance, Rule};
use super::state::Gap;
use super::values::{Distinct, ValueId, Values};
use crate::vendors::acronis::tenancy::Node;
use crate::vendors::acronis::{Own, OwnerType, Setting, Value};

#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    own: u32,
    reported: u32,
}

/// Cell contents below [`FIRST`] are no list indices.
const NOT_READ: u32 = 0;
const NOT_VISIBLE: u32 = 1;
const NOTHING: u32 = 2;
const FIRST: u32 = 3;

/// What is known of one setting.
#[derive(Debug, Default)]
pub struct Column {
    /// How an own and a received value are combined.
    pub inheritance: Inheritance,
    values: Values,
    owns: Distinct<OwnValue>,
    reports: Distinct<ReportedValue>,
    cells: Vec<Cell>,
}

impl Column {
    /// Nothing is known yet.
    pub fn new(inheritance: Inheritance) -> Column {
        Column { inheritance, ..Column::default() }
    }

    /// The rule for this setting.
    pub(super) fn rule(&self) -> Rule<'_> {
        Rule { inheritance: &self.inheritance, values: &self.values }
    }

    /// The values.
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// The value of that id.
    pub fn value(&self, id: ValueId) -> &Value {
        self.values.get(id)
    }

    /// An own value whose value is kept here.
    pub fn keep(&mut self, own: &Own) -> OwnValue {
        let Own { value, lock, exclusive } = own;
        OwnValue { value: self.values.keep(value), lock: *lock, exclusive: *exclusive }
    }

    /// Stores what the server reports for the setting on a tenant.
    pub fn put(&mut self, node: Node, setting: &Setting) {
        let own = setting.own.as_ref().map(|own| self.keep(own));
        let own = own.map_or(NOTHING, |own| self.owns.keep(&own) + FIRST);
        let reported = setting.effective.as_ref().map(|effective| {
            let id_of =
                |kind| effective.owner.as_ref().filter(|owner| owner.kind == kind).map(|owner| owner.id);
            ReportedValue {
                value: effective.value.as_ref().map(|value| self.values.keep(value)),
                owner: id_of(OwnerType::Tenant),
                user: id_of(OwnerType::User),
                lock: effective.lock,
                hidden: effective.hidden,
            }
        });
        let reported = reported.map_or(NOTHING, |reported| self.reports.keep(&reported) + FIRST);
        self.set(node, Cell { own, reported });
    }

    /// Stores that the tenant has no such setting: no own value, no effective one.
    pub fn put_nothing(&mut self, node: Node) {
        self.set(node, Cell { own: NOTHING, reported: NOTHING });
    }

    /// Stores that the setting may not be read on a tenant.
    pub fn forbid(&mut self, node: Node) {
        self.set(node, Cell { own: NOT_VISIBLE, reported: NOT_VISIBLE });
    }

    /// Forgets what was read on a tenant.
    pub fn forget(&mut self, node: Node) {
        self.set(node, Cell::default());
    }

    fn set(&mut self, node: Node, cell: Cell) {
        if self.cells.len() <= node.index() {
            self.cells.resize(node.index() + 1, Cell::default());
        }
        if let Some(place) = self.cells.get_mut(node.index()) {
            *place = cell;
        }
    }

    fn cell(&self, node: Node) -> Cell {
        self.cells.get(node.index()).copied().unwrap_or_default()
    }

    /// Whether the tenant has been read, or is known to be unreadable.
    pub fn is_read(&self, node: Node) -> bool {
        self.cell(node).own != NOT_READ
    }

    /// Whether the tenant is known to have no own value. True for most tenants, so callers ask this first.
    pub(super) fn has_nothing_own(&self, node: Node) -> bool {
        self.cell(node).own == NOTHING
    }

    /// What was set on a tenant.
    pub fn own(&self, node: Node) -> OwnFact {
        match self.cell(node).own {
            NOT_READ => OwnFact::Unknown(Gap::NotRead),
            NOT_VISIBLE => OwnFact::Unknown(Gap::NotVisible),
            NOTHING => OwnFact::None,
            at => self.owns.get(at - FIRST).map_or(OwnFact::Unknown(Gap::NotRead), |own| OwnFact::Own(*own)),
        }
    }

    /// A number that is equal for tenants with equal reports, to compare them cheaply.
    pub(super) fn report_number(&self, node: Node) -> u32 {
        self.cell(node).reported
    }

    /// What the server says applies on a tenant.
    pub fn reported(&self, node: Node) -> Reported {
        match self.cell(node).reported {
            NOT_READ => Reported::Unknown(Gap::NotRead),
            NOT_VISIBLE => Reported::Unknown(Gap::NotVisible),
            NOTHING => Reported::Nothing,
            at => self
                .reports
                .get(at - FIRST)
                .map_or(Reported::Unknown(Gap::NotRead), |reported| Reported::Value(*reported)),
        }
    }
}
