//! How much of a list is here, and what is still to come.

use leptos::prelude::*;
use tenantry_core::paging::Extent;

use super::def::ListDef;
use crate::i18n::{t, tf};
use crate::resource::context::PageContext;
use crate::ui::format;

/// What is missing in a list beside rows that could not be read.
#[component]
pub fn ExtentNote(
    /// The page.
    page: PageContext,
    /// The list.
    def: ListDef,
) -> impl IntoView {
    let state = Memo::new(move |_| {
        let of = |listing: &super::Listing| (listing.extent, listing.rows.len());
        def.listing.with(|listing| listing.as_ref().map(of))
    });
    move || {
        let (extent, rows) = state.get()?;
        let count = def.counted(rows, &format::number(rows), false);
        let named = [("count", count.as_str()), ("vendor", page.vendor())];
        let status = def.status;
        match extent {
            Extent::Whole => None,
            Extent::Cut => Some(view! { <p class="tn-note tn-note--warn">{t("list.cut")}</p> }.into_any()),
            Extent::Repeated => {
                Some(view! { <p class="tn-note tn-note--warn">{tf("list.repeated", &named)}</p> }.into_any())
            }
            Extent::SoFar if status.is_coming.get() => {
                Some(note("list.coming", &named, t("list.stop"), status.stop))
            }
            // Why a reading failed is said beside this, with its own button.
            Extent::SoFar if status.has_failed() => Some(
                view! { <p class="tn-note tn-note--warn">{tf("list.unfinished", &named)}</p> }.into_any(),
            ),
            Extent::SoFar => Some(note("list.unfinished", &named, t("list.read_all"), status.reload)),
        }
    }
}

fn note(key: &str, named: &[(&str, &str)], words: &'static str, press: Callback<()>) -> AnyView {
    view! {
        <p class="tn-note tn-note--warn">
            {tf(key, named)} " "
            <button type="button" class="tn-button tn-button--small" on:click=move |_| press.run(())>{words}</button>
        </p>
    }
    .into_any()
}
