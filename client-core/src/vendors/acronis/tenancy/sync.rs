//! Reads tenants from the API into the tree: whole subtrees page by page, one level, what has changed, or the
//! path to one tenant.

use std::cell::RefCell;
use std::collections::HashSet;

use super::arena::{MAX_DEPTH, Tree};
use super::decode::{DecodeFault, PageDecoder, PageEnd};
use super::load::{Load, Loaded, Report};
use super::node::Node;
use crate::connection::Connection;
use crate::error::Error;
use crate::request::{Call, Request};
use crate::vendors::acronis::TenantId;
use crate::vendors::acronis::tenants::{List, Lod, MAX_IDS, NextPage, Read, Scope};

/// How far a load has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The last byte of a page has arrived; not all of its rows are in the tree yet.
    PageArrived,
    /// A page is in the tree. With the number of rows so far.
    PageRead(usize),
}

/// A larger page, and more rows over all pages, are refused: a tab would run out of memory.
const MOST_BYTES: usize = 200 * 1024 * 1024;
const MOST_ROWS: usize = 10_000_000;
/// So many pages in a row may bring nothing new.
const MOST_IDLE_PAGES: u32 = 2;

/// A list that is being loaded. After an error it can be run again, and continues at the page that failed.
pub struct TreeSync {
    list: List,
    next: Option<String>,
    cursors: HashSet<String>,
    /// How many tenants had come before the page that is being read, and how many pages in a row have brought none.
    known: usize,
    idle_pages: u32,
    load: Load,
    /// The report from before the page that is being read; `None` between pages.
    page_began: Option<Report>,
    started: bool,
    /// The server's time at the first page, to ask later what has changed since.
    pub since: Option<String>,
}

impl TreeSync {
    /// A tenant and everything below it, with what a row shows. Badges are loaded later, for the visible rows.
    pub fn subtree(root: TenantId, page_size: Option<u32>) -> TreeSync {
        let list =
            List { limit: Some(page_size.unwrap_or(5000)), ..List::of(Scope::Subtree(root), Lod::Basic) };
        TreeSync::of(list)
    }

    /// A tenant and everything below it, with all that a list shows.
    pub fn details(root: TenantId) -> TreeSync {
        TreeSync::of(List { with_contacts: true, ..List::of(Scope::Subtree(root), Lod::Full) })
    }

    /// One level.
    pub fn children(parent: TenantId) -> TreeSync {
        TreeSync::of(List::of(Scope::Parent(parent), Lod::Full))
    }

    /// What has changed below a tenant since the server's time of an earlier load, deletions included.
    pub fn changes(root: TenantId, since: &str) -> TreeSync {
        let load = Load::of_changes(crate::date::seconds(since));
        let list = TreeSync::of(List {
            updated_since: Some(since.to_owned()),
            allow_deleted: true,
            with_contacts: true,
            ..List::of(Scope::Subtree(root), Lod::Full)
        });
        TreeSync { load, ..list }
    }

    fn of(list: List) -> TreeSync {
        let (next, cursors) = (None, HashSet::new());
        let load = Load::of(list.with_contacts);
        TreeSync {
            list,
            next,
            cursors,
            known: 0,
            idle_pages: 0,
            load,
            page_began: None,
            started: false,
            since: None,
        }
    }

    /// What it has found so far.
    pub fn report(&self) -> &Report {
        &self.load.report
    }

    /// Reads page after page until the end. May be dropped half-way, and run again.
    pub async fn run(
        &mut self,
        connection: &Connection,
        tree: &RefCell<Tree>,
        mut tell: impl FnMut(Progress),
    ) -> Result<(), Error> {
        loop {
            // A page that was given up half-way is read again: its rows must not count twice.
            if let Some(report) = self.page_began.replace(self.load.report.clone()) {
                self.load.rewind(report.clone());
                self.page_began = Some(report);
            }
            let page = self.page(connection, tree, &mut tell).await?;
            self.page_began = None;
            if self.needs_more_detail() {
                self.list.lod = Lod::Full;
                self.load = Load::of(self.list.with_contacts);
                continue;
            }
            self.started = true;
            self.load.page_end();
            tree.borrow_mut().sort_new();
            self.since = self.since.take().or(page.timestamp);
            tell(Progress::PageRead(self.load.report.rows));
            match page.after {
                None => return Ok(()),
                Some(cursor) => self.go_on_at(cursor)?,
            }
        }
    }

    /// Ends the load, and removes what it should have brought and did not.
    pub fn finish(self, tree: &mut Tree, loaded: Loaded) -> Report {
        self.load.finish(tree, loaded)
    }

    fn request(&self) -> Request {
        match &self.next {
            Some(after) => NextPage { after: after.clone() }.request(),
            None => self.list.request(),
        }
    }

