//! The API clients of a tenant. Reference: `GET /tenants/{tenant_id}/clients` (private), `GET` and `POST /clients`, `GET`,
//! `PUT` and `DELETE /clients/{client_id}`, `POST /clients/{client_id}/reset_secret` (private).
//!
//! A secret is told once, in the answer that issues it. It is in no model that is kept, shown in a list or recorded.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};

use super::contacts::is_no_operation;
use super::ids::{ClientId, TenantId};
use crate::catalogue::acronis;
use crate::connection::Connection;
use crate::date::Date;
use crate::decode::{Rows, lenient};
use crate::error::Error;
use crate::open_enum::open_enum;
use crate::request::call;
use crate::secret::Secret;

/// So many ids are asked for at once. The contract has no bound; a URL has.
const MAX_IDS: usize = 100;

/// The name for people in `data`.
const NAME: &str = "client_name";

open_enum! {
    /// Whether a client can get tokens (`status`).
    ClientStatus {
        /// It can.
        Enabled = "enabled",
        /// It cannot.
        Disabled = "disabled",
    }
}

/// An API client. `None` means that the answer did not have the field.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ApiClient {
    /// Its id, with which it signs in.
    #[serde(rename = "client_id")]
    pub id: ClientId,
    /// The tenant it belongs to.
    #[serde(default, deserialize_with = "lenient::option")]
    pub tenant_id: Option<TenantId>,
    /// `api_client` or `managed_client`.
    #[serde(default, rename = "type", deserialize_with = "lenient::option")]
    pub kind: Option<String>,
    /// What is said of it beside; the contract leaves open what stands in it.
    #[serde(default, deserialize_with = "lenient::option")]
    pub data: Option<Map<String, Value>>,
    /// Whether it can get tokens.
    #[serde(default, deserialize_with = "lenient::option")]
    pub status: Option<ClientStatus>,
    /// When it was created; `Some(None)` says that this is not known.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub created_at: Option<Option<Date>>,
    /// When it got a token last; `Some(None)` says never.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub last_access_at: Option<Option<Date>>,
    /// From which address.
    #[serde(default, deserialize_with = "lenient::nullable")]
    pub last_access_from_ip: Option<Option<String>>,
}

impl ApiClient {
    /// Its name for people.
    pub fn name(&self) -> Option<&str> {
        let name = self.data.as_ref()?.get(NAME)?.as_str()?;
        Some(name).filter(|name| !name.trim().is_empty())
    }

    /// Whether nothing that is written differs.
    pub fn agrees(&self, other: &ApiClient) -> bool {
        (self.id, &self.data, &self.status) == (other.id, &other.data, &other.status)
    }
}

/// The API clients of a tenant, as far as they could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ApiClients {
    /// The clients.
    pub clients: Vec<ApiClient>,
    /// How many there are that could not be read, or did not come.
    pub unread: usize,
}

/// The ids of a tenant's clients (`tenant_clients_get`).
#[derive(Clone, Copy, Debug)]
pub struct OfTenant {
    /// The tenant.
    pub tenant: TenantId,
}

/// A list of ids.
#[derive(Debug, Deserialize)]
pub struct ClientIds {
    /// The ids.
    pub items: Rows<ClientId>,
}

call!(OfTenant: acronis::TENANT_CLIENTS_GET => ClientIds, |call, to| to([&call.tenant.to_string()]));

/// Clients by their ids (`clients_get`).
#[derive(Clone, Debug)]
pub struct List {
    /// Which.
    pub ids: Vec<ClientId>,
}

/// A list of clients.
#[derive(Debug, Deserialize)]
pub struct ClientRows {
    /// The clients.
    pub items: Rows<ApiClient>,
}

call!(List: acronis::CLIENTS_GET => ClientRows, |call, to| {
    let ids: Vec<String> = call.ids.iter().map(ClientId::to_string).collect();
    to([]).query("uuids", ids.join(","))
});

