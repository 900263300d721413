//! A contract before anything is written: the same for the same seed and contract number.

use super::accounts::{Account, DEMO};
use super::ids::{Kind, digits, uuid};
use super::names::{GROUPS, GroupWords, PEOPLE, RESOURCES, UNITS};
use super::privileges::Privileges;
use super::stamps::{Stamps, Who};
use super::world::{Group, Resource, Share, Unit, User, World};
use crate::Moment;
use crate::random::{Random, mix};

/// The earliest date.
const FIRST_DAY: Moment = Moment::from_date(2021, 3, 1);
/// Generated dates lie within so many days after it.
const DAYS: u64 = 1700;
/// The place among the people of an account that is no administrator; the group of operators has it.
const MEMBER: usize = 3;

/// The account's copy of the contract.
pub fn world(account: &Account, contract: u32, seed: u64) -> World {
    let key = mix(seed ^ (u64::from(contract) << 24) ^ 0x1016);
    let mut world = World::new(key);
    // A further contract is a smaller one.
    let size = |all: usize| if contract == DEMO { all } else { all.div_ceil(3) };
    world.users = PEOPLE.iter().enumerate().take(size(PEOPLE.len())).map(|(at, _)| user(key, at)).collect();
    sign_up(&mut world, account);
    let owners: Vec<Who> = world.users.iter().map(User::who).collect();
    world.resources = (0..size(RESOURCES.len())).filter_map(|at| resource(key, at, &owners)).collect();
    world.units = (0..size(UNITS.len())).filter_map(|at| unit(key, at, &owners)).collect();
    let groups = GROUPS.iter().enumerate().take(size(GROUPS.len()));
    world.groups = groups.map(|(at, words)| group(key, at, words, &world)).collect();
    world
}

/// Gives the account's address to the user that it signs in as.
fn sign_up(world: &mut World, account: &Account) {
    let at = if account.member { MEMBER } else { 0 };
    if let Some(user) = world.users.get_mut(at) {
        user.email = account.login.to_owned();
        user.administrator = !account.member;
        user.active = true;
        user.sec_auth_active = account.two_factor;
    }
}

fn stamps(random: &mut Random, by: &Who) -> Stamps {
    let day = |days: u64| 86_400 * i64::try_from(days).unwrap_or(0);
    let created = FIRST_DAY.0 + day(random.below(DAYS)) + i64::try_from(random.below(86_400)).unwrap_or(0);
    let mut stamps = Stamps::new(by, Moment(created));
    if random.percent(60) {
        let last = FIRST_DAY.0 + day(DAYS + 1);
        let later = created + i64::try_from(random.below((last - created).unsigned_abs())).unwrap_or(0);
        stamps.touch(by, Moment(later));
    }
    stamps
}

fn user(key: u64, at: usize) -> User {
    let mut random = Random::new(key, at as u64, 1);
    let (first, last, name) = PEOPLE.get(at).copied().unwrap_or_default();
    let (id, email) = (uuid(key, Kind::User, at as u64), format!("{name}@umbrella.example"));
    let first_user = Who { id: uuid(key, Kind::User, 0), email: "a.marin@umbrella.example".to_owned() };
    let stamps = stamps(&mut random, &first_user);
    let seen = stamps.modified.0 + i64::try_from(random.below(90 * 86_400)).unwrap_or(0);
    User {
        first: first.to_owned(),
        last: last.to_owned(),
        email,
        administrator: at < 2,
        force_sec_auth: random.percent(30),
        sec_auth_active: random.percent(40),
        active: !random.percent(12),
        s3_id: digits(key, Kind::User, at as u64),
        // Somebody who was invited and never came.
        last_login: (!random.percent(15)).then_some(Moment(seen)),
        stamps,
        id,
    }
}

fn owner(random: &mut Random, owners: &[Who]) -> Option<Who> {
    // Most of it belongs to a few.
    let most = if random.percent(70) { MEMBER } else { owners.len() };
    owners.get(random.below(most.min(owners.len()) as u64) as usize).cloned()
}

fn resource(key: u64, at: usize, owners: &[Who]) -> Option<Resource> {
    let mut random = Random::new(key, at as u64, 2);
    let (kind, name, sec_auth) = RESOURCES.get(at).copied()?;
    let by = owner(&mut random, owners)?;
    let stamps = stamps(&mut random, &by);
    let id = uuid(key, Kind::Resource, at as u64);
    Some(Resource { id, kind, name: name.to_owned(), sec_auth, owner: by.id, stamps })
}

fn unit(key: u64, at: usize, owners: &[Who]) -> Option<Unit> {
    let mut random = Random::new(key, at as u64, 3);
    let name = UNITS.get(at).copied()?;
    let by = owner(&mut random, owners)?;
    let stamps = stamps(&mut random, &by);
    // The contract does not demand an address.
    let email = (at != 5).then(|| format!("backup+{}@umbrella.example", name.to_lowercase()));
    Some(Unit { id: uuid(key, Kind::Unit, at as u64), name: name.to_owned(), email, owner: by.id, stamps })
}

fn group(key: u64, at: usize, words: &GroupWords, world: &World) -> Group {
    let privileges = match words.privileges {
        ["*"] => Privileges::EVERY,
        some => Privileges::of(some),
    };
    let members = words.members.iter().filter_map(|at| Some(world.users.get(*at)?.id.clone())).collect();
    let units = words.units.iter().filter_map(|(at, edit, share)| {
        Some(Share { resource: world.units.get(*at)?.id.clone(), edit: *edit, share: *share })
    });
    let others = world.resources.iter().take(words.resources).enumerate();
    let others =
        others.map(|(at, one)| Share { resource: one.id.clone(), edit: at % 2 == 0, share: at % 3 == 0 });
    Group {
        id: uuid(key, Kind::Group, at as u64),
        name: words.name.to_owned(),
        privileges,
        members,
        shares: units.chain(others).collect(),
    }
}
