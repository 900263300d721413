//! Small estates for the tests: tenants by name, own values by name.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::super::naive::{Naive, NaiveEffective, NaiveOwn};
use super::super::*;
use crate::uuid::Uuid;
use crate::vendors::acronis::tenancy::{Node, Order, Parent, Record, Tree};
use crate::vendors::acronis::{Effective, Own, Owner, OwnerType, Setting, Value};

/// A tree and a column, with the names that the tenants have in the test.
pub struct Estate {
    pub tree: Tree,
    pub order: Order,
    pub column: Column,
    ids: BTreeMap<String, Uuid>,
    names: BTreeMap<Uuid, String>,
}

impl Estate {
    /// The tenants in the order given; a tenant without a parent is the real root.
    pub fn new(tenants: &[(String, Option<String>)], minimum: bool) -> Estate {
        let ids: BTreeMap<String, Uuid> =
            tenants.iter().enumerate().map(|(at, (name, _))| (name.clone(), Uuid(at as u128 + 1))).collect();
        let mut tree = Tree::default();
        for (name, parent) in tenants {
            let id = ids[name];
            let parent =
                parent.as_ref().map_or(id, |parent| ids.get(parent).copied().unwrap_or(Uuid(999_999)));
            tree.put(&Record { id, parent: Parent::Of(parent), ..Record::default() });
        }
        tree.detect_cycles();
        let order = tree.order();
        let inheritance = if minimum { Inheritance::Minimum } else { Inheritance::Override };
        let names = ids.iter().map(|(name, id)| (*id, name.clone())).collect();
        Estate { tree, order, column: Column::new(inheritance), ids, names }
    }

    /// An estate as the naive implementation has it, all of it read.
    pub fn of(naive: &Naive, order: &[String]) -> Estate {
        let tenants: Vec<_> = order.iter().map(|name| (name.clone(), naive.parents[name].clone())).collect();
        let mut estate = Estate::new(&tenants, naive.minimum);
        let all = naive.all();
        for name in order {
            let own = naive.own.get(name).map(own_of);
            let effective = all[name].as_ref().map(|one| estate.effective_of(one));
            estate.put(name, own, effective);
        }
        estate
    }

    /// The same estate as an account sees it that sees only some tenants, of which only some have been read.
    pub fn seen_from(&self, naive: &Naive, seen: &[String], read: impl Fn(usize) -> bool) -> Estate {
        let (ids, names) = (self.ids.clone(), self.names.clone());
        let mut part = Estate { ids, names, ..Estate::new(&[], naive.minimum) };
        for name in seen {
            let parent = naive.parents[name].as_ref().map_or(self.ids[name], |parent| self.ids[parent]);
            part.tree.put(&Record { id: self.ids[name], parent: Parent::Of(parent), ..Record::default() });
        }
        part.tree.detect_cycles();
        part.order = part.tree.order();
        let all = naive.all();
        for (_, name) in seen.iter().enumerate().filter(|(at, _)| read(*at)) {
            let effective = all[name].as_ref().map(|one| self.effective_of(one));
            part.put(name, naive.own.get(name).map(own_of), effective);
        }
        part
    }

    fn effective_of(&self, one: &NaiveEffective) -> Effective {
        Effective {
            owner: Some(Owner { kind: OwnerType::Tenant, id: self.ids[&one.owner] }),
            value: Some(value(&one.value)),
            lock: one.lock,
            hidden: false,
        }
    }

    pub fn put(&mut self, name: &str, own: Option<Own>, effective: Option<Effective>) {
        let setting = Setting { name: "x".to_owned(), application_id: None, own, effective };
        self.column.put(self.node(name), &setting);
    }

    pub fn id(&self, name: &str) -> Uuid {
        self.ids[name]
    }

    pub fn node(&self, name: &str) -> Node {
        self.tree.find(self.ids[name]).unwrap()
    }

    pub fn name(&self, id: Uuid) -> String {
        self.names[&id].clone()
    }

    pub fn resolved(&self) -> Resolved {
        resolve(&self.tree, &self.order, &self.column)
    }

    /// What applies on a tenant, as the naive implementation writes it.
    pub fn effective(&self, resolved: &Resolved, name: &str) -> Option<NaiveEffective> {
        match resolved.effective(self.order.place(self.node(name)).unwrap()) {
            State::Nothing => None,
            State::Unknown(gap) => panic!("{name}: {gap:?}"),
            State::Value(applied) => Some(NaiveEffective {
                value: serde_json::from_str(&self.column.value(applied.value).to_json()).unwrap(),
                owner: self.name(applied.owner),
                lock: applied.lock(),
                locked_by: match applied.locked {
                    Locked::No => None,
                    Locked::By(id) => Some(self.name(id)),
                    Locked::Above => panic!("{name}: locked above"),
                },
            }),
        }
    }

    pub fn change(&mut self, name: &str, own: Option<&Own>) -> Change {
        Change { node: self.node(name), own: own.map(|own| self.column.keep(own)) }
    }

    pub fn preview_all(&self, changes: &[Change]) -> Preview {
        preview(&self.tree, &self.order, &self.column, &self.resolved(), changes)
    }

    pub fn preview(&mut self, name: &str, own: Option<&Own>) -> Preview {
        let change = self.change(name, own);
        self.preview_all(&[change])
    }

    /// The names of the tenants that a preview says will change, in order.
    pub fn changed(&mut self, name: &str, own: Option<&Own>) -> Vec<String> {
        let preview = self.preview(name, own);
        let mut names: Vec<_> = preview.changed().map(|one| self.name(self.tree.id(one.node))).collect();
        names.sort();
        names
    }
}

pub fn value(json: &Json) -> Value {
    Value::parse(&json.to_string()).unwrap()
}

pub fn own_of(own: &NaiveOwn) -> Own {
    Own { value: value(&own.value), lock: own.lock, exclusive: own.exclusive }
}
