//! The table of the users.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::UserId;
use tenantry_core::date::Date;

use super::context::{UsersContext, row_id};
use super::rows::{CREATED, ENABLED, TENANT, columns};
use crate::i18n::t;
use crate::resource::list::view::Sort;
use crate::resource::list::{Column, Row};
use crate::ui::text::visible;
use crate::ui::window_table::WindowTable;
use crate::ui::{Badge, Name, Tone, format};

/// A row as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    at: usize,
    id: Uuid,
    cells: Vec<Option<String>>,
}

/// The table.
#[component]
pub fn Table(
    /// The tab.
    users: UsersContext,
    /// The rows, in order.
    rows: Memo<Vec<Row>>,
    /// Whether these are all.
    is_whole: Signal<bool>,
    /// Users of several tenants: of one alone, its name says nothing.
    below: bool,
) -> impl IntoView {
    let count = Memo::new(move |_| rows.with(Vec::len));
    let lines = move |(first, count): (usize, usize)| {
        let line = |(at, row): (usize, &Row)| {
            let cells = row.cells.iter().map(|cell| cell.text.clone()).collect();
            Some(Line { at, id: Uuid::parse(&row.id)?, cells })
        };
        rows.with(|rows| rows.iter().enumerate().skip(first).take(count).filter_map(line).collect::<Vec<_>>())
    };
    let row = move |line: Line| view! { <Row users=users line=line below=below/> }.into_any();
    let head = ViewFn::from(move || {
        let columns = columns().into_iter().filter(|column| is_shown(column, below));
        columns.map(|column| view! { <Head users=users column=column/> }).collect_view()
    });
    let none = ViewFn::from(move || {
        let words = move || {
            let is_filtered = !users.view().who.trim().is_empty();
            t(match (is_whole.get(), is_filtered) {
                (false, _) => "list.none_so_far",
                (true, true) => "users.none_like_this",
                (true, false) => "users.none",
            })
        };
        view! { <p class="tn-empty" prop:textContent=words></p> }
    });
    view! { <WindowTable label=t("users.table") rows=count lines=lines row=row head=head none=none/> }
}

fn is_shown(column: &Column, below: bool) -> bool {
    below || column.key != TENANT
}

#[component]
fn Head(users: UsersContext, column: Column) -> impl IntoView {
    let class = ["tn-users__", &column.key].concat();
    let key = StoredValue::new(column.key);
    let order = move || match users.view().sort {
        Some(sort) if key.with_value(|key| sort.column == *key) => {
            if sort.descending {
                "descending"
            } else {
                "ascending"
            }
        }
        _ => "none",
    };
    let press = move |_| {
        users.change(|view| view.sort = key.with_value(|key| Sort::after_press(view.sort.as_ref(), key)));
    };
    view! {
        <th scope="col" class=class aria-sort=order><button type="button" class="tn-sort" on:click=press prop:textContent=column.label></button></th>
    }
}

#[component]
fn Row(users: UsersContext, line: Line, below: bool) -> impl IntoView {
    let Line { at, id, cells } = line;
    let on = Memo::new(move |_| users.view().user == Some(id));
    let mut cells = cells.into_iter();
    let login = cells.next().flatten().unwrap_or_default();
    let rest = columns().into_iter().skip(1).zip(cells).filter(|(column, _)| is_shown(column, below));
    let rest = rest.map(|(column, text)| cell(&column, text));
    view! {
        <tr aria-rowindex=at + 2 class=move || if on.get() { "tn-line--on" } else { "" }>
            <th scope="row"><a id=users.page.mount.id(&row_id(id)) href=move || users.href(Some(UserId(id))) aria-current=move || on.get().then_some("true")><Name text=login cut=true/></a></th>
            {rest.collect_view()}
        </tr>
    }
}

fn cell(column: &Column, text: Option<String>) -> AnyView {
    let Some(text) = text else {
        return view! { <td><span class="tn-faint">{t("list.untold")}</span></td> }.into_any();
    };
    match column.key.as_str() {
        ENABLED if text == t("field.no") => view! { <td><Badge tone=Tone::Bad text=text/></td> }.into_any(),
        CREATED => {
            let date = Date::new(text);
            let day = date.read.map_or_else(|| visible(&date.text).into_owned(), format::day);
            view! { <td translate="no" title=format::date_note(&date) prop:textContent=day></td> }.into_any()
        }
        _ => view! { <td><Name text=text cut=true/></td> }.into_any(),
    }
}
