//! What a change would do below a tenant: counts, a small tree map, a table, and how much has not been seen.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::inheritance::{Counts, Effect, Preview, Touched};
use tenantry_core::acronis::tenancy::Node;

use super::inspector::{Inspector, Reading};
use super::tree_map::{Rect, lay_out};
use super::words;
use crate::i18n::{t, tf, tn};
use crate::mount::platform::download;
use crate::ui::export::Table;
use crate::ui::{FaultNotice, format};

/// Rows of the table on screen; the export has all.
const ROWS: usize = 100;

/// What a change would do.
#[component]
pub fn PreviewView(
    /// The setting.
    inspector: Inspector,
    /// What it would do, once that can be told.
    preview: Memo<Option<Preview>>,
    /// Tenants below.
    below: usize,
) -> impl IntoView {
    let body = move || match preview.get() {
        None => view! { <p class="tn-faint">{t("preview.waiting")}</p> }.into_any(),
        Some(preview) => view! { <Seen inspector=inspector preview=preview/> }.into_any(),
    };
    view! {
        <section class="tn-preview" aria-label=t("preview.title")>
            <h3>{t("preview.title")} " " <span class="tn-badge">{t("below.computed")}</span></h3>
            <div role="status">{body}</div>
            <Unread inspector=inspector below=below/>
        </section>
    }
}

