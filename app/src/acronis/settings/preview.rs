//! What a change would do below a tenant: counts, a small tree map, a table, and how much has not been seen.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::inheritance::{self, Counts, Gap, Preview, Touched};
use tenantry_core::acronis::tenancy::Node;

use super::inspector::{Inspector, Reading};
use super::tree_map::{Rect, lay_out};
use super::words;
use crate::i18n::{t, tf, tn};
use crate::ui::export::{Extent, Table};
use crate::ui::task::LatestTask;
use crate::ui::text::visible;
use crate::ui::{ExportButtons, FaultNotice, Name, format};

/// Rows of the table on screen; the export has all.
const ROWS: usize = 100;

/// How long nothing must change before the sentences are said aloud.
const PAUSE_MS: u32 = 700;

/// What a change would do.
#[component]
pub fn PreviewView(
    /// The setting.
    inspector: Inspector,
    /// What it would do, once that can be told.
    preview: Memo<Option<Preview>>,
    /// What it would do to the changed tenants themselves, in a sentence.
    #[prop(default = here)]
    here: fn(Inspector, &Preview) -> String,
) -> impl IntoView {
    let is_complete = move || inspector.acronis.tenants.is_complete();
    let lines = Memo::new(move |_| match preview.get() {
        None => vec![t("preview.waiting").to_owned()],
        Some(preview) => {
            let here = here(inspector, &preview);
            std::iter::once(here).chain(sentences(&preview.counts, is_complete())).collect()
        }
    });
    // Said after a pause: whoever types hears the last word, not each one.
    let (spoken, latest) = (RwSignal::new(String::new()), LatestTask::new());
    Effect::new(move |_| {
        let said = lines.get().join(" ");
        latest.run_after(PAUSE_MS, async move { spoken.set(said) });
    });
    let not_needed = Signal::derive(move || {
        preview.with(|preview| preview.as_ref().is_some_and(|preview| preview.counts.is_whole()))
    });
    let line = |line: String| view! { <p translate="no" prop:textContent=line></p> };
    let body = move || preview.get().map(|preview| view! { <Seen inspector=inspector preview=preview/> });
    view! {
        <section class="tn-preview" aria-label=t("preview.title")>
            <h3>{t("preview.title")} " " <span class="tn-badge">{t("below.computed")}</span></h3>
            <Unread inspector=inspector not_needed=not_needed/>
            {move || lines.get().into_iter().map(line).collect_view()}
            <p class="tn-sr" role="status" translate="no" prop:textContent=Memo::new(move |_| spoken.get())></p>
            {body}
        </section>
    }
}

/// What it does to the tenant itself.
fn here(inspector: Inspector, preview: &Preview) -> String {
    let Some(here) = preview.here.first() else { return t("preview.here_same").to_owned() };
    let (before, after) = states(inspector, preview, here);
    match here.effect {
        inheritance::Effect::CannotTell(gap) => tf("preview.here_unknown", &[("why", words::gap(gap))]),
        _ => tf("preview.here", &[("before", &before), ("after", &after)]),
    }
}

/// What has been read, as a bar, a map and a table: tenants that have not are no rows.
#[component]
fn Seen(inspector: Inspector, preview: Preview) -> impl IntoView {
    let counts = preview.counts;
    let line = |touched: &Touched| (*touched, states(inspector, &preview, touched));
    let is_read = |touched: &&Touched| touched.effect != inheritance::Effect::CannotTell(Gap::NotRead);
    // What one change does to its own tenant stands in the sentence above.
    let here = if inspector.is_over_selected() { preview.here.as_slice() } else { &[] };
    let rows = || here.iter().chain(&preview.touched).filter(is_read);
    let shown: Vec<_> = rows().take(ROWS).map(line).collect();
    let more = rows().count().saturating_sub(ROWS);
    let whole = StoredValue::new(preview.clone());
    let export = move |()| table(inspector, &whole.get_value());
    view! {
        <Bar counts=counts/>
        {counts.is_whole().then(|| view! { <Map inspector=inspector preview=preview/> })}
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
            <ExportButtons table=export/>
        })}
    }
}

