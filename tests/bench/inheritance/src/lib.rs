//! The rule of inheritance, compiled as in the console, with handles that the benchmark's page pulls.

use tenantry_core::acronis::inheritance::{
    Change, Column, Inheritance, OwnFact, Resolved, State, preview, resolve,
};
use tenantry_core::acronis::tenancy::{Node, Order, Parent, Record, Tree};
use tenantry_core::acronis::value::Number;
use tenantry_core::acronis::{Effective, Own, Owner, OwnerType, Setting, Value};
use tenantry_core::uuid::Uuid;
use wasm_bindgen::prelude::wasm_bindgen;

/// An estate with its settings.
#[wasm_bindgen]
#[derive(Default)]
pub struct Estate {
    tree: Tree,
    order: Order,
    nodes: Vec<Node>,
    columns: Vec<Column>,
    resolved: Vec<Resolved>,
}

#[wasm_bindgen]
impl Estate {
    /// Tenant 0 is the real root; each other one names its parent by number.
    #[wasm_bindgen(constructor)]
    pub fn new(parents: &[u32], settings: u32) -> Estate {
        let mut estate = Estate::default();
        let id = |number: u32| Uuid(u128::from(number) + 1);
        for (number, parent) in (0..).zip(parents) {
            let record = Record { id: id(number), parent: Parent::Of(id(*parent)), ..Record::default() };
            estate.nodes.extend(estate.tree.put(&record));
        }
        estate.tree.detect_cycles();
        for setting in 0..settings {
            let inheritance = if setting % 2 == 0 { Inheritance::Override } else { Inheritance::Minimum };
            let mut column = Column::new(inheritance);
            estate.nodes.iter().for_each(|node| column.put_nothing(*node));
            estate.columns.push(column);
        }
        estate
    }

    /// Sets an own value.
    pub fn set(&mut self, setting: usize, tenant: usize, value: u32, lock: bool, exclusive: bool) {
        let (Some(column), Some(node)) = (self.columns.get_mut(setting), self.nodes.get(tenant)) else {
            return;
        };
        let own = Some(own(value, lock, exclusive));
        let setting = Setting { name: String::new(), application_id: None, own, effective: None };
        column.put(*node, &setting);
    }

    /// Every setting on every tenant, the laying out of the tree included.
    pub fn resolve(&mut self) {
        self.order = self.tree.order();
        let one = |column: &Column| resolve(&self.tree, &self.order, column);
        self.resolved = self.columns.iter().map(one).collect();
    }

    /// The server says of a setting what the rule gives, as it does where all is well.
    pub fn hear(&mut self, setting: usize) {
        let (Some(column), Some(resolved)) = (self.columns.get_mut(setting), self.resolved.get(setting))
        else {
            return;
        };
        for place in 0..self.order.len() {
            let Some(node) = self.order.node(place) else { break };
            let own = match column.own(node) {
                OwnFact::Own(one) => {
                    let value = column.value(one.value).clone();
                    Some(Own { value, lock: one.lock, exclusive: one.exclusive })
                }
                _ => None,
            };
            let effective = match resolved.effective(place) {
                State::Value(applied) => Some(Effective {
                    owner: Some(Owner { kind: OwnerType::Tenant, id: applied.owner }),
                    value: Some(column.value(applied.value).clone()),
                    lock: applied.lock(),
                    hidden: false,
                }),
                _ => None,
            };
            column.put(node, &Setting { name: String::new(), application_id: None, own, effective });
        }
    }

    /// What a change of a setting on a tenant would do: how many change.
    pub fn preview(&mut self, setting: usize, tenant: usize, value: u32, lock: bool) -> usize {
        let Some(node) = self.nodes.get(tenant).copied() else { return 0 };
        let (Some(column), Some(resolved)) = (self.columns.get_mut(setting), self.resolved.get(setting))
        else {
            return 0;
        };
        let change = Change { node, own: Some(column.keep(&own(value, lock, false))) };
        preview(&self.tree, &self.order, column, resolved, &[change]).changed().count()
    }

    /// All effective values and owners of a setting, folded into a number, to hold two implementations together.
    pub fn checksum(&self, setting: usize) -> f64 {
        let (Some(column), Some(resolved)) = (self.columns.get(setting), self.resolved.get(setting)) else {
            return 0.0;
        };
        let one = |place: usize| match resolved.effective(place) {
            State::Value(applied) => {
                let value = column.value(applied.value).number().and_then(|one| one.as_str().parse().ok());
                value.unwrap_or(0.0) * 3.0
                    + applied.owner.0 as f64
                    + f64::from(u8::from(applied.lock())) * 7.0
            }
            _ => 1.0,
        };
        (0..self.order.len()).map(one).sum()
    }
}

fn own(value: u32, lock: bool, exclusive: bool) -> Own {
    let value = Number::parse(&value.to_string()).map_or(Value::Null, Value::Number);
    Own { value, lock, exclusive }
}
