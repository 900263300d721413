//! Reads one setting for many tenants into a column: the path to a tenant, or everything below it.

use std::cell::RefCell;

use futures_util::StreamExt;
use futures_util::stream;

use super::column::Column;
use crate::connection::Connection;
use crate::error::Error;
use crate::vendors::acronis::settings::{Key, MAX_BATCH, OfTenants, Read};
use crate::vendors::acronis::tenancy::Node;
use crate::vendors::acronis::{ApplicationId, Setting, TenantId};

/// Requests in flight at once.
const AT_ONCE: usize = 4;

/// How a reading of many tenants went.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// Tenants that were read, or turned out to be unreadable for this account.
    pub read: usize,
    /// Tenants that could not be read.
    pub failed: usize,
    /// Why, for the first of them.
    pub fault: Option<Error>,
    /// Batches are not allowed, so tenants were read one by one.
    pub one_by_one: bool,
}

impl Gathered {
    fn failed(&mut self, count: usize, error: Error) {
        self.failed += count;
        self.fault.get_or_insert(error);
    }
}

/// What to read: a setting of an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct What<'a> {
    pub application: ApplicationId,
    pub name: &'a str,
}

/// Reads one setting on these tenants one by one, because every account may use that operation. For the path
/// from the top to a tenant.
pub async fn gather_path(
    connection: &Connection,
    (application, name): (ApplicationId, &str),
    nodes: Vec<(Node, TenantId)>,
    column: &RefCell<Column>,
) -> Gathered {
    let mut gathered = Gathered::default();
    one_by_one(connection, &What { application, name }, nodes, column, &mut gathered, &mut |_| ()).await;
    gathered
}

/// Reads one setting on these tenants, a batch at a time; one by one where batches are not allowed. What
/// has been read stays in the column when this is dropped. `tell` is called with the number read so far.
pub async fn gather_below(
    connection: &Connection,
    (application, name): (ApplicationId, &str),
    nodes: Vec<(Node, TenantId)>,
    column: &RefCell<Column>,
    mut tell: impl FnMut(usize),
) -> Gathered {
    let what = What { application, name };
    let mut gathered = Gathered::default();
    let mut refused: Vec<(Node, TenantId)> = Vec::new();
    let mut chunks = nodes.chunks(MAX_BATCH).map(<[_]>::to_vec);
    // The first batch goes alone: if the account may not use batches, the others would be refused too.
    if let Some(first) = chunks.next() {
        let answer = batch(connection, &what, &first).await;
        take_batch(&what, first, answer, column, &mut gathered, &mut refused);
        tell(gathered.read);
    }
    if refused.is_empty() {
        let calls = chunks.map(|chunk| async {
            let answer = batch(connection, &what, &chunk).await;
            (chunk, answer)
        });
        let mut answers = stream::iter(calls).buffer_unordered(AT_ONCE);
        while let Some((chunk, answer)) = answers.next().await {
            take_batch(&what, chunk, answer, column, &mut gathered, &mut refused);
            tell(gathered.read);
        }
    } else {
        refused.extend(chunks.flatten());
    }
    if !refused.is_empty() {
        gathered.one_by_one = true;
        one_by_one(connection, &what, refused, column, &mut gathered, &mut tell).await;
    }
    gathered
}

type Answer = Result<Vec<(TenantId, Vec<Setting>)>, Error>;

async fn batch(connection: &Connection, what: &What<'_>, chunk: &[(Node, TenantId)]) -> Answer {
    let tenants = chunk.iter().map(|(_, id)| *id).collect();
    let call = OfTenants { application: what.application, tenants, allow_deleted: false };
    let answer = connection.call(&call).await?;
    Ok(answer.items.items.into_iter().map(|one| (one.tenant, one.settings.items)).collect())
}

fn take_batch(
    what: &What<'_>,
    chunk: Vec<(Node, TenantId)>,
    answer: Answer,
    column: &RefCell<Column>,
    gathered: &mut Gathered,
    refused: &mut Vec<(Node, TenantId)>,
) {
    let rows = match answer {
        Ok(rows) => rows,
        Err(error) if error.is_forbidden() || error.is_not_found() => return refused.extend(chunk),
        Err(error) => return gathered.failed(chunk.len(), error),
    };
    let rows: std::collections::HashMap<TenantId, Vec<Setting>> = rows.into_iter().collect();
    let mut column = column.borrow_mut();
    for (node, id) in chunk {
        let Some(settings) = rows.get(&id) else {
            // A batch leaves out what may not be seen.
            column.forbid(node);
            gathered.read += 1;
            continue;
        };
        match settings.iter().find(|setting| setting.name == what.name) {
            Some(setting) => column.put(node, setting),
            None => column.put_nothing(node),
        }
        gathered.read += 1;
    }
}

async fn one_by_one(
    connection: &Connection,
    what: &What<'_>,
    nodes: Vec<(Node, TenantId)>,
    column: &RefCell<Column>,
    gathered: &mut Gathered,
    tell: &mut dyn FnMut(usize),
) {
    let calls = nodes.into_iter().map(|(node, tenant)| async move {
        let key = Key { application: what.application, tenant, name: what.name.to_owned() };
        (node, connection.call(&Read(key)).await)
    });
    let mut answers = stream::iter(calls).buffer_unordered(AT_ONCE);
    while let Some((node, answer)) = answers.next().await {
        match answer {
            Ok(setting) => column.borrow_mut().put(node, &setting),
            // A setting that is not found may be missing or out of sight; the answer does not say which.
            Err(error) if error.is_forbidden() || error.is_not_found() => column.borrow_mut().forbid(node),
            Err(error) => {
                gathered.failed(1, error);
                continue;
            }
        }
        gathered.read += 1;
        tell(gathered.read);
    }
}
