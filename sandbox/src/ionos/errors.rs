//! The vendor's error envelope.

use serde_json::json;

use crate::Response;

/// What an operation answers, or why it does not.
pub type Outcome = Result<Response, Refusal>;

/// Why an operation is not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// One for each fault in the request.
    pub messages: Vec<String>,
}

impl Refusal {
    /// With one message.
    pub fn new(status: u16, message: &str) -> Refusal {
        Refusal { status, messages: vec![message.to_owned()] }
    }

    /// 400: what was sent cannot be read.
    pub fn unreadable(message: &str) -> Refusal {
        Refusal::new(400, message)
    }

    /// 404.
    pub fn missing() -> Refusal {
        Refusal::new(404, "Resource does not exist")
    }

    /// 403.
    pub fn forbidden(message: &str) -> Refusal {
        Refusal::new(403, message)
    }

    /// 422: a field by name, and what is wrong with it.
    pub fn field(name: &str, what: &str) -> Refusal {
        Refusal::new(422, &about(name, what))
    }

    /// The envelope.
    pub fn answer(&self) -> Response {
        let code = error_code(self.status);
        let messages: Vec<_> =
            self.messages.iter().map(|message| json!({ "errorCode": code, "message": message })).collect();
        let body = json!({ "httpStatus": self.status, "messages": messages });
        Response::json(self.status, body.to_string())
    }
}

/// A message about one field of a body.
pub fn about(name: &str, what: &str) -> String {
    format!("[(root).properties.{name}] {what}")
}

/// The reference calls these codes internal and lists none.
fn error_code(status: u16) -> &'static str {
    match status {
        400 => "100",
        401 => "315",
        402 => "320",
        403 => "316",
        404 => "309",
        405 => "310",
        415 => "311",
        422 => "121",
        429 => "314",
        503 => "301",
        _ => "300",
    }
}
