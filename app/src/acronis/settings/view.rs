//! What the Settings tab shows, as the URL says it.

use tenantry_core::Uuid;

use super::setting_key;
use crate::routing::Query;

/// What the Settings tab shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SettingsView {
    /// Only settings with this in their name or value.
    pub text: String,
    /// Only settings of this application.
    pub application: Option<Uuid>,
    /// Only settings of this kind.
    pub show: Show,
    /// The order.
    pub sort: Sort,
    /// The setting that is explained: application and name.
    pub chosen: Option<(Uuid, String)>,
    /// What applies below the tenant is shown, instead of why it applies here.
    pub below: bool,
    /// The tenant that this one is compared with.
    pub with: Option<Uuid>,
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            /// As if nothing were said.
            #[default]
            Usual,
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            fn read(word: &str) -> $name {
                match word {
                    $($word => $name::$variant,)*
                    _ => $name::Usual,
                }
            }

            fn word(self) -> Option<&'static str> {
                match self {
                    $name::Usual => None,
                    $($name::$variant => Some($word),)*
                }
            }
        }
    };
}

words! {
    /// Which settings are shown; usually all.
    Show {
        /// With an own value that no lock keeps out.
        Own = "own",
        /// Without an own value.
        Inherited = "inherited",
        /// With an own value that a lock keeps out.
        Shadowed = "shadowed",
        /// Locked.
        Locked = "locked",
        /// With an exclusive own value.
        Exclusive = "exclusive",
    }
}

words! {
    /// The order of the settings; usually by application, then by name.
    Sort {
        /// By name.
        Name = "name",
        /// By where the value comes from.
        From = "from",
        /// Own values first.
        OwnFirst = "own",
    }
}

impl SettingsView {
    /// Reads its part of a query.
    pub fn read(query: &Query) -> SettingsView {
        let text = |name: &str| query.get(name).unwrap_or_default().to_owned();
        let id = |name: &str| query.get(name).and_then(Uuid::parse);
        let chosen = query.get("why").and_then(setting_key::read);
        SettingsView {
            text: text("find"),
            application: id("app"),
            show: Show::read(&text("show")),
            sort: Sort::read(&text("sort")),
            chosen,
            below: query.get("below").is_some(),
            with: id("with"),
        }
    }

    /// Writes its part of a query.
    pub fn write(&self, query: Query) -> Query {
        let chosen = self.chosen.as_ref().map(setting_key::write);
        query
            .with("find", Some(self.text.clone()))
            .with("app", self.application.map(|id| id.to_string()))
            .with("show", self.show.word().map(str::to_owned))
            .with("sort", self.sort.word().map(str::to_owned))
            .with("why", chosen)
            .with("below", self.below.then(|| "true".to_owned()))
            .with("with", self.with.map(|id| id.to_string()))
    }
}
