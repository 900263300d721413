//! `/clients`: API clients. Reference: `GET /clients/{client_id}`.

use serde::Deserialize;

use super::tenant::TenantId;
use crate::catalogue::acronis;
use crate::decode::lenient;
use crate::request::call;

/// An API client, as far as the form to sign in needs one: nothing else of the answer can fail it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Client {
    /// The tenant the client was made in: the top of what it sees.
    pub tenant_id: TenantId,
    /// What is said of it beside.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub data: ClientData,
}

/// `data` of a client; the contract leaves open what stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ClientData {
    /// Its name for people.
    #[serde(deserialize_with = "lenient::option")]
    pub client_name: Option<String>,
}

/// One client (`client_read`).
#[derive(Clone, Debug)]
pub struct Read {
    /// Its id, as it signs in.
    pub id: String,
}

call!(Read: acronis::CLIENT_READ => Client, |call, to| to([&call.id]));

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    vec![Read { id: "4557d5f5-7881-54f4-83a5-212f19d355c1".to_owned() }.request()]
}
