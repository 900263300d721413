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
            Sign::Logo => "#i-logo",
            Sign::Root => "#i-root",
            Sign::Partner => "#i-partner",
            Sign::Folder => "#i-folder",
            Sign::Customer => "#i-customer",
            Sign::Unit => "#i-unit",
            Sign::OtherKind => "#i-other",
            Sign::User => "#i-user",
            Sign::Chevron => "#i-chevron",
            Sign::Tree => "#i-tree",
            Sign::Search => "#i-search",
            Sign::Copy => "#i-copy",
            Sign::Check => "#i-check",
            Sign::Cross => "#i-cross",
            Sign::Sun => "#i-sun",
            Sign::Moon => "#i-moon",
            Sign::Screen => "#i-screen",
            Sign::Refresh => "#i-refresh",
            Sign::Warning => "#i-warning",
            Sign::Menu => "#i-menu",
            Sign::Question => "#i-question",
            Sign::Leave => "#i-leave",
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