#[component]
fn Seen(inspector: Inspector, preview: Preview) -> impl IntoView {
    let counts = preview.counts;
    let here = preview.here.map(|here| {
        let (before, after) = states(inspector, &preview, &here);
        match here.effect {
            Effect::CannotTell(gap) => tf("preview.here_unknown", &[("why", words::gap(gap))]),
            _ => tf("preview.here", &[("before", &before), ("after", &after)]),
        }
    });
    let here = here.unwrap_or_else(|| t("preview.here_same").to_owned());
    let lines = sentences(&counts);
    let line = |touched: &Touched| (*touched, states(inspector, &preview, touched));
    let shown: Vec<_> = preview.touched.iter().take(ROWS).map(line).collect();
    let more = preview.touched.len().saturating_sub(ROWS);
    let whole = StoredValue::new(preview.clone());
    let csv = move |_| download("preview.csv", "text/csv", &table(inspector, &whole.get_value()).csv());
    view! {
        <p>{here}</p>
        {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        <Bar counts=counts/>
        <Map inspector=inspector preview=preview/>
        {(!shown.is_empty()).then(|| view! {
            <div class="tn-preview__scroll" tabindex="0" role="region" aria-label=t("preview.table")>
                <table class="tn-table">
                    <thead><tr>
                        <th scope="col">{t("preview.tenant")}</th><th scope="col">{t("preview.before")}</th>
                        <th scope="col">{t("preview.after")}</th><th scope="col">{t("preview.effect")}</th>
                    </tr></thead>
                    <tbody>{shown.into_iter().map(|(touched, words)| view! { <Line inspector=inspector touched=touched words=words/> }).collect_view()}</tbody>
                </table>
            </div>
            {(more > 0).then(|| view! { <p class="tn-faint">{tn("preview.more", more, &format::number(more))}</p> })}
            <button type="button" class="tn-button tn-button--quiet" on:click=csv>{t("export.as_csv")}</button>
        })}
    }
}

/// The counts in sentences; nothing is said of what there is none of.
fn sentences(counts: &Counts) -> Vec<String> {
    let below = format::number(counts.below);
    let changed = |key| {
        let (n, value) = (format::number(counts.changed), format::number(counts.value));
        Some(tf(key, &[("n", &n), ("below", &below), ("value", &value)]))
    };
    let first = match (counts.below, counts.changed, counts.value) {
        (0, ..) => Some(t("preview.nobody").to_owned()),
        (below, ..) if below == counts.cannot_tell => None,
        (_, 0, _) => Some(tf("preview.unchanged", &[("below", &below)])),
        (_, _, 0) => changed("preview.changed_not_value"),
        (_, all, value) if all == value => changed("preview.changed_value"),
        _ => changed("preview.changed"),
    };
    let rest = [
        ("preview.shadowed", counts.shadowed),
        ("preview.in_force", counts.in_force),
        ("preview.keep_own", counts.keep_own),
        ("preview.cannot_tell", counts.cannot_tell),
    ];
    let line = |(key, count): (&str, usize)| (count > 0).then(|| tn(key, count, &format::number(count)));
    first.into_iter().chain(rest.into_iter().filter_map(line)).collect()
}

/// Changed, cannot be told, not read, and the rest, as one bar. The sentences say the same.
#[component]
fn Bar(counts: Counts) -> impl IntoView {
    let rest = counts.below.saturating_sub(counts.changed + counts.cannot_tell + counts.not_read);
    let own = counts.shadowed + counts.in_force;
    let parts = [
        (counts.changed.saturating_sub(own), "tn-bar__changed"),
        (own, "tn-bar__own"),
        (counts.cannot_tell + counts.not_read, "tn-bar__unknown"),
        (rest, "tn-bar__rest"),
    ];
    let mut from = 0;
    let part = move |(count, class): (usize, &'static str)| {
        let x = from;
        from += count;
        (count > 0).then(|| view! { <rect class=class x=x width=count height="1"></rect> })
    };
    (counts.below > 0).then(|| view! {
        <svg class="tn-bar" viewBox=format!("0 0 {} 1", counts.below) preserveAspectRatio="none" aria-hidden="true">
            {parts.into_iter().map(part).collect_view()}
        </svg>
    })
}

/// Each child with what is below it as a rectangle, the darker the more of it changes.
#[component]
fn Map(inspector: Inspector, preview: Preview) -> impl IntoView {
    let parts = children(inspector, &preview);
    if parts.len() < 2 {
        return ().into_any();
    }
    // Few large rectangles need no height to be read.
    let room = Rect { x: 0.0, y: 0.0, width: 480.0, height: if parts.len() < 8 { 36.0 } else { 110.0 } };
    let weights: Vec<usize> = parts.iter().map(|(_, all, _)| *all).collect();
    let rects = lay_out(&weights, room);
    let label = tf("preview.map", &[("n", &format::number(parts.len()))]);
    let cell = |((name, all, changed), rect): ((String, usize, usize), Rect)| {
        let share = changed as f64 / all.max(1) as f64;
        let title = tf(
            "preview.map_cell",
            &[("name", &name), ("n", &format::number(changed)), ("all", &format::number(all))],
        );
        let opacity = if changed == 0 { 0.0 } else { 0.25 + 0.75 * share };
        let fits = rect.width > 36.0 && rect.height > 16.0;
        let letters = (rect.width / 6.0) as usize;
        let mut short: String = name.chars().take(letters).collect();
        if short.len() < name.len() {
            short.pop();
            short.push('…');
        }
        let on = if opacity > 0.6 { "tn-map__name tn-map__name--on" } else { "tn-map__name" };
        view! {
            <g>
                <title>{title}</title>
                <rect class="tn-map__ground" x=rect.x y=rect.y width=rect.width height=rect.height></rect>
                <rect class="tn-map__part" x=rect.x y=rect.y width=rect.width height=rect.height fill-opacity=opacity></rect>
                {fits.then(|| view! { <text class=on x={rect.x + 5.0} y={rect.y + 13.0}>{short}</text> })}
            </g>
        }
    };
    view! {
        <svg class="tn-map" viewBox=format!("0 0 {} {}", room.width, room.height) role="img" aria-label=label>
            {parts.into_iter().zip(rects).map(cell).collect_view()}
        </svg>
    }
    .into_any()
}

/// The children, the largest first: name, tenants, tenants that change.
fn children(inspector: Inspector, preview: &Preview) -> Vec<(String, usize, usize)> {
    let order = inspector.order();
    let mut changed: Vec<usize> = preview
        .touched
        .iter()
        .filter(|one| !matches!(one.effect, Effect::CannotTell(_)))
        .filter_map(|one| order.place(one.node))
        .collect();
    changed.sort_unstable();
    let nodes: Vec<Node> = inspector.acronis.tenants.peek(|tree, _| tree.children(inspector.node).collect());
    let part = |node: Node| {
        let stretch = order.stretch(order.place(node)?);
        let from = changed.partition_point(|place| *place < stretch.start);
        let to = changed.partition_point(|place| *place < stretch.end);
        Some((inspector.name_at(node), stretch.len(), to - from))
    };
    let mut parts: Vec<_> = nodes.into_iter().filter_map(part).collect();
    parts.sort_by_key(|(_, all, _)| std::cmp::Reverse(*all));
    // Smaller ones are drawn too small to be seen.
    parts.truncate(200);
    parts
}

fn effect_words(effect: Effect) -> &'static str {
    match effect {
        Effect::Changes => t("effect.changes"),
        Effect::Shadowed => t("effect.shadowed"),
        Effect::InForce => t("effect.in_force"),
        Effect::CannotTell(gap) => words::gap(gap),
    }
}

