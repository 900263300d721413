//! Lists beside a naive second implementation, and what was not told.

use proptest::prelude::*;

use super::*;
use crate::uuid::Uuid;

const MFA: [&str; 4] = ["disabled", "forcibly_disabled", "setup_required", "enabled"];
const PRICING: [&str; 3] = ["trial", "production", "suspended"];

/// A tenant as the naive implementation keeps it.
#[derive(Clone, Debug)]
struct Plain {
    enabled: Option<bool>,
    mfa: Option<&'static str>,
    pricing: Option<&'static str>,
    contacts: Option<&'static [&'static str]>,
    updated: Option<u32>,
}

const LEGAL: &[&str] = &["legal"];
const BILLED: &[&str] = &["legal", "Billing", "of another kind"];

fn plain() -> impl Strategy<Value = Plain> {
    let contacts = prop_oneof![Just(None), Just(Some(LEGAL)), Just(Some(BILLED))];
    let told = (any::<Option<bool>>(), 0..5usize, 0..4usize, contacts, proptest::option::of(1..9u32));
    told.prop_map(|(enabled, mfa, pricing, contacts, updated)| Plain {
        enabled,
        mfa: MFA.get(mfa).copied(),
        pricing: PRICING.get(pricing).copied(),
        contacts,
        updated,
    })
}

fn tree(rows: &[Plain]) -> (Tree, View) {
    let mut tree = Tree::default();
    for (at, row) in rows.iter().enumerate() {
        tree.put(&Record {
            id: Uuid(at as u128 + 1),
            parent: Parent::Of(Uuid(at as u128 / 2 + 1)),
            name: Some(format!("tenant {at:03}").into()),
            enabled: row.enabled,
            mfa: row.mfa.map(Into::into),
            pricing: row.pricing.map(Into::into),
            contacts: row.contacts.map(|types| {
                let types = types.iter().copied().collect();
                vec![ListedContact::new(types, ["Ana", "Ruiz", "", ""])]
            }),
            with_contacts: true,
            updated: row.updated,
            ..Record::default()
        });
    }
    (tree, View::default())
}

fn facet(key: &str) -> Facet {
    Facet::read(key).unwrap()
}

fn has(row: &Plain, facet: &Facet) -> bool {
    let value = facet.value.as_deref();
    match facet.group {
        Group::State => row.enabled.map(|on| if on { "enabled" } else { "disabled" }) == value,
        Group::Mfa => row.mfa == value,
        Group::Pricing => row.pricing == value,
        Group::Gap => match (row.contacts, value) {
            (None, value) => value.is_none(),
            (Some(types), Some(value)) => !types.iter().any(|one| one.eq_ignore_ascii_case(value)),
            (Some(_), None) => false,
        },
        _ => unreachable!(),
    }
}

/// Of each group any of the chosen, of the groups all.
fn holds(row: &Plain, facets: &[Facet]) -> bool {
    let group = |group: Group| facets.iter().filter(move |facet| facet.group == group);
    Group::ALL.into_iter().all(|one| group(one).next().is_none() || group(one).any(|facet| has(row, facet)))
}

proptest! {
    #[test]
    fn a_list_is_what_a_naive_one_is(
        rows in proptest::collection::vec(plain(), 1..60),
        keys in proptest::sample::subsequence(
            vec!["state:enabled", "state:disabled", "state:?", "mfa:disabled", "mfa:?", "mfa:enabled",
                 "pricing:trial", "pricing:?", "without:billing", "without:technical", "without:?"],
            0..5,
        ),
        descending in any::<bool>(),
    ) {
        let facets: Vec<Facet> = keys.into_iter().map(facet).collect();
        let (mut tree, mut view) = tree(&rows);
        let wanted = Wanted { facets: facets.clone(), ..Wanted::default() };
        let mut list = view.list(&mut tree, None, &wanted);
        view.sort(&tree, &mut list.nodes, Sort { by: SortBy::Name, descending });
        let index = |node: &Node| tree.id(*node).0 as usize - 1;
        let mut expected: Vec<usize> = (0..rows.len()).filter(|at| holds(&rows[*at], &facets)).collect();
        if descending {
            expected.reverse();
        }
        prop_assert_eq!(list.nodes.iter().map(index).collect::<Vec<_>>(), expected.clone());
        prop_assert_eq!(list.all, rows.len());
        for FacetCount { facet, count, is_chosen } in &list.counts {
            if matches!(facet.group, Group::Kind | Group::Lock | Group::CustomerType) {
                prop_assert_eq!(&facet.value, &None);
                continue;
            }
            prop_assert_eq!(*is_chosen, facets.contains(facet));
            let mut others: Vec<Facet> = facets.iter().filter(|one| one.group != facet.group).cloned().collect();
            others.push(facet.clone());
            prop_assert_eq!(*count, rows.iter().filter(|row| holds(row, &others)).count(), "{}", facet.key());
        }
        // The tree shows the same ones, with the way to them.
        view.set_filter(&mut tree, "", &facets);
        let hits = view.filter().map_or(rows.len(), Filter::count);
        prop_assert_eq!(hits, expected.len());
    }
}

