//! One drawn row. The element stays; what it shows changes as the list scrolls under it.

use std::collections::HashSet;

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::tenancy::{Expander, Node, RowView};

use super::kind::{kind_sign, kind_word};
use crate::i18n::t;
use crate::ui::{Icon, Sign, Tone};

/// The element id of a tenant's row, for `aria-activedescendant`.
pub fn row_id(node: Node) -> String {
    format!("tn-row-{node}")
}

/// One drawn row.
#[component]
pub fn RowSlot(
    /// Its place among the drawn rows.
    at: usize,
    /// The row of the list that is drawn first.
    first: Memo<usize>,
    /// The drawn rows.
    drawn: Memo<Vec<RowView>>,
    /// Tenants whose children are being read.
    busy: RwSignal<HashSet<Node>>,
    /// The row that the keyboard is on.
    active: RwSignal<Option<Node>>,
    /// The chosen tenant.
    chosen: Memo<Option<Uuid>>,
) -> impl IntoView {
    let row = Memo::new(move |_| drawn.with(|drawn| drawn.get(at).cloned()));
    let of = move |look: fn(&RowView) -> String| row.with(|row| row.as_ref().map(look));
    let is_chosen = move || row.with(|row| row.as_ref().is_some_and(|row| chosen.get() == Some(row.id)));
    let is_active = move || row.with(|row| row.as_ref().is_some_and(|row| active.get() == Some(row.node)));
    let is_busy =
        move || row.with(|row| row.as_ref().is_some_and(|row| busy.with(|busy| busy.contains(&row.node))));
    let class = move || {
        let expander = row.with(|row| row.as_ref().map(|row| row.expander));
        let mut class = String::from("tn-row");
        for (on, name) in [
            (is_chosen(), " tn-row--chosen"),
            (is_active(), " tn-row--active"),
            (is_busy(), " tn-row--busy"),
            (expander == Some(Expander::Open), " tn-row--open"),
            (expander == Some(Expander::None), " tn-row--leaf"),
            (expander == Some(Expander::Unknown), " tn-row--unknown"),
        ] {
            class.push_str(if on { name } else { "" });
        }
        class
    };
    let expanded = move || {
        row.with(|row| match row.as_ref().map(|row| row.expander) {
            Some(Expander::Open) => Some("true"),
            Some(Expander::Closed | Expander::Unknown) => Some("false"),
            _ => None,
        })
    };
    let sign =
        Signal::derive(move || row.with(|row| kind_sign(row.as_ref().and_then(|row| row.kind.as_ref()))));
    let kind = move || of(|row| kind_word(row.kind.as_ref()));
    let state = Memo::new(move |_| row.with(|row| row.as_ref().and_then(state)));
    view! {
        <div
            class=class
            role="row"
            id=move || row.with(|row| row.as_ref().map(|row| row_id(row.node)))
            hidden=move || row.with(Option::is_none)
            data-slot=at
            attr:aria-rowindex=move || first.get() + at + 1
            attr:aria-level=move || of(|row| row.level.to_string())
            attr:aria-setsize=move || of(|row| row.set_size.to_string())
            attr:aria-posinset=move || of(|row| row.position.to_string())
            attr:aria-expanded=expanded
            attr:aria-selected=move || is_chosen().to_string()
            attr:aria-busy=move || is_busy().then_some("true")
        >
            <div class="tn-row__cell" role="gridcell" style:--tn-level=move || of(|row| (row.level - 1).to_string())>
                <span class="tn-row__expander"><Icon sign=Sign::Chevron/></span>
                <Icon sign=sign/>
                <span class="tn-sr">{kind}</span>
                <bdi class="tn-row__name" title=move || of(|row| row.name.clone())>
                    {move || of(|row| part(row, Part::Before))}
                    <mark>{move || of(|row| part(row, Part::Found))}</mark>
                    {move || of(|row| part(row, Part::After))}
                </bdi>
                <span class=move || state.get().map_or("tn-badge", |(_, tone)| tone.class()) hidden=move || state.get().is_none()>
                    {move || state.get().map(|(word, _)| word)}
                </span>
            </div>
        </div>
    }
}

enum Part {
    Before,
    Found,
    After,
}

/// The name in three parts around what the filter found. A name of nothing is said to be one.
fn part(row: &RowView, part: Part) -> String {
    if row.name.trim().is_empty() {
        return if matches!(part, Part::Before) { t("tenant.nameless").to_owned() } else { String::new() };
    }
    let found = row.found.clone().unwrap_or(row.name.len()..row.name.len());
    let text = match part {
        Part::Before => row.name.get(..found.start),
        Part::Found => row.name.get(found),
        Part::After => row.name.get(found.end..),
    };
    text.unwrap_or_default().to_owned()
}

/// The one state that matters most; the header shows them all.
fn state(row: &RowView) -> Option<(&'static str, Tone)> {
    let badges = row.badges;
    [
        (badges.looped, t("state.looped"), Tone::Bad),
        (badges.forbidden, t("state.forbidden"), Tone::Warn),
        (badges.disabled, t("state.disabled"), Tone::Bad),
        (badges.locked, t("state.locked"), Tone::Warn),
        (badges.trial, t("state.trial"), Tone::Plain),
    ]
    .into_iter()
    .find_map(|(on, word, tone)| on.then_some((word, tone)))
}
