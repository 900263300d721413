//! The line that says that the browser is offline.

use leptos::prelude::*;

use crate::i18n::t;
use crate::mount::events::on_window;
use crate::mount::platform;
use crate::ui::{Icon, IconName};

/// Says that the browser is offline, while it is.
#[component]
pub fn Offline() -> impl IntoView {
    let offline = RwSignal::new(!platform::is_online());
    on_window(leptos::ev::offline, move |_| offline.set(true));
    on_window(leptos::ev::online, move |_| offline.set(false));
    view! {
        <div role="status">
            <Show when=move || offline.get()>
                <p class="tn-strip"><Icon name=IconName::Warning/> {t("frame.offline")}</p>
            </Show>
        </div>
    }
}
