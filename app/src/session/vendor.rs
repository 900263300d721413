//! What a vendor adds to the console, as one descriptor. The registry (`shell/vendors.rs`) lists them.

use std::sync::Arc;

use leptos::prelude::*;
use tenantry_core::Error;
use tenantry_core::config::SignIn;

use super::connection::{Session, Who};
use super::search::Search;
use crate::i18n::Part;
use crate::routing::{JOURNAL, Place};
use crate::ui::{Fault, IconName};

/// What the frame and the form to sign in need of a vendor. It is part of the first view, so it names no screen.
pub struct VendorUi {
    /// The entries of the rail.
    pub links: &'static [Link],
    /// Which of the links a place belongs to; `None` where it is no page of this vendor.
    pub page_of: fn(&Place) -> Option<&'static str>,
    /// Asks the API who has signed in.
    pub who: Who,
    /// What the form to sign in has beside the credentials.
    pub sign_in: fn(Session) -> SignInExtras,
}

/// An entry of the rail.
pub struct Link {
    /// The path below the connection.
    pub path: &'static str,
    /// The message that names it.
    pub words: &'static str,
    /// Its icon.
    pub icon: IconName,
}

impl Link {
    /// The journal, which every vendor has.
    pub const JOURNAL: Link = Link { path: JOURNAL, words: "rail.journal", icon: IconName::History };
}

/// What the form to sign in has beside the credentials.
pub struct SignInExtras {
    /// Further fields.
    pub fields: ViewFn,
    /// Asked before a secret is taken out of its field, so that a fault elsewhere does not cost it.
    pub is_ready: Callback<(), bool>,
    /// What is said of a refusal.
    pub explain: Explain,
    /// What waits for somebody to sign in.
    pub waiting: Option<String>,
    /// What is asked for where the API does not tell what somebody works in.
    pub scope: Option<ScopeField>,
}

/// A field for what somebody works in.
#[derive(Clone, Copy)]
pub struct ScopeField {
    /// What it is.
    pub label: &'static str,
    /// Why it is asked for, and where it can be found.
    pub note: &'static str,
    /// What is said where it is not there.
    pub wrong: &'static str,
    /// Finds it in what was entered; nothing where it is not there.
    pub read: fn(&str) -> Option<String>,
}

/// Says more of a refused sign-in than the error does, by the way that was tried.
pub type Explain = Arc<dyn Fn(&Error, SignIn, Fault) -> Fault + Send + Sync>;

impl SignInExtras {
    /// Nothing beside the credentials.
    pub fn none() -> SignInExtras {
        SignInExtras {
            fields: ViewFn::default(),
            is_ready: Callback::new(|()| true),
            explain: Arc::new(|_, _, fault| fault),
            waiting: None,
            scope: None,
        }
    }
}

/// Draws something for a connection.
pub type Widget = fn(Session) -> AnyView;

/// The screens behind the sign-in. They come in a wasm file of their own: naming their code anywhere but in the entry
/// of that file pulls it into the first view.
#[derive(Clone, Copy)]
pub struct Screens {
    /// The English that comes with them.
    pub messages: &'static [&'static Part],
    /// The screen that the place names.
    pub page: Widget,
    /// How they are searched.
    pub search: Search,
    /// Further widgets of the top bar.
    pub widgets: Option<Widget>,
    /// Brings what is shown up to date.
    pub refresh: Option<fn(Session)>,
    /// The number beside the first entry of the rail.
    pub count: Option<fn(Session) -> usize>,
}
