//! A user in words.

use leptos::prelude::*;
use tenantry_core::ionos::{User, rules};

use crate::i18n::{t, tf};
use crate::ionos::words::reason;
use crate::resource::context::PageContext;
use crate::ui::{Badge, Tone};

/// Their address, or their id where the API tells none.
pub fn address(user: &User) -> String {
    user.email().unwrap_or(user.id.as_str()).to_owned()
}

/// First name and last name; `None` where the API tells neither.
pub fn full_name(user: &User) -> Option<String> {
    let told = user.properties.as_ref()?;
    let names: Vec<&str> =
        [&told.firstname, &told.lastname].into_iter().flatten().map(String::as_str).collect();
    (!names.is_empty()).then(|| names.join(" "))
}

/// What is special about a user, and what of that is not told, as text.
pub fn flag_words(user: &User) -> String {
    flags(user).map(|(words, _)| words).collect::<Vec<_>>().join(", ")
}

fn flags(user: &User) -> impl Iterator<Item = (String, Tone)> + use<> {
    let told = user.properties.clone().unwrap_or_default();
    let all = [
        (told.administrator, t("io.administrator"), Tone::Plain),
        (told.active.map(|active| !active), t("io.blocked"), Tone::Bad),
        (told.sec_auth_active, t("io.second_factor"), Tone::Good),
        (told.force_sec_auth, t("io.second_factor_forced"), Tone::Plain),
    ];
    let untold: Vec<&str> = all.iter().filter(|(on, ..)| on.is_none()).map(|(_, words, _)| *words).collect();
    let untold =
        (!untold.is_empty()).then(|| (tf("io.untold_flags", &[("flags", &untold.join(", "))]), Tone::Warn));
    let told = all.into_iter().filter(|(on, ..)| *on == Some(true));
    told.map(|(_, words, tone)| (words.to_owned(), tone)).chain(untold)
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
