//! Names of tenants, made from the words of a language.

use super::fixed::{FIXED, Mark};
use super::generate::Estate;
use super::record::{Kind, Number};
use super::words::Locale;
use crate::random::Random;

const ENDLESS: usize = 4000;
const CROWD: u32 = 150;

impl Estate {
    /// The language that a tenant and its people speak.
    pub fn locale(&self, number: Number) -> &'static Locale {
        let region = self.record(number).map(|record| record.region).unwrap_or_default();
        if !self.is_generated(number) {
            return region.home();
        }
        region.locale(&mut Random::new(self.seed, u64::from(number), 2))
    }

    /// Replaces `out` by the tenant's name.
    pub fn write_name(&self, number: Number, out: &mut String) {
        out.clear();
        let Some(record) = self.record(number) else { return };
        match FIXED.get(record.slot as usize) {
            Some(fixed) if fixed.mark == Mark::EndlessName => out.push_str(&fixed.name.repeat(ENDLESS)),
            Some(fixed) => out.push_str(fixed.name),
            None => self.write_generated(number, record.kind, out),
        }
    }

    /// The tenant's name.
    pub fn name(&self, number: Number) -> String {
        let mut out = String::new();
        self.write_name(number, &mut out);
        out
    }

    fn write_generated(&self, number: Number, kind: Kind, out: &mut String) {
        let locale = self.locale(number);
        let mut random = Random::new(self.seed, u64::from(number), 3);
        let templates = match kind {
            Kind::Root | Kind::Partner => locale.partners,
            Kind::Folder => locale.folders,
            Kind::Customer => locale.customers,
            Kind::Unit => locale.units,
        };
        // A crowded folder would run out of names: most firms there have two founders.
        let founders = if self.is_crowded(number) && random.percent(85) { 2 } else { 1 };
        fill(random.pick(templates), locale, founders, &mut random, out);
    }

    fn is_crowded(&self, number: Number) -> bool {
        let parent = self.record(number).and_then(|record| self.record(record.parent));
        parent.is_some_and(|parent| parent.children > CROWD)
    }
}

fn fill(template: &str, locale: &Locale, founders: u32, random: &mut Random, out: &mut String) {
    let mut parts = template.split('{');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (hole, rest) = part.split_once('}').unwrap_or(("", part));
        out.push_str(match hole {
            "f" => random.pick(locale.families).0,
            "t" => random.pick(locale.trades),
            _ => random.pick(locale.cities),
        });
        if hole == "f" && founders > 1 {
            out.push_str(" & ");
            out.push_str(random.pick(locale.families).0);
        }
        out.push_str(rest);
    }
}