#[test]
fn of_a_subtree_by_date_with_what_was_not_told_last() {
    let row = |updated| Plain { enabled: None, mfa: None, pricing: None, contacts: None, updated };
    let (mut tree, mut view) = tree(&[row(None), row(Some(3)), row(None), row(Some(5)), row(Some(4))]);
    let top = tree.find(Uuid(3));
    let mut ids = |top, descending| {
        let mut list = view.list(&mut tree, top, &Wanted::default());
        view.sort(&tree, &mut list.nodes, Sort { by: SortBy::Updated, descending });
        list.nodes.iter().map(|node| tree.id(*node).0).collect::<Vec<_>>()
    };
    assert_eq!(ids(None, false), [2, 5, 4, 1, 3]);
    assert_eq!(ids(None, true), [4, 5, 2, 1, 3]);
    assert_eq!(ids(top, false), [5, 3]);
}

#[test]
fn what_is_chosen_and_nobody_has_leaves_nothing_and_is_still_shown() {
    let (mut tree, mut view) =
        tree(&[Plain { enabled: Some(true), mfa: None, pricing: None, contacts: None, updated: None }]);
    let facets = vec![facet("pricing:barter"), facet("state:enabled")];
    let list = view.list(&mut tree, None, &Wanted { facets: facets.clone(), ..Wanted::default() });
    assert_eq!(list.nodes, []);
    let barter = list.counts.iter().find(|one| one.facet == facets[0]).unwrap();
    assert_eq!((barter.count, barter.is_chosen), (0, true));
}

#[test]
fn keys_are_read_as_they_are_written() {
    for key in
        ["kind:customer", "mfa:?", "without:billing", "type:small_office", "state:disabled", "lock:locked"]
    {
        assert_eq!(facet(key).key(), key);
    }
    assert_eq!((Facet::read("mfa"), Facet::read("colour:red")), (None, None));
}

#[test]
fn somebody_is_found_wherever_they_are_a_contact() {
    let row = |contacts| Plain { enabled: Some(true), mfa: None, pricing: None, contacts, updated: None };
    let (mut tree, mut view) = tree(&[row(Some(BILLED)), row(None), row(Some(&[])), row(Some(LEGAL))]);
    let mut found = |person: &str, keys: &[&str]| {
        let facets = keys.iter().map(|key| facet(key)).collect();
        let list =
            view.list(&mut tree, None, &Wanted { facets, person: person.to_owned(), ..Wanted::default() });
        let billed = list.counts.iter().find(|one| one.facet.key() == "without:billing").map(|one| one.count);
        (list.nodes.len(), billed, list.all)
    };
    // Whoever has a contact has her, also where that is for nothing.
    assert_eq!(found("ruiz", &[]), (3, Some(2), 4));
    assert_eq!(found("ruiz", &["without:billing"]), (2, Some(2), 4));
    assert_eq!(found("nobody", &[]), (0, None, 4));
}

