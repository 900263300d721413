//! What of the list is shown, as the URL says it: `…/list?sort=-created_at&columns=name,state`.

use tenantry_core::acronis::tenancy::{Sort, SortBy};

use tenantry_core::Uuid;

use super::columns::Column;
use super::setting::own::OwnFilter;
use crate::acronis::settings::setting_key;
use crate::routing::Query;

/// Order and columns of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListView {
    /// Its order.
    pub sort: Sort,
    /// The day since which changes are shown instead of tenants: `2026-11-25`.
    pub since: Option<String>,
    /// The columns that are shown; the usual ones where it is `None`.
    pub columns: Option<Vec<Column>>,
    /// The setting that is shown of each tenant: application and name.
    pub setting: Option<(Uuid, String)>,
    /// What the list is narrowed to by it.
    pub own: Option<OwnFilter>,
}

impl ListView {
    /// Reads its part of the URL.
    pub fn read(query: &Query) -> ListView {
        let sort = query.get("sort").unwrap_or_default();
        let key = sort.strip_prefix('-').unwrap_or(sort);
        let column = Column::read(key);
        let columns = query.get("columns").filter(|text| !text.is_empty());
        ListView {
            sort: Sort {
                by: column.and_then(Column::sort).unwrap_or_default(),
                descending: sort.starts_with('-'),
            },
            since: query.get("since").filter(|day| !day.is_empty()).map(str::to_owned),
            columns: columns.map(|keys| keys.split(',').filter_map(Column::read).collect()),
            setting: query.get("setting").and_then(setting_key::read),
            own: query.get("own").and_then(OwnFilter::read),
        }
    }

    /// Writes it.
    pub fn write(&self, query: Query) -> Query {
        let column = Column::ALL.into_iter().find(|column| column.sort() == Some(self.sort.by));
        let is_usual = self.sort == Sort::default();
        let minus = if self.sort.descending { "-" } else { "" };
        let sort = column.filter(|_| !is_usual).map(|column| [minus, column.key()].concat());
        let keys = |columns: &Vec<Column>| columns.iter().map(|one| one.key()).collect::<Vec<_>>().join(",");
        query
            .with("since", self.since.clone())
            .with("sort", sort)
            .with("columns", self.columns.as_ref().map(keys))
            .with("setting", self.setting.as_ref().map(setting_key::write))
            .with("own", self.own.map(|own| own.key().to_owned()))
    }

    /// Whether a column is shown. The name always is.
    pub fn shows(&self, column: Column) -> bool {
        column == Column::Name
            || self.columns.as_ref().map_or(column.is_usual(), |columns| columns.contains(&column))
    }

    /// What a press on a column's head leads to: up, down, and the order of the tree again.
    #[must_use]
    pub fn after_press(self, by: SortBy) -> ListView {
        let (by, descending) = match (self.sort.by == by, self.sort.descending) {
            (false, _) => (by, false),
            (true, false) => (by, true),
            (true, true) => (SortBy::Path, false),
        };
        ListView { sort: Sort { by, descending }, ..self }
    }
}
