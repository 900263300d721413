//! The IONOS part as a client sees it, without a server.

mod conformance;
mod depth;
mod faults;
mod groups;
mod habits;
mod member;
mod refusals;
mod sign_in;
mod units;
mod users;

use base64::Engine;
use serde_json::Value;

use super::accounts::Account;
use crate::{Moment, Request, Response, Sandbox, Settings};

/// When the tests begin.
const NOW: Moment = Moment(1_790_000_000);

fn sandbox() -> Sandbox {
    Sandbox::new(Settings { tenants: 1, check: true, ..Settings::default() })
}

fn json(response: &Response) -> Value {
    serde_json::from_slice(&response.body).unwrap()
}

fn ids(list: &Value) -> Vec<String> {
    list["items"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

fn basic(account: &str) -> String {
    let account = Account::find(account).unwrap();
    let pair = format!("{}:{}", account.login, account.secret(Settings::default().seed));
    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair))
}

fn bearer(account: &str) -> String {
    format!("Bearer {}", Account::find(account).unwrap().token(Settings::default().seed))
}

/// A client that sends its credentials with each request, some seconds after [`NOW`].
struct Client<'a> {
    sandbox: &'a Sandbox,
    authorization: String,
    seconds: i64,
}

impl<'a> Client<'a> {
    fn new(sandbox: &'a Sandbox, account: &str) -> Client<'a> {
        Client { sandbox, authorization: bearer(account), seconds: 0 }
    }

    fn wait(&mut self, seconds: i64) {
        self.seconds += seconds;
    }

    fn send(&self, request: Request) -> Response {
        let request = request.header("authorization", &self.authorization).header("host", "api.test");
        self.sandbox.handle(&request, Moment(NOW.0 + self.seconds))
    }

    /// The target begins after the base path.
    fn get(&self, target: &str) -> Response {
        self.send(Request::new("GET", &format!("/cloudapi/v6{target}")))
    }

    fn write(&self, method: &str, target: &str, body: &str) -> Response {
        let request = Request::new(method, &format!("/cloudapi/v6{target}"));
        self.send(if body.is_empty() { request } else { request.with_body("application/json", body) })
    }

    /// Of an answer that must be good.
    fn read(&self, target: &str) -> Value {
        let answer = self.get(target);
        assert_eq!(answer.status, 200, "{target}: {}", String::from_utf8_lossy(&answer.body));
        json(&answer)
    }

    /// Of a write that must be accepted; null where it answers nothing.
    fn accepted(&self, method: &str, target: &str, body: &str) -> Value {
        let answer = self.write(method, target, body);
        assert_eq!(answer.status, 202, "{target}: {}", String::from_utf8_lossy(&answer.body));
        if answer.body.is_empty() { Value::Null } else { json(&answer) }
    }

    /// Status and the messages in one line, of an answer that must be a refusal.
    fn refused(&self, method: &str, target: &str, body: &str) -> (u16, String) {
        let answer = self.write(method, target, body);
        let envelope = json(&answer);
        assert_eq!(envelope["httpStatus"], answer.status, "{target}: {envelope}");
        let messages = envelope["messages"].as_array().unwrap().iter();
        let texts: Vec<&str> = messages.map(|one| one["message"].as_str().unwrap()).collect();
        (answer.status, texts.join(" | "))
    }

    /// The id of the item of that name in a list.
    fn id_of(&self, list: &str, name: &str) -> String {
        let all = self.read(&format!("{list}?depth=1"));
        let found = all["items"].as_array().unwrap().iter().find(|one| one["properties"]["name"] == name);
        found.unwrap()["id"].as_str().unwrap().to_owned()
    }

    fn status_of(&self, location: &str) -> String {
        let path = location.strip_prefix("http://api.test/cloudapi/v6").unwrap();
        self.read(path)["metadata"]["status"].as_str().unwrap().to_owned()
    }
}
