//! What became of a write, on screen: sent, read back, held against the preview.

use leptos::prelude::*;

use super::write_status::{Done, WriteStatus};
use crate::i18n::{t, tf, tn};
use crate::ui::{FaultNotice, Icon, IconName, Name, format};

/// What became of it, on screen.
#[component]
pub fn WriteNotice(
    /// What is told.
    status: RwSignal<WriteStatus>,
    /// Looks once more at what became of it, or reads what is not verified.
    go_on: Callback<()>,
) -> impl IntoView {
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        if status.with(|status| matches!(status, WriteStatus::Fault { .. })) {
            request_animation_frame(move || {
                place.get_untracked().into_iter().for_each(|place| place.scroll_into_view_with_bool(false));
            });
        }
    });
    // The button goes with what it answers to; the keyboard stays here.
    let go_on = Callback::new(move |()| {
        place.get_untracked().into_iter().for_each(|place| drop(place.focus()));
        go_on.run(());
    });
    let is_verifying = Memo::new(move |_| status.with(WriteStatus::is_verifying));
    let body = move || match is_verifying.get() {
        true => view! { <Verifying status=status/> }.into_any(),
        false => ended(status.get(), go_on),
    };
    view! { <div node_ref=place class="tn-edit__told" tabindex="-1">{body}</div> }
}

/// The counts change all the time; only that it has begun is said aloud.
#[component]
fn Verifying(status: RwSignal<WriteStatus>) -> impl IntoView {
    let (read, all) = (
        move || status.with(|status| if let WriteStatus::Verifying(read, _) = status { *read } else { 0 }),
        move || status.with(|status| if let WriteStatus::Verifying(_, all) = status { *all } else { 1 }),
    );
    let words =
        move || tf("verify.progress", &[("n", &format::number(read())), ("all", &format::number(all()))]);
    view! {
        <p role="status">{t("verify.saved")}</p>
        <p prop:textContent=words></p>
        <progress class="tn-progress" max=move || all().to_string() value=move || read().to_string() aria-label=t("verify.label")></progress>
    }
}

fn ended(status: WriteStatus, go_on: Callback<()>) -> AnyView {
    match status {
        WriteStatus::Nothing | WriteStatus::Verifying(..) => ().into_any(),
        WriteStatus::Sending => view! { <p role="status">{t("edit.sending")}</p> }.into_any(),
        WriteStatus::LookingUp => view! { <p role="status">{t("edit.looking_up")}</p> }.into_any(),
        WriteStatus::Done(done) => view! { <Carried done=*done go_on=go_on/> }.into_any(),
        WriteStatus::Fault { title, fault, can_look, .. } => {
            let look = can_look.then(|| (t("recent.look"), go_on));
            view! { <h3 prop:textContent=title></h3> <FaultNotice fault=fault button=look/> }.into_any()
        }
        WriteStatus::Changed { after, shown, now } => {
            let words = if after { t("write.changed_after") } else { t("write.changed_before") };
            view! {
                <div class="tn-notice" role="alert">
                    <Icon name=IconName::Warning/>
                    <div class="tn-notice__words">
                        <p class="tn-notice__title" prop:textContent=words></p>
                        <p translate="no">{tf("write.shown", &[("own", &shown)])}</p>
                        <p translate="no">{tf("write.now", &[("own", &now)])}</p>
                        <p>{t("write.changed.next")}</p>
                    </div>
                </div>
            }
            .into_any()
        }
    }
}

#[component]
fn Carried(done: Done, go_on: Callback<()>) -> impl IntoView {
    let Done { unheard, answered, verified, differs, not_verified, unread, is_rest, fault, tree_partial } =
        done;
    let verified_words = if is_rest { "write.verified_rest" } else { "write.verified" };
    let count = |key: &str, count: usize| tn(key, count, &format::number(count));
    let all_well = differs.is_empty() && not_verified == 0 && answered.is_none();
    let counts = [
        ("write.count.verified", verified),
        ("write.count.different", differs.len()),
        ("write.count.not_verified", not_verified),
    ];
    let chip = |(key, count): (&'static str, usize)| {
        view! { <span class="tn-badge">{tf(key, &[("n", &format::number(count))])}</span> " " }
    };
    let line = move |cells: [String; 3]| {
        let [tenant, foreseen, found] = cells;
        view! { <tr translate="no"><th scope="row"><Name text=tenant/></th><td prop:textContent=foreseen></td><td prop:textContent=found></td></tr> }
    };
    view! {
        <div class=if all_well { "tn-notice tn-notice--good" } else { "tn-notice" } role="status">
            <Icon name=if all_well { IconName::Check } else { IconName::Warning }/>
            <div class="tn-notice__words">
                <p class="tn-notice__title">{if unheard { t("write.done_unheard") } else { t("write.done") }}</p>
                {(!all_well).then(|| view! { <p>{counts.map(chip).collect_view()}</p> })}
                {answered.map(|own| view! { <p translate="no">{tf("write.answered", &[("own", &own)])}</p> })}
                {(verified > 0).then(|| view! { <p>{count(verified_words, verified)}</p> })}
                {(not_verified > 0).then(|| view! { <p>{count("write.not_verified", not_verified)}</p> })}
                {(unread > 0).then(|| view! {
                    <p><button type="button" class="tn-button" on:click=move |_| go_on.run(())>{t("preview.read")}</button></p>
                })}
                {fault.map(|fault| view! { <p>{fault.title} " " {fault.next}</p> })}
                {tree_partial.then(|| view! { <p>{t("preview.tree_partial")}</p> })}
                {(!differs.is_empty()).then(|| view! {
                    <p>{count("write.differs", differs.len())}</p>
                    <table class="tn-table">
                        <thead><tr>
                            <th scope="col">{t("preview.tenant")}</th><th scope="col">{t("write.foreseen")}</th><th scope="col">{t("write.reported")}</th>
                        </tr></thead>
                        <tbody>{differs.into_iter().take(50).map(line).collect_view()}</tbody>
                    </table>
                })}
            </div>
        </div>
    }
}
