//! One request with the session's token.

use super::Connection;
use crate::catalogue::{Info, Place};
use crate::channel::Answer;
use crate::error::Error;
use crate::request::Request;

pub(super) async fn send(connection: &Connection, request: &Request) -> Result<Answer, Error> {
    let operation = request.operation();
    if connection.is_read_only() && operation.effect.is_write() {
        return Err(Error::ReadOnly { operation: operation.id });
    }
    let missing = missing_headers(connection, request);
    let completed = (!missing.is_empty()).then(|| missing.into_iter().fold(request.clone(), with_header));
    let request = completed.as_ref().unwrap_or(request);
    connection.channel().retrying(request, &|| Box::pin(signed(connection, request))).await
}

/// Sends with the session's token. One 401 leads to one refresh and one repeat: a request refused with 401
/// was not carried out, so that holds for writes too.
async fn signed(connection: &Connection, request: &Request) -> Result<Answer, Error> {
    let operation = request.operation().id;
    let (token, age) = connection.token(operation).await?;
    match connection.channel().attempt(request, Some(token)).await {
        Err(error) if error.status() == Some(401) && connection.refresh(age).await? => {
            let (token, _) = connection.token(operation).await?;
            connection.channel().attempt(request, Some(token)).await
        }
        outcome => outcome,
    }
}

/// The default headers that the operation takes and the call does not name itself.
fn missing_headers(connection: &Connection, request: &Request) -> Vec<(&'static str, String)> {
    let defaults = connection.0.default_headers.borrow();
    let is_named = |name: &str| request.headers().iter().any(|(one, _)| one.eq_ignore_ascii_case(name));
    let wanted = |(name, _): &&(&str, String)| takes(request.operation(), name) && !is_named(name);
    defaults.iter().filter(wanted).cloned().collect()
}

fn takes(operation: &Info, header: &str) -> bool {
    let parameters = operation.parameters.iter();
    parameters.filter(|one| one.place == Place::Header).any(|one| one.name.eq_ignore_ascii_case(header))
}

fn with_header(request: Request, (name, value): (&'static str, String)) -> Request {
    request.header(name, value)
}
