//! Views of a list that people have saved: names for addresses, as JSON that this browser remembers.

use std::collections::BTreeMap;

/// So many are kept.
pub const MOST: usize = 100;

/// Saved views, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedViews(BTreeMap<String, String>);

impl SavedViews {
    /// Reads what was remembered; what is no list of addresses of this page is left out.
    pub fn read(json: &str) -> SavedViews {
        let read: BTreeMap<String, serde_json::Value> = serde_json::from_str(json).unwrap_or_default();
        let view = |(name, at): (String, serde_json::Value)| {
            let at = at.as_str().filter(|at| at.starts_with("#/"))?.to_owned();
            Some((name, at))
        };
        SavedViews(read.into_iter().filter_map(view).take(MOST).collect())
    }

    /// As JSON; nothing where there are none.
    pub fn write(&self) -> String {
        if self.0.is_empty() {
            String::new()
        } else {
            serde_json::to_string_pretty(&self.0).unwrap_or_default()
        }
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = (&String, &String)> {
        self.0.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Saves an address under a name, in the place of what had the name.
    pub fn save(&mut self, name: &str, at: String) {
        let is_new = !self.0.contains_key(name);
        if !(name.is_empty() || is_new && self.0.len() >= MOST) {
            self.0.insert(name.to_owned(), at);
        }
    }

    /// Forgets one.
    pub fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_remembered_and_what_leads_elsewhere_is_not() {
        let mut views = SavedViews::default();
        assert_eq!((views.write(), SavedViews::read("")), (String::new(), SavedViews::default()));
        views.save("Trials", "#/a/tenants/1/list?facets=pricing:trial".to_owned());
        views.save("Off", "#/a/tenants/1/list".to_owned());
        views.save("Off", "#/a/tenants/2/list".to_owned());
        views.save("", "#/a".to_owned());
        assert_eq!(SavedViews::read(&views.write()), views);
        assert_eq!(
            views.all().map(|(name, at)| format!("{name} {at}")).collect::<Vec<_>>(),
            ["Off #/a/tenants/2/list", "Trials #/a/tenants/1/list?facets=pricing:trial",]
        );
        views.remove("Off");
        assert_eq!(views.all().count(), 1);
        let strange = r##"{"a":"javascript:x","b":"//elsewhere","c":7,"d":"#/d"}"##;
        assert_eq!(SavedViews::read(strange).all().count(), 1);
        assert!(SavedViews::read("[").is_empty());
    }
}
