//! Sharing: which group may use which resource, and how. Added, changed and removed from either side.

mod dialog;
mod of_group;
mod of_resource;
mod reach;

use leptos::prelude::*;
use tenantry_core::fold::fold;
use tenantry_core::ionos::{GroupId, ResourceId, SharePrivileges};

pub use self::of_group::GroupShares;
pub use self::of_resource::ResourceShares;
pub use self::reach::Reach;
use crate::i18n::{t, tf};
use crate::resource::context::PageContext;

/// A group and a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Pair {
    group: GroupId,
    resource: ResourceId,
    /// The name of the one that the panel is not about.
    name: String,
}

fn by_name(mut pairs: Vec<Pair>) -> Vec<Pair> {
    pairs.sort_by_cached_key(|pair| fold(&pair.name));
    pairs
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Add,
    Change(Pair, SharePrivileges),
    Remove(Pair),
}

/// What a share lets its group do beside using the resource.
fn words(privileges: Option<SharePrivileges>) -> &'static str {
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
fn Line(
    page: PageContext,
    pair: Pair,
    privileges: Option<SharePrivileges>,
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
            <button type="button" class="tn-button tn-button--small" id=change_id aria-label=change_label disabled=move || frozen() || unread on:click=move |_| asked.set(change.clone())>{t("io.share_change")}</button>
            <button type="button" class="tn-button tn-button--small" id=remove_id aria-label=remove_label disabled=frozen on:click=move |_| asked.set(Some(remove.clone()))>{t("io.share_remove")}</button>
        </li>
    }
}
