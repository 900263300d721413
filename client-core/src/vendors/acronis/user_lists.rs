//! The users of a tenant, and of everything below it, over as many requests as that takes.

use super::contacts::is_no_operation;
use super::ids::{TenantId, UserId};
use super::user::User;
use super::users::{CheckLogin, List, MAX_IDS, NextPage, OfTenant, Read, UserPage, UserScope};
use crate::connection::Connection;
use crate::decode::Rows;
use crate::error::Error;
use crate::paging::{Extent, Pages};

/// As many users are read of a subtree.
const MOST: usize = 20_000;

/// Users, as far as they could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserList {
    /// Those that came with an id.
    pub users: Vec<(UserId, User)>,
    /// How many there are that could not be read, or did not come.
    pub unread: usize,
    /// How much of the vendor's list that is.
    pub extent: Extent,
}

impl UserList {
    /// Whether these are all.
    pub fn is_whole(&self) -> bool {
        self.unread == 0 && self.extent == Extent::Whole
    }

    fn take(&mut self, rows: Rows<User>) {
        self.unread += rows.bad.len();
        for user in rows.items {
            match user.id {
                Some(id) => self.users.push((id, user)),
                None => self.unread += 1,
            }
        }
    }
}

/// A tenant's own users, with their roles.
pub async fn of_tenant(connection: &Connection, tenant: TenantId) -> Result<UserList, Error> {
    let call = OfTenant { tenant, include_hidden: false, allow_deleted: false };
    let ids = connection.call(&call).await?.items;
    let mut all = by_ids(connection, &ids.items).await?;
    all.unread += ids.bad.len();
    Ok(all)
}

/// Users by their ids, with their roles. What the server leaves out is counted as unread.
pub async fn by_ids(connection: &Connection, ids: &[UserId]) -> Result<UserList, Error> {
    let mut all = UserList::default();
    for chunk in ids.chunks(MAX_IDS) {
        let rows = batch(connection, chunk).await?;
        all.unread += chunk.len().saturating_sub(rows.count());
        all.take(rows);
    }
    Ok(all)
}