#[test]
fn contacts_that_were_read_by_themselves_are_the_lists_too() {
    let row = Plain { enabled: None, mfa: None, pricing: None, contacts: None, updated: None };
    let (mut tree, _) = tree(&[row]);
    let node = tree.find(Uuid(1)).unwrap();
    let contact = |json: &str| serde_json::from_str(json).unwrap();
    tree.note_contacts(Uuid(1), &[contact(r#"{"types":["Billing"],"email":"a@x.example"}"#)]);
    assert!(tree.facts(node).contacts.unwrap().has(crate::vendors::acronis::ContactType::Billing));
    assert_eq!(tree.contacts(node)[0].email(), "a@x.example");
    // Where one does not tell what it is for, nobody knows what is missing.
    tree.note_contacts(Uuid(1), &[contact(r#"{"types":["billing"]}"#), contact("{}")]);
    assert_eq!((tree.facts(node).contacts, tree.contacts(node).len()), (None, 0));
    tree.note_contacts(Uuid(9), &[]);
}

#[test]
fn a_list_is_read_when_contacts_were_asked_for() {
    let page = |contacts: &str| {
        format!(
            r#"{{"items":[{{"id":"00000000-0000-0000-0000-000000000001","mfa_status":"enabled","contacts":{contacts},
            "parent_id":"00000000-0000-0000-0000-000000000001","created_at":"2026-03-04T05:06:07Z"}}]}}"#
        )
    };
    let read = |with_contacts, contacts: &str| {
        let (mut tree, mut load, mut decoder) =
            (Tree::default(), Load::of(with_contacts), PageDecoder::default());
        decoder.buffer().extend_from_slice(page(contacts).as_bytes());
        decoder.finish(|row| load.take(&mut tree, row)).unwrap();
        let list = View::default().list(&mut tree, None, &Wanted::default());
        let (facts, words) = (tree.facts(list.nodes[0]), tree.contacts(list.nodes[0]));
        let gaps = facts.contacts.map(|types| types.gaps().count());
        (list.is_read(), gaps, words.iter().map(|one| one.words()).collect::<Vec<_>>())
    };
    let ana = r#"{"types":["legal","billing"],"firstname":"Ana","lastname":"Ruiz","email":"ana@x.example","phone":""}"#;
    let nobody = r#"{"types":[]}"#;
    let words = vec!["Ana Ruiz, ana@x.example".to_owned(), String::new()];
    assert_eq!(read(true, &format!("[{ana},{nobody}]")), (true, Some(3), words));
    assert_eq!(read(true, "[]"), (true, Some(5), Vec::new()));
    assert_eq!(read(false, "[]"), (false, None, Vec::new()), "empty because nobody asked");
    // Read, but not told: nobody knows what is missing.
    for odd in ["null", r#"[{"email":"ana@x.example"}]"#, r#"[{"types":"billing"}]"#, "[7]", r#""none""#] {
        assert_eq!(read(true, odd), (true, None, Vec::new()), "{odd}");
    }
}

#[test]
fn changes_are_told_apart() {
    let row = |id: u128, parent: u128| Record {
        id: Uuid(id),
        parent: Parent::Of(Uuid(parent)),
        name: Some(format!("tenant {id}").into()),
        created: Some(100),
        updated: Some(600),
        ..Record::default()
    };
    let mut tree = Tree::default();
    for (id, parent) in [(1, 1), (2, 1), (3, 1), (4, 2)] {
        tree.put(&row(id, parent));
    }
    let mut load = Load::of_changes(Some(500));
    let rows = [
        row(2, 1),
        row(4, 3),
        Record { created: Some(550), ..row(5, 2) },
        Record { deleted: Some(true), ..row(3, 1) },
        // Created since then, and gone again.
        Record { created: Some(550), deleted: Some(true), ..row(6, 2) },
        // A parent that was not told is no move.
        Record { parent: Parent::Unsaid, ..row(2, 1) },
    ];
    for record in rows {
        load.take(&mut tree, Row::Good(record));
    }
    let report = load.finish(&mut tree, Loaded::Some);
    let told: Vec<_> = report.changes.iter().map(|change| (change.id.0, change.kind)).collect();
    let expected = [
        (4, ChangeKind::Moved),
        (5, ChangeKind::New),
        (3, ChangeKind::Deleted),
        (6, ChangeKind::Deleted),
        (2, ChangeKind::Changed),
    ];
    assert_eq!(told, expected);
    assert_eq!(report.changes[0].parent, Some(Uuid(3)));
}
