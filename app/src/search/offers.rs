//! The offers of the search box, grouped by their connection.

use leptos::prelude::*;

use crate::mount::Mount;
use crate::session::Hit;
use crate::ui::{Icon, Name};

/// What one connection offers.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The connection's id.
    pub connection: String,
    /// Its name.
    pub label: String,
    /// Its offers.
    pub hits: Vec<Hit>,
}

/// The name of an offer's element.
pub fn option_id(at: usize) -> String {
    format!("tn-hit-{at}")
}

/// The groups. Their names are shown where there is more than one connection.
pub fn groups(
    groups: Vec<Group>,
    named: bool,
    active: RwSignal<Option<usize>>,
    go: Callback<Hit>,
) -> impl IntoView {
    let mount = Mount::here();
    let mut at = 0;
    let group = |group: Group| {
        let Group { label, hits, .. } = group;
        let first = at;
        at += hits.len();
        let offer = move |(place, hit): (usize, Hit)| view! { <Offer at={first + place} hit=hit active=active go=go/> };
        let offers = hits.into_iter().enumerate().map(offer).collect_view();
        let id = mount.id(&format!("tn-hits-{first}"));
        let name = named.then(|| view! { <div id=id.clone() class="tn-search__group" role="presentation"><Name text=label/></div> });
        view! { <div role="group" aria-labelledby=named.then_some(id)>{name} {offers}</div> }
    };
    groups.into_iter().map(group).collect_view()
}

#[component]
fn Offer(at: usize, hit: Hit, active: RwSignal<Option<usize>>, go: Callback<Hit>) -> impl IntoView {
    let mount = Mount::here();
    let (title, detail) = (hit.title.clone(), hit.detail.clone());
    let (icon, badge, hit) = (hit.icon, hit.badge, StoredValue::new(hit));
    let class = move || if active.get() == Some(at) { "tn-hit tn-hit--active" } else { "tn-hit" };
    // On pointer down, because the box loses the focus before a click is complete.
    let press = move |event: web_sys::PointerEvent| {
        event.prevent_default();
        go.run(hit.get_value());
    };
    view! {
        <div class=class role="option" id=mount.id(&option_id(at)) aria-selected=move || (active.get() == Some(at)).to_string() on:pointerdown=press>
            <Icon name=icon/>
            <span class="tn-hit__words">
                <Name text=title class="tn-hit__title"/>
                <Name text=detail class="tn-hit__place"/>
            </span>
            {badge.map(|words| view! { <span class="tn-badge">{words}</span> })}
        </div>
    }
}
