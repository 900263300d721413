//! Everything in the contract that can be owned and shared, by type.

mod resource;

use leptos::prelude::*;
use tenantry_core::ionos::{Resource, ResourceType, ResponseOptions, resources};

pub use self::resource::{ResourceLink, kind_of, name_of};
use self::resource::{ResourcePanel, item_of};
use crate::i18n::{t, tn};
use crate::resource::context::PageContext;
use crate::resource::list::{Column, List, Listed, Row};
use crate::routing::Section;
use crate::ui::{Badge, Loaded};

impl Row for Resource {
    const SECTION: Section = Section::Resources;

    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn item(&self) -> String {
        item_of(self)
    }

    fn columns() -> Vec<Column<Resource>> {
        vec![
            Column::text(t("io.name"), name_of),
            Column::text(t("io.type"), kind_of),
            Column::drawn(t("io.flags"), protection, |one, _| {
                is_protected(one).then(|| view! { <Badge text=t("io.protected")/> }).into_any()
            }),
        ]
    }
}

fn is_protected(one: &Resource) -> bool {
    one.properties.as_ref().is_some_and(|told| told.sec_auth_protection == Some(true))
}

fn protection(one: &Resource) -> String {
    if is_protected(one) { t("io.protected").to_owned() } else { String::new() }
}

/// The list of resources. The address holds a type, or a type and an id.
#[component]
pub fn Resources(
    /// What every screen needs.
    page: PageContext,
) -> impl IntoView {
    let session = page.session;
    let item = page.chosen();
    // Choosing a row leaves the list as it is.
    let kind = Memo::new(move |before: Option<&Option<String>>| match (item.get(), before) {
        (Some(item), Some(before)) if item.contains('/') => before.clone(),
        (item, _) => item.map(|item| item.split('/').next().unwrap_or_default().to_owned()),
    });
    let chosen = Memo::new(move |_| item.get().filter(|item| item.contains('/')));
    let all: Loaded<Listed<Resource>> = page.load(move || async move {
        let (connection, options) = (session.connection(), ResponseOptions::depth(1));
        let read = match kind.get_untracked() {
            Some(kind) => {
                connection.call(&resources::OfType { kind: ResourceType::from(kind), options }).await
            }
            None => connection.call(&resources::List { options }).await,
        };
        read.map(Listed::from)
    });
    Effect::new(move |before: Option<Option<String>>| {
        let now = kind.get();
        if before.is_some_and(|before| before != now) {
            all.reload.run(());
        }
        now
    });
    let types = move || {
        let chip = move |one: Option<ResourceType>| {
            let word = one.as_ref().map(|one| one.as_str().to_owned());
            let words = word.clone().unwrap_or_else(|| t("io.all_types").to_owned());
            let on = kind.get() == word;
            let class = if on { "tn-badge tn-chip tn-chip--on" } else { "tn-badge tn-chip" };
            view! { <a class=class href=page.href(Section::Resources, word.as_deref()) aria-current=on.then_some("true")>{words}</a> }
        };
        std::iter::once(None).chain(ResourceType::ALL.into_iter().map(Some)).map(chip).collect_view()
    };
    let of_list = kind;
    let side = move || {
        let item = chosen.get()?;
        let (kind, id) = item.split_once('/')?;
        Some(view! { <ResourcePanel page=page kind=kind.to_owned() id=id.to_owned() back=of_list.into()/> })
    };
    view! {
        <List page=page title=t("rail.resources") table=t("io.resources_table") count=|n, words| tn("io.resources", n, words)
            all=all chosen=chosen side=side>
            <span class="tn-chips">{types}</span>
        </List>
    }
}
