//! Which value applies on a tenant, and what it passes down: the project's reading of the vendor's words
//! (design "Settings inheritance"), written for the sandbox alone so that it can be wrong in other ways
//! than the console's.

use std::collections::HashMap;
use std::sync::Arc;

use crate::estate::Number;
use crate::estate::ids::Uuid;

/// What was set on one tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// JSON text, so that no number loses a digit.
    pub value: Arc<str>,
    /// Tenants below cannot override it.
    pub lock: bool,
    /// Children inherit from the grandparent instead.
    pub exclusive: bool,
}

/// The tenant or user that a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A tenant.
    Tenant(Number),
    /// A user; such a value is not passed down.
    User(Uuid),
}

/// What applies on a tenant, or is passed down to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    /// Where it comes from.
    pub owner: Owner,
    /// JSON text.
    pub value: Arc<str>,
    /// Whether it can be overridden below.
    pub lock: bool,
    /// The tenant that locked it; not necessarily its owner.
    pub locked_by: Option<Number>,
}

/// How an own value and a received one become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inheritance {
    /// The schema does not say: the own value.
    Absent,
    /// The own value, as the schema says.
    Override,
    /// The smaller number.
    Minimum,
    /// Members of the own object over those of the received one. The reference does not have this type:
    /// it represents rules that a client does not know.
    Merge,
}

/// The tree that a rule is applied to, for one setting.
pub trait Chain {
    /// None for the root.
    fn parent(&self, at: Number) -> Option<Number>;
    /// What was set on the tenant.
    fn own(&self, at: Number) -> Option<Own>;
    /// What was set, as far as the tenants below are concerned.
    fn own_for_children(&self, at: Number) -> Option<Own> {
        self.own(at)
    }
    /// How values become one.
    fn inheritance(&self) -> Inheritance;
}

/// What tenants pass down, kept while one answer is made: siblings have the same ancestors.
#[derive(Debug, Default)]
pub struct Walk {
    passed: HashMap<Number, Option<Effective>>,
}

impl Walk {
    /// What the tenant receives from its parent.
    pub fn received(&mut self, chain: &impl Chain, at: Number) -> Option<Effective> {
        let parent = chain.parent(at)?;
        self.passed_down(chain, parent)
    }

    /// What applies on the tenant.
    pub fn effective(&mut self, chain: &impl Chain, at: Number) -> Option<Effective> {
        let received = self.received(chain, at);
        applying(chain.inheritance(), at, received, chain.own(at))
    }

    /// Climbs to the first tenant that is known and comes down again; by recursion a deep tree would be the end of
    /// the stack.
    fn passed_down(&mut self, chain: &impl Chain, at: Number) -> Option<Effective> {
        let (mut unknown, mut passed, mut next) = (Vec::new(), None, Some(at));
        while let Some(tenant) = next {
            if let Some(known) = self.passed.get(&tenant) {
                passed.clone_from(known);
                break;
            }
            unknown.push(tenant);
            next = chain.parent(tenant);
        }
        for tenant in unknown.into_iter().rev() {
            passed = match chain.own_for_children(tenant) {
                // Locked above or not: an exclusive value leaves what was received as it is.
                Some(own) if own.exclusive => passed,
                own => applying(chain.inheritance(), tenant, passed, own),
            };
            self.passed.insert(tenant, passed.clone());
        }
        passed
    }
}

fn applying(
    how: Inheritance,
    at: Number,
    received: Option<Effective>,
    own: Option<Own>,
) -> Option<Effective> {
    let locked_above = received.as_ref().is_some_and(|received| received.lock);
    let Some(own) = own.filter(|_| !locked_above) else {
        return received;
    };
    let (owner, value) = combined(how, at, received, &own);
    Some(Effective { owner, value, lock: own.lock, locked_by: own.lock.then_some(at) })
}

fn combined(how: Inheritance, at: Number, received: Option<Effective>, own: &Own) -> (Owner, Arc<str>) {
    let mine = (Owner::Tenant(at), Arc::clone(&own.value));
    let Some(received) = received else {
        return mine;
    };
    match how {
        Inheritance::Absent | Inheritance::Override => mine,
        Inheritance::Minimum if smaller(&received.value, &own.value) => (received.owner, received.value),
        Inheritance::Minimum => mine,
        Inheritance::Merge => (mine.0, merged(&received.value, &own.value).unwrap_or(mine.1)),
    }
}

/// Whether the first is a number and the second none, or a larger one.
fn smaller(first: &str, second: &str) -> bool {
    match (number(first), number(second)) {
        (Some(first), Some(second)) => first.is_below(second),
        (Some(_), None) => true,
        _ => false,
    }
}

/// Whole numbers are compared digit by digit: two of them beyond 2^53 can be one and the same float.
#[derive(Clone, Copy)]
enum Numeral {
    Whole(i128),
    Float(f64),
}

fn number(json: &str) -> Option<Numeral> {
    json.starts_with(|first: char| first == '-' || first.is_ascii_digit()).then_some(())?;
    json.parse().map(Numeral::Whole).ok().or_else(|| json.parse().map(Numeral::Float).ok())
}

impl Numeral {
    fn is_below(self, other: Numeral) -> bool {
        match (self, other) {
            (Numeral::Whole(this), Numeral::Whole(other)) => this < other,
            _ => self.float() < other.float(),
        }
    }

    fn float(self) -> f64 {
        match self {
            Numeral::Whole(whole) => whole as f64,
            Numeral::Float(float) => float,
        }
    }
}

fn merged(received: &str, own: &str) -> Option<Arc<str>> {
    type Members = serde_json::Map<String, serde_json::Value>;
    let mut members: Members = serde_json::from_str(received).ok()?;
    members.extend(serde_json::from_str::<Members>(own).ok()?);
    Some(serde_json::Value::Object(members).to_string().into())
}
