//! The setting that the list shows of each tenant.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::tenancy::Node;

use super::own::OwnFilter;
use crate::acronis::context::AcronisContext;
use crate::acronis::settings::{Inspector, Listed, Row, read_settings};
use crate::ui::Remote;
use crate::ui::task::LatestTask;

/// As many tenants are read without being asked to.
const READ_AT_ONCE: usize = 600;

/// The setting that the list shows. Copied freely.
#[derive(Clone, Copy)]
pub struct SettingColumn {
    page: AcronisContext,
    /// Which, by the URL.
    pub key: Memo<Option<(Uuid, String)>>,
    /// What the list is narrowed to by it.
    pub filter: Memo<Option<OwnFilter>>,
    /// The settings of the tenant at the top, to choose from.
    pub listed: RwSignal<Remote<Listed>>,
    /// The setting at the top of the list; `None` where none is chosen, or it is not known yet.
    pub row: Memo<Option<Row>>,
    /// What is known of it on all tenants.
    pub inspector: Memo<Option<Inspector>>,
    /// Reads the settings to choose from.
    pub load: Callback<()>,
}

impl SettingColumn {
    /// For the list of a tenant and everything below it.
    pub fn new(page: AcronisContext, top: Uuid) -> SettingColumn {
        let (listed, latest) = (RwSignal::new(Remote::Loading), LatestTask::new());
        let acronis = page.state();
        let load = Callback::new(move |()| {
            latest.run(async move {
                let outcome = read_settings(acronis, top).await;
                listed.update(|listed| *listed = listed.after(outcome));
            });
        });
        let key = Memo::new(move |_| page.path().list.setting);
        let filter = Memo::new(move |_| page.path().list.own);
        let row = Memo::new(move |_| {
            let key = key.get()?;
            listed.with(|listed| listed.value()?.rows.iter().find(|row| row.key() == key).cloned())
        });
        let node = Memo::new(move |_| page.tenants.with(|tree| tree.find(top)));
        // What is below is read once all of it is here.
        let is_complete = Memo::new(move |_| page.tenants.is_complete());
        let inspector = Memo::new_with_compare(
            move |_| {
                let inspector = Inspector::begin(acronis, &row.get()?, node.get()?);
                inspector.lay_out();
                if is_complete.get() {
                    inspector.read_way();
                    if inspector.count_below() <= READ_AT_ONCE {
                        inspector.read_below();
                    }
                }
                Some(inspector)
            },
            |_, _| true,
        );
        Effect::new(move |_| {
            if key.with(Option::is_some) && listed.with_untracked(|listed| matches!(listed, Remote::Loading))
            {
                load.run(());
            }
        });
        SettingColumn { page, key, filter, listed, row, inspector, load }
    }

    /// Tenants of a list of which the filter is true. Followed.
    pub fn narrowed(self, nodes: &[Node]) -> Vec<Node> {
        match (self.filter.get(), self.inspector.get()) {
            (Some(filter), Some(inspector)) => self.those(inspector, nodes, filter).collect(),
            _ => nodes.to_vec(),
        }
    }

    /// How many tenants of a list each filter would leave. Followed.
    pub fn counts(self, nodes: &[Node]) -> Option<[usize; 5]> {
        let inspector = self.inspector.get()?;
        Some(OwnFilter::ALL.map(|filter| self.those(inspector, nodes, filter).count()))
    }

    fn those(self, inspector: Inspector, nodes: &[Node], filter: OwnFilter) -> impl Iterator<Item = Node> {
        let is = |node: &Node| {
            let id = self.page.tenants.peek(|tree, _| tree.id(*node));
            inspector.with(|column| filter.holds(column, *node, id))
        };
        nodes.iter().copied().filter(is).collect::<Vec<_>>().into_iter()
    }
}
