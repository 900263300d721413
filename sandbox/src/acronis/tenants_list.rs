//! `GET /tenants`: many tenants, page by page.

use std::ops::Range;

use super::call::Call;
use super::cursor::{Filter, Listing, Lod, Switches};
use super::errors::{Outcome, Refusal};
use super::offering_items;
use super::page_faults::{PageAnswer, page_answer};
use super::store::Store;
use super::tenant_json::Writer;
use crate::Response;
use crate::estate::Number;
use crate::estate::ids::Uuid;
use crate::json::push_string;
use crate::moment::Moment;

/// The documented default, taken as the largest page too (DIFFERENCES.md).
const LARGEST_PAGE: u32 = 5000;
const MOST_IDS: usize = 100;

/// Answers one page.
pub fn handle(call: &Call<'_>, store: &Store) -> Outcome {
    let mut listing = listing(call, store)?;
    check_scope(call, store, &listing.filter)?;
    let cap = call.account.fault.page_cap().unwrap_or(LARGEST_PAGE);
    listing.limit = listing.limit.min(cap);
    let answer = page_answer(call, listing.page);
    if let PageAnswer::Instead(response) = answer {
        return Ok(response);
    }
    let response = Response::json(200, page(call, store, &listing));
    call.count_page();
    let cut_after = matches!(answer, PageAnswer::Cut).then_some(response.body.len() / 2);
    Ok(Response { cut_after, ..response })
}

/// From the cursor alone where there is one: it holds the filters of the first page.
fn listing(call: &Call<'_>, store: &Store) -> Result<Listing, Refusal> {
    let limit = call.value("limit").and_then(|text| text.parse().ok());
    if let Some(cursor) = call.value("after") {
        let invalid = || Refusal::bad_request("query after: not a cursor of this API");
        let listing = Listing::from_cursor(cursor, call.seed()).ok_or_else(invalid)?;
        return Ok(Listing { limit: limit.unwrap_or(listing.limit), ..listing });
    }
    Ok(Listing {
        filter: filter(call, store)?,
        since: since(call)?,
        limit: limit.unwrap_or(LARGEST_PAGE),
        lod: match call.value("lod") {
            Some("stamps") => Lod::Stamps,
            Some("basic") => Lod::Basic,
            _ => Lod::Full,
        },
        switches: Switches {
            with_contacts: call.flag("with_contacts"),
            with_offering_items: call.flag("with_offering_items"),
            with_infra_offering_items: call.flag("with_infra_offering_items"),
            expand_offering_items: call.flag("expand_offering_items"),
            allow_deleted: call.flag("allow_deleted"),
        },
        position: 0,
        page: 0,
    })
}

fn filter(call: &Call<'_>, store: &Store) -> Result<Filter, Refusal> {
    match (call.value("uuids"), call.value("parent_id"), call.value("subtree_root_id")) {
        (Some(list), None, None) => ids(call, store, list).map(Filter::Ids),
        (None, Some(id), None) => call.query_tenant(store, "parent_id", id).map(Filter::Parent),
        (None, None, Some(id)) => call.query_tenant(store, "subtree_root_id", id).map(Filter::Subtree),
        (None, None, None) => {
            Err(Refusal::bad_request("one of uuids, parent_id, subtree_root_id and after is required"))
        }
        _ => Err(Refusal::bad_request("uuids, parent_id and subtree_root_id are mutually exclusive")),
    }
}

/// Unknown ids are left out; one outside of the caller's subtree refuses the whole request.
pub(super) fn ids(call: &Call<'_>, store: &Store, list: &str) -> Result<Vec<Number>, Refusal> {
    let texts: Vec<&str> = list.split(',').collect();
    if texts.len() > MOST_IDS {
        return Err(Refusal::bad_request("query uuids: at most 100"));
    }
    let mut numbers = Vec::with_capacity(texts.len());
    for text in texts {
        let uuid = Uuid::parse(text).ok_or_else(|| Refusal::bad_request("query uuids: not a UUID"))?;
        match store.find(uuid) {
            Some(number) if !call.may_see(store, number) => return Err(Refusal::denied()),
            Some(number) if !numbers.contains(&number) => numbers.push(number),
            _ => {}
        }
    }
    Ok(numbers)
}

