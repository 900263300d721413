//! A connection to a scripted server, for the tests of this vendor.

use std::rc::Rc;

use futures_util::FutureExt;

use crate::clock::TestClock;
use crate::config::Config;
use crate::connection::{Connection, Credentials};
use crate::secret::Secret;
use crate::transport::{Scene, Scripted};

pub(crate) fn connect(scenes: Vec<Scene>) -> (Connection, Scripted) {
    let text = r#"{"connections":[{"id":"a","vendor":"acronis","label":"A","upstream":"https://host/api/2","route":{"kind":"path","prefix":"/p"}}]}"#;
    let config = Config::parse(text).unwrap().connections.remove(0);
    let script = Scripted::new(scenes);
    let connection =
        Connection::new(config, "https://console", Rc::new(script.clone()), Rc::new(TestClock::default()));
    now(connection.sign_in(Credentials::Bearer(Secret::new("T")))).unwrap();
    (connection, script)
}

pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().unwrap()
}
