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
    let request = &completed(connection, request);
    connection.channel().retrying(request, &|| Box::pin(signed(connection, request))).await
}

/// Sends with the session's token. One 401 leads to one refresh and one repeat, unless the session's own check says
/// that it is the operation's alone. A request refused with 401 was not carried out, so that holds for writes too.
async fn signed(connection: &Connection, request: &Request) -> Result<Answer, Error> {
    let operation = request.operation();
    let (token, age) = connection.token(operation).await?;
    let refused = match connection.channel().attempt(request, Some(token)).await {
        Err(error) if error.is_unauthorized() => error,
        outcome => return outcome,
    };
    let is_dead = match connection.is_alive(request).await {
        Some(true) => return Err(refused),
        Some(false) => true,
        // Nobody can say: the refusal is told as it came.
        None => false,
    };
    let expired = || Error::Expired { operation: operation.id, effect: operation.effect };
    match connection.refresh(age).await {
        Ok(false) if is_dead => return Err(expired()),
        Ok(false) => return Err(refused),
        Err(error) if is_dead && error.needs_sign_in() => return Err(expired()),
        Err(error) => return Err(error),
        Ok(true) => {}
    }
    let (token, _) = connection.token(operation).await?;
    match connection.channel().attempt(request, Some(token)).await {
        Err(error) if error.is_unauthorized() && connection.is_alive(request).await == Some(false) => {
            Err(expired())
        }
        outcome => outcome,
    }
}

/// The request with the default headers that it lacks.
pub(super) fn completed(connection: &Connection, request: &Request) -> Request {
    missing_headers(connection, request).into_iter().fold(request.clone(), with_header)
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
