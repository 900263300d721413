//! The wasm files behind the sign-in, one for each vendor: one line each. What is called only through an entry is in
//! its file; naming it anywhere else moves it to the first view.

use crate::session::Screens;
use crate::ui::lazy::{LoadPart, lazy};

/// Loads a vendor's screens.
pub type LoadScreens = LoadPart<Screens>;

lazy! {
    acronis: Screens => crate::acronis::SCREENS;
    ionos: Screens => crate::ionos::SCREENS;
}
