//! A table of which only the rows in sight are in the page; a row that stays in sight stays as it is.

use std::hash::Hash;

use leptos::html::Div;
use leptos::prelude::*;

use super::measure::measure;
use super::scroll::{ROW_PX, Window};

/// The table. A line is a row as it is drawn: equal ones look the same.
#[component]
pub fn WindowTable<L: Clone + Eq + Hash + Send + Sync + 'static>(
    /// What it is.
    label: &'static str,
    /// How many rows there are.
    rows: Memo<usize>,
    /// Makes so many lines from one on. Followed.
    #[prop(into)]
    lines: Callback<(usize, usize), Vec<L>>,
    /// Draws one.
    #[prop(into)]
    row: Callback<L, AnyView>,
    /// The cells of its head.
    head: ViewFn,
    /// What stands below the head where there are no rows.
    none: ViewFn,
) -> impl IntoView {
    let scroller = NodeRef::<Div>::new();
    let (top_px, height_px) = (RwSignal::new(0.0), RwSignal::new(0.0));
    measure(scroller, height_px);
    let window =
        Memo::new(move |_| Window { rows: rows.get(), height_px: height_px.get(), top_px: top_px.get() });
    let drawn = Memo::new(move |_| window.with(|window| (window.first(), window.slots())));
    let above = move || format!("{}px", window.with(Window::offset_px) as i64);
    let below = move || {
        let (first, slots) = drawn.get();
        let drawn_px = (rows.get() - first.min(rows.get())).min(slots) as f64 * ROW_PX;
        format!(
            "{}px",
            window.with(|window| (window.total_px() - window.offset_px() - drawn_px).max(0.0)) as i64
        )
    };
    view! {
        <div node_ref=scroller class="tn-set__scroll tn-tenants-list" tabindex="0" role="region" aria-label=label
            on:scroll=move |_| {
                if let Some(scroller) = scroller.get_untracked() {
                    top_px.set(f64::from(scroller.scroll_top()));
                }
            }
        >
            <table class="tn-table" aria-rowcount=move || rows.get() + 1>
                <thead><tr aria-rowindex="1">{move || head.run()}</tr></thead>
                <tbody>
                    <tr class="tn-tenants-list__rest" aria-hidden="true"><td style:height=above></td></tr>
                    <For each=move || lines.run(drawn.get()) key=Clone::clone children=move |line| row.run(line)/>
                    <tr class="tn-tenants-list__rest" aria-hidden="true"><td style:height=below></td></tr>
                </tbody>
            </table>
            {move || (rows.get() == 0).then(|| none.run())}
        </div>
    }
}
