//! `GET /applications/{application_id}/settings/schemas`.

use super::catalogue::{SETTINGS, Setting};
use super::rule::Inheritance;
use crate::Response;
use crate::acronis::applications;
use crate::acronis::call::Call;
use crate::acronis::errors::Outcome;
use crate::acronis::store::Store;
use crate::json::Object;

/// The application's schemas: one without a setting among them, and none for one of the settings.
pub fn handle(call: &Call<'_>, _: &Store) -> Outcome {
    let application = applications::of_path(call)?;
    let schemas =
        SETTINGS.iter().filter(|setting| setting.application == application.id && setting.has_schema());
    let mut out = String::new();
    let mut object = Object::begin(&mut out);
    object.list("schemas", schemas, push_schema);
    object.end();
    Ok(Response::json(200, out))
}

fn push_schema(out: &mut String, setting: &Setting) {
    let mut object = Object::begin(out);
    object.text("application_id", setting.application).text("name", setting.name);
    match setting.inheritance {
        Inheritance::Absent => &mut object,
        Inheritance::Override => object.text("inheritance_type", "override"),
        Inheritance::Minimum => object.text("inheritance_type", "minimum"),
        Inheritance::Merge => object.text("inheritance_type", "merge"),
    }
    .text("business_type", setting.business);
    object.end();
}