    /// The reference does not say whether `basic` comes with ids. Where it does not, `full` does.
    fn needs_more_detail(&self) -> bool {
        !self.started && self.list.lod != Lod::Full && self.load.report.without_ids > 0
    }

    fn go_on_at(&mut self, cursor: String) -> Result<(), Error> {
        let operation = List::OPERATION.id;
        let known = self.load.report.rows - self.load.report.duplicates;
        self.idle_pages = if known > self.known { 0 } else { self.idle_pages + 1 };
        self.known = known;
        // A server may also give the same page again under another cursor, or empty ones for ever.
        if !self.cursors.insert(cursor.clone()) || self.idle_pages > MOST_IDLE_PAGES {
            return Err(Error::RepeatedCursor { operation });
        }
        if self.load.report.rows > MOST_ROWS {
            return Err(Error::TooLarge { operation, limit: MOST_ROWS });
        }
        self.next = Some(cursor);
        Ok(())
    }

    async fn page(
        &mut self,
        connection: &Connection,
        tree: &RefCell<Tree>,
        tell: &mut impl FnMut(Progress),
    ) -> Result<PageEnd, Error> {
        let operation = List::OPERATION.id;
        let fault = |DecodeFault { path, detail }| Error::Decode { operation, path, detail };
        let mut answer = connection.send(&self.request()).await?;
        let (mut decoder, mut bytes) = (PageDecoder::default(), 0);
        loop {
            let before = decoder.buffer().len();
            let more = answer.read(decoder.buffer()).await?;
            bytes += decoder.buffer().len() - before;
            if bytes > MOST_BYTES {
                return Err(Error::TooLarge { operation, limit: MOST_BYTES });
            }
            let (load, mut tree) = (&mut self.load, tree.borrow_mut());
            if more {
                decoder.advance(|row| load.take(&mut tree, row)).map_err(fault)?;
                continue;
            }
            tell(Progress::PageArrived);
            return decoder.finish(|row| load.take(&mut tree, row)).map_err(fault);
        }
    }
}

/// Reads whole tenants, for their badges, and brings the tree up to date with them.
pub async fn details(connection: &Connection, tree: &RefCell<Tree>, ids: &[TenantId]) -> Result<(), Error> {
    for chunk in ids.chunks(MAX_IDS) {
        let page = connection.call(&List::of(Scope::Ids(chunk.to_vec()), Lod::Full)).await?;
        let mut tree = tree.borrow_mut();
        for tenant in &page.items.items {
            tree.put(&tenant.record());
        }
    }
    Ok(())
}

/// Reads the path from a tenant up to the first one that is loaded, or that the account may see; then the
/// levels along that path, from the top down. For a deep link that is opened before the tree is loaded.
pub async fn way_to(connection: &Connection, tree: &RefCell<Tree>, id: TenantId) -> Result<Node, Error> {
    let mut missing = id;
    for step in 0..MAX_DEPTH {
        if tree.borrow().find(missing.0).is_some() {
            break;
        }
        let read = connection.call(&Read { id: missing, embed_path: false, allow_deleted: false }).await;
        let tenant = match read {
            Ok(tenant) => tenant,
            // The parent of the top tenant may not be read, which is no error.
            Err(error) if step > 0 && (error.is_forbidden() || error.is_not_found()) => break,
            Err(error) => return Err(error),
        };
        tree.borrow_mut().put(&tenant.record());
        match tenant.parent_id {
            Some(parent) if parent != missing => missing = parent,
            _ => break,
        }
    }
    let not_there = || Error::Decode {
        operation: Read::OPERATION.id,
        path: "id".to_owned(),
        detail: "the answer is about another tenant".to_owned(),
    };
    let node = tree.borrow().find(id.0).ok_or_else(not_there)?;
    let path = tree.borrow().path(node);
    for ancestor in path.iter().filter(|ancestor| **ancestor != node) {
        level(connection, tree, *ancestor).await?;
    }
    Ok(node)
}

/// Reads the children of a tenant, unless all of them are loaded. That they may not be read is stored in the
/// tree, and is no error.
pub async fn level(connection: &Connection, tree: &RefCell<Tree>, node: Node) -> Result<(), Error> {
    if tree.borrow().has_all_children(node) {
        return Ok(());
    }
    let id = TenantId(tree.borrow().id(node));
    let mut sync = TreeSync::children(id);
    match sync.run(connection, tree, |_| ()).await {
        Ok(()) => {
            sync.finish(&mut tree.borrow_mut(), Loaded::Children(node));
            Ok(())
        }
        Err(error) if error.is_forbidden() => {
            tree.borrow_mut().note_children(node, true);
            Ok(())
        }
        Err(error) => Err(error),
    }
}
