//! One request with the session's token.

use std::borrow::Cow;

use super::Connection;
use crate::catalogue::Place;
use crate::channel::Answer;
use crate::error::Error;
use crate::request::Request;
use crate::vendors::ionos::contract_number;

pub(super) async fn send(connection: &Connection, request: &Request) -> Result<Answer, Error> {
    let request = &*with_contract(connection, request);
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

/// The connection's contract, where the operation takes one and the call does not name its own.
fn with_contract<'a>(connection: &Connection, request: &'a Request) -> Cow<'a, Request> {
    let name = contract_number::HEADER;
    let is_it = |one: &str| one.eq_ignore_ascii_case(name);
    let takes_it = |one: &crate::catalogue::Parameter| one.place == Place::Header && is_it(one.name);
    let wanted = request.operation().parameters.iter().any(takes_it);
    let named = request.headers().iter().any(|(one, _)| is_it(one));
    match connection.contract_number().filter(|_| wanted && !named) {
        Some(number) => Cow::Owned(request.clone().header(name, number)),
        None => Cow::Borrowed(request),
    }
}