/// One client, whole (`client_read`).
#[derive(Clone, Copy, Debug)]
pub struct Read {
    /// Which.
    pub id: ClientId,
}

call!(Read: acronis::CLIENT_READ => ApiClient, |call, to| to([&call.id.to_string()]));

/// A client with the secret that was issued for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Issued {
    /// The client.
    pub client: ApiClient,
    /// The secret; `None` where no answer told it.
    pub secret: Option<Secret>,
}

impl<'de> Deserialize<'de> for Issued {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut all = Map::deserialize(from)?;
        let mut take = |name: &str| match all.remove(name) {
            Some(Value::String(text)) => Some(Secret::new(text)),
            _ => None,
        };
        // The token that comes with it would be a second secret, which nobody here needs.
        let (secret, _) = (take("client_secret"), take("registration_access_token"));
        let client = serde_json::from_value(Value::Object(all)).map_err(D::Error::custom)?;
        Ok(Issued { client, secret })
    }
}

/// Creates a client that signs in with its id and a secret (`clients_post`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Create {
    /// The tenant it will belong to.
    pub tenant: TenantId,
    /// Its name for people.
    pub name: String,
}

call!(Create: acronis::CLIENTS_POST => Issued, |call, to| {
    to([]).json(&json!({
        "type": "api_client",
        "tenant_id": call.tenant.to_string(),
        "data": { NAME: call.name },
        "token_endpoint_auth_method": "client_secret_basic",
    }))
});

/// Issues another secret; the one before no longer works (`client_reset_secret_post`).
#[derive(Clone, Copy, Debug)]
pub struct ResetSecret {
    /// Whose.
    pub id: ClientId,
}

call!(ResetSecret: acronis::CLIENT_RESET_SECRET_POST => Issued, |call, to| {
    to([&call.id.to_string()]).json(&json!({}))
});

/// What of a client is changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClientEdit {
    data: Option<Map<String, Value>>,
    status: Option<ClientStatus>,
}

impl ClientEdit {
    /// What differs between a client and what was entered. Of `data` all that was told is sent, with the other name.
    pub fn of(before: &ApiClient, name: &str, status: Option<ClientStatus>) -> ClientEdit {
        let name = name.trim();
        let data = (before.name().unwrap_or_default() != name).then(|| {
            let mut data = before.data.clone().unwrap_or_default();
            data.insert(NAME.to_owned(), name.into());
            data
        });
        ClientEdit { data, status: status.filter(|status| before.status.as_ref() != Some(status)) }
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.data.is_none() && self.status.is_none()
    }

    /// The client with what is written.
    pub fn applied_to(&self, before: &ApiClient) -> ApiClient {
        let mut after = before.clone();
        after.data = self.data.clone().or(after.data);
        after.status = self.status.clone().or(after.status);
        after
    }

    /// What leads back; `None` where something of it was not told.
    pub fn back(&self, before: &ApiClient) -> Option<ClientEdit> {
        let data = self.data.as_ref().map(|_| before.data.clone());
        let status = self.status.as_ref().map(|_| before.status.clone());
        let is_told = data != Some(None) && status != Some(None);
        is_told.then(|| ClientEdit { data: data.flatten(), status: status.flatten() })
    }

    fn body(&self) -> Value {
        let mut body = Map::new();
        body.extend(self.data.clone().map(|data| ("data".to_owned(), data.into())));
        body.extend(self.status.as_ref().map(|status| ("status".to_owned(), status.as_str().into())));
        Value::Object(body)
    }
}

/// Changes a client (`client_update`).
#[derive(Clone, Debug)]
pub struct Update {
    /// Which.
    pub id: ClientId,
    /// What of it.
    pub edit: ClientEdit,
}

call!(Update: acronis::CLIENT_UPDATE => ApiClient, |call, to| to([&call.id.to_string()]).json(&call.edit.body()));

/// Deletes a client (`client_delete`).
#[derive(Clone, Copy, Debug)]
pub struct Delete {
    /// Which.
    pub id: ClientId,
}

