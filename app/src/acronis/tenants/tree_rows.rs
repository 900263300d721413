//! The rows of the tree: a WAI-ARIA treegrid with one tab stop, of which only the rows in sight are drawn.

use leptos::html::Div;
use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::TenantId;
use tenantry_core::acronis::tenancy::{Expander, Node, RowView};

use super::drawn_rows::{self, Drawn};
use super::loading;
use super::row::row_id;
use super::row_icons::is_on_expander;
use super::tree_keys::{self, Move};
use crate::acronis::context::AcronisContext;
use crate::i18n::t;
use crate::mount::events::closest;
use crate::ui::measure::measure;
use crate::ui::scroll::Window;
use crate::ui::task::LatestTask;

/// Badges are asked for when the rows have stood still this long.
const STILL_MS: u32 = 200;

/// The rows of the tree.
#[component]
pub fn TreeRows(
    /// The screen.
    page: AcronisContext,
    /// The chosen tenant.
    chosen: Memo<Option<Uuid>>,
) -> impl IntoView {
    let store = page.tenants;
    let scroller = NodeRef::<Div>::new();
    let top_px = RwSignal::new(0.0);
    let height_px = RwSignal::new(0.0);
    let rows = Memo::new(move |_| store.with_rows(|_, view| view.len()));
    let window =
        Memo::new(move |_| Window { rows: rows.get(), height_px: height_px.get(), top_px: top_px.get() });
    let drawn_window = Memo::new(move |_| window.with(|window| (window.first(), window.slots())));
    let drawn = Memo::new(move |_| {
        let (first, slots) = drawn_window.get();
        store.with_rows(|tree, view| view.window(tree, first..first + slots))
    });
    let active = RwSignal::new(None::<Node>);
    let holder = NodeRef::<Div>::new();
    drawn_rows::keep(
        holder,
        Drawn {
            window: drawn_window,
            rows: drawn,
            active,
            chosen,
            busy: store.busy,
            prefix: page.mount.id(""),
        },
    );
    measure(scroller, height_px);
    follow_choice(page, chosen, active);
    ask_for_badges(page, drawn);

    let show_row = move |row: usize| {
        let to = window.with_untracked(|window| window.scroll_to(row));
        if let (Some(to), Some(scroller)) = (to, scroller.get_untracked()) {
            scroller.set_scroll_top(to.round() as i32);
            top_px.set(f64::from(scroller.scroll_top()));
        }
    };
    // The active row is brought into sight when it moves, not each time that the tree changes.
    Effect::new(move |_| {
        let row = active.get().and_then(|node| store.peek(|_, view| view.row_of(node)));
        row.into_iter().for_each(show_row);
    });
    let choose = move |node: Node| {
        active.set(Some(node));
        let id = store.peek(|tree, _| tree.id(node));
        page.go_to_tenant(id);
    };
    let toggle = move |node: Node| {
        let open = store.peek(|tree, view| view.is_open(tree, node));
        store.change_rows(|tree, view| view.set_open(tree, node, !open));
        if !open {
            loading::load_level(page.state(), node);
        }
    };
    let typed = StoredValue::new(tree_keys::Typed::default());
    let key = move |event: web_sys::KeyboardEvent| {
        let rows_of_page = window.with_untracked(Window::page);
        let step = store.peek(|tree, view| {
            tree_keys::read(&event, tree, view, active.get_untracked(), rows_of_page, typed)
        });
        let Some(step) = step else { return };
        event.prevent_default();
        match step {
            Move::To(node) => active.set(Some(node)),
            Move::Toggle(node) => toggle(node),
            Move::OpenSiblings(node) => store.change_rows(|tree, view| view.open_siblings(tree, node)),
            Move::Choose(node) => choose(node),
            Move::Nowhere => {}
        }
    };
    let click = move |event: web_sys::MouseEvent| {
        let Some((row, on_expander)) = row_of_event(&event) else { return };
        let row = drawn.with_untracked(|drawn| drawn.get(row).map(|row| (row.node, row.expander)));
        match row {
            Some((node, expander)) if on_expander && expander != Expander::None => {
                active.set(Some(node));
                toggle(node);
            }
            Some((node, _)) => choose(node),
            None => {}
        }
    };
    let active_id = move || {
        let active = active.get()?;
        drawn.with(|drawn| drawn.iter().any(|row| row.node == active)).then(|| page.mount.id(&row_id(active)))
    };
    let busy = move || store.state.with(|state| *state == super::store::LoadState::Loading).to_string();
    view! {
        <div
            id=page.mount.id("tn-tree")
            node_ref=scroller
            class="tn-tree__scroll"
            role="treegrid"
            tabindex="0"
            aria-label=t("tree.label")
            aria-rowcount=move || rows.get()
            aria-activedescendant=active_id
            aria-busy=busy
            hidden=move || rows.get() == 0
            on:scroll=move |_| {
                if let Some(scroller) = scroller.get_untracked() {
                    top_px.set(f64::from(scroller.scroll_top()));
                }
            }
            on:keydown=key
            on:click=click
        >
            <div class="tn-tree__all" role="presentation" style:height=move || format!("{}px", window.with(Window::total_px) as i64)>
                <div node_ref=holder class="tn-tree__drawn" role="rowgroup" style:transform=move || format!("translateY({}px)", window.with(Window::offset_px) as i64)></div>
            </div>
        </div>
    }
}

/// The chosen tenant is brought into sight, wherever the choice came from.
fn follow_choice(page: AcronisContext, chosen: Memo<Option<Uuid>>, active: RwSignal<Option<Node>>) {
    let latest = LatestTask::new();
    Effect::new(move |_| {
        let Some(id) = chosen.get() else { return };
        latest.run(async move {
            // Where it is not to be had, the tenant's own pane says so.
            if loading::reveal(page.state(), id).await.is_ok() {
                let node = page.tenants.peek(|tree, _| tree.find(id));
                active.set(node);
            }
        });
    });
}

fn ask_for_badges(page: AcronisContext, drawn: Memo<Vec<RowView>>) {
    let latest = LatestTask::new();
    Effect::new(move |_| {
        let ids: Vec<TenantId> = drawn.with(|drawn| {
            let bare = |row: &&RowView| !page.tenants.peek(|tree, _| tree.is_detailed(row.node));
            drawn.iter().filter(bare).map(|row| TenantId(row.id)).collect()
        });
        if !ids.is_empty() {
            latest.run_after(STILL_MS, loading::fill_in(page.state(), ids));
        }
    });
}

/// The drawn row that a click is on, and whether it is on the part that opens it.
fn row_of_event(event: &web_sys::MouseEvent) -> Option<(usize, bool)> {
    let row = closest(event, "[data-slot]")?;
    let on_expander = is_on_expander(&row, event.client_x());
    Some((row.get_attribute("data-slot")?.parse().ok()?, on_expander))
}
