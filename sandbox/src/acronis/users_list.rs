//! `GET /users`, many users page by page, and `GET /tenants/{tenant_id}/users`, the ids of a tenant's own.

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::page_faults::{PageAnswer, page_answer};
use super::store::Store;
use super::user_json::{Lod, login_of, push};
use super::users_cursor::Listing;
use crate::estate::Number;
use crate::estate::ids::Uuid;
use crate::estate::people::User;
use crate::json::{Object, push_string};
use crate::{Moment, Response};

/// The documented default, taken as the largest page too (DIFFERENCES.md).
const LARGEST_PAGE: u32 = 2000;
const MOST_IDS: usize = 100;

/// `GET /users`: by ids, or a page of a subtree.
pub fn handle(call: &Call<'_>, store: &Store) -> Outcome {
    if let Some(list) = call.value("uuids") {
        let users = by_ids(call, store, list)?;
        return Ok(Response::json(200, body(call, store, users, Options::of(call), None)));
    }
    let mut listing = listing(call, store)?;
    listing.limit = listing.limit.min(call.account.fault.page_cap().unwrap_or(LARGEST_PAGE)).max(1);
    let answer = page_answer(call, listing.page);
    if let PageAnswer::Instead(response) = answer {
        return Ok(response);
    }
    let response = Response::json(200, page(call, store, &listing));
    call.count_page();
    let cut_after = matches!(answer, PageAnswer::Cut).then_some(response.body.len() / 2);
    Ok(Response { cut_after, ..response })
}

#[derive(Clone, Copy)]
struct Options {
    lod: Lod,
    with_policies: bool,
}

impl Options {
    fn of(call: &Call<'_>) -> Options {
        let lod = match call.value("lod") {
            Some("stamps") => Lod::Stamps,
            Some("basic") => Lod::Basic,
            _ => Lod::Full,
        };
        Options { lod, with_policies: call.flag("with_access_policies") }
    }
}

/// Unknown ids are left out; one outside of the caller's subtree refuses the whole request.
fn by_ids(call: &Call<'_>, store: &Store, list: &str) -> Result<Vec<User>, Refusal> {
    if ["subtree_root_tenant_id", "external_ids", "tenant_id"].iter().any(|one| call.value(one).is_some()) {
        return Err(Refusal::bad_request("uuids excludes every other way to choose users"));
    }
    let texts: Vec<&str> = list.split(',').collect();
    if texts.len() > MOST_IDS {
        return Err(Refusal::bad_request("query uuids: at most 100"));
    }
    let mut users: Vec<User> = Vec::new();
    for text in texts {
        let id = Uuid::parse(text).ok_or_else(|| Refusal::bad_request("query uuids: not a UUID"))?;
        let Some(user) = store.find_user(id) else { continue };
        if !call.may_see(store, user.tenant) {
            return Err(Refusal::denied());
        }
        let is_wanted = user.deleted.is_none() || call.flag("allow_deleted");
        if is_wanted && users.iter().all(|one| one.id != id) {
            users.push(user);
        }
    }
    Ok(users)
}

/// From the cursor alone where there is one: it holds the filters of the first page.
fn listing(call: &Call<'_>, store: &Store) -> Result<Listing, Refusal> {
    let limit = call.value("limit").and_then(|text| text.parse().ok());
    if let Some(cursor) = call.value("after") {
        let invalid = || Refusal::bad_request("query after: not a cursor of this API");
        let listing = Listing::from_cursor(cursor, call.seed()).ok_or_else(invalid)?;
        if !call.may_see(store, listing.top) {
            return Err(Refusal::denied());
        }
        return Ok(Listing { limit: limit.unwrap_or(listing.limit), ..listing });
    }
    let missing = || Refusal::bad_request("one of uuids, subtree_root_tenant_id and after is required");
    let top = call.value("subtree_root_tenant_id").ok_or_else(missing)?;
    let malformed = || Refusal::bad_request("query updated_since: not an RFC 3339 date");
    let since = call.value("updated_since").map(|text| Moment::parse(text).ok_or_else(malformed));
    let Options { lod, with_policies } = Options::of(call);
    Ok(Listing {
        top: call.query_tenant(store, "subtree_root_tenant_id", top)?,
        since: since.transpose()?,
        limit: limit.unwrap_or(LARGEST_PAGE),
        lod,
        with_policies,
        allow_deleted: call.flag("allow_deleted"),
        position: 0,
        page: 0,
    })
}

