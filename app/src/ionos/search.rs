//! What an IONOS connection is searched for. Its API has no search, so its lists are read and searched here.

use futures_util::future::join4;
use tenantry_core::Error;
use tenantry_core::ionos::{BackupUnit, Collection, Group, Resource, ResponseOptions, User};
use tenantry_core::ionos::{backup_units, groups, resources, users};
use tenantry_core::paging::Extent;

use super::resources::{item_of, kind_of, name_of};
use super::route::{GROUPS, RESOURCES, UNITS, USERS};
use super::users::{address, full_name};
use crate::i18n::{t, tf, tn};
use crate::resource::list::view::ListView;
use crate::session::{Answer, Entry, Hit, Search, Session};
use crate::ui::{Fault, IconName, format};

/// The search of an IONOS connection.
pub const SEARCH: Search = Search {
    draw: crate::search::draw,
    here: |_, _, _| Vec::new(),
    ask: |session, _| Box::pin(read(session)),
    unknown_id: |_, _| None,
};

/// Everything that can be found. A list that cannot be read is missing; an error it is where none can.
async fn read(session: Session) -> Result<Answer, Error> {
    let connection = session.connection();
    let options = ResponseOptions::depth(1);
    let (units, users, groups, resources) = join4(
        connection.call(&backup_units::List { options }),
        users::all(&connection, options),
        connection.call(&groups::List { options }),
        connection.call(&resources::List { options }),
    )
    .await;
    if let (Err(error), Err(_), Err(_), Err(_)) = (&units, &users, &groups, &resources) {
        return Err(error.clone());
    }
    let mut found = Found { session, answer: Answer { is_everything: true, ..Answer::default() } };
    found.add(UNITS, "rail.units", of_collection(units), unit);
    found.add(
        USERS,
        "rail.users",
        users.map(|all| Read { is_cut: all.extent != Extent::Whole, items: all.users, bad: all.bad_rows }),
        user,
    );
    found.add(GROUPS, "rail.groups", of_collection(groups), group);
    found.add(RESOURCES, "rail.resources", of_collection(resources), resource);
    Ok(found.answer)
}

/// What was read of a list.
struct Read<T> {
    items: Vec<T>,
    bad: usize,
    is_cut: bool,
}

fn of_collection<T>(outcome: Result<Collection<T>, Error>) -> Result<Read<T>, Error> {
    outcome.map(|list| {
        let is_cut = list.has_more();
        Read { bad: list.items.bad.len(), items: list.items.items, is_cut }
    })
}

/// An object as it is found: its id, what the URL says of it, its icon, name, what it is, and further texts.
struct Told {
    id: String,
    item: String,
    icon: IconName,
    title: String,
    detail: String,
    texts: Vec<String>,
}

struct Found {
    session: Session,
    answer: Answer,
}

impl Found {
    fn add<T>(&mut self, list: &str, name: &'static str, read: Result<Read<T>, Error>, told: fn(T) -> Told) {
        let Answer { entries, missing, .. } = &mut self.answer;
        let name = t(name);
        match read {
            Ok(Read { items, bad, is_cut }) => {
                let new = items.into_iter().map(|item| entry(self.session, list, told(item)));
                // A backup unit is a resource too.
                let is_new = |one: &Entry| !entries.iter().any(|known| known.hit.id == one.hit.id);
                let new: Vec<_> = new.filter(is_new).collect();
                entries.extend(new);
                if bad > 0 {
                    missing.push(tn("search.bad", bad, &format::number(bad)));
                }
                if is_cut {
                    missing.push(tf("search.cut", &[("list", name)]));
                }
            }
            Err(error) => {
                let why = Fault::new(&error, &self.session.config()).title;
                missing.push(tf("search.list_failed", &[("list", name), ("why", &why)]));
            }
        }
    }
}

fn entry(session: Session, list: &str, told: Told) -> Entry {
    let Told { id, item, icon, title, detail, texts } = told;
    let place = ListView { item: Some(item), ..ListView::default() }.place(&session.id(), list);
    Entry { texts, hit: Hit { id, icon, title, detail, badge: None, place, focus: "tn-main" } }
}

fn unit(unit: BackupUnit) -> Told {
    let id = unit.id.to_string();
    let email = unit.email().unwrap_or_default().to_owned();
    let title = unit.name().unwrap_or(&id).to_owned();
    let detail = join([t("rail.units"), &email]);
    Told { item: id.clone(), id, icon: IconName::Box, title, detail, texts: vec![email] }
}

fn user(user: User) -> Told {
    let (id, name) = (user.id.to_string(), full_name(&user));
    let detail = join([t("rail.users"), name.as_deref().unwrap_or_default()]);
    Told {
        item: id.clone(),
        id,
        icon: IconName::User,
        title: address(&user),
        detail,
        texts: name.into_iter().collect(),
    }
}

fn group(group: Group) -> Told {
    let id = group.id.to_string();
    let title = group.name().unwrap_or(&id).to_owned();
    let detail = t("rail.groups").to_owned();
    Told { item: id.clone(), id, icon: IconName::Group, title, detail, texts: Vec::new() }
}

fn resource(one: Resource) -> Told {
    let (id, kind) = (one.id.to_string(), kind_of(&one));
    let detail = join([t("rail.resources"), kind.unwrap_or_default()]);
    Told {
        item: item_of(&one),
        id,
        icon: IconName::OtherKind,
        title: name_of(&one),
        detail,
        texts: Vec::new(),
    }
}

fn join(parts: [&str; 2]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
