//! `/applications`: what the platform offers, for the names. Reference: `GET /applications`.

use serde::Deserialize;

use crate::catalogue::acronis;
use crate::decode::{Rows, lenient};
use crate::request::call;
use crate::uuid::Uuid;

/// The id of an application.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct ApplicationId(pub Uuid);

impl std::fmt::Display for ApplicationId {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

/// An application.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Application {
    /// Unique identifier.
    pub id: ApplicationId,
    /// Name for people.
    #[serde(default, deserialize_with = "lenient::option")]
    pub name: Option<String>,
    /// The vendor's word for it, such as `backup`.
    #[serde(default, rename = "type", deserialize_with = "lenient::option")]
    pub kind: Option<String>,
}

/// All applications (`applications_get`).
#[derive(Clone, Copy, Debug)]
pub struct List;

/// The answer to [`List`].
#[derive(Debug, Deserialize)]
pub struct Applications {
    /// The applications.
    pub items: Rows<Application>,
}

call!(List: acronis::APPLICATIONS_GET => Applications);

#[cfg(test)]
pub(crate) fn samples() -> Vec<crate::request::Request> {
    use crate::request::Call;
    vec![List.request()]
}
