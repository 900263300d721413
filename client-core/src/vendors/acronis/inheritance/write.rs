//! Writing a setting. The API has no version for it, so it is read again right before the write; what was
//! written is read back and held against the preview.

use std::cell::RefCell;

use super::column::{Column, Reported};
use super::gather::{Gathered, gather_below};
use super::preview::{Effect, Preview, Touched};
use crate::connection::Connection;
use crate::error::{Error, Outcome};
use crate::vendors::acronis::settings::{Delete, Key, Put, Read};
use crate::vendors::acronis::tenancy::{Node, Tree};
use crate::vendors::acronis::{Own, Setting, TenantId};

/// How a write went.
#[derive(Clone, Debug)]
pub enum Written {
    /// It was carried out.
    Done,
    /// Its answer was lost; the setting has been looked up, and it was carried out.
    DoneUnheard,
    /// Its answer was lost; the setting has been looked up, and it was not carried out.
    NotDone(Error),
    /// Somebody changed the setting since it was shown; nothing was sent. This is what is there now.
    ChangedBefore(Box<Setting>),
    /// Its answer was lost, and now there is something that neither was there before nor was sent.
    ChangedAfter(Box<Setting>),
    /// Nothing was changed.
    Refused(Error),
    /// Its answer was lost, and the setting cannot be looked up.
    Unknown(Error),
}

/// Sets the own value, or deletes it, where it still is what the user was shown.
pub async fn write(connection: &Connection, key: &Key, shown: Option<&Own>, own: Option<&Own>) -> Written {
    let now = match connection.call(&Read(key.clone())).await {
        Ok(now) => now,
        Err(error) => return Written::Refused(error),
    };
    if now.own.as_ref() != shown {
        return Written::ChangedBefore(Box::new(now));
    }
    let sent = match own {
        Some(own) => connection.call(&Put(key.clone(), own.clone())).await.map(drop),
        None => connection.call(&Delete(key.clone())).await,
    };
    match sent {
        Ok(()) => Written::Done,
        Err(error) if error.outcome() == Outcome::Unknown => {
            look_up(connection, key, shown, own, error).await
        }
        Err(error) => Written::Refused(error),
    }
}

async fn look_up(
    connection: &Connection,
    key: &Key,
    shown: Option<&Own>,
    own: Option<&Own>,
    error: Error,
) -> Written {
    match connection.call(&Read(key.clone())).await {
        Ok(now) if now.own.as_ref() == own => Written::DoneUnheard,
        Ok(now) if now.own.as_ref() == shown => Written::NotDone(error),
        Ok(now) => Written::ChangedAfter(Box::new(now)),
        Err(_) => Written::Unknown(error),
    }
}

/// What was read back after a write.
#[derive(Clone, Debug, Default)]
pub struct After {
    /// How the reading went.
    pub gathered: Gathered,
    /// Tenants on which the server says something else than the preview did.
    pub differs: Vec<(Touched, Reported)>,
    /// Tenants on which it says the same.
    pub as_foreseen: usize,
}

/// Reads the tenants that a preview named, and holds what the server says against it.
pub async fn read_back(
    connection: &Connection,
    key: &Key,
    tree: &RefCell<Tree>,
    preview: &Preview,
    node: Node,
    column: &RefCell<Column>,
) -> After {
    let named = preview.here.iter().chain(&preview.touched);
    let mut nodes: Vec<Node> = vec![node];
    nodes.extend(named.clone().map(|touched| touched.node).filter(|one| *one != node));
    let ids = |nodes: &[Node]| {
        let tree = tree.borrow();
        nodes.iter().map(|node| (*node, TenantId(tree.id(*node)))).collect::<Vec<_>>()
    };
    let what = (key.application, key.name.as_str());
    let gathered = gather_below(connection, what, ids(&nodes), column, |_| ()).await;
    let mut after = After { gathered, ..After::default() };
    let column = column.borrow();
    for touched in named.filter(|touched| !matches!(touched.effect, Effect::CannotTell(_))) {
        let reported = column.reported(touched.node);
        match reported.agrees(&preview.state(touched.after)) {
            Some(true) => after.as_foreseen += 1,
            Some(false) => after.differs.push((*touched, reported)),
            None => {}
        }
    }
    after
}

impl After {
    /// Whether everything that was foreseen was read back and is so.
    pub fn is_as_foreseen(&self) -> bool {
        self.differs.is_empty() && self.gathered.failed == 0
    }
}
