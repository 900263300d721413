//! The chain from the top to the tenant, as a ladder: a picture made of the list that says it in words.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::inheritance::{Agreement, Explanation, Gap, OwnFact, Role, Rung, Said};

use super::study::Study;
use super::tab::Desk;
use super::table::ValueText;
use super::words;
use crate::i18n::{t, tf};
use crate::tenants::kind_word;
use crate::ui::{Badge, Tone};

/// The ladder.
#[component]
pub fn Ladder(
    /// The tab.
    desk: Desk,
    /// The setting.
    study: Study,
    /// Why its value is what it is.
    found: Explanation,
) -> impl IntoView {
    let unseen = unseen_owner(study, &found);
    let last = found.rungs.len().saturating_sub(1);
    // The rule's parts would contradict what the server says.
    let differs = matches!(found.agreement, Agreement::Differs | Agreement::CannotTell(Gap::User));
    let rungs = found.rungs.into_iter().enumerate();
    view! {
        <ol class="tn-ladder" aria-label=t("why.chain")>
            {unseen.map(|words| view! {
                <li class="tn-rung tn-rung--applies"><span class="tn-rung__name">{words}</span> " " <Badge text=t("why.owner")/></li>
            })}
            {rungs.map(|(at, rung)| view! { <Step desk=desk study=study rung=rung here={at == last} differs=differs/> }).collect_view()}
        </ol>
    }
}

/// The owner that the server names, where it is not on the way that can be seen.
fn unseen_owner(study: Study, found: &Explanation) -> Option<String> {
    let Said::Value(said) = found.said else { return None };
    if found.rungs.iter().any(|rung| rung.is_owner) {
        return None;
    }
    match (said.owner, said.user) {
        (Some(owner), _) => Some(study.name(owner)),
        (_, Some(user)) => Some(tf("why.user", &[("id", &user.to_string())])),
        _ => None,
    }
}

#[component]
fn Step(desk: Desk, study: Study, rung: Rung, here: bool, differs: bool) -> impl IntoView {
    let Rung { node, own, role, is_owner } = rung;
    let (id, name, kind) =
        study.account.estate.peek(|tree, _| (tree.id(node), tree.name(node).to_owned(), tree.kind(node)));
    let name = crate::ui::text::visible(&name).into_owned();
    let names = |id: Uuid| study.name(id);
    let said = words::role(role, &names).filter(|_| !differs);
    let own = match own {
        OwnFact::Own(own) => Some((study.with(|column| column.value(own.value).clone()), own)),
        _ => None,
    };
    let nothing = matches!(role, Role::NothingOwn);
    let applies = if differs { is_owner } else { role == Role::Applies };
    let shadowed = matches!(role, Role::Shadowed(_));
    let class = if applies { "tn-rung tn-rung--applies" } else { "tn-rung" };
    let href = move || desk.href_of(id, None);
    view! {
        <li class=class>
            <p class="tn-rung__line">
                {if here {
                    view! { <span class="tn-rung__name" dir="auto">{name}</span> }.into_any()
                } else {
                    view! { <a class="tn-rung__name" href=href dir="auto">{name}</a> }.into_any()
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
                    view! { <span class=class>{said}</span> }
                })}
            </p>
        </li>
    }
}
