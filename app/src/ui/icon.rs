//! One set of icons, drawn in the text's colour. The drawings stand in style/icons.css.

use leptos::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The console's own.
    Logo,
    /// The root of everything.
    Root,
    /// A partner.
    Partner,
    /// A folder.
    Folder,
    /// A customer.
    Customer,
    /// A unit.
    Unit,
    /// A tenant of a kind that this version does not know.
    OtherKind,
    /// A user.
    User,
    /// Opens a row or a menu.
    Chevron,
    /// Several tenants.
    Tree,
    /// Look for.
    Search,
    /// Copy.
    Copy,
    /// Done.
    Check,
    /// Take away.
    Cross,
    /// Light theme.
    Sun,
    /// Dark theme.
    Moon,
    /// As the system has it.
    Screen,
    /// Read again.
    Refresh,
    /// Something is wrong.
    Warning,
    /// A menu.
    Menu,
    /// Help.
    Question,
    /// Sign out.
    Leave,
}

impl Sign {
    /// The class of an element that shows it.
    pub fn class(self) -> &'static str {
        match self {
            Sign::Logo => "tn-icon tn-icon--logo",
            Sign::Root => "tn-icon tn-icon--root",
            Sign::Partner => "tn-icon tn-icon--partner",
            Sign::Folder => "tn-icon tn-icon--folder",
            Sign::Customer => "tn-icon tn-icon--customer",
            Sign::Unit => "tn-icon tn-icon--unit",
            Sign::OtherKind => "tn-icon tn-icon--other",
            Sign::User => "tn-icon tn-icon--user",
            Sign::Chevron => "tn-icon tn-icon--chevron",
            Sign::Tree => "tn-icon tn-icon--tree",
            Sign::Search => "tn-icon tn-icon--search",
            Sign::Copy => "tn-icon tn-icon--copy",
            Sign::Check => "tn-icon tn-icon--check",
            Sign::Cross => "tn-icon tn-icon--cross",
            Sign::Sun => "tn-icon tn-icon--sun",
            Sign::Moon => "tn-icon tn-icon--moon",
            Sign::Screen => "tn-icon tn-icon--screen",
            Sign::Refresh => "tn-icon tn-icon--refresh",
            Sign::Warning => "tn-icon tn-icon--warning",
            Sign::Menu => "tn-icon tn-icon--menu",
            Sign::Question => "tn-icon tn-icon--question",
            Sign::Leave => "tn-icon tn-icon--leave",
        }
    }
}

/// An icon. It says nothing to a screen reader: the words beside it, or the button's label, do.
#[component]
pub fn Icon(
    /// What it shows.
    #[prop(into)]
    sign: Signal<Sign>,
) -> impl IntoView {
    view! { <span class=move || sign.get().class() aria-hidden="true"></span> }
}