call!(Delete: acronis::CLIENT_DELETE, |call, to| to([&call.id.to_string()]));

/// Reads the clients of a tenant.
pub async fn of_tenant(connection: &Connection, tenant: TenantId) -> Result<ApiClients, Error> {
    let ids = connection.call(&OfTenant { tenant }).await?.items;
    let mut all = ApiClients { unread: ids.bad.len(), ..ApiClients::default() };
    for chunk in ids.items.chunks(MAX_IDS) {
        let rows = match connection.call(&List { ids: chunk.to_vec() }).await {
            Ok(list) => list.items,
            Err(error) if is_no_operation(&error) => one_by_one(connection, chunk).await?,
            Err(error) => return Err(error),
        };
        // What the server leaves out of the list is not there to be read either.
        all.unread += chunk.len().saturating_sub(rows.items.len());
        all.clients.extend(rows.items);
    }
    Ok(all)
}

async fn one_by_one(connection: &Connection, ids: &[ClientId]) -> Result<Rows<ApiClient>, Error> {
    let mut rows = Rows::default();
    for id in ids {
        match connection.call(&Read { id: *id }).await {
            Ok(client) => rows.items.push(client),
            Err(error) if error.is_not_found() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(rows)
}

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    use crate::uuid::Uuid;
    let (id, tenant) = (ClientId(Uuid(7)), TenantId(Uuid(8)));
    let edit = ClientEdit { data: Some(Map::new()), status: Some(ClientStatus::Disabled) };
    vec![
        OfTenant { tenant }.request(),
        List { ids: vec![id, id] }.request(),
        Read { id }.request(),
        Create { tenant, name: "Agent".to_owned() }.request(),
        ResetSecret { id }.request(),
        Update { id, edit }.request(),
        Delete { id }.request(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::Scene;
    use crate::uuid::Uuid;
    use crate::vendors::acronis::testing::{connect, now};

    fn client(json: Value) -> ApiClient {
        let mut whole = json!({"client_id": Uuid(7).to_string()});
        whole.as_object_mut().unwrap().extend(json.as_object().unwrap().clone());
        serde_json::from_value(whole).unwrap()
    }

    #[test]
    fn only_what_was_entered_is_sent_and_data_is_kept() {
        let before = client(json!({"data": {"client_name": "Agent", "origin": 7}, "status": "enabled"}));
        assert!(ClientEdit::of(&before, " Agent ", Some(ClientStatus::Enabled)).is_empty());
        let named = ClientEdit::of(&before, "Robot", None);
        assert_eq!(named.body(), json!({"data": {"client_name": "Robot", "origin": 7}}));
        assert_eq!(named.applied_to(&before).name(), Some("Robot"));
        assert_eq!(named.back(&before).unwrap().body()["data"]["client_name"], "Agent");
        let off = ClientEdit::of(&before, "Agent", Some(ClientStatus::Disabled));
        assert_eq!(off.body(), json!({"status": "disabled"}));
        assert_eq!(off.back(&client(json!({}))), None, "the status was not told");
    }

    #[test]
    fn a_secret_is_not_printed_and_what_does_not_come_is_counted() {
        let issued: Issued =
            serde_json::from_value(json!({"client_id": Uuid(7).to_string(), "client_secret": "hush"}))
                .unwrap();
        assert!(!format!("{issued:?}").contains("hush"));
        assert_eq!(issued.secret.unwrap().expose(), "hush");
        let ids =
            Scene::new(200, json!({"items": [Uuid(7).to_string(), Uuid(8).to_string(), 3]}).to_string());
        let rows = Scene::new(200, json!({"items": [{"client_id": Uuid(7).to_string()}]}).to_string());
        let all = now(of_tenant(&connect(vec![ids, rows]).0, TenantId(Uuid(1)))).unwrap();
        assert_eq!((all.clients.len(), all.unread), (1, 2));
    }
}
