//! Choosing the columns of the list.

use leptos::prelude::*;

use super::columns::Column;
use crate::acronis::context::AcronisContext;
use crate::i18n::t;
use crate::ui::Popover;

/// The columns that are shown. Followed.
pub fn shown(page: AcronisContext) -> Vec<Column> {
    let view = page.path().list;
    Column::ALL.into_iter().filter(|column| view.shows(*column)).collect()
}

/// The list of columns, behind a button.
pub fn chooser(page: AcronisContext) -> impl IntoView {
    let set = move |column: Column, on: bool| {
        let mut path = page.path_now();
        let shown = |one: &Column| if *one == column { on } else { path.list.shows(*one) };
        let columns: Vec<Column> = Column::ALL.into_iter().filter(shown).collect();
        let is_usual = Column::ALL.into_iter().all(|one| columns.contains(&one) == one.is_usual());
        path.list.columns = (!is_usual).then_some(columns);
        page.replace(&path);
    };
    let tick = move |column: Column| {
        let is_on = move || page.path().list.shows(column);
        view! {
            <label class="tn-check">
                <input type="checkbox" disabled={column == Column::Name} prop:checked=is_on on:change=move |event| set(column, event_target_checked(&event))/>
                {column.label()}
            </label>
        }
    };
    view! {
        <Popover id="tn-columns" class="tn-button tn-button--quiet" words=t("list.columns").to_owned() open=RwSignal::new(false)>
            <div class="tn-pop tn-columns" role="group" aria-label=t("list.columns")>
                {Column::ALL.map(tick).collect_view()}
            </div>
        </Popover>
    }
}
