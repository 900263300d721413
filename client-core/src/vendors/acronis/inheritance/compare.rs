//! The settings of two tenants side by side.

use crate::vendors::acronis::{ApplicationId, Setting};

/// A setting on two tenants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared<'a> {
    /// On the one; `None` where its list does not have it.
    pub one: Option<&'a Setting>,
    /// On the other.
    pub other: Option<&'a Setting>,
}

impl<'a> Compared<'a> {
    fn any(&self) -> Option<&'a Setting> {
        self.one.or(self.other)
    }

    /// The setting's name.
    pub fn name(&self) -> &'a str {
        self.any().map_or("", |setting| &setting.name)
    }

    /// The application that it belongs to.
    pub fn application(&self) -> Option<ApplicationId> {
        self.any().and_then(|setting| setting.application_id)
    }

    /// Whether the same value applies on both, wherever it comes from.
    pub fn same_value(&self) -> bool {
        fn value(setting: Option<&Setting>) -> Option<Option<&crate::vendors::acronis::Value>> {
            setting.map(|setting| setting.effective.as_ref().and_then(|effective| effective.value.as_ref()))
        }
        value(self.one) == value(self.other)
    }

    /// Whether lock and owner are the same as well.
    pub fn same_in_all(&self) -> bool {
        let effective = |setting: Option<&'a Setting>| setting.map(|setting| &setting.effective);
        effective(self.one) == effective(self.other)
    }
}

/// Sets two tenants' settings side by side, in the order of application and name.
pub fn compare<'a>(one: &'a [Setting], other: &'a [Setting]) -> Vec<Compared<'a>> {
    let mut rows: std::collections::BTreeMap<_, Compared<'a>> = std::collections::BTreeMap::new();
    let key = |setting: &'a Setting| (setting.application_id, setting.name.as_str());
    let none = Compared { one: None, other: None };
    for setting in one {
        rows.entry(key(setting)).or_insert(none).one = Some(setting);
    }
    for setting in other {
        rows.entry(key(setting)).or_insert(none).other = Some(setting);
    }
    rows.into_values().collect()
}
