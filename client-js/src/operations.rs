//! From the name of an operation to its typed call.

use std::cell::RefCell;

use serde_json::{Value, json};
use tenantry_core::Error;
use tenantry_core::connection::{Connection, Full};
use tenantry_core::error::RawAnswer;
use tenantry_core::ionos::BackupUnit;
use tenantry_core::ionos::backup_units::{Change, Create, Delete, List, Read, Replace, SsoUrl};
use tenantry_core::ionos::requests::Location;
use tenantry_core::ionos::tasks::{self, Task};
use tenantry_core::request::Call;

use crate::arguments::Arguments;
use crate::shape;

/// An error as the JSON that JavaScript gets.
type Outcome = Result<Value, Value>;

/// Carries out one operation.
pub async fn perform(connection: &Connection, operation: &str, arguments: &Arguments) -> Outcome {
    let options = arguments.options();
    let id = || arguments.id().map_err(misuse);
    match operation {
        "backupunitsGet" => send(connection, &List { options }, shape::units).await,
        "backupunitsFindById" => send(connection, &Read { id: id()?, options }, shape::unit).await,
        "backupunitsPost" => {
            let unit = arguments.new_unit().map_err(misuse)?;
            send(connection, &Create { unit, options }, shape::unit).await
        }
        "backupunitsPut" => {
            let (change, told) = arguments.replaced().map_err(misuse)?;
            send(connection, &Replace { id: id()?, change, told, options }, shape::unit).await
        }
        "backupunitsPatch" => {
            let change = arguments.change().map_err(misuse)?;
            send(connection, &Change { id: id()?, change, options }, shape::unit).await
        }
        "backupunitsDelete" => send(connection, &Delete { id: id()?, options }, |()| Value::Null).await,
        "backupunitsSsourlGet" => send(connection, &SsoUrl { id: id()?, options }, shape::sso).await,
        "waitForCompletion" => wait(connection, arguments).await,
        other => Err(shape::misuse(&format!("there is no operation {other}"))),
    }
}

fn misuse(words: String) -> Value {
    shape::misuse(&words)
}

async fn send<C: Call>(connection: &Connection, call: &C, shape: impl Fn(&C::Answer) -> Value) -> Outcome {
    let answer = connection.send(&call.request()).await.map_err(|error| shape::error(&error))?;
    let (status, headers) = (answer.status, answer.headers.clone());
    // The server has carried it out: what follows is about its answer alone, whose head says how to go on.
    let unread = |error: &Error, body: &[u8]| {
        shape::unread(error, status, &RawAnswer { headers: headers.clone(), body: body.to_owned() })
    };
    let body = answer.bytes().await.map_err(|error| unread(&error, &[]))?;
    let value = C::read(&body).map_err(|error| unread(&error, &body))?;
    let value = shape(&value);
    Ok(shape::full(&Full { value: (), status, headers }, value))
}

async fn wait(connection: &Connection, arguments: &Arguments) -> Outcome {
    let action = arguments.action.ok_or_else(|| shape::misuse("action is missing"))?;
    let id = arguments.id().map_err(misuse)?;
    let location = arguments.location.as_deref();
    let location = location.map_or(Location::Untold, |link| Location::read(connection, link));
    let unit = BackupUnit { id, kind: None, href: None, metadata: None, properties: None };
    let mut task = Task::accepted(action, &unit, location, connection.clock().now_ms());
    task.contract_number = arguments.x_contract_number;
    if let Some(timeout_ms) = arguments.timeout_ms {
        task.give_up_after(timeout_ms);
    }
    let task = RefCell::new(task);
    tasks::run(connection, &task, |_| ()).await;
    let task = task.into_inner();
    if task.waits_for_sign_in {
        return Err(
            json!({ "kind": "api", "status": 401, "reason": "Unauthorized", "headers": {}, "outcome": "unknown" }),
        );
    }
    Ok(shape::task(&task))
}
