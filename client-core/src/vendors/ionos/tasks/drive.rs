//! Asks the server how a task is getting on.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::judge::DOUBT_MS;
use super::{Action, Next, Task};
use crate::clock::Clock;
use crate::connection::Connection;
use crate::vendors::ionos::backup_units::{Read, find};
use crate::vendors::ionos::requests::Status;
use crate::vendors::ionos::response_options::ResponseOptions;

/// The time between two questions of all tasks together.
const PACE_MS: f64 = 300.0;

/// Lets many tasks ask one after the other. Clones share the turn.
#[derive(Clone, Default)]
pub struct Pace(Rc<Cell<f64>>);

impl Pace {
    async fn turn(&self, clock: &dyn Clock) {
        let now_ms = clock.now_ms();
        let turn_ms = self.0.get().max(now_ms);
        self.0.set(turn_ms + PACE_MS);
        if turn_ms > now_ms {
            clock.sleep(turn_ms - now_ms).await;
        }
    }
}

/// Asks what is due, if anything is. Does not borrow the task while it waits for the answer.
pub async fn ask(connection: &Connection, task: &RefCell<Task>) {
    let now_ms = connection.clock().now_ms();
    let (next, contract_number, is_thorough) = {
        let task = task.borrow();
        // A list that is behind the single unit cannot show a unit that is not made yet; it may show the old one.
        let is_thorough = match task.action {
            Action::Create => true,
            _ if task.stage.is_done() => true,
            Action::Replace | Action::Change | Action::Restore => task.age_ms(now_ms) > DOUBT_MS,
            Action::Delete => false,
        };
        (task.next(now_ms), task.contract_number, is_thorough)
    };
    match next {
        Next::AskStatus(id) => {
            let answer = connection.call_full(&Status { id, contract_number }).await;
            let now_ms = connection.clock().now_ms();
            let told = answer.as_ref().ok().and_then(|full| full.retry_after_s(now_ms));
            let status = answer.as_ref().map(|full| &full.value);
            task.borrow_mut().heard_status(now_ms, status, told);
        }
        Next::AskUnit(id) => {
            let options = ResponseOptions { contract_number, ..ResponseOptions::default() };
            let answer = match is_thorough {
                true => find(connection, &id, options).await,
                false => connection.call(&Read { id, options }).await,
            };
            task.borrow_mut().heard_unit(connection.clock().now_ms(), answer.as_ref());
        }
        Next::Wait { .. } | Next::SignIn | Next::Ended => {}
    }
}

/// Asks until the task has ended or somebody has to sign in. `changed` is called after every answer. Dropping
/// the future stops the asking; the task can be taken up again later.
pub async fn run(connection: &Connection, task: &RefCell<Task>, changed: impl Fn(&Task)) {
    run_among(connection, task, &Pace::default(), changed).await;
}

/// The same for one of many tasks, which keep one pace.
pub async fn run_among(connection: &Connection, task: &RefCell<Task>, pace: &Pace, changed: impl Fn(&Task)) {
    loop {
        let now_ms = connection.clock().now_ms();
        let next = task.borrow().next(now_ms);
        match next {
            Next::Ended | Next::SignIn => return,
            Next::Wait { until_ms } => connection.clock().sleep(until_ms - now_ms).await,
            Next::AskStatus(_) | Next::AskUnit(_) => {
                connection.pause().await;
                pace.turn(connection.clock()).await;
                ask(connection, task).await;
                changed(&task.borrow());
            }
        }
    }
}
