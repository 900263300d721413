//! The vendor's error envelopes, with the codes and messages of the contract's examples.

use super::operation::{Operation, Service};
use crate::Response;
use crate::json::Object;

/// What an operation answers, or why it does not.
pub type Outcome = Result<Response, Refusal>;

/// Why an operation is not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The envelope's `details.info`: what exactly is wrong.
    pub info: String,
    /// The application that was not found: the one thing that the settings' operations have words of
    /// their own for.
    pub application: Option<String>,
}

impl Refusal {
    /// With any status.
    pub fn new(status: u16, info: &str) -> Refusal {
        Refusal { status, info: info.to_owned(), application: None }
    }

    /// 400.
    pub fn bad_request(info: &str) -> Refusal {
        Refusal::new(400, info)
    }

    /// 401.
    pub fn unauthorized(info: &str) -> Refusal {
        Refusal::new(401, info)
    }

    /// 403: outside of what the caller may see.
    pub fn denied() -> Refusal {
        Refusal::new(403, "the tenant is not accessible")
    }

    /// 404, as the contract words it.
    pub fn no_tenant() -> Refusal {
        Refusal::new(404, "could not resolve target tenant: not found")
    }

    /// 404, as the contract words it.
    pub fn no_application(id: &str) -> Refusal {
        let info = format!("Application {id} was not found");
        Refusal { application: Some(id.to_owned()), ..Refusal::new(404, &info) }
    }

    /// 409, as the contract words it.
    pub fn conflict(info: &str) -> Refusal {
        Refusal::new(409, info)
    }

    /// 500.
    pub fn internal(info: &str) -> Refusal {
        Refusal::new(500, info)
    }
}

/// The refusal as an answer of that operation, worded as in the contract's example for it.
pub fn envelope(operation: Option<&Operation>, refusal: &Refusal) -> Response {
    let (domain, code, message) = match &refusal.application {
        Some(_) => ("PlatformAccountServer", "\"application_not_found\"", "Application was not found"),
        None => wording(operation.map(|one| one.service), refusal.status),
    };
    let mut out = String::new();
    let mut outer = Object::begin(&mut out);
    let mut error = Object::begin(outer.key("error"));
    error.text("domain", domain).raw("code", code);
    let mut context = Object::begin(error.key("context"));
    if let Some(id) = &refusal.application {
        context.text("id", id);
    }
    context.end();
    error.text("message", message);
    let mut details = Object::begin(error.key("details"));
    details.text("info", &refusal.info);
    details.end();
    error.end();
    outer.end();
    Response::json(refusal.status, out)
}

/// Domain, code as JSON, message.
fn wording(service: Option<Service>, status: u16) -> (&'static str, &'static str, &'static str) {
    const PLATFORM: &str = "PlatformAccountServer";
    const APPLICATION: &str = "ApplicationAccountServer";
    match (service == Some(Service::Platform), status) {
        (false, 400) => (APPLICATION, "1000", "bad request"),
        (false, 401) => (APPLICATION, "1000", "unauthorized"),
        (false, 403) => (APPLICATION, "1002", "access denied"),
        (false, 404) => (APPLICATION, "1104", "could not resolve target tenant"),
        (false, 409) => (APPLICATION, "1010", "conflict"),
        (_, 400) => (PLATFORM, "400", "Bad Request"),
        (_, 401) => (PLATFORM, "\"unauthorized\"", "Authentication is required"),
        (_, 403) => (PLATFORM, "\"access_denied\"", "Access is denied"),
        (_, 404) => (PLATFORM, "\"not_found\"", "Not Found"),
        (_, 405) => (PLATFORM, "405", "Method Not Allowed"),
        (_, 406) => (PLATFORM, "\"not_acceptable\"", "Not acceptable"),
        (_, 409) => (PLATFORM, "\"conflict\"", "Conflict"),
        (_, 415) => (PLATFORM, "\"invalid_content_type\"", "Content must be JSON"),
        (_, 429) => (PLATFORM, "\"too_many_requests\"", "Too Many Requests"),
        (_, 501) => (PLATFORM, "501", "not simulated by the sandbox"),
        _ => (PLATFORM, "500", "Internal Server Error"),
    }
}

/// An error of the token endpoints.
pub fn oauth(status: u16, error: &str, description: &str) -> Response {
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.text("error", error).text("error_description", description);
    object.end();
    Response::json(status, out).header("cache-control", "no-store")
}
