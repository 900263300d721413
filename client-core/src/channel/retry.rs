//! When a read is sent again, and after how long: full-jitter back-off, `Retry-After` honoured, tries and
//! time bounded.

use crate::clock::Clock;
use crate::error::Error;

/// Tries in all, the first one included.
const TRIES: u32 = 4;
/// No wait is longer than this; a server that asks for more is told to the user instead.
const LONGEST_WAIT_MS: f64 = 20_000.0;
const FIRST_WAIT_MS: f64 = 400.0;

/// How long to wait before try number `tried + 1`; `None` when it should not be tried again.
pub(super) fn wait_ms(clock: &dyn Clock, error: &Error, tried: u32) -> Option<f64> {
    if tried >= TRIES || !error.is_passing() {
        return None;
    }
    let asked = match error {
        Error::Http { retry_after_s, .. } => retry_after_s.map(|seconds| seconds * 1000.0),
        _ => None,
    };
    let backed_off = clock.jitter() * FIRST_WAIT_MS * f64::from(2u32.pow(tried));
    let wait = asked.unwrap_or(backed_off);
    (wait <= LONGEST_WAIT_MS).then_some(wait.max(0.0))
}
