//! Time and chance, as inputs: the chain waits and backs off through this, so that tests need no real time.

use futures_util::future::LocalBoxFuture;

/// The current time, a way to wait, and randomness for jitter.
pub trait Clock {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    fn now_ms(&self) -> f64;
    /// Resolves after that many milliseconds.
    fn sleep(&self, ms: f64) -> LocalBoxFuture<'static, ()>;
    /// A number in `0.0 .. 1.0`, for jitter only, never for secrets.
    fn jitter(&self) -> f64;
}

/// A clock for tests: waiting takes no time, but moves the clock.
#[derive(Clone, Default)]
pub struct TestClock(std::rc::Rc<std::cell::Cell<f64>>);

impl TestClock {
    /// Moves the clock forward.
    pub fn advance(&self, ms: f64) {
        self.0.set(self.0.get() + ms);
    }
}

impl Clock for TestClock {
    fn now_ms(&self) -> f64 {
        self.0.get()
    }

    fn sleep(&self, ms: f64) -> LocalBoxFuture<'static, ()> {
        self.advance(ms);
        Box::pin(std::future::ready(()))
    }

    fn jitter(&self) -> f64 {
        0.5
    }
}
