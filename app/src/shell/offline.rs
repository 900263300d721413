//! The line that says that the browser is offline.

use leptos::prelude::*;

use crate::i18n::t;
use crate::ui::{Icon, IconName};

/// Says that the browser is offline, while it is.
#[component]
pub fn Offline() -> impl IntoView {
    let offline = RwSignal::new(!window().navigator().on_line());
    let went = window_event_listener(leptos::ev::offline, move |_| offline.set(true));
    let came = window_event_listener(leptos::ev::online, move |_| offline.set(false));
    on_cleanup(move || {
        went.remove();
        came.remove();
    });
    view! {
        <div role="status">
            <Show when=move || offline.get()>
                <p class="tn-strip"><Icon name=IconName::Warning/> {t("frame.offline")}</p>
            </Show>
        </div>
    }
}
