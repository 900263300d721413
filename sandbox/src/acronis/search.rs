//! `GET /search`: tenants and users by what is written about them.

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::members::{push_date, push_uuid};
use super::store::Store;
use super::user_json::login_of;
use crate::Response;
use crate::estate::Number;
use crate::estate::people::User;
use crate::json::{Object, push_string};

const DEFAULT_LIMIT: usize = 10;
const LARGEST_LIMIT: usize = 1000;

/// Answers with the nearest to the top first.
pub fn handle(call: &Call<'_>, store: &Store) -> Outcome {
    let root = call.query_tenant(store, "tenant", call.value("tenant").unwrap_or_default())?;
    let limit = match call.value("limit").map(str::parse::<usize>) {
        None => DEFAULT_LIMIT,
        Some(Ok(limit)) if limit > 0 => limit.min(LARGEST_LIMIT),
        Some(_) => return Err(Refusal::bad_request("query limit: must be at least 1")),
    };
    let search = Search { call, store, root, text: call.value("text").unwrap_or_default().to_lowercase() };
    let found = if search.text.is_empty() { Vec::new() } else { search.run(limit) };
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("items", found, |out, hit| search.write(&hit, out));
    object.end();
    Ok(Response::json(200, out))
}

struct Search<'a> {
    call: &'a Call<'a>,
    store: &'a Store,
    root: Number,
    /// In small letters.
    text: String,
}

enum Hit {
    Tenant(Number),
    User(Box<User>),
}

impl Search<'_> {
    fn run(&self, limit: usize) -> Vec<Hit> {
        let (call, store) = (self.call, self.store);
        let mut hits = Vec::new();
        for number in store.levels(self.root).into_iter().flatten() {
            let unwanted = store.is_deleted(number) && !call.flag("allow_deleted");
            if unwanted || call.is_forbidden(store, number) {
                continue;
            }
            if self.meets_tenant(number) {
                hits.push(Hit::Tenant(number));
            }
            let users = store.users(number).into_iter();
            hits.extend(users.filter(|user| self.meets_user(user)).map(|user| Hit::User(Box::new(user))));
            if hits.len() >= limit {
                hits.truncate(limit);
                break;
            }
        }
        hits
    }

    fn meets(&self, text: &str) -> bool {
        text.to_lowercase().contains(&self.text)
    }

    fn meets_tenant(&self, number: Number) -> bool {
        let store = self.store;
        if self.meets(&store.name(number))
            || store.facts(number).customer_id.is_some_and(|id| self.meets(&id))
        {
            return true;
        }
        let legal = store.legal_contact(number).person;
        [&*legal.first, &*legal.last, &legal.email].iter().any(|text| self.meets(text))
    }

    fn meets_user(&self, user: &User) -> bool {
        let login = login_of(self.call, self.store, user);
        let texts = [login.as_str(), &user.person.email, &user.person.first, &user.person.last];
        texts.iter().any(|text| self.meets(text))
    }

    fn write(&self, hit: &Hit, out: &mut String) {
        let mut object = Object::begin(out);
        match hit {
            Hit::Tenant(number) => self.write_tenant(*number, &mut object),
            Hit::User(user) => self.write_user(user, &mut object),
        }
        object.end();
    }

    fn write_tenant(&self, number: Number, object: &mut Object<'_>) {
        let store = self.store;
        let (person, stamps) = (store.legal_contact(number).person, store.stamps(number));
        object.text("obj_type", "tenant");
        push_uuid(object, "id", store.uuid(number));
        push_uuid(object, "parent_id", store.uuid(store.parent(number)));
        self.write_path(number, false, object);
        object.text("kind", store.kind(number).word()).text("name", &store.name(number));
        object.text("first_name", &person.first).text("last_name", &person.last);
        push_date(object, "deleted_at", stamps.deleted, stamps.zone);
    }

    fn write_user(&self, user: &User, object: &mut Object<'_>) {
        let store = self.store;
        object.text("obj_type", "user");
        push_uuid(object, "id", user.id);
        push_uuid(object, "parent_id", store.uuid(user.tenant));
        self.write_path(user.tenant, user.tenant != self.root, object);
        object.text("login", &login_of(self.call, store, user));
        object.text("first_name", &user.person.first).text("last_name", &user.person.last);
        object.raw("deleted_at", "null");
    }

    /// The names between the search's root and what was found, neither included.
    fn write_path(&self, number: Number, itself: bool, object: &mut Object<'_>) {
        let store = self.store;
        let above = store.ancestors_below(number, self.root).into_iter();
        let names = above.chain(itself.then_some(number)).map(|number| store.name(number));
        object.list("path", names, |out, name| push_string(out, &name));
    }
}
