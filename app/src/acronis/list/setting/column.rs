//! The setting that the list shows of each tenant.

use leptos::prelude::*;
use tenantry_core::Uuid;
use tenantry_core::acronis::inheritance::Column;
use tenantry_core::acronis::tenancy::{Node, Tree};

use super::own::OwnFilter;
use crate::acronis::context::AcronisContext;
use crate::acronis::settings::{Inspector, Listed, Row, read_settings};
use crate::ui::Remote;
use crate::ui::task::LatestTask;

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
                    inspector.read_below_if_few();
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
        let Some((filter, inspector)) = self.filter.get().zip(self.inspector.get()) else {
            return nodes.to_vec();
        };
        let mut narrowed = nodes.to_vec();
        self.look(inspector, |tree, column| {
            narrowed.retain(|node| filter.holds(column, *node, tree.id(*node)));
        });
        narrowed
    }

    /// How many tenants of a list each filter would leave. Followed.
    pub fn counts(self, nodes: &[Node]) -> Option<[usize; 5]> {
        let mut counts = [0; 5];
        self.look(self.inspector.get()?, |tree, column| {
            for node in nodes {
                let id = tree.id(*node);
                let holds = OwnFilter::ALL.map(|filter| filter.holds(column, *node, id));
                counts.iter_mut().zip(holds).for_each(|(count, holds)| *count += usize::from(holds));
            }
        });
        Some(counts)
    }

    /// Looks at all tenants at once: there may be a hundred thousand.
    fn look(self, inspector: Inspector, look: impl FnOnce(&Tree, &Column)) {
        inspector.with(|column| self.page.tenants.peek(|tree, _| look(tree, column)));
    }
}
