//! The tree beside a naive second implementation, and the cases that a server can make of it.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::fold::fold;
use crate::uuid::Uuid;

fn record(id: u128, parent: u128, name: &str) -> Record<'_> {
    Record {
        id: Uuid(id),
        parent: Parent::Of(Uuid(parent)),
        name: Some(name.into()),
        kind: Some("customer".into()),
        enabled: Some(true),
        ..Record::default()
    }
}

fn tree(rows: &[(u128, u128, &str)]) -> Tree {
    let mut tree = Tree::default();
    for (id, parent, name) in rows {
        tree.put(&record(*id, *parent, name));
    }
    tree
}

/// The visible rows as indented text.
fn drawn(tree: &Tree, view: &View) -> Vec<String> {
    let draw = |row: RowView| {
        let indent = "  ".repeat(row.level as usize - 1);
        format!("{indent}{} {}/{}", row.name, row.position, row.set_size)
    };
    view.window(tree, 0..usize::MAX).into_iter().map(draw).collect()
}

fn all_open(tree: &mut Tree) -> Vec<String> {
    let mut view = View::default();
    view.open_all(tree);
    drawn(tree, &view)
}

#[test]
fn any_order_of_arrival_gives_the_same_tree() {
    let rows = [(1, 1, "Root"), (2, 1, "b"), (3, 1, "á"), (4, 2, "x"), (5, 4, "y")];
    let expected = ["Root 1/1", "  á 1/2", "  b 2/2", "    x 1/1", "      y 1/1"];
    let mut order: Vec<usize> = vec![0, 1, 2, 3, 4];
    for turn in 0..120 {
        // All permutations, by Heap's way of swapping.
        let mut arrived = tree(&order.iter().map(|&at| rows[at]).collect::<Vec<_>>());
        assert_eq!(arrived.detect_cycles(), 0);
        assert_eq!(all_open(&mut arrived), expected, "{order:?}");
        let (a, b) = (turn % 5, (turn / 5 + turn) % 5);
        order.swap(a, b);
    }
}

#[test]
fn a_top_tenant_whose_parent_is_out_of_sight_is_a_root() {
    let mut tree = tree(&[(2, 99, "Umbrella"), (3, 2, "Iberia"), (7, 98, "Other")]);
    assert_eq!(all_open(&mut tree), ["Other 1/2", "Umbrella 2/2", "  Iberia 1/1"]);
    assert_eq!((tree.len(), tree.detect_cycles()), (3, 0));
    tree.put(&record(99, 99, "Top"));
    assert_eq!(all_open(&mut tree), ["Other 1/2", "Top 2/2", "  Umbrella 1/1", "    Iberia 1/1"]);
}

#[test]
fn loops_are_found_and_everything_stays_visible() {
    let mut tree = tree(&[(1, 1, "root"), (2, 3, "a"), (3, 2, "b"), (4, 3, "below"), (5, 1, "fine")]);
    assert_eq!(tree.detect_cycles(), 1);
    assert_eq!(all_open(&mut tree), ["a 1/2", "  b 1/1", "    below 1/1", "root 2/2", "  fine 1/1"]);
    let looped = tree.find(Uuid(2)).unwrap();
    assert!(tree.badges(looped).looped);
    tree.put(&record(2, 1, "a"));
    assert_eq!(tree.detect_cycles(), 0);
    assert_eq!(all_open(&mut tree), ["root 1/1", "  a 1/2", "    b 1/1", "      below 1/1", "  fine 2/2"]);
}

#[test]
fn moves_renames_and_deletes() {
    let mut tree = tree(&[(1, 1, "root"), (2, 1, "a"), (3, 1, "b"), (4, 2, "c")]);
    tree.put(&record(4, 3, "c"));
    tree.put(&record(2, 1, "z"));
    assert_eq!(all_open(&mut tree), ["root 1/1", "  b 1/2", "    c 1/1", "  z 2/2"]);
    tree.put(&Record { deleted: Some(true), ..record(3, 1, "b") });
    assert_eq!(all_open(&mut tree), ["root 1/1", "  z 1/1"]);
    assert_eq!((tree.detect_cycles(), tree.len()), (0, 3), "c is hidden with its parent, not a loop");
    tree.put(&Record { deleted: Some(false), ..record(3, 1, "b") });
    assert_eq!(all_open(&mut tree), ["root 1/1", "  b 1/2", "    c 1/1", "  z 2/2"]);
}

#[test]
fn a_whole_load_removes_what_is_gone() {
    let mut tree = tree(&[(1, 1, "root"), (2, 1, "a"), (3, 1, "b")]);
    let mut load = Load::default();
    load.take(&mut tree, Row::Good(record(1, 1, "root")));
    load.take(&mut tree, Row::Good(record(3, 1, "b")));
    load.take(&mut tree, Row::Good(record(3, 1, "b again")));
    load.take(&mut tree, Row::Bad("no".to_owned()));
    let report = load.finish(&mut tree, Loaded::Everything);
    assert_eq!((report.rows, report.duplicates, report.bad_count), (3, 1, 1));
    assert_eq!(all_open(&mut tree), ["root 1/1", "  b again 1/1"]);
}

