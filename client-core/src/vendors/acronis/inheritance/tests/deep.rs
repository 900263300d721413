//! Chains of 2,000 tenants: in a tree of the vendor's the depth is the server's choice, and a tab's stack is small.

use proptest::prelude::*;
use serde_json::json;

use super::super::naive::{Naive, NaiveOwn};
use super::super::*;
use super::estate::{Estate, own_of};
use super::properties::own;
use crate::vendors::acronis::tenancy::{Parent, Record, View};

const DEPTH: usize = 2_000;

/// The stack that a wasm module has.
const STACK: usize = 1 << 20;

fn in_small_stack(work: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(STACK).spawn(work).unwrap().join().unwrap();
}

fn name(at: usize) -> String {
    format!("t{at:04}")
}

fn chain(depth: usize, owns: impl IntoIterator<Item = (usize, NaiveOwn)>, minimum: bool) -> Naive {
    Naive {
        parents: (0..depth).map(|at| (name(at), at.checked_sub(1).map(name))).collect(),
        own: owns.into_iter().map(|(at, own)| (name(at), own)).collect(),
        minimum,
    }
}

/// The tenants of a chain, the deepest first.
fn upwards(naive: &Naive) -> Vec<String> {
    naive.parents.keys().rev().cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn deep_chains_resolve_and_preview_as_the_naive_one(
        owns in prop::collection::vec((0..DEPTH, own()), 0..40),
        minimum in any::<bool>(),
        at in 0..DEPTH,
        new in prop::option::of(own()),
    ) {
        let naive = chain(DEPTH, owns, minimum);
        let mut estate = Estate::of(&naive, &upwards(&naive));
        let (resolved, all) = (estate.resolved(), naive.all());
        for (tenant, wanted) in &all {
            prop_assert_eq!(&estate.effective(&resolved, tenant), wanted, "{}", tenant);
        }
        let deepest = name(DEPTH - 1);
        prop_assert_eq!(&naive.effective(&deepest), &all[&deepest]);
        let explanation = explain(&estate.tree, &estate.column, estate.node(&deepest));
        prop_assert_eq!((explanation.links.len(), explanation.agreement), (DEPTH, Agreement::Agrees));
        let mut after = naive.clone();
        match &new {
            Some(own) => drop(after.own.insert(name(at), own.clone())),
            None => drop(after.own.remove(&name(at))),
        }
        prop_assert_eq!(estate.changed(&name(at), new.as_ref().map(own_of).as_ref()), naive.changed(&after));
    }
}

#[test]
fn a_deep_chain_needs_no_deep_stack() {
    in_small_stack(|| {
        let lock = NaiveOwn { value: json!(7), lock: true, exclusive: false };
        let naive = chain(DEPTH, [(0, lock.clone())], false);
        let mut estate = Estate::of(&naive, &upwards(&naive));
        let (top, deepest) = (estate.node(&name(0)), estate.node(&name(DEPTH - 1)));
        let explanation = explain(&estate.tree, &estate.column, deepest);
        let locked = Locked::By(estate.id(&name(0)));
        assert_eq!(explanation.why, Why::InheritedLocked(estate.id(&name(0)), locked));
        let unlocked = NaiveOwn { lock: false, ..lock };
        let preview = estate.preview(&name(0), Some(&own_of(&unlocked)));
        assert_eq!(preview.counts.changed, DEPTH - 1);
        assert_eq!(spread(&estate.tree, &estate.order, &estate.column, top).below, DEPTH - 1);
        assert_eq!(estate.tree.below(top).all, DEPTH - 1);
        let mut view = View::default();
        view.open_all(&mut estate.tree);
        assert_eq!(view.len(), DEPTH);
        view.close_all(&mut estate.tree);
        view.reveal(&mut estate.tree, deepest);
        assert_eq!(view.row_of(deepest), Some(DEPTH - 1));
    });
}

#[test]
fn a_deep_cycle_needs_no_deep_stack() {
    in_small_stack(|| {
        let naive = chain(DEPTH, [], false);
        let mut estate = Estate::of(&naive, &upwards(&naive));
        let (top, deepest) = (estate.id(&name(0)), estate.id(&name(DEPTH - 1)));
        estate.tree.put(&Record { id: top, parent: Parent::Of(deepest), ..Record::default() });
        assert_eq!(estate.tree.detect_cycles(), 1);
        assert_eq!(estate.tree.order().len(), DEPTH);
    });
}