fn states(inspector: Inspector, preview: &Preview, touched: &Touched) -> (String, String) {
    let names = |id: Uuid| inspector.name(id);
    let words = |id| inspector.with(|column| words::state(&preview.state(id), column, &names));
    (words(touched.before), words(touched.after))
}

#[component]
fn Line(inspector: Inspector, touched: Touched, words: (String, String)) -> impl IntoView {
    let (before, after) = words;
    view! {
        <tr>
            <th scope="row"><bdi>{inspector.name_at(touched.node)}</bdi></th>
            <td>{before}</td><td>{after}</td><td>{effect_words(touched.effect)}</td>
        </tr>
    }
}

fn table(inspector: Inspector, preview: &Preview) -> Table {
    let counts = preview.counts;
    let unseen = counts.not_read + counts.cannot_tell;
    let complete = if unseen == 0 && inspector.acronis.tenants.is_complete() {
        t("export.complete")
    } else {
        t("export.partial")
    };
    let row = |touched: &Touched| {
        let (before, after) = states(inspector, preview, touched);
        let id = inspector.acronis.tenants.peek(|tree, _| tree.id(touched.node));
        let cells = [
            id.to_string(),
            inspector.name_at(touched.node),
            before,
            after,
            effect_words(touched.effect).to_owned(),
        ];
        cells.map(Some).to_vec()
    };
    let all = preview.here.iter().chain(&preview.touched);
    let key = inspector.key();
    Table {
        about: tf(
            "preview.about",
            &[("name", &key.name), ("tenant", &inspector.name_at(inspector.node)), ("complete", complete)],
        ),
        columns: ["tenant_id", "tenant", "before", "after", "effect"].map(str::to_owned).to_vec(),
        rows: all.map(row).collect(),
    }
}

/// How much of what is below has not been seen, and the way to see it.
#[component]
pub fn Unread(
    /// The setting.
    inspector: Inspector,
    /// Tenants below.
    below: usize,
) -> impl IntoView {
    let complete = move || inspector.acronis.tenants.is_complete();
    let start = move |_| inspector.read_below();
    let stop = move |_| inspector.stop_below();
    let state = move || {
        match inspector.below.get() {
        _ if below == 0 => ().into_any(),
        Reading::NotYet => view! {
            <p>{tn("preview.unread", below, &format::number(below))}</p>
            <button type="button" class="tn-button" on:click=start>{t("preview.read")}</button>
        }
        .into_any(),
        Reading::Going(read, all) => view! {
            <p>{tf("preview.reading", &[("n", &format::number(read)), ("all", &format::number(all))])}</p>
            <progress class="tn-progress" max=all.to_string() value=read.to_string() aria-label=t("preview.reading_label")></progress>
            <button type="button" class="tn-button tn-button--quiet" on:click=stop>{t("tree.stop")}</button>
        }
        .into_any(),
        Reading::Done { failed: 0, one_by_one, .. } => {
            one_by_one.then(|| view! { <p class="tn-faint">{t("preview.one_by_one")}</p> }).into_any()
        }
        Reading::Done { failed, fault, .. } => view! {
            <p>{tn("preview.failed", failed, &format::number(failed))}</p>
            {fault.map(|fault| view! { <FaultNotice fault=fault retry=Callback::new(move |()| inspector.read_below())/> })}
        }
        .into_any(),
    }
    };
    view! {
        <div class="tn-preview__unread" role="status">
            {state}
            {move || (below > 0 && !complete()).then(|| view! { <p class="tn-note tn-note--warn">{t("preview.tree_partial")}</p> })}
        </div>
    }
}
