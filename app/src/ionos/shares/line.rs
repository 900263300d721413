//! One share: a group, a resource, and what it allows.

use leptos::prelude::*;
use tenantry_core::fold::fold;
use tenantry_core::ionos::{GroupId, ResourceId, SharePrivileges, ShareProperties};

use crate::i18n::{t, tf};
use crate::resource::context::PageContext;
use crate::resource::recent::Entry;

/// A group and a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The group.
    pub group: GroupId,
    /// The resource.
    pub resource: ResourceId,
    /// The name of the one that the panel is not about.
    pub name: String,
}

/// By their names.
pub fn by_name(mut pairs: Vec<Pair>) -> Vec<Pair> {
    pairs.sort_by_cached_key(|pair| fold(&pair.name));
    pairs
}

/// The shares that were made or taken away a short while ago, by the ids of group and resource.
pub fn of_shares(page: PageContext, is_meant: impl Fn(&str, &str) -> bool) -> Vec<Entry> {
    let is_meant =
        |one: &Entry| one.id.split_once('/').is_some_and(|(group, resource)| is_meant(group, resource));
    page.recent.of("share").into_iter().filter(is_meant).collect()
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Adding a share.
    Add,
    /// Changing one.
    Change(Pair, ShareProperties),
    /// Removing one; what it allows, where that was told.
    Remove(Pair, Option<ShareProperties>),
}

/// What a share lets its group do beside using the resource, and what of that is not told.
pub fn words(privileges: Option<SharePrivileges>) -> String {
    let Some(SharePrivileges { edit, share }) = privileges else { return t("io.share_unread").to_owned() };
    let told = match (edit == Some(true), share == Some(true)) {
        (false, false) => t("io.share_use"),
        (true, false) => t("io.share_edit"),
        (false, true) => t("io.share_share"),
        (true, true) => t("io.share_both"),
    };
    let untold = match (edit, share) {
        (Some(_), Some(_)) => return told.to_owned(),
        (None, Some(_)) => t("io.share_untold_edit"),
        (Some(_), None) => t("io.share_untold_share"),
        (None, None) => t("io.share_untold_both"),
    };
    [told, untold].join("; ")
}

/// One share, with what can be done with it.
#[component]
pub fn Line(
    /// The page.
    page: PageContext,
    /// Group and resource.
    pair: Pair,
    /// What the share is, where that was told.
    share: Option<ShareProperties>,
    /// What is to be done.
    asked: RwSignal<Option<Asked>>,
    /// The other side, as a link.
    children: Children,
) -> impl IntoView {
    let frozen = move || page.frozen().is_some();
    let label = |key| tf(key, &[("name", &pair.name)]);
    let (change_label, remove_label) = (label("io.share_change_of"), label("io.share_remove_of"));
    let id = [pair.group.as_str(), pair.resource.as_str()].concat();
    let (change_id, remove_id) = (["tn-share-", &id].concat(), ["tn-unshare-", &id].concat());
    // What could not be read is not offered as if nothing were allowed.
    let allows = words(share.as_ref().map(|told| told.privileges));
    let change = share.clone().map(|told| Asked::Change(pair.clone(), told));
    let (unread, remove) = (change.is_none(), Asked::Remove(pair, share));
    view! {
        <li class="tn-share">
            <div class="tn-share__what">{children()} " " <span class="tn-faint" prop:textContent=allows></span></div>
            <button type="button" class="tn-button tn-button--small" id=page.mount.id(&change_id) aria-label=change_label disabled=move || frozen() || unread on:click=move |_| asked.set(change.clone())>{t("io.share_change")}</button>
            <button type="button" class="tn-button tn-button--small" id=page.mount.id(&remove_id) aria-label=remove_label disabled=frozen on:click=move |_| asked.set(Some(remove.clone()))>{t("io.share_remove")}</button>
        </li>
    }
}