/// The counts in sentences. That nothing changes is said only where all is known; where it is not, the counts are of
/// what has been read.
fn sentences(counts: &Counts, tree_is_complete: bool) -> Vec<String> {
    let is_whole = counts.is_whole() && tree_is_complete;
    let number = |key: &str, count: usize| tn(key, count, &format::number(count));
    let below = if is_whole { counts.below } else { counts.read };
    let of = [
        ("n", format::number(counts.changed)),
        ("below", format::number(below)),
        ("value", format::number(counts.value)),
    ];
    let of: Vec<(&str, &str)> = of.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let changed = |key| Some(tf(key, &of));
    let first = match (is_whole, counts.changed) {
        (true, 0) if counts.below == 0 => Some(t("preview.nobody").to_owned()),
        (true, 0) if counts.cannot_tell == 0 => Some(number("preview.unchanged", counts.below)),
        (_, 0) => None,
        (true, _) if counts.value == 0 => changed("preview.changed_not_value"),
        (true, all) if all == counts.value => changed("preview.changed_value"),
        (true, _) => changed("preview.changed"),
        (false, _) => changed("preview.changed_so_far"),
    };
    let rest = [
        ("preview.shadowed", counts.shadowed),
        ("preview.in_force", counts.in_force),
        ("preview.keep_own", counts.keep_own),
        ("preview.cannot_tell", counts.cannot_tell),
    ];
    let line = |(key, count): (&str, usize)| (count > 0).then(|| number(key, count));
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
                {fits.then(|| view! { <text class=on x={rect.x + 5.0} y={rect.y + 13.0}>{visible(&short).into_owned()}</text> })}
            </g>
        }
    };
    view! {
        // Of a drawing's own texts a translator hears only by the element around it.
        <div translate="no">
            <svg class="tn-map" viewBox=format!("0 0 {} {}", room.width, room.height) role="img" aria-label=label>
                {parts.into_iter().zip(rects).map(cell).collect_view()}
            </svg>
        </div>
    }
    .into_any()
}

/// The children, the largest first: name, tenants, tenants that change.
fn children(inspector: Inspector, preview: &Preview) -> Vec<(String, usize, usize)> {
    let order = inspector.order();
    let mut changed: Vec<usize> = preview.changed().filter_map(|one| order.place(one.node)).collect();
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

fn effect_words(effect: inheritance::Effect) -> &'static str {
    match effect {
        inheritance::Effect::Changes => t("effect.changes"),
        inheritance::Effect::Shadowed => t("effect.shadowed"),
        inheritance::Effect::InForce => t("effect.in_force"),
        inheritance::Effect::CannotTell(gap) => words::gap(gap),
    }
}

/// What applies before and after, in words.
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
            <th scope="row"><Name text=inspector.name_at(touched.node)/></th>
            <td translate="no" prop:textContent=before></td><td translate="no" prop:textContent=after></td><td prop:textContent=effect_words(touched.effect)></td>
        </tr>
    }
}

fn table(inspector: Inspector, preview: &Preview) -> Table {
    let counts = preview.counts;
    let unseen = counts.not_read + counts.cannot_tell;
    let is_read = unseen == 0 && inspector.acronis.tenants.is_complete();
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
    let (name, tenant) = (inspector.key().name, inspector.name_at(inspector.node));
    Table {
        about: tf("preview.about", &[("name", &name), ("tenant", &tenant)]),
        subject: vec!["preview".to_owned(), name, tenant],
        untold: "",
        extent: Extent::of(is_read, true),
        columns: ["tenant_id", "tenant", "before", "after", "effect"].map(str::to_owned).to_vec(),
        rows: all.map(row).collect(),
    }
}

/// How much of what is below has not been read, and the way to read it.
#[component]
pub fn Unread(
    /// The setting.
    inspector: Inspector,
    /// Nothing that is shown depends on what has not been read.
    #[prop(optional, into)]
    not_needed: Signal<bool>,
) -> impl IntoView {
    let is_complete = move || inspector.acronis.tenants.is_complete();
    let below = inspector.count_below();
    let start = move |_| inspector.read_below();
    let stop = move |_| inspector.stop_below();
    let read = Memo::new(move |_| inspector.count_read());
    let not_yet = move || {
        let button = if read.get() == 0 { "preview.read" } else { "preview.read_rest" };
        let key = if inspector.is_over_selected() { "preview.not_yet_selected" } else { "preview.not_yet" };
        let words = tf(key, &[("n", &format::number(read.get())), ("below", &format::number(below))]);
        view! { <p class="tn-preview__known">{words} " " <button type="button" class="tn-button" on:click=start>{t(button)}</button></p> }
    };
    let state = move || {
        match inspector.below.get() {
        _ if not_needed.get() || read.get() == below => {
            let one_by_one = matches!(inspector.below.get(), Reading::Done { one_by_one: true, .. });
            one_by_one.then(|| view! { <p class="tn-faint">{t("preview.one_by_one")}</p> }).into_any()
        }
        Reading::NotYet | Reading::Done { fault: None, .. } => not_yet().into_any(),
        Reading::Going(read, all) => view! {
            <p>{tf("preview.reading", &[("n", &format::number(read)), ("all", &format::number(all))])}</p>
            <progress class="tn-progress" max=all.to_string() value=read.to_string() aria-label=t("preview.reading_label")></progress>
            <button type="button" class="tn-button tn-button--quiet" on:click=stop>{t("tree.stop")}</button>
        }
        .into_any(),
        Reading::Done { fault: Some(fault), .. } => view! {
            {not_yet()}
            <FaultNotice fault=fault/>
        }
        .into_any(),
    }
    };
    view! {
        <div class="tn-preview__unread">
            {state}
            {move || (!is_complete()).then(|| view! { <p class="tn-note tn-note--warn">{t("preview.tree_partial")}</p> })}
        </div>
    }
}