#[test]
fn a_filter_shows_hits_in_place() {
    let rows = [
        (1, 1, "Umbrella"),
        (2, 1, "Iberia"),
        (3, 2, "Café Orquídea"),
        (4, 2, "Goya"),
        (5, 1, "DACH"),
        (6, 3, "Oficina"),
    ];
    let mut tree = tree(&rows);
    let mut view = View::default();
    view.refresh(&mut tree);
    assert_eq!(drawn(&tree, &view), ["Umbrella 1/1"]);
    view.set_filter(&mut tree, " CAFÉ or", &[]);
    assert_eq!(drawn(&tree, &view), ["Umbrella 1/1", "  Iberia 1/1", "    Café Orquídea 1/1"]);
    let row = view.window(&tree, 2..3).remove(0);
    assert_eq!(
        (row.found.map(|range| row.name[range].to_owned()).as_deref(), row.expander),
        (Some("Café Or"), Expander::None)
    );
    assert_eq!(view.filter().map(Filter::count), Some(1));
    let iberia = tree.find(Uuid(2)).unwrap();
    view.set_open(&mut tree, iberia, false);
    assert_eq!(drawn(&tree, &view), ["Umbrella 1/1", "  Iberia 1/1"]);
    tree.put(&record(3, 2, "Bar Orquídea"));
    view.refresh(&mut tree);
    assert!(view.is_empty(), "the old name must not be found");
    view.set_filter(&mut tree, "", &[]);
    assert_eq!(drawn(&tree, &view), ["Umbrella 1/1"]);
}

#[test]
fn rows_know_their_place() {
    let mut tree = tree(&[(1, 1, "root"), (2, 1, "a"), (3, 2, "b"), (4, 1, "c")]);
    let mut view = View::default();
    let node = tree.find(Uuid(3)).unwrap();
    view.reveal(&mut tree, node);
    assert_eq!(drawn(&tree, &view), ["root 1/1", "  a 1/2", "    b 1/1", "  c 2/2"]);
    assert_eq!(
        (view.row_of(node), view.parent_row(2), view.parent_row(3), view.parent_row(0)),
        (Some(2), Some(1), Some(0), None)
    );
    assert_eq!(view.type_ahead(&tree, 3, "A"), Some(1));
    assert_eq!(tree.path(node).len(), 3);
    view.close_all(&mut tree);
    assert_eq!(view.len(), 3);
}

#[test]
fn what_is_below_is_counted() {
    let mut tree = tree(&[(1, 1, "root"), (2, 1, "a"), (3, 2, "b"), (4, 2, "c")]);
    tree.put(&Record { kind: Some("galaxy".into()), ..record(4, 2, "c") });
    let node = tree.find(Uuid(1)).unwrap();
    let below = tree.below(node);
    assert_eq!((below.children, below.all), (1, 3));
    let kinds: Vec<_> =
        below.kinds.iter().map(|(kind, count)| (kind.as_ref().unwrap().as_str(), *count)).collect();
    assert_eq!(kinds, [("customer", 2), ("galaxy", 1)]);
}

/// Depth-first by plain maps: the second implementation.
fn naive(rows: &BTreeMap<u128, (u128, String)>) -> BTreeSet<(u128, usize)> {
    let mut found = BTreeSet::new();
    let depth = |id: u128| {
        let (mut at, mut way) = (id, vec![id]);
        while let Some((parent, _)) = rows.get(&at) {
            if *parent == at || !rows.contains_key(parent) {
                return Some(way.len());
            }
            if way.contains(parent) {
                return None;
            }
            way.push(*parent);
            at = *parent;
        }
        None
    };
    for id in rows.keys() {
        found.extend(depth(*id).map(|depth| (*id, depth)));
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_changes_give_the_tree_that_the_last_words_describe(changes in prop::collection::vec((0u128..12, 0u128..14, "[a-cA-Cá]{0,3}"), 0..60)) {
        let (mut tree, mut last) = (Tree::default(), BTreeMap::new());
        for (id, parent, name) in &changes {
            tree.put(&record(*id, *parent, name));
            last.insert(*id, (*parent, name.clone()));
        }
        let loops = tree.detect_cycles();
        let mut view = View::default();
        view.open_all(&mut tree);
        let rows = view.window(&tree, 0..usize::MAX);
        prop_assert_eq!(rows.len(), last.len(), "every tenant has a row");
        let outside_loops = naive(&last);
        prop_assert_eq!(loops == 0, outside_loops.len() == last.len());
        let drawn: BTreeSet<(u128, usize)> = rows.iter().map(|row| (row.id.0, row.level as usize)).collect();
        prop_assert!(outside_loops.is_subset(&drawn));
        for row in &rows {
            prop_assert_eq!(&row.name, &last[&row.id.0].1);
        }
        // A filter shows exactly what has the text in its name.
        view.set_filter(&mut tree, "a", &[]);
        let expected = last.values().filter(|(_, name)| fold(name).contains('a')).count();
        prop_assert_eq!(view.filter().map_or(0, Filter::count), expected);
        let hits = view.window(&tree, 0..usize::MAX).iter().filter(|row| row.found.is_some()).count();
        prop_assert_eq!(hits, expected);
    }
}
