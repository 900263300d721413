//! `GET /requests/{requestId}/status`: the status of a write of a backup unit.

use serde_json::json;

use super::call::Call;
use super::errors::{Outcome, Refusal};
use super::faults::{ELSEWHERE, Fault};
use super::ids::{Kind, digits};
use super::job::Status;
use super::world::World;
use crate::Response;
use crate::random::hash_text;

/// The status.
pub fn status(call: &Call<'_>, world: &World) -> Outcome {
    let id = call.path_text("requestId");
    let caller = world.caller(call.account);
    let job = world.jobs.iter().find(|job| job.id == id && (!call.account.member || job.by == caller));
    let job = job.ok_or_else(Refusal::missing)?;
    let status = job.status(call.now);
    let message = match status {
        Status::Queued => "Request has been queued",
        Status::Running => "Request is being processed",
        Status::Done => "Request has been successfully executed",
        Status::Failed => "[VDC-15-1] The backup service could not carry out the request",
    };
    let href = format!("{}/backupunits/{}", call.base, job.unit);
    let body = json!({
        "id": format!("{id}/status"),
        "type": "request-status",
        "href": format!("{}/requests/{id}/status", call.base),
        "metadata": {
            "status": status.name(),
            "message": message,
            "etag": digits(hash_text(id), Kind::Tag, status as u64),
            "targets": [{
                "target": { "id": job.unit, "type": "backupunit", "href": href },
                "status": status.name(),
            }],
        },
    });
    Ok(call.json(200, &body))
}

/// Adds the `Location` at which the request's status can be read.
pub fn located(call: &Call<'_>, response: Response, request: &str) -> Response {
    let base = if call.account.fault == Fault::ForeignLocation { ELSEWHERE } else { call.base.as_str() };
    response.header("location", &format!("{base}/requests/{request}/status"))
}
