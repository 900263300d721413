//! `GET /backupunits/{backupunitId}/ssourl`.

use serde_json::json;

use super::call::Call;
use super::errors::Outcome;
use super::ids::{Kind, digits};
use super::stamps::date;
use super::units::of_path;
use super::world::World;
use crate::Moment;
use crate::random::hash_text;

/// Seconds that the URL is good for.
const LIFE: i64 = 60;

/// A new URL each time: it signs in whoever opens it, once and for a minute, so no client should keep it.
pub fn handle(call: &Call<'_>, world: &mut World) -> Outcome {
    let unit = of_path(call, world)?.id.clone();
    let number = hash_text(&world.new_id(Kind::Ticket));
    let ticket = digits(hash_text(&unit), Kind::Ticket, number);
    let expires = date(Moment(call.now.0 + LIFE));
    let url = format!("https://backup.sandbox.example/sso/login?ticket={ticket}&expires={expires}");
    Ok(call.json(200, &json!({ "ssoUrl": url })))
}
