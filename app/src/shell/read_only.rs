//! The switch that keeps everything as it is.

use leptos::prelude::*;

use crate::i18n::t;
use crate::mount::Pref;
use crate::session::Session;

/// The switch that keeps everything as it is.
#[component]
pub fn ReadOnly(
    /// A connection of the mount; the switch is the same for all.
    session: Session,
) -> impl IntoView {
    let on = session.read_only;
    let press = move |_| {
        on.update(|on| *on = !*on);
        session.storage.set_pref(Pref::ReadOnly, if on.get_untracked() { "yes" } else { "" });
    };
    let words = move || if on.get() { t("frame.read_only.on") } else { t("frame.read_only.off") };
    let class = move || if on.get() { "tn-top__switch tn-top__switch--on" } else { "tn-top__switch" };
    view! {
        <button type="button" class=class title=t("frame.read_only.note") on:click=press prop:textContent=words></button>
    }
}
