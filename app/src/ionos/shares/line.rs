//! One share: a group, a resource, and what it allows.

use leptos::prelude::*;
use tenantry_core::fold::fold;
use tenantry_core::ionos::{GroupId, ResourceId, SharePrivileges};

use crate::i18n::{t, tf};
use crate::resource::context::PageContext;

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

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Adding a share.
    Add,
    /// Changing one.
    Change(Pair, SharePrivileges),
    /// Removing one.
    Remove(Pair),
}

/// What a share lets its group do beside using the resource.
pub fn words(privileges: Option<SharePrivileges>) -> &'static str {
    let Some(SharePrivileges { edit, share }) = privileges else { return t("io.share_unread") };
    match (edit == Some(true), share == Some(true)) {
        (false, false) => t("io.share_use"),
        (true, false) => t("io.share_edit"),
        (false, true) => t("io.share_share"),
        (true, true) => t("io.share_both"),
    }
}

/// One share, with what can be done with it.
#[component]
pub fn Line(
    /// The page.
    page: PageContext,
    /// Group and resource.
    pair: Pair,
    /// What the share allows, where that was told.
    privileges: Option<SharePrivileges>,
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
    let (change, remove) = (privileges.map(|told| Asked::Change(pair.clone(), told)), Asked::Remove(pair));
    let unread = change.is_none();
    view! {
        <li class="tn-share">
            <div class="tn-share__what">{children()} " " <span class="tn-faint">{words(privileges)}</span></div>
            <button type="button" class="tn-button tn-button--small" id=page.mount.id(&change_id) aria-label=change_label disabled=move || frozen() || unread on:click=move |_| asked.set(change.clone())>{t("io.share_change")}</button>
            <button type="button" class="tn-button tn-button--small" id=page.mount.id(&remove_id) aria-label=remove_label disabled=frozen on:click=move |_| asked.set(Some(remove.clone()))>{t("io.share_remove")}</button>
        </li>
    }
}
