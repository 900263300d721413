//! Asks the server how a task is getting on.

use std::cell::RefCell;

use super::{Next, Task};
use crate::connection::Connection;
use crate::vendors::ionos::backup_units::Read;
use crate::vendors::ionos::requests::Status;
use crate::vendors::ionos::response_options::ResponseOptions;

/// Asks what is due, if anything is. Does not borrow the task while it waits for the answer.
pub async fn ask(connection: &Connection, task: &RefCell<Task>) {
    let (next, contract_number) = {
        let task = task.borrow();
        (task.next(connection.clock().now_ms()), task.contract_number)
    };
    match next {
        Next::AskStatus(id) => {
            let answer = connection.call_full(&Status { id, contract_number }).await;
            let told = answer.as_ref().ok().and_then(|full| full.header("retry-after")?.trim().parse().ok());
            let status = answer.as_ref().map(|full| &full.value);
            task.borrow_mut().heard_status(connection.clock().now_ms(), status, told);
        }
        Next::AskUnit(id) => {
            let options = ResponseOptions { contract_number, ..ResponseOptions::default() };
            let answer = connection.call(&Read { id, options }).await;
            task.borrow_mut().heard_unit(connection.clock().now_ms(), answer.as_ref());
        }
        Next::Wait { .. } | Next::SignIn | Next::Ended => {}
    }
}

/// Asks until the task has ended or somebody has to sign in. `changed` is called after every answer. Dropping
/// the future stops the asking; the task can be taken up again later.
pub async fn run(connection: &Connection, task: &RefCell<Task>, changed: impl Fn(&Task)) {
    loop {
        let now_ms = connection.clock().now_ms();
        let next = task.borrow().next(now_ms);
        match next {
            Next::Ended | Next::SignIn => return,
            Next::Wait { until_ms } => connection.clock().sleep(until_ms - now_ms).await,
            Next::AskStatus(_) | Next::AskUnit(_) => {
                ask(connection, task).await;
                changed(&task.borrow());
            }
        }
    }
}
