//! The other tabs of the page: texts that go from memory to memory, to pages of the same origin alone.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel to the other tabs that have opened one of the same name.
pub struct Siblings(BroadcastChannel);

impl Siblings {
    /// Opens it for as long as the page is shown; `None` where the browser has no such thing.
    pub fn open(name: &str, hear: impl Fn(String) + 'static) -> Option<Siblings> {
        let channel = BroadcastChannel::new(name).ok()?;
        let heard = move |event: MessageEvent| event.data().as_string().into_iter().for_each(&hear);
        let heard = Closure::<dyn Fn(MessageEvent)>::new(heard);
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();
        Some(Siblings(channel))
    }

    /// Tells all of them.
    pub fn tell(&self, text: &str) {
        // A channel that is closed has nobody to tell.
        let _ = self.0.post_message(&text.into());
    }
}
