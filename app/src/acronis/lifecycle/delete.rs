//! Deleting a tenant: what goes with it, and its name to be sure.

use leptos::prelude::*;
use tenantry_core::acronis::changes::tenants as changes;
use tenantry_core::acronis::rules::guide_to_delete;
use tenantry_core::acronis::tenancy::Below;

use super::life::Life;
use super::words::reason;
use crate::acronis::tenants::{kind_word, refresh};
use crate::i18n::{t, tf, tn};
use crate::resource::delete::Delete;
use crate::ui::format;

/// The dialog.
#[component]
pub(super) fn DeleteTenant(
    /// What the dialogs share.
    life: Life,
    /// The tenant's version.
    version: i64,
) -> impl IntoView {
    let screen = life.screen;
    let tenant = life.tenant.get_value();
    let id = tenant.id.0;
    let name = tenant.name.clone().filter(|name| !name.trim().is_empty()).unwrap_or_else(|| id.to_string());
    let advice = guide_to_delete(&tenant).err().map(|why| reason(screen.state(), &why));
    let change = move || changes::delete(&tenant, version);
    let done = Callback::new(move |()| {
        life.put_deleted(true);
        refresh(screen.state());
        life.done.run(());
    });
    let below = screen.tenants.peek(|tree, _| tree.find(id).map(|node| tree.below(node))).unwrap_or_default();
    let goes = goes_with(&below, screen.tenants.is_complete());
    view! {
        <Delete page=life.page name=name change=change done=done leave=life.leave>
            <p>{t("life.delete_note")}</p>
            <p>{goes}</p>
            <p>{t("life.delete_restore")}</p>
            {advice.map(|words| view! { <p class="tn-note tn-note--warn">{words}</p> })}
        </Delete>
    }
}

/// What is below, as far as that is known.
fn goes_with(below: &Below, is_complete: bool) -> String {
    let kind = |(kind, count): &(Option<_>, usize)| {
        [&kind_word(Option::as_ref(kind)), " ", &format::number(*count)].concat()
    };
    let kinds = below.kinds.iter().map(kind).collect::<Vec<_>>().join(", ");
    let count = tn("life.goes.count", below.all, &format::number(below.all));
    match (is_complete && below.hidden == 0, below.all) {
        (true, 0) => t("life.goes.nothing").to_owned(),
        (true, _) => tf("life.goes", &[("count", &count), ("kinds", &kinds)]),
        (false, 0) => t("life.goes.unknown").to_owned(),
        (false, _) => tf("life.goes.at_least", &[("count", &count), ("kinds", &kinds)]),
    }
}
