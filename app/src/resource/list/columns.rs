//! Choosing the columns of a list. The first one names the rows and stays.

use leptos::prelude::*;

use super::def::ListDef;
use super::row::Column;
use crate::i18n::t;
use crate::resource::context::PageContext;
use crate::ui::Popover;

/// The places of the columns that are shown. Followed.
pub fn shown(page: PageContext, def: ListDef) -> Vec<usize> {
    let chosen = page.view().columns;
    let is_shown = |(at, column): &(usize, &Column)| {
        *at == 0 || chosen.as_ref().map_or(!column.is_extra, |keys| keys.contains(&column.key))
    };
    def.columns.with_value(|columns| columns.iter().enumerate().filter(is_shown).map(|(at, _)| at).collect())
}

/// The list of columns, behind a button.
pub fn chooser(page: PageContext, def: ListDef) -> impl IntoView {
    let all = def.columns.with_value(|columns| {
        columns.iter().map(|column| (column.key.clone(), column.label.clone())).collect::<Vec<_>>()
    });
    let set = Callback::new(move |(at, on): (usize, bool)| {
        let mut places = untrack(|| shown(page, def));
        places.retain(|place| *place != at);
        if on {
            places.push(at);
        }
        let keys = def.columns.with_value(|columns| {
            let all = || columns.iter().enumerate();
            let is_usual = all().all(|(place, column)| places.contains(&place) != column.is_extra);
            let keys =
                all().filter(|(place, _)| places.contains(place)).map(|(_, column)| column.key.clone());
            (!is_usual).then(|| keys.collect::<Vec<_>>())
        });
        page.change_view(def.path, |view| view.columns = keys);
    });
    let tick = move |(at, (_, label)): (usize, (String, String))| {
        let is_on = move || shown(page, def).contains(&at);
        view! {
            <label class="tn-check">
                <input type="checkbox" disabled={at == 0} prop:checked=is_on on:change=move |event| set.run((at, event_target_checked(&event)))/>
                {label}
            </label>
        }
    };
    view! {
        <Popover id="tn-columns" class="tn-button tn-button--quiet" words=t("list.columns").to_owned() open=RwSignal::new(false)>
            <div class="tn-pop tn-columns" role="group" aria-label=t("list.columns")>
                {all.clone().into_iter().enumerate().map(tick).collect_view()}
            </div>
        </Popover>
    }
}
