//! Adding, changing or removing a share.

use leptos::prelude::*;
use tenantry_core::ionos::changes::shares as changes;
use tenantry_core::ionos::{GroupShare, SharePrivileges};
use tenantry_core::write::Change;

use super::line::{Asked, Pair};
use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::resource::flag::FlagField;
use crate::resource::form::Form;
use crate::resource::form_dialog::FormDialog;
use crate::ui::{NameOption, Phrase};

/// What can be shared, or shared with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Free {
    /// The pairs that are not there yet.
    pub pairs: Vec<Pair>,
    /// All could be read, so there are no others.
    pub is_whole: bool,
}

/// A share that lets its group use the resource alone.
const NOTHING_MORE: SharePrivileges = SharePrivileges { edit: Some(false), share: Some(false) };

/// What one side of a share says of choosing the other.
#[derive(Clone, Copy)]
pub struct Words {
    /// The title of the dialog that adds one.
    pub title: &'static str,
    /// What is chosen.
    pub label: &'static str,
    /// Asks to choose.
    pub choose: &'static str,
    /// That there is nothing to choose.
    pub none: &'static str,
}

/// The dialog; nothing where nothing is asked for.
#[component]
pub fn ShareDialog(
    /// The page.
    page: PageContext,
    /// What is to be done, where anything is.
    asked: RwSignal<Option<Asked>>,
    /// What can be added; nothing until that is known.
    free: Signal<Option<Free>>,
    /// The words for adding.
    words: Words,
    /// Why it is not known what can be added.
    #[prop(optional, into)]
    fault: ViewFn,
) -> impl IntoView {
    move || {
        let (one, fault) = (asked.get()?, fault.clone());
        Some(view! { <Form page=page one=one asked=asked free=free words=words fault=fault/> })
    }
}

#[component]
fn Form(
    page: PageContext,
    one: Asked,
    asked: RwSignal<Option<Asked>>,
    free: Signal<Option<Free>>,
    words: Words,
    fault: ViewFn,
) -> impl IntoView {
    // What a new share allows is what is ticked; of one that is there it is told, or has to be chosen.
    let (given, told) = match &one {
        Asked::Change(pair, told) => (Some(pair.clone()), told.privileges),
        Asked::Remove(pair, _) => (Some(pair.clone()), NOTHING_MORE),
        Asked::Add => (None, NOTHING_MORE),
    };
    let named = [("name", given.as_ref().map(|pair| pair.name.clone()).unwrap_or_default())];
    let named = named.each_ref().map(|(key, name)| (*key, name.as_str()));
    let (title, button) = match &one {
        Asked::Remove(..) => (Phrase::new("io.share_remove_title", &named), t("io.share_remove")),
        Asked::Change(..) => (Phrase::new("io.share_change_title", &named), t("edit.save")),
        Asked::Add => (words.title.into(), t("io.share_add")),
    };
    let form = Form::new(page);
    let (is_add, is_remove) = (given.is_none(), matches!(one, Asked::Remove(..)));
    let (edit, share) = (form.flag(told.edit), form.flag(told.share));
    let privileges = move || SharePrivileges { edit: edit.get(), share: share.get() };
    let at = RwSignal::new(None::<usize>);
    let given = StoredValue::new(given);
    let first_free =
        move || free.with(|free| free.as_ref().and_then(|free| free.pairs.get(at.get()?).cloned()));
    let chosen = move || given.get_value().or_else(first_free);
    let reason = Signal::derive(move || {
        let same = !is_add && !is_remove && !form.is_unsaved();
        match (
            chosen().is_some(),
            free.with(|free| free.as_ref().map(|free| (free.pairs.is_empty(), free.is_whole))),
        ) {
            (true, _) => same.then(|| t("edit.same").to_owned()),
            (false, None) => Some(t("io.share_reading").to_owned()),
            (false, Some((true, true))) => Some(words.none.to_owned()),
            (false, Some(_)) => Some(words.choose.to_owned()),
        }
    });
    let one = StoredValue::new(one);
    let leave = Callback::new(move |()| asked.set(None));
    let send = Callback::new(move |()| {
        let Some(pair) = untrack(chosen) else { return };
        form.send(
            || change(one.get_value(), pair, privileges()),
            |_| (),
            move |_| {
                page.reload();
                leave.run(());
            },
        );
    });
    let options = move || {
        let option = |(at, pair): (usize, Pair)| view! { <NameOption value=at.to_string() text=pair.name/> };
        free.get().unwrap_or_default().pairs.into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <FormDialog page=page title=title words=button form=form send=send leave=leave reason=reason dangerous=is_remove>
            {is_add.then(|| view! {
                <div class="tn-formfield">
                    <label for=page.mount.id("tn-share-with")>{words.label}</label>
                    <select id=page.mount.id("tn-share-with") class="tn-input" on:change=move |event| at.set(event_target_value(&event).parse().ok())>
                        <option value="">{words.choose}</option>
                        {options}
                    </select>
                </div>
                {fault.run()}
            })}
            {match is_remove {
                true => view! { <p>{t("io.share_remove_note")}</p> }.into_any(),
                false => view! {
                    <p class="tn-faint">{t("io.share_note")}</p>
                    <FlagField label=t("io.may_edit") flag=edit api_name="editPrivilege"/>
                    <FlagField label=t("io.may_share") flag=share api_name="sharePrivilege"/>
                }
                .into_any(),
            }}
        </FormDialog>
    }
}

fn change(asked: Asked, pair: Pair, privileges: SharePrivileges) -> Change<GroupShare> {
    let Pair { group, resource, name } = pair;
    let pair = changes::Pair { group, resource, name: Some(name) };
    match asked {
        Asked::Remove(_, told) => changes::remove(pair, told),
        Asked::Change(_, told) => changes::change(pair, told, privileges),
        Asked::Add => changes::add(pair, privileges),
    }
}
