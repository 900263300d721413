//! The Acronis part as a client sees it, without a server.

mod changes;
mod conformance;
mod contacts;
mod faults;
mod lists;
mod refusals;
mod settings;
mod settings_faults;
mod sign_in;
mod tenants;
mod users;
mod vectors;

use base64::Engine;
use serde_json::Value;

use super::accounts::Account;
use crate::{Moment, Request, Response, Sandbox, Settings};

/// When the tests take place.
const NOW: Moment = Moment(1_790_000_000);

/// A client that is signed in.
struct Client<'a> {
    sandbox: &'a Sandbox,
    id: String,
    token: String,
}

fn sandbox(tenants: u32) -> Sandbox {
    Sandbox::new(Settings { tenants, check: true, ..Settings::default() })
}

fn basic(client_id: &str) -> String {
    let secret = Account::find(client_id).unwrap().secret(Settings::default().seed);
    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(format!("{client_id}:{secret}")))
}

fn token_request(client_id: &str) -> Request {
    Request::new("POST", "/api/2/idp/token")
        .header("Authorization", &basic(client_id))
        .with_body("application/x-www-form-urlencoded", "grant_type=client_credentials")
}

fn json(response: &Response) -> Value {
    serde_json::from_slice(&response.body).unwrap()
}

fn names(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["name"].as_str().unwrap()).collect()
}

impl<'a> Client<'a> {
    fn new(sandbox: &'a Sandbox, client_id: &str) -> Client<'a> {
        let answer = sandbox.handle(&token_request(client_id), NOW);
        assert_eq!(answer.status, 200);
        let token = json(&answer)["access_token"].as_str().unwrap().to_owned();
        Client { sandbox, id: client_id.to_owned(), token }
    }

    fn send(&self, request: Request) -> Response {
        let request = request.header("authorization", &format!("Bearer {}", self.token));
        self.sandbox.handle(&request, NOW)
    }

    fn get(&self, target: &str) -> Response {
        self.send(Request::new("GET", target))
    }

    /// Of an answer that must be good.
    fn read(&self, target: &str) -> Value {
        let answer = self.get(target);
        assert_eq!(answer.status, 200, "{target}: {}", String::from_utf8_lossy(&answer.body));
        json(&answer)
    }

    fn top(&self) -> String {
        // The tenant of an account may not be told; all that misbehave so have the same.
        let of = |path: &str| json(&self.get(path))["tenant_id"].as_str().map(str::to_owned);
        let told = of("/api/2/users/me").or_else(|| of(&format!("/api/2/clients/{}", self.id)));
        told.unwrap_or_else(|| Client::new(self.sandbox, "demo").top())
    }

    /// The id of the one tenant of that name below the top.
    fn id_of(&self, name: &str) -> String {
        let all = self.all(&format!("subtree_root_id={}&lod=basic", self.top()));
        let found: Vec<&Value> = all.iter().filter(|item| item["name"] == name).collect();
        assert_eq!(found.len(), 1, "{name}");
        found[0]["id"].as_str().unwrap().to_owned()
    }

    /// All pages of a list, sending the cursor alone.
    fn all(&self, query: &str) -> Vec<Value> {
        let mut page = self.read(&format!("/api/2/tenants?{query}"));
        let mut items = page["items"].as_array().unwrap().clone();
        while let Some(cursor) = page.pointer("/paging/cursors/after").and_then(Value::as_str) {
            page = self.read(&format!("/api/2/tenants?after={cursor}"));
            items.extend(page["items"].as_array().unwrap().iter().cloned());
        }
        items
    }
}
