//! The fields of a tenant apart from its name.

use std::borrow::Cow;

use super::fixed::Mark;
use super::generate::Estate;
use super::ids::Uuid;
use super::record::{Kind, NO_SLOT, Number};
use crate::moment::{Moment, Zone};
use crate::random::Random;

/// The dates and the version: what the vendor calls stamps.
#[derive(Clone, Copy, Debug)]
pub struct Stamps {
    /// Grows with each change.
    pub version: u64,
    /// When it was made.
    pub created: Moment,
    /// When it was last changed.
    pub updated: Moment,
    /// When it was deleted, if it was.
    pub deleted: Option<Moment>,
    /// How these dates are written.
    pub zone: Zone,
}

impl Stamps {
    /// Of something that is made at that time.
    pub fn new(created: Moment, zone: Zone) -> Stamps {
        Stamps { version: 1, created, updated: created, deleted: None, zone }
    }

    /// Changed at that time; the date never goes back.
    pub fn touch(&mut self, now: Moment) {
        self.version += 1;
        self.updated = self.updated.max(now);
    }
}

/// The remaining facts.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Facts {
    pub customer_type: Cow<'static, str>,
    pub language: Cow<'static, str>,
    pub customer_id: Option<String>,
    pub internal_tag: Option<String>,
    /// The user that a personal tenant belongs to.
    pub owner: Option<Uuid>,
    pub ancestral_access: bool,
    /// The tenant that locks updates.
    pub locked_by: Option<Number>,
    pub mfa_status: Cow<'static, str>,
    pub pricing_mode: Cow<'static, str>,
    pub production_start: Option<Moment>,
}

impl Default for Facts {
    fn default() -> Facts {
        Facts {
            customer_type: "default".into(),
            language: "en".into(),
            customer_id: None,
            internal_tag: None,
            owner: None,
            ancestral_access: true,
            locked_by: None,
            mfa_status: "disabled".into(),
            pricing_mode: "production".into(),
            production_start: None,
        }
    }
}

const FIRST_DAY: i64 = Moment::from_date(2014, 3, 1).0;
const LAST_DAY: i64 = Moment::from_date(2026, 6, 1).0;

impl Estate {
    /// Whether the tenant is enabled.
    pub fn enabled(&self, number: Number) -> bool {
        match self.mark(number) {
            Mark::Disabled => false,
            _ if !self.is_generated(number) => true,
            _ => !self.random(number, 4).percent(4),
        }
    }

    /// Its dates and version.
    pub fn stamps(&self, number: Number) -> Stamps {
        let mut random = self.random(number, 5);
        let span = LAST_DAY - FIRST_DAY;
        let created = Moment(FIRST_DAY + random.below(span as u64) as i64);
        let untouched = random.percent(20);
        let age = if untouched { 0 } else { random.below((LAST_DAY - created.0) as u64 + 1) as i64 };
        let updated = Moment(created.0 + age);
        let most_changes = 1 << random.below(9);
        let version = if untouched { 1 } else { 2 + random.below(most_changes) };
        let zone = match random.below(100) {
            0..78 => Zone::None,
            78..88 => Zone::Utc,
            88..94 => Zone::Millis,
            _ => Zone::PlusTwo,
        };
        let deleted = self.record(number).is_some_and(|record| record.deleted).then_some(updated);
        Stamps { version, created, updated, deleted, zone }
    }

    /// The facts of the full level of detail.
    pub fn facts(&self, number: Number) -> Facts {
        let kind = self.record(number).map_or(Kind::Unit, |record| record.kind);
        let mut random = self.random(number, 6);
        let business = matches!(kind, Kind::Customer | Kind::Unit);
        let trial = random.percent(8) && business && self.is_generated(number);
        let trial = trial || self.mark(number) == Mark::Trial;
        let stamps = self.stamps(number);
        Facts {
            customer_type: customer_type(business, &mut random).into(),
            language: self.locale(number).language.into(),
            customer_id: random.percent(40).then(|| format!("C-{:06}", random.below(1_000_000))),
            internal_tag: random.percent(5).then(|| format!("tag-{}", random.below(40))),
            owner: self.owner(number, kind, &mut random),
            ancestral_access: !(business && random.percent(1)),
            locked_by: random.percent(2).then(|| self.lock_owner(number)).flatten(),
            mfa_status: mfa_status(&mut random).into(),
            pricing_mode: if trial { "trial" } else { "production" }.into(),
            production_start: (!trial && business).then_some(stamps.created),
        }
    }

    pub(super) fn random(&self, number: Number, aspect: u64) -> Random {
        Random::new(self.seed, u64::from(number), aspect)
    }

    pub(super) fn is_generated(&self, number: Number) -> bool {
        self.record(number).is_none_or(|record| record.slot == NO_SLOT)
    }

    /// A personal tenant is a unit that belongs to one user of the customer above.
    fn owner(&self, number: Number, kind: Kind, random: &mut Random) -> Option<Uuid> {
        let parent = self.record(number)?.parent;
        let users = self.user_count(parent);
        let personal = kind == Kind::Unit && users > 0 && random.percent(10);
        personal.then(|| self.user_id(parent, random.below(u64::from(users)) as u32))
    }

    /// Locks are held by the nearest partner above.
    fn lock_owner(&self, number: Number) -> Option<Number> {
        let mut at = self.record(number)?.parent;
        while at > 0 && self.record(at)?.kind != Kind::Partner {
            at = self.record(at)?.parent;
        }
        (at > 0).then_some(at)
    }
}

fn customer_type(business: bool, random: &mut Random) -> &'static str {
    match random.below(100) {
        _ if !business => "default",
        0..60 => "default",
        60..80 => "enterprise",
        80..92 => "small_office",
        _ => "consumer",
    }
}

fn mfa_status(random: &mut Random) -> &'static str {
    match random.below(100) {
        0..48 => "disabled",
        48..84 => "enabled",
        84..96 => "setup_required",
        _ => "forcibly_disabled",
    }
}