fn since(call: &Call<'_>) -> Result<Option<Moment>, Refusal> {
    let malformed = || Refusal::bad_request("query updated_since: not an RFC 3339 date");
    call.value("updated_since").map(|text| Moment::parse(text).ok_or_else(malformed)).transpose()
}

/// A cursor may have been made for another account.
fn check_scope(call: &Call<'_>, store: &Store, filter: &Filter) -> Result<(), Refusal> {
    let visible = match filter {
        Filter::Ids(numbers) => numbers.iter().all(|&number| call.may_see(store, number)),
        Filter::Parent(number) => call.may_see(store, *number) && call.forbidden_top(store) != Some(*number),
        Filter::Subtree(number) => call.may_see(store, *number),
    };
    if visible { Ok(()) } else { Err(Refusal::denied()) }
}

fn page(call: &Call<'_>, store: &Store, listing: &Listing) -> String {
    let mut out = String::with_capacity(64 + 320 * listing.limit as usize);
    out.push_str("{\"timestamp\":\"");
    call.now.write(crate::moment::Zone::None, &mut out);
    out.push_str("\",\"items\":[");
    let mut writer = Writer::new(call, store, listing.lod, listing.switches);
    let (mut written, mut next) = (0, None);
    for (place, number) in numbers(store, listing) {
        if !matches(call, store, listing, number) {
            continue;
        }
        if written == listing.limit {
            next = Some(place);
            break;
        }
        if written > 0 {
            out.push(',');
        }
        writer.row(number, &mut out);
        written += 1;
    }
    out.push(']');
    push_paging(call, listing, next, &mut out);
    out.push('}');
    out
}

/// The filter's tenants from the listing's position on, each with its place.
fn numbers(store: &Store, listing: &Listing) -> impl Iterator<Item = (u32, Number)> + use<> {
    let ranges: Vec<Range<Number>> = match &listing.filter {
        Filter::Ids(numbers) => numbers.iter().map(|&number| number..number + 1).collect(),
        Filter::Parent(number) => store.children(*number).map(|child| child..child + 1).collect(),
        Filter::Subtree(number) => store.levels(*number),
    };
    let mut skip = listing.position;
    let rest = ranges.into_iter().filter_map(move |range| {
        let skipped = skip.min(range.len() as u32);
        skip -= skipped;
        (skipped < range.len() as u32).then(|| range.start + skipped..range.end)
    });
    (listing.position..).zip(rest.flatten())
}

fn matches(call: &Call<'_>, store: &Store, listing: &Listing, number: Number) -> bool {
    if !store.exists(number) {
        return false;
    }
    let switches = listing.switches;
    (switches.allow_deleted || !store.is_deleted(number))
        && listing.since.is_none_or(|since| store.stamps(number).updated > since)
        && !(call.forbidden_top(store).is_some() && call.is_forbidden(store, number))
        && (!switches.with_offering_items || offering_items::has_counted(store, number))
        && (!switches.with_infra_offering_items || offering_items::has_infra(store, number))
}

fn push_paging(call: &Call<'_>, listing: &Listing, next: Option<u32>, out: &mut String) {
    let Some(position) = next else { return };
    let following = if call.account.fault.cursor_stands_still(listing.page) {
        listing.clone()
    } else if call.account.fault.page_stands_still(listing.page) {
        Listing { page: listing.page + 1, ..listing.clone() }
    } else {
        Listing { position, page: listing.page + 1, ..listing.clone() }
    };
    out.push_str(",\"paging\":{\"cursors\":{\"after\":");
    push_string(out, &following.to_cursor(call.seed()));
    out.push_str("}}");
}
