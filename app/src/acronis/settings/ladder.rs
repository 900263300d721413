//! The chain from the top to the tenant, as a ladder: a picture made of the list that says it in words.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::inheritance::{Agreement, ChainLink, Explanation, Gap, OwnFact, Reported, Role};

use super::context::SettingsContext;
use super::inspector::Inspector;
use super::value_text::ValueText;
use super::words;
use crate::acronis::tenants::kind_word;
use crate::i18n::{t, tf};
use crate::ui::{Badge, Name, PhraseText, Tone};

/// The ladder.
#[component]
pub fn Ladder(
    /// The tab.
    page: SettingsContext,
    /// The setting.
    inspector: Inspector,
    /// Why its value is what it is.
    found: Explanation,
) -> impl IntoView {
    let unseen = unseen_owner(inspector, &found);
    let last = found.links.len().saturating_sub(1);
    // The rule's parts would contradict what the server says.
    let differs = matches!(found.agreement, Agreement::Differs | Agreement::CannotTell(Gap::User));
    let links = found.links.into_iter().enumerate();
    view! {
        <ol class="tn-ladder" aria-label=t("why.chain")>
            {unseen.map(|words| view! {
                <li class="tn-rung tn-rung--applies"><Name class="tn-rung__name" text=words/> " " <Badge text=t("why.owner")/></li>
            })}
            {links.map(|(at, link)| view! { <Step page=page inspector=inspector link=link here={at == last} differs=differs/> }).collect_view()}
        </ol>
    }
}

/// The owner that the server names, where it is not on the way that can be seen.
fn unseen_owner(inspector: Inspector, found: &Explanation) -> Option<String> {
    let Reported::Value(said) = found.reported else { return None };
    if found.links.iter().any(|link| link.is_owner) {
        return None;
    }
    match (said.owner, said.user) {
        (Some(owner), _) => Some(inspector.name(owner)),
        (_, Some(user)) => Some(tf("why.user", &[("id", &user.to_string())])),
        _ => None,
    }
}

#[component]
fn Step(
    page: SettingsContext,
    inspector: Inspector,
    link: ChainLink,
    here: bool,
    differs: bool,
) -> impl IntoView {
    let ChainLink { node, own, role, is_owner } = link;
    let (id, name, kind) = inspector
        .acronis
        .tenants
        .peek(|tree, _| (tree.id(node), tree.name(node).to_owned(), tree.kind(node)));
    let names = |id: Uuid| inspector.name(id);
    let said = words::role(role, &names).filter(|_| !differs);
    let own = match own {
        OwnFact::Own(own) => Some((inspector.with(|column| column.value(own.value).clone()), own)),
        _ => None,
    };
    let nothing = matches!(role, Role::NothingOwn);
    let applies = if differs { is_owner } else { role == Role::Applies };
    let shadowed = matches!(role, Role::Shadowed(_));
    let class = if applies { "tn-rung tn-rung--applies" } else { "tn-rung" };
    let href = move || page.href_of(id, None);
    view! {
        <li class=class>
            <p class="tn-rung__line">
                {if here {
                    view! { <Name class="tn-rung__name" text=name/> }.into_any()
                } else {
                    view! { <a class="tn-rung__name" href=href><Name text=name/></a> }.into_any()
                }}
                " " <Badge text=kind_word(kind.as_ref())/>
                {here.then(|| view! { " " <span class="tn-badge tn-badge--accent">{t("why.here")}</span> })}
                {is_owner.then(|| view! { " " <Badge text=t("why.owner")/> })}
            </p>
            <p class="tn-rung__own">
                {nothing.then(|| view! { <span class="tn-faint">{t("settings.no_own")}</span> })}
                {own.map(|(value, own)| view! {
                    <ValueText value=Some(value)/>
                    {own.lock.then(|| view! { " " <Badge tone=Tone::Warn text=t("settings.locks")/> })}
                    {own.exclusive.then(|| view! { " " <Badge text=t("settings.exclusive")/> })}
                    " "
                })}
                {said.map(|said| {
                    let class = if shadowed { "tn-badge tn-badge--warn tn-badge--words" } else { "tn-rung__role" };
                    view! { <span class=class><PhraseText phrase=said/></span> }
                })}
            </p>
        </li>
    }
}
