//! Adding, changing or removing a share.

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::ionos::{SharePrivileges, Shown, shares};

use super::{Asked, Pair};
use crate::i18n::{t, tf};
use crate::ionos::desk::Desk;
use crate::ionos::form::{FormDialog, Sending, Tick};

/// What one side of a share says of choosing the other.
#[derive(Clone, Copy)]
pub struct Words {
    /// The title of the dialog that adds one.
    pub title: &'static str,
    /// What is chosen.
    pub label: &'static str,
    /// That there is nothing to choose.
    pub none: &'static str,
}

/// The dialog; nothing where nothing is asked for.
#[component]
pub fn ShareDialog(
    /// What every screen needs.
    desk: Desk,
    /// What is to be done.
    asked: RwSignal<Asked>,
    /// What can be added.
    free: Signal<Vec<Pair>>,
    /// The words for adding.
    words: Words,
    /// Reads again what a write has changed.
    changed: Callback<()>,
) -> impl IntoView {
    move || match asked.get() {
        Asked::Nothing => None,
        one => Some(view! { <Form desk=desk one=one asked=asked free=free words=words changed=changed/> }),
    }
}

#[component]
fn Form(
    desk: Desk,
    one: Asked,
    asked: RwSignal<Asked>,
    free: Signal<Vec<Pair>>,
    words: Words,
    changed: Callback<()>,
) -> impl IntoView {
    let (given, told) = match &one {
        Asked::Change(pair, told) => (Some(pair.clone()), *told),
        Asked::Remove(pair) => (Some(pair.clone()), SharePrivileges::default()),
        Asked::Add | Asked::Nothing => (None, SharePrivileges::default()),
    };
    let named = [("name", given.as_ref().map(|pair| pair.name.clone()).unwrap_or_default())];
    let named = named.each_ref().map(|(key, name)| (*key, name.as_str()));
    let (title, button) = match &one {
        Asked::Remove(_) => (tf("io.share_remove_title", &named), t("io.share_remove")),
        Asked::Change(..) => (tf("io.share_change_title", &named), t("edit.save")),
        Asked::Add | Asked::Nothing => (words.title.to_owned(), t("io.share_add")),
    };
    let (is_add, is_remove) = (given.is_none(), matches!(one, Asked::Remove(_)));
    let (edit, share) = (RwSignal::new(told.edit == Some(true)), RwSignal::new(told.share == Some(true)));
    let privileges = move || SharePrivileges { edit: Some(edit.get()), share: Some(share.get()) };
    let before = untrack(privileges);
    let unsaved = Signal::derive(move || privileges() != before);
    let at = RwSignal::new(0usize);
    let given = StoredValue::new(given);
    let chosen = move || given.get_value().or_else(|| free.with(|free| free.get(at.get()).cloned()));
    let reason = Signal::derive(move || chosen().is_none().then(|| words.none.to_owned()));
    let sending = Sending::new(desk.account);
    let one = StoredValue::new(one);
    let leave = Callback::new(move |()| asked.set(Asked::Nothing));
    let send = Callback::new(move |()| {
        let Some(pair) = untrack(chosen) else { return };
        sending.send(&[], write(desk, one.get_value(), pair, untrack(privileges)), move |()| {
            changed.run(());
            leave.run(());
        });
    });
    let options = move || {
        let option = |(at, pair): (usize, Pair)| view! { <option value=at.to_string()>{pair.name}</option> };
        free.get().into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <FormDialog desk=desk title=title words=button sending=sending send=send leave=leave unsaved=unsaved reason=reason dangerous=is_remove>
            {is_add.then(|| view! {
                <div class="tn-formfield">
                    <label for="tn-share-with">{words.label}</label>
                    <select id="tn-share-with" class="tn-input" on:change=move |event| at.set(event_target_value(&event).parse().unwrap_or(0))>
                        {options}
                    </select>
                </div>
            })}
            {match is_remove {
                true => view! { <p>{t("io.share_remove_note")}</p> }.into_any(),
                false => view! {
                    <p class="tn-faint">{t("io.share_note")}</p>
                    <Tick label=t("io.may_edit") on=edit/>
                    <Tick label=t("io.may_share") on=share/>
                }
                .into_any(),
            }}
        </FormDialog>
    }
}

async fn write(desk: Desk, asked: Asked, pair: Pair, privileges: SharePrivileges) -> Result<(), Error> {
    let (connection, shown) = (desk.account.connection(), Shown::default());
    let Pair { group, resource, .. } = pair;
    match asked {
        Asked::Remove(_) => connection.call(&shares::Remove { group, resource, shown }).await,
        Asked::Change(..) => {
            connection.call(&shares::Change { group, resource, privileges, shown }).await.map(drop)
        }
        Asked::Add | Asked::Nothing => {
            connection.call(&shares::Add { group, resource, privileges, shown }).await.map(drop)
        }
    }
}