/// In one request; one by one where that operation is not there, as on premises.
async fn batch(connection: &Connection, ids: &[UserId]) -> Result<Rows<User>, Error> {
    let scope = UserScope::Ids(ids.to_vec());
    let call = List { scope, limit: None, with_access_policies: true, allow_deleted: false };
    match connection.call(&call).await {
        Ok(page) => Ok(page.items),
        Err(error) if is_no_operation(&error) => {
            let mut rows = Rows::default();
            for id in ids {
                match connection.call(&Read { id: *id, allow_deleted: false }).await {
                    Ok(user) => rows.items.push(user),
                    // Deleted since the list of ids was made.
                    Err(error) if error.is_not_found() => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(rows)
        }
        Err(error) => Err(error),
    }
}

/// The users of a tenant and of everything below it, page after page. `tell` hears of what has come so far.
pub async fn below(
    connection: &Connection,
    tenant: TenantId,
    tell: impl Fn(&UserList),
) -> Result<UserList, Error> {
    let scope = UserScope::Subtree(tenant);
    let call = List { scope, limit: None, with_access_policies: true, allow_deleted: false };
    let (mut all, mut pages) = (UserList::default(), Pages::default());
    let mut page: UserPage = connection.call(&call).await?;
    loop {
        let after = page.after().map(str::to_owned);
        let mut came = UserList::default();
        came.take(page.items);
        let mut rows: Vec<(String, (UserId, User))> =
            came.users.into_iter().map(|one| (one.0.to_string(), one)).collect();
        all.extent = pages.take(&mut rows, came.unread, |(id, _)| id, (after.is_some(), MOST));
        all.users.extend(rows.into_iter().map(|(_, one)| one));
        all.unread += came.unread;
        match after {
            Some(after) if all.extent == Extent::SoFar => {
                tell(&all);
                page = connection.call(&NextPage { after }).await?;
            }
            _ => return Ok(all),
        }
    }
}

/// What the vendor says of a login name that somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginCheck {
    /// It can be had.
    Free,
    /// Somebody has it.
    Taken,
    /// It is none (406).
    NotAcceptable,
    /// The account may not ask, or there is no such operation; creating the user will tell.
    NotKnown,
}

/// Asks whether a login name can be had.
pub async fn check_login(connection: &Connection, login: &str) -> Result<LoginCheck, Error> {
    match connection.call(&CheckLogin { login: login.to_owned() }).await {
        Ok(()) => Ok(LoginCheck::Free),
        Err(error) if error.is_web_page() => Err(error),
        Err(error) => match error.status() {
            Some(409) => Ok(LoginCheck::Taken),
            Some(406) => Ok(LoginCheck::NotAcceptable),
            Some(403 | 404 | 405 | 501) => Ok(LoginCheck::NotKnown),
            _ => Err(error),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::transport::Scene;
    use crate::uuid::Uuid;
    use crate::vendors::acronis::testing::{connect, now};

    const TENANT: TenantId = TenantId(Uuid(1));

    fn user(id: u128) -> String {
        format!(r#"{{"id":"{}","tenant_id":"{}","login":"u{id}"}}"#, Uuid(id), TENANT)
    }

    fn page(rows: &[String], after: Option<&str>) -> Scene {
        let paging = after.map(|after| format!(r#","paging":{{"cursors":{{"after":"{after}"}}}}"#));
        Scene::new(200, format!(r#"{{"items":[{}]{}}}"#, rows.join(","), paging.unwrap_or_default()))
    }

    fn ids(list: &[u128]) -> Scene {
        let ids: Vec<String> = list.iter().map(|one| format!("\"{}\"", Uuid(*one))).collect();
        Scene::new(200, format!(r#"{{"items":[{}]}}"#, ids.join(",")))
    }

    #[test]
    fn what_does_not_come_is_counted() {
        let nameless = format!(r#"{{"tenant_id":"{TENANT}"}}"#);
        let scenes = vec![ids(&[3, 4, 5, 6]), page(&[user(3), nameless, "7".to_owned()], None)];
        let (connection, script) = connect(scenes);
        let all = now(of_tenant(&connection, TENANT)).unwrap();
        assert_eq!((all.users.len(), all.unread, all.is_whole()), (1, 3, false));
        assert!(script.requests()[1].url.ends_with("&lod=full&with_access_policies=true"));
        // A tenant without users asks for none.
        let (connection, script) = connect(vec![ids(&[])]);
        assert!(now(of_tenant(&connection, TENANT)).unwrap().is_whole() && script.requests().len() == 1);
    }

    #[test]
    fn where_there_is_no_batch_they_are_read_one_by_one() {
        let scenes = vec![ids(&[3, 4]), Scene::new(404, ""), Scene::new(200, user(3)), Scene::new(404, "")];
        let all = now(of_tenant(&connect(scenes).0, TENANT)).unwrap();
        assert_eq!((all.users.len(), all.unread), (1, 1));
        let refused = vec![ids(&[3]), Scene::new(403, "")];
        assert!(now(of_tenant(&connect(refused).0, TENANT)).is_err());
    }

    #[test]
    fn a_subtree_comes_page_by_page_and_ends() {
        let told = RefCell::new(Vec::new());
        let tell = |so_far: &UserList| told.borrow_mut().push(so_far.users.len());
        let scenes = vec![page(&[user(3), user(4)], Some("a")), page(&[user(4), user(5)], None)];
        let (connection, script) = connect(scenes);
        let all = now(below(&connection, TENANT, tell)).unwrap();
        assert_eq!((all.users.len(), all.is_whole(), told.borrow().clone()), (3, true, vec![2]));
        assert!(script.requests()[1].url.ends_with("/users?after=a"));
        // A server that gives the same page for ever is not asked for ever.
        let same = || page(&[user(3)], Some("a"));
        let all = now(below(&connect(vec![same(), same()]).0, TENANT, |_| ())).unwrap();
        assert_eq!((all.users.len(), all.extent), (1, Extent::Repeated));
    }

    #[test]
    fn what_is_said_of_a_login() {
        let check = |status| now(check_login(&connect(vec![Scene::new(status, "")]).0, "ana"));
        assert_eq!(check(204), Ok(LoginCheck::Free));
        assert_eq!(check(409), Ok(LoginCheck::Taken));
        assert_eq!(check(406), Ok(LoginCheck::NotAcceptable));
        assert_eq!(check(403), Ok(LoginCheck::NotKnown));
        assert!(check(400).is_err());
    }
}
