//! The wasm files behind the sign-in, one for each vendor: one line each. What is called only through an entry is in
//! its file; naming it anywhere else moves it to the first view.

use futures_util::future::LocalBoxFuture;
use leptos::wasm_split::SplitLoaderError;

use crate::session::Screens;

/// Loads a vendor's screens.
pub type LoadScreens = fn() -> LocalBoxFuture<'static, Result<Screens, SplitLoaderError>>;

macro_rules! lazy {
    ($($name:ident => $entry:expr;)*) => { $(
        /// Loads the file. Without the feature `split`, as trunk builds it, it is here from the beginning.
        pub fn $name() -> LocalBoxFuture<'static, Result<Screens, SplitLoaderError>> {
            #[cfg(feature = "split")]
            #[leptos::wasm_split::wasm_split($name, wasm_split_path = leptos::wasm_split, fallible)]
            fn load() -> Result<Screens, SplitLoaderError> {
                Ok($entry)
            }
            #[cfg(not(feature = "split"))]
            async fn load() -> Result<Screens, SplitLoaderError> {
                Ok($entry)
            }
            Box::pin(load())
        }
    )* };
}

lazy! {
    acronis => crate::acronis::SCREENS;
    ionos => crate::ionos::SCREENS;
}
