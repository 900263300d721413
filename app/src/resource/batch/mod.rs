//! The same write for several rows: what would be sent, one after the other, what came of each.

mod buttons;
mod delete;
mod dialog;
mod run;
mod status;
mod step;

pub use self::buttons::{BatchAction, BatchButtons, BatchDialogs};
pub use self::delete::BatchDelete;
pub use self::dialog::BatchDialog;
pub use self::step::Step;

/// As many rows of a batch are drawn.
const DRAWN: usize = 200;
