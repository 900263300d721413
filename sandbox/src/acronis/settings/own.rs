//! The values that tenants have before anybody writes: made from the seed when they are needed, so that
//! starting takes no longer with many tenants than with few.

use std::sync::{Arc, LazyLock};

use super::catalogue::{Setting, Values};
use super::fixed_values::FIXED_VALUES;
use super::rule::Own;
use crate::estate::fixed::{CAFE, HOSTILE, IBERIA, LOOP, NORTE, ROOT, UMBRELLA};
use crate::estate::{Estate, Kind, Number};
use crate::random::Random;

/// These have only the fixed values, so that the screen shows what the design's picture shows.
const UNTOUCHED: [usize; 7] = [ROOT, UMBRELLA, HOSTILE, LOOP, IBERIA, NORTE, CAFE];
/// Slot of the hostile customer with the long value, and its setting.
const LONG_AT: (usize, &str) = (11, "login_banner");
/// Random streams of settings; the tenants' own streams have smaller numbers.
const ASPECTS: u64 = 4096;

/// A megabyte of text with markup and line breaks in it.
pub static LONG: LazyLock<Arc<str>> = LazyLock::new(|| {
    let line = r"0123456789 <b>not bold</b> ünïcödé \n";
    let mut json = String::from("\"");
    while json.len() < 1 << 20 {
        json.push_str(line);
    }
    json.push('"');
    json.into()
});

/// What the tenant has set; `place` is the setting's in the catalogue.
pub fn own(estate: &Estate, at: Number, place: usize, setting: &Setting) -> Option<Own> {
    if let Some(slot) = estate.slot(at) {
        let found = fixed(slot, setting.name);
        if found.is_some() || UNTOUCHED.contains(&slot) {
            return found;
        }
    }
    generated(estate, at, place, setting)
}

fn fixed(slot: usize, name: &str) -> Option<Own> {
    if (slot, name) == LONG_AT {
        return Some(Own { value: Arc::clone(&LONG), lock: false, exclusive: false });
    }
    let found = FIXED_VALUES.iter().find(|one| one.slot == slot && one.name == name)?;
    Some(Own { value: found.json.into(), lock: found.lock, exclusive: found.exclusive })
}

fn generated(estate: &Estate, at: Number, place: usize, setting: &Setting) -> Option<Own> {
    let kind = estate.record(at)?.kind;
    let mut random = Random::new(estate.seed(), u64::from(at), ASPECTS + place as u64);
    let is_set = random.below(1000) < share(kind);
    if !is_set {
        return None;
    }
    let above_others = matches!(kind, Kind::Partner | Kind::Folder);
    let lock = above_others && random.below(6) == 0;
    let exclusive = random.percent(if above_others { 10 } else { 3 });
    let null = random.percent(4);
    let value = value(setting.values, &mut random)?;
    Some(Own { value: if null { "null".into() } else { value }, lock, exclusive })
}

/// How many of a thousand tenants of a kind have a value of their own.
fn share(kind: Kind) -> u64 {
    match kind {
        Kind::Root => 0,
        Kind::Partner => 110,
        Kind::Folder => 90,
        Kind::Customer => 40,
        Kind::Unit => 20,
    }
}

fn value(values: Values, random: &mut Random) -> Option<Arc<str>> {
    match values {
        Values::Never => None,
        Values::Choice(list) => Some(random.pick(list).into()),
        Values::Steps(step, most) => Some((step * (1 + random.below(most))).to_string().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acronis::settings::catalogue::SETTINGS;

    #[test]
    fn own_values_are_sparse() {
        let estate = Estate::generate(7, 20_000);
        for (place, setting) in SETTINGS.iter().enumerate() {
            if matches!(setting.values, Values::Never) {
                continue;
            }
            let set = (0..estate.len()).filter_map(|at| own(&estate, at, place, setting));
            let (mut all, mut locks) = (0, 0);
            for own in set {
                all += 1;
                locks += usize::from(own.lock);
            }
            let share = f64::from(all) / f64::from(estate.len());
            assert!((0.02..0.06).contains(&share), "{}: {share}", setting.name);
            assert!(locks > 0, "{}", setting.name);
        }
    }

    #[test]
    fn fixed_values_are_json_of_known_settings() {
        for one in FIXED_VALUES {
            assert!(SETTINGS.iter().any(|setting| setting.name == one.name), "{}", one.name);
            assert!(serde_json::from_str::<serde_json::Value>(one.json).is_ok(), "{}", one.json);
        }
        assert!(serde_json::from_str::<String>(&LONG).unwrap().len() > 1_000_000);
    }
}
