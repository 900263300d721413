//! What is written of policies, offering items and API clients, as the store keeps it.

use std::borrow::Cow;

use crate::Moment;
use crate::estate::Number;
use crate::estate::ids::Uuid;

/// An access policy.
#[derive(Clone, Debug)]
pub struct Policy {
    pub id: Uuid,
    pub trustee: String,
    /// `user`, `client` or `user_group`.
    pub trustee_type: &'static str,
    pub tenant: Number,
    pub role: Cow<'static, str>,
    pub resource: Option<(&'static str, &'static str)>,
}

/// What was written of an offering item.
#[derive(Clone, Copy, Debug)]
pub struct WrittenItem {
    pub is_on: bool,
    /// The quota, and what may be used above it; either may be without a bound.
    pub quota: Option<[Option<u64>; 2]>,
    pub version: u64,
}

/// An API client.
#[derive(Clone, Debug)]
pub struct Client {
    pub id: Uuid,
    pub tenant: Number,
    /// JSON.
    pub data: String,
    pub is_on: bool,
    pub created: Moment,
    pub is_deleted: bool,
}
