//! The bindings. JSON text goes in and out: the browser's own parser is fast, and it keeps this small.

use std::rc::Rc;

use js_sys::Promise;
use serde_json::Value;
use tenantry_core::Connection;
use tenantry_core::browser::{BrowserClock, Fetch};
use tenantry_core::connection::Credentials;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;

use crate::arguments::{Arguments, Configuration};
use crate::{operations, shape};

/// One account of the API.
#[wasm_bindgen]
pub struct Client {
    connection: Connection,
    credentials: Option<Credentials>,
}

#[wasm_bindgen]
impl Client {
    /// From a configuration in JSON; fails with what is wrong in it.
    #[wasm_bindgen(constructor)]
    pub fn new(configuration: &str) -> Result<Client, JsValue> {
        let configuration: Configuration =
            serde_json::from_str(configuration).map_err(|error| fault(&error.to_string()))?;
        let config = configuration.connection().map_err(|words| fault(&words))?;
        let connection =
            Connection::new(config, &configuration.page_origin, Rc::new(Fetch), Rc::new(BrowserClock));
        Ok(Client { connection, credentials: configuration.credentials() })
    }

    /// Carries out an operation: a promise of JSON text, rejected with JSON text too.
    pub fn call(&self, operation: String, arguments: String) -> Promise {
        let (connection, credentials) = (self.connection.clone(), self.credentials.clone());
        future_to_promise(async move {
            match perform(&connection, credentials, &operation, &arguments).await {
                Ok(value) => Ok(value.to_string().into()),
                Err(value) => Err(value.to_string().into()),
            }
        })
    }
}

async fn perform(
    connection: &Connection,
    credentials: Option<Credentials>,
    operation: &str,
    arguments: &str,
) -> Result<Value, Value> {
    let arguments = Arguments::read(arguments).map_err(|words| shape::misuse(&words))?;
    if let (None, Some(credentials)) = (connection.signed_in_with(), credentials) {
        // Neither a password nor a token asks a server for anything here.
        connection.sign_in(credentials).await.map_err(|error| shape::error(&error))?;
    }
    operations::perform(connection, operation, &arguments).await
}

fn fault(words: &str) -> JsValue {
    shape::misuse(words).to_string().into()
}
