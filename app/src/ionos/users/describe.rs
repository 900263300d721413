//! A user in words.

use leptos::prelude::*;
use tenantry_core::ionos::{User, rules};

use crate::i18n::t;
use crate::ionos::words::reason;
use crate::resource::context::PageContext;
use crate::ui::{Badge, Tone};

/// Their address, or their id where the API tells none.
pub fn address(user: &User) -> String {
    user.email().unwrap_or(user.id.as_str()).to_owned()
}

/// First name and last name; empty where the API tells neither.
pub fn full_name(user: &User) -> String {
    let told = user.properties.clone().unwrap_or_default();
    [told.firstname, told.lastname].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What is special about a user, as text.
pub fn flag_words(user: &User) -> String {
    flags(user).map(|(words, _)| words).collect::<Vec<_>>().join(", ")
}

fn flags(user: &User) -> impl Iterator<Item = (&'static str, Tone)> + use<> {
    let told = user.properties.clone().unwrap_or_default();
    let all = [
        (told.administrator == Some(true), t("io.administrator"), Tone::Plain),
        (told.active == Some(false), t("io.blocked"), Tone::Bad),
        (told.sec_auth_active == Some(true), t("io.second_factor"), Tone::Good),
        (told.force_sec_auth == Some(true), t("io.second_factor_forced"), Tone::Plain),
    ];
    all.into_iter().filter(|(on, ..)| *on).map(|(_, words, tone)| (words, tone))
}

/// What is special about a user.
#[component]
pub fn Flags(
    /// The user.
    user: User,
) -> impl IntoView {
    flags(&user).map(|(words, tone)| view! { <Badge tone=tone text=words/> " " }).collect_view()
}

/// Why somebody may not be deleted: nobody deletes themselves, as far as it is known who that is.
pub fn why_not(page: PageContext, user: &User) -> Option<String> {
    let me = page.session.login()?;
    rules::can_remove(user, &me).err().map(|why| reason(&why))
}
