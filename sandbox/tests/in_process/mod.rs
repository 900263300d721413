//! The console's connection to a sandbox in the same process: no network, and no time but the clock's.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use futures_util::FutureExt;
use futures_util::future::{LocalBoxFuture, ready};
use tenantry_core::clock::{Clock, TestClock};
use tenantry_core::config::Config;
use tenantry_core::connection::{Connection, Credentials};
use tenantry_core::error::TransportFailure;
use tenantry_core::transport::{Body, HttpAnswer, HttpRequest, Transport};
use tenantry_sandbox::{Moment, Request, Sandbox};

/// The operations that were answered 2xx.
pub type CarriedOut = Rc<RefCell<BTreeSet<&'static str>>>;

/// The sandbox's time is the clock's, so that waiting makes requests go on.
struct InProcess {
    sandbox: Sandbox,
    clock: TestClock,
    carried_out: CarriedOut,
}

struct Whole(Vec<u8>);

impl Body for Whole {
    fn read<'a>(&'a mut self, into: &'a mut Vec<u8>) -> LocalBoxFuture<'a, Result<bool, TransportFailure>> {
        let more = !self.0.is_empty();
        into.append(&mut self.0);
        Box::pin(ready(Ok(more)))
    }
}

impl Transport for InProcess {
    fn send(&self, request: HttpRequest) -> LocalBoxFuture<'static, Result<HttpAnswer, TransportFailure>> {
        let target = request.url.strip_prefix("http://host").unwrap_or(&request.url);
        let mut sent = Request::new(request.method.as_str(), target).header("host", "host");
        let authorization =
            request.authorization.iter().map(|one| ("authorization", one.expose().to_owned()));
        for (name, value) in request.headers.iter().cloned().chain(authorization) {
            sent = sent.header(name, &value);
        }
        sent.body = request.body.map(|payload| payload.0).unwrap_or_default();
        let seconds = (self.clock.now_ms() / 1000.0) as i64;
        let moment = Moment(Moment::from_date(2026, 11, 22).0 + seconds);
        let (answer, trace) = self.sandbox.handle_traced(&sent, moment);
        if (200..300).contains(&answer.status) {
            self.carried_out.borrow_mut().extend(trace.operation);
        }
        let body = Box::new(Whole(answer.body));
        Box::pin(ready(Ok(HttpAnswer { status: answer.status, headers: answer.headers, body })))
    }
}

/// What a future gives that waits for nothing.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("nothing here waits")
}

/// A signed-in connection of that vendor to the sandbox, and what it has carried out.
pub fn connect(
    sandbox: Sandbox,
    (vendor, base): (&str, &str),
    credentials: Credentials,
) -> (Connection, CarriedOut) {
    let text = format!(
        r#"{{"connections":[{{"id":"c","vendor":"{vendor}","label":"C","upstream":"http://host{base}","route":{{"kind":"direct"}}}}]}}"#
    );
    let config = Config::parse(&text).unwrap().connections.remove(0);
    let (clock, carried_out) = (TestClock::default(), CarriedOut::default());
    let transport = InProcess { sandbox, clock: clock.clone(), carried_out: Rc::clone(&carried_out) };
    let connection = Connection::new(config, "https://page", Rc::new(transport), Rc::new(clock));
    now(connection.sign_in(credentials)).unwrap();
    (connection, carried_out)
}
