//! What an Acronis connection is searched for: the tenants that are loaded, and what the vendor finds a moment later.

use leptos::prelude::untrack;
use tenantry_core::acronis::search::{Found, FoundType, Search as SearchCall};
use tenantry_core::acronis::{TenantId, TenantKind, UserId, tenants, users};
use tenantry_core::fold::Query;
use tenantry_core::{Error, Uuid};

use crate::acronis::route::{Tab, TenantsPath};
use crate::acronis::state::{Acronis, acronis};
use crate::acronis::tenants::kind_icon;
use crate::acronis::users::view::UsersView;
use crate::i18n::t;
use crate::routing::Place;
use crate::session::{Answer, Asked, Entry, Hit, Search, Session};
use crate::ui::IconName;

/// Offers of what is loaded.
const MOST: usize = 8;

/// The search of an Acronis connection.
pub const SEARCH: Search = Search {
    draw: crate::search::draw,
    here: |session, query, place| {
        let hit = |one: LoadedHit| {
            let icon = kind_icon(one.kind.as_ref());
            let place = place_of(session, one.tenant, place);
            Hit {
                id: one.tenant.to_string(),
                icon,
                title: one.title,
                detail: one.path,
                badge: None,
                place,
                focus: "tn-tree",
            }
        };
        loaded(acronis(session), query).into_iter().map(hit).collect()
    },
    ask: |session, asked| Box::pin(ask(session, asked)),
    unknown_id: |session, query| Some(TenantsPath::of(Some(query.id()?)).place(&session.id())),
};

/// A tenant that is loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadedHit {
    /// The tenant.
    pub tenant: Uuid,
    /// Its kind.
    pub kind: Option<TenantKind>,
    /// Its name.
    pub title: String,
    /// The names of those above it.
    pub path: String,
}

/// What is loaded and has the text in its name, or is what a pasted id means.
pub fn loaded(acronis: Acronis, query: &Query) -> Vec<LoadedHit> {
    acronis.tenants.peek(|tree, _| {
        let hit = |node| {
            let path = tree.path(node);
            let ancestors = path.split_last().map_or(&[][..], |(_, ancestors)| ancestors);
            LoadedHit {
                tenant: tree.id(node),
                kind: tree.kind(node),
                title: tree.name(node).to_owned(),
                path: ancestors.iter().map(|node| tree.name(*node)).collect::<Vec<_>>().join(" / "),
            }
        };
        tree.search(query, MOST).into_iter().map(hit).collect()
    })
}

/// A tenant in the view that is shown, where that is of the same connection.
fn place_of(session: Session, tenant: Uuid, now: &Place) -> Place {
    let id = session.id();
    let path = TenantsPath::read(now).filter(|_| now.connection.as_ref().is_none_or(|shown| *shown == id));
    path.unwrap_or_default().of_tenant(Some(tenant)).place(&id)
}

/// What the vendor finds. Its search looks at names, not at ids: these are read.
async fn ask(session: Session, asked: Asked) -> Result<Answer, Error> {
    let acronis = acronis(session);
    let entries = match asked.query.id() {
        Some(id) => by_id(session, id, &asked.place).await?,
        None => by_text(acronis, asked).await?,
    };
    let missing = if untrack(|| acronis.tenants.is_complete()) {
        Vec::new()
    } else {
        vec![t("search.so_far").to_owned()]
    };
    Ok(Answer { entries, is_everything: false, missing })
}

async fn by_text(acronis: Acronis, asked: Asked) -> Result<Vec<Entry>, Error> {
    let Some(tenant) = acronis.top() else { return Ok(Vec::new()) };
    let search = SearchCall { tenant, text: asked.text, limit: Some(MOST as u32 * 2), allow_deleted: false };
    let hits = acronis.session.connection().call(&search).await?;
    Ok(hits.items.items.into_iter().map(|found| entry(acronis.session, found, &asked.place)).collect())
}

/// A tenant or a user; nothing where neither is seen.
async fn by_id(session: Session, id: Uuid, now: &Place) -> Result<Vec<Entry>, Error> {
    let connection = session.connection();
    let read = tenants::Read { id: TenantId(id), embed_path: false, allow_deleted: false };
    if let Some(tenant) = seen(connection.call(&read).await)? {
        let title = tenant.name.unwrap_or_else(|| id.to_string());
        return Ok(vec![offer(
            session,
            (id, id),
            kind_icon(tenant.kind.as_ref()),
            (title, String::new()),
            now,
        )]);
    }
    let Some(user) = seen(connection.call(&users::Read { id: UserId(id), allow_deleted: false }).await)?
    else {
        return Ok(Vec::new());
    };
    let TenantId(tenant) = user.tenant_id;
    let place =
        acronis(session).tenants.peek(|tree, _| tree.find(tenant).map(|node| tree.name(node).to_owned()));
    let words = (user.login.unwrap_or_else(|| id.to_string()), place.unwrap_or_default());
    Ok(vec![offer(session, (id, tenant), IconName::User, words, now)])
}

/// What is not there, or not to be seen, is not found.
fn seen<T>(outcome: Result<T, Error>) -> Result<Option<T>, Error> {
    match outcome {
        Err(error) if error.is_not_found() || error.is_forbidden() => Ok(None),
        outcome => outcome.map(Some),
    }
}

fn entry(session: Session, found: Found, now: &Place) -> Entry {
    let Found {
        obj_type,
        id,
        parent_id: TenantId(parent),
        path,
        kind,
        login,
        name,
        first_name,
        last_name,
        deleted_at,
        ..
    } = found;
    let person = [first_name, last_name].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let title = name.or(login).filter(|title| !title.is_empty()).unwrap_or_else(|| id.to_string());
    let place = path.join(" / ");
    let place = [person, place].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let (tenant, icon) = match obj_type {
        FoundType::User => (parent, IconName::User),
        FoundType::Tenant | FoundType::Other(_) => (id, kind_icon(kind.as_ref())),
    };
    let mut entry = offer(session, (id, tenant), icon, (title, place), now);
    if matches!(deleted_at, Some(Some(_))) {
        entry.hit.badge = Some(t("state.deleted"));
    }
    entry
}

/// An object of the vendor's, and the tenant that it leads to: a user's own, where their panel is opened.
fn offer(
    session: Session,
    (id, tenant): (Uuid, Uuid),
    icon: IconName,
    (title, detail): (String, String),
    now: &Place,
) -> Entry {
    let place = match id == tenant {
        true => place_of(session, tenant, now),
        false => {
            let users = UsersView { user: Some(id), ..UsersView::default() };
            TenantsPath { tab: Tab::Users, users, ..TenantsPath::of(Some(tenant)) }.place(&session.id())
        }
    };
    let badge = Some(t("search.by_vendor"));
    Entry {
        texts: Vec::new(),
        hit: Hit { id: id.to_string(), icon, title, detail, badge, place, focus: "tn-tree" },
    }
}
