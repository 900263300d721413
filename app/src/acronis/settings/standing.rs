//! What a setting is on one of many tenants, in words: for tables, on screen and in files.

use leptos::prelude::*;
use tenantry_core::acronis::inheritance::{OwnFact, Reported};
use tenantry_core::acronis::tenancy::Node;

use super::inspector::Inspector;
use super::{values, words};
use crate::i18n::t;

/// What a setting is on a tenant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// What applies and where it comes from, or why that is not known.
    pub value: String,
    /// Whether it may not be overridden below.
    pub locked: Option<bool>,
    /// The own value; `None` where there is none, or it is not known.
    pub own: Option<String>,
    /// Whether the own value applies.
    pub applies: Option<bool>,
    /// Whether own and effective value are known.
    pub is_read: bool,
}

impl Standing {
    /// What the setting that is looked at is on a tenant.
    pub fn of(inspector: Inspector, node: Node) -> Standing {
        let acronis = inspector.acronis;
        let id = acronis.tenants.peek(|tree, _| tree.id(node));
        inspector.with(|column| {
            let reported = column.reported(node);
            let own = match column.own(node) {
                OwnFact::Own(own) => Some(values::short(column.value(own.value))),
                OwnFact::None | OwnFact::Unknown(_) => None,
            };
            let (locked, is_owner) = match reported {
                Reported::Value(value) => (Some(value.lock), Some(value.owner == Some(id))),
                Reported::Nothing => (Some(false), Some(false)),
                Reported::Unknown(_) => (None, None),
            };
            Standing {
                value: words::said(reported, column, &|id| acronis.name_of(id)),
                locked,
                applies: own.as_ref().and(is_owner),
                own,
                is_read: column.is_read(node) && is_owner.is_some(),
            }
        })
    }

    /// The columns of [`Standing::cells`] in a file.
    pub const COLUMNS: [&'static str; 5] = ["effective", "locked", "own", "own_applies", "read"];

    /// In a file.
    pub fn cells(self) -> [Option<String>; 5] {
        let flag = |on: Option<bool>| on.map(|on| on.to_string());
        [Some(self.value), flag(self.locked), self.own, flag(self.applies), Some(self.is_read.to_string())]
    }
}

/// The own value in a cell: struck out where it does not apply.
pub fn own_cell(standing: &Standing) -> AnyView {
    match (standing.own.clone(), standing.applies) {
        (Some(own), Some(false)) => view! {
            <s prop:textContent=own></s> " " <span class="tn-badge tn-badge--warn">{t("settings.shadowed")}</span>
        }
        .into_any(),
        (Some(own), _) => view! { <span prop:textContent=own></span> }.into_any(),
        (None, _) if standing.is_read => view! { <span class="tn-faint">{t("settings.no_own")}</span> }.into_any(),
        (None, _) => ().into_any(),
    }
}
