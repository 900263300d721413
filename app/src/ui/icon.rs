//! One set of icons, drawn in the text's colour. The drawings stand as symbols in index.html.

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
    /// The reference to its drawing.
    pub fn href(self) -> &'static str {
        match self {
            Sign::Logo => "#tn-logo",
            Sign::Root => "#tn-root",
            Sign::Partner => "#tn-partner",
            Sign::Folder => "#tn-folder",
            Sign::Customer => "#tn-customer",
            Sign::Unit => "#tn-unit",
            Sign::OtherKind => "#tn-other",
            Sign::User => "#tn-user",
            Sign::Chevron => "#tn-chevron",
            Sign::Tree => "#tn-tree",
            Sign::Search => "#tn-search",
            Sign::Copy => "#tn-copy",
            Sign::Check => "#tn-check",
            Sign::Cross => "#tn-cross",
            Sign::Sun => "#tn-sun",
            Sign::Moon => "#tn-moon",
            Sign::Screen => "#tn-screen",
            Sign::Refresh => "#tn-refresh",
            Sign::Warning => "#tn-warning",
            Sign::Menu => "#tn-menu",
            Sign::Question => "#tn-question",
            Sign::Leave => "#tn-leave",
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
    view! {
        <svg class="tn-icon" aria-hidden="true" focusable="false">
            <use href=move || sign.get().href()></use>
        </svg>
    }
}
