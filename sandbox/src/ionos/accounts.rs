//! Who can sign in.

use super::faults::Fault;
use crate::random::{hash_text, mix};

/// The contract that nearly every account has.
pub const DEMO: u32 = 31_884_391;
/// The further contract of `ionos-multi`.
pub const SECOND: u32 = 32_090_117;

/// One login.
#[derive(Debug, PartialEq, Eq)]
pub struct Account {
    /// Its name in the list of accounts, and in the request log.
    pub id: &'static str,
    /// The e-mail address, which Basic authentication takes.
    pub login: &'static str,
    /// The name in the console's list of accounts.
    pub label: &'static str,
    /// Its contracts; with more than one, each request has to name one.
    pub contracts: &'static [u32],
    /// How its API misbehaves.
    pub fault: Fault,
    /// Not an administrator: sees what it owns and what is shared with its groups.
    pub member: bool,
    /// Signs in with a token alone.
    pub two_factor: bool,
    /// Not in the console's list of accounts: for tests that write.
    pub unlisted: bool,
}

const fn account(id: &'static str, login: &'static str, label: &'static str, fault: Fault) -> Account {
    Account { id, login, label, contracts: &[DEMO], fault, member: false, two_factor: false, unlisted: false }
}

/// The demo account again, with a state that no other account shares.
const fn copy(id: &'static str, login: &'static str, label: &'static str) -> Account {
    Account { unlisted: true, ..account(id, login, label, Fault::None) }
}

/// All of them, the default first.
pub static ACCOUNTS: &[Account] = &[
    account("ionos-demo", "a.marin@umbrella.example", "IONOS contract 31884391", Fault::None),
    Account {
        contracts: &[DEMO, SECOND],
        ..account("ionos-multi", "b.keller@umbrella.example", "Two IONOS contracts", Fault::None)
    },
    Account {
        two_factor: true,
        ..account("ionos-2fa", "c.roth@umbrella.example", "2-Factor Authentication: token only", Fault::None)
    },
    Account {
        member: true,
        ..account("ionos-member", "d.winter@umbrella.example", "No administrator", Fault::None)
    },
    account("ionos-queue", "queue@umbrella.example", "Writes to a busy unit wait", Fault::Queue),
    account("ionos-trial", "trial@umbrella.example", "Fault: a trial may not write", Fault::Trial),
    account(
        "ionos-429",
        "429@umbrella.example",
        "Fault: too many requests, each third write",
        Fault::TooMany,
    ),
    account(
        "ionos-503-html",
        "503@umbrella.example",
        "Fault: writes meet a maintenance page",
        Fault::Html503,
    ),
    account(
        "ionos-foreign-location",
        "location@umbrella.example",
        "Fault: the status stands on another host",
        Fault::ForeignLocation,
    ),
    account("ionos-endless", "endless@umbrella.example", "Fault: a write never ends", Fault::Endless),
    account("ionos-hang", "hang@umbrella.example", "Fault: the status cannot be read", Fault::Hang),
    account("ionos-gone", "gone@umbrella.example", "Fault: units vanish once looked at", Fault::Gone),
    account("ionos-bad-items", "items@umbrella.example", "Fault: a unit without properties", Fault::BadItems),
    account("ionos-failed", "failed@umbrella.example", "Fault: every write ends in FAILED", Fault::Failed),
    account("ionos-late", "late@umbrella.example", "Habit: a new unit is seen after 45 s", Fault::Late),
    account(
        "ionos-late-shares",
        "late-shares@umbrella.example",
        "Habit: shares and members are seen after 6 s",
        Fault::LateShares,
    ),
    account(
        "ionos-list-only",
        "list@umbrella.example",
        "Habit: a unit alone is busy for good",
        Fault::ListOnly,
    ),
    account("ionos-same-rows", "same@umbrella.example", "Habit: the offset is ignored", Fault::SameRows),
    account("ionos-slow-pages", "pages@umbrella.example", "Habit: small and slow pages", Fault::SlowPages),
    account("ionos-texts", "texts@umbrella.example", "Habit: numbers and flags as texts", Fault::Texts),
    account("ionos-nulls", "nulls@umbrella.example", "Habit: null where something is", Fault::Nulls),
    account("ionos-lost", "lost@umbrella.example", "Fault: 502 for a POST that was carried out", Fault::Lost),
    account(
        "ionos-login-wall",
        "wall@umbrella.example",
        "Fault: a page to sign in on, 200",
        Fault::LoginWall,
    ),
    account("ionos-firewall", "firewall@umbrella.example", "Fault: a firewall's page, 403", Fault::Firewall),
    account(
        "ionos-no-basic",
        "basic@umbrella.example",
        "Groups refuse user name and password",
        Fault::NoBasicGroups,
    ),
    copy("ionos-own-1", "own1@umbrella.example", "IONOS contract 31884391, own copy 1"),
    copy("ionos-own-2", "own2@umbrella.example", "IONOS contract 31884391, own copy 2"),
    copy("ionos-own-3", "own3@umbrella.example", "IONOS contract 31884391, own copy 3"),
    copy("ionos-own-4", "own4@umbrella.example", "IONOS contract 31884391, own copy 4"),
    copy("ionos-own-5", "own5@umbrella.example", "IONOS contract 31884391, own copy 5"),
    copy("ionos-own-6", "own6@umbrella.example", "IONOS contract 31884391, own copy 6"),
    copy("ionos-own-7", "own7@umbrella.example", "IONOS contract 31884391, own copy 7"),
    copy("ionos-own-8", "own8@umbrella.example", "IONOS contract 31884391, own copy 8"),
    copy("ionos-own-9", "own9@umbrella.example", "IONOS contract 31884391, own copy 9"),
    copy("ionos-own-10", "own10@umbrella.example", "IONOS contract 31884391, own copy 10"),
    copy("ionos-own-11", "own11@umbrella.example", "IONOS contract 31884391, own copy 11"),
    copy("ionos-own-12", "own12@umbrella.example", "IONOS contract 31884391, own copy 12"),
    copy("ionos-own-13", "own13@umbrella.example", "IONOS contract 31884391, own copy 13"),
];

impl Account {
    /// The account of that id.
    pub fn find(id: &str) -> Option<&'static Account> {
        ACCOUNTS.iter().find(|account| account.id == id)
    }

    /// Its password in the estate of that seed.
    pub fn secret(&self, seed: u64) -> String {
        let first = mix(seed ^ hash_text(self.id));
        format!("{first:016x}{:016x}", mix(first ^ seed.rotate_left(17)))
    }

    /// Its token for Bearer authentication; these do not expire.
    pub fn token(&self, seed: u64) -> String {
        let first = mix(seed ^ hash_text(self.login) ^ 0x70c3);
        format!("sbx-ionos.{first:016x}{:016x}", mix(first ^ seed.rotate_left(29)))
    }
}
