//! Counts the requests of an account.

use crate::{Moment, Response};

/// Requests a minute.
const LIMIT: u32 = 600;
/// Requests at the same time.
const BURST: u32 = 60;

/// The counts of one account.
#[derive(Debug, Default)]
pub struct Meter {
    minute: i64,
    used: u32,
    writes: u32,
    blocked_until: Option<Moment>,
    polls: u32,
}

impl Meter {
    /// Counts a request, and returns how many are left in this minute. The limit is reported and not enforced:
    /// tests need a 429 at a known place, not one that depends on speed.
    pub fn count(&mut self, now: Moment) -> u32 {
        let minute = now.0.div_euclid(60);
        if self.minute != minute {
            (self.minute, self.used) = (minute, 0);
        }
        self.used += 1;
        LIMIT.saturating_sub(self.used)
    }

    /// Whether a write is one too many: each third one is, and so are those in the second after it.
    pub fn has_too_many(&mut self, now: Moment) -> bool {
        if self.blocked_until.is_some_and(|until| now < until) {
            return true;
        }
        self.writes += 1;
        let struck = self.writes.is_multiple_of(3);
        self.blocked_until = struck.then_some(Moment(now.0 + 1));
        struck
    }

    /// How often a status was read before; counts this time.
    pub fn polls_so_far(&mut self) -> u32 {
        self.polls += 1;
        self.polls - 1
    }
}

/// Adds the three headers that every answer has.
pub fn with_limits(response: Response, remaining: u32) -> Response {
    let remaining = if response.status == 429 { 0 } else { remaining };
    response
        .header("x-ratelimit-remaining", &remaining.to_string())
        .header("x-ratelimit-limit", &LIMIT.to_string())
        .header("x-ratelimit-burst", &BURST.to_string())
}

/// What the headers say to a caller who is not signed in.
pub const UNKNOWN_CALLER: u32 = LIMIT - 1;