fn page(call: &Call<'_>, store: &Store, listing: &Listing) -> String {
    let mut found = users(call, store, listing).skip(listing.position as usize);
    let on_page: Vec<User> = found.by_ref().take(listing.limit as usize).collect();
    let next = found.next().is_some().then(|| following(call, listing));
    let options = Options { lod: listing.lod, with_policies: listing.with_policies };
    body(call, store, on_page, options, next)
}

/// The users of the subtree that are asked for, level by level.
fn users(call: &Call<'_>, store: &Store, listing: &Listing) -> impl Iterator<Item = User> {
    let (allow_deleted, since) = (listing.allow_deleted, listing.since);
    let tenants = store.levels(listing.top).into_iter().flatten();
    let seen = tenants.filter(move |&number| store.exists(number) && !call.is_forbidden(store, number));
    let of = move |number| if allow_deleted { store.users_and_deleted(number) } else { store.users(number) };
    seen.flat_map(of).filter(move |user| since.is_none_or(|since| user.person.updated > since))
}

fn following(call: &Call<'_>, listing: &Listing) -> Listing {
    if call.account.fault.cursor_stands_still(listing.page) {
        return listing.clone();
    }
    let stays = call.account.fault.page_stands_still(listing.page);
    let position = if stays { listing.position } else { listing.position + listing.limit };
    Listing { position, page: listing.page + 1, ..listing.clone() }
}

fn body(call: &Call<'_>, store: &Store, users: Vec<User>, options: Options, next: Option<Listing>) -> String {
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.text("timestamp", &call.now.text());
    object.list("items", users, |out, user| {
        push(call, store, &user, options.lod, options.with_policies, out);
    });
    if let Some(next) = next {
        let mut paging = Object::begin(object.key("paging"));
        let mut cursors = Object::begin(paging.key("cursors"));
        cursors.text("after", &next.to_cursor(call.seed()));
        cursors.end();
        paging.end();
    }
    object.end();
    out
}

/// `GET /tenants/{tenant_id}/users`: the ids of a tenant's own users. There are no hidden ones.
pub fn of_tenant(call: &Call<'_>, store: &Store) -> Outcome {
    let tenant = call.path_tenant(store, "tenant_id")?;
    let mut all = own(call, store, tenant);
    if call.flag("include_grand_children") {
        let below = store.levels(tenant).into_iter().flatten().filter(|&number| number != tenant);
        let is_counted =
            |&number: &Number| store.kind(number) == store.kind(tenant) || is_part(store, number);
        all.extend(below.filter(is_counted).flat_map(|number| own(call, store, number)));
    }
    order(call, store, &mut all)?;
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("items", all, |out, user| push_string(out, &user.id.to_string()));
    object.end();
    Ok(Response::json(200, out))
}

fn is_part(store: &Store, number: Number) -> bool {
    matches!(store.kind(number), crate::estate::Kind::Unit | crate::estate::Kind::Folder)
}

fn own(call: &Call<'_>, store: &Store, tenant: Number) -> Vec<User> {
    if call.flag("allow_deleted") { store.users_and_deleted(tenant) } else { store.users(tenant) }
}

fn order(call: &Call<'_>, store: &Store, users: &mut [User]) -> Result<(), Refusal> {
    let order = call.value("order").unwrap_or("name");
    let (order, reverse) = order.strip_prefix('-').map_or((order, false), |order| (order, true));
    let name = |user: &User| {
        let name = format!("{} {}", user.person.first, user.person.last);
        if name.trim().is_empty() { login_of(call, store, user) } else { name }.to_lowercase()
    };
    match order {
        "as_is" => {}
        "name" => users.sort_by_cached_key(name),
        "login" => users.sort_by_cached_key(|user| login_of(call, store, user).to_lowercase()),
        "status" => users.sort_by_key(|user| !user.enabled),
        "mfa_status" => users.sort_by_key(|user| user.mfa_status.clone()),
        // The others are not simulated: as they are.
        "roles" | "level" | "usage" | "contact_types" => {}
        _ if order.starts_with("usage.") => {}
        _ => return Err(Refusal::bad_request("query order: not one of those that users have")),
    }
    if reverse {
        users.reverse();
    }
    Ok(())
}
