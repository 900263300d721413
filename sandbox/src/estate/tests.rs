//! The estate keeps its promises: the same from the same seed, exactly as large as asked, a true tree.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::fixed::UMBRELLA;
use super::ids::Uuid;
use super::*;
use crate::acronis::store::Store;

fn living(estate: Estate, top: Number) -> usize {
    let store = Store::new(Arc::new(estate));
    let numbers = store.levels(top).into_iter().flatten();
    numbers.filter(|&number| !store.is_deleted(number)).count()
}

#[test]
fn counts_are_exact() {
    for tenants in [1, 2, 3, 10, 17, 24, 25, 26, 27, 40, 500, 501, 4_812, 30_000] {
        let estate = Estate::generate(7, tenants);
        let top = estate.fixed(UMBRELLA).unwrap();
        assert_eq!(living(estate, top), tenants as usize);
    }
}

#[test]
fn the_same_seed_gives_the_same_estate() {
    let (one, two, other) = (Estate::generate(7, 800), Estate::generate(7, 800), Estate::generate(8, 800));
    assert_eq!(one.len(), two.len());
    for number in 0..one.len() {
        assert_eq!(one.name(number), two.name(number));
        assert_eq!(one.uuid(number), two.uuid(number));
        assert_eq!(format!("{:?}", one.facts(number)), format!("{:?}", two.facts(number)));
    }
    let differing = (0..one.len().min(other.len())).filter(|&number| one.name(number) != other.name(number));
    assert!(differing.count() > 300);
}

#[test]
fn ids_are_unique_and_found_again() {
    let estate = Estate::generate(7, 20_000);
    let mut seen = HashSet::new();
    for number in 0..estate.len() {
        assert!(seen.insert(estate.uuid(number)));
        assert_eq!(estate.find(estate.uuid(number)), Some(number));
    }
    assert_eq!(estate.find(Uuid(1)), None);
}

#[test]
fn shapes_are_those_of_a_real_partner() {
    for (tenants, widest_at_least) in [(500, 150), (100_000, 3_000)] {
        let estate = Estate::generate(7, tenants);
        let widest = (0..estate.len()).map(|number| estate.children(number).len()).max().unwrap();
        let deepest = (0..estate.len()).map(|number| estate.record(number).unwrap().level).max().unwrap();
        assert!(widest >= widest_at_least, "{tenants}: {widest}");
        assert!((6..=9).contains(&deepest), "{tenants}: {deepest}");
        let mut kinds: HashMap<&str, usize> = HashMap::new();
        for number in 0..estate.len() {
            *kinds.entry(estate.record(number).unwrap().kind.word()).or_default() += 1;
        }
        assert!(
            kinds["partner"] > 4 && kinds["folder"] > 10 && kinds["customer"] > 200 && kinds["unit"] > 50,
            "{kinds:?}"
        );
        assert!((0..estate.len()).any(|number| estate.record(number).unwrap().deleted));
    }
}

#[test]
fn the_picture_is_there() {
    let estate = Estate::generate(7, 500);
    let cafe = estate.fixed(fixed::CAFE).unwrap();
    assert_eq!(estate.uuid(cafe).to_string(), "f313ecf6-9256-4afd-9d47-72e032ee81d0");
    let units: Vec<String> = estate.children(cafe).map(|at| estate.name(at)).collect();
    let store = Store::new(Arc::new(estate));
    let path: Vec<String> = store.ancestors_below(cafe, 0).into_iter().map(|at| store.name(at)).collect();
    assert_eq!(path, ["Umbrella Partners", "Iberia", "Norte"]);
    assert_eq!(units, ["Oficina Bilbao", "Oficina Gijón"]);
}

#[test]
fn names_in_a_crowd_differ() {
    let estate = Estate::generate(7, 100_000);
    let widest = (0..estate.len()).max_by_key(|&number| estate.children(number).len()).unwrap();
    let names: Vec<String> = estate.children(widest).map(|child| estate.name(child)).collect();
    let different = names.iter().collect::<HashSet<_>>().len();
    assert!(different * 10 > names.len() * 6, "{different} of {}", names.len());
}
