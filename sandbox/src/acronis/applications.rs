//! `GET /applications` and `GET /applications/{application_id}`: those of the contract's example.

use std::sync::LazyLock;

use serde_json::Value;
use tenantry_contracts::Vendor;

use super::Outcome;
use super::call::Call;
use super::errors::Refusal;
use crate::Response;
use crate::estate::ids::Uuid;

/// One application.
#[derive(Debug)]
pub struct Application {
    /// In small letters.
    pub id: String,
    json: Value,
}

const EXAMPLE: &str =
    "/paths/~1applications/get/responses/200/content/application~1json/examples/default/value/items";

static APPLICATIONS: LazyLock<Vec<Application>> = LazyLock::new(|| {
    let items = Vendor::Acronis.contract().doc.pointer(EXAMPLE).and_then(Value::as_array);
    let application = |json: &Value| {
        let id = json.get("id")?.as_str()?.to_owned();
        Some(Application { id, json: json.clone() })
    };
    items.into_iter().flatten().filter_map(application).collect()
});

/// All of them.
pub fn list(_: &Call<'_>) -> Outcome {
    let items: Vec<&Value> = APPLICATIONS.iter().map(|application| &application.json).collect();
    Ok(Response::json(200, serde_json::json!({ "items": items }).to_string()))
}

/// One of them.
pub fn read(call: &Call<'_>) -> Outcome {
    Ok(Response::json(200, of_path(call)?.json.to_string()))
}

/// The application that the path names.
pub fn of_path(call: &Call<'_>) -> Result<&'static Application, Refusal> {
    let text = call.path_text("application_id");
    let wanted = Uuid::parse(text);
    let found = APPLICATIONS.iter().find(|one| wanted.is_some() && Uuid::parse(&one.id) == wanted);
    found.ok_or_else(|| Refusal::no_application(text))
}
