//! Saved changes whose dialog was closed while they were still being verified. They are kept with the connection.

use leptos::prelude::*;

use super::outcome::WriteNotice;
use super::write_status::Verification;
use crate::acronis::state::Acronis;
use crate::i18n::t;

/// All of them, each until it is dismissed.
#[component]
pub fn Verifications(
    /// The connection.
    acronis: Acronis,
) -> impl IntoView {
    let line = move |(at, one): (usize, Verification)| {
        let Verification { title, status, go_on } = one;
        let label = title.clone();
        let (status, go_on) = (RwSignal::from(status), StoredValue::new_local(go_on));
        let go_on = Callback::new(move |()| go_on.with_value(|go_on| go_on()));
        let dismiss = move |_| acronis.forget_verification(at);
        view! {
            <section class="tn-card tn-verify" aria-label=label>
                <h2 translate="no" prop:textContent=title></h2>
                <WriteNotice status=status go_on=go_on/>
                <button type="button" class="tn-button tn-button--quiet" on:click=dismiss>{t("verify.dismiss")}</button>
            </section>
        }
    };
    move || acronis.verifications().into_iter().enumerate().map(line).collect_view()
}
