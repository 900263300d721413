//! One set of icons, each one path in the text's colour. Not `<use>`, whose shadow trees cost a row of the
//! tree more than everything else in it; not CSS masks, which cost a layer each.

use leptos::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconName {
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
    /// Closes what is open below.
    ChevronDown,
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
    /// IconName out.
    Leave,
    /// A backup unit.
    Box,
    /// Several users.
    Group,
    /// An address book.
    Contacts,
    /// What was done.
    History,
}

impl IconName {
    /// Its drawing: one path, stroked, on a grid of 16 by 16.
    pub fn path(self) -> &'static str {
        match self {
            IconName::Logo => {
                "M8 5.5v3M3.5 11V8.5h9V11M6 3.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M2 12.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0M11 12.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0"
            }
            IconName::Root => {
                "M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M2 8h12M8 2c2 2 2.5 4 2.5 6S10 12 8 14M8 2C6 4 5.5 6 5.5 8S6 12 8 14"
            }
            IconName::Partner => "M2.5 13.5V7L8 2.5 13.5 7v6.5z",
            IconName::Folder => "M2 12.5v-9h4l1.5 2H14v7z",
            IconName::Customer => "M3 2.5h10v11h-10zM6 6h4M6 8.5h4",
            IconName::Unit => "M4 8a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
            IconName::OtherKind => "M8 2.5 13.5 8 8 13.5 2.5 8z",
            IconName::User => {
                "M5.5 5.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0M3 13.5c.6-2.600 2.5-4 5-4s4.400 1.400 5 4"
            }
            IconName::Chevron => "m6 3.5 4.5 4.5L6 12.5",
            IconName::ChevronDown => "m3.5 6 4.5 4.5L12.5 6",
            IconName::Tree => "M3 2.5v9h4M3 6h4M9.5 6H13M9.5 11.5H13",
            IconName::Search => "M3 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M10 10l3.5 3.5",
            IconName::Copy => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
            IconName::Check => "m3 8.5 3.5 3.5L13 4.5",
            IconName::Cross => "m4 4 8 8M12 4l-8 8",
            IconName::Sun => {
                "M5 8a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.400 3.400l1 1M11.600 11.600l1 1M12.600 3.400l-1 1M4.400 11.600l-1 1"
            }
            IconName::Moon => "M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z",
            IconName::Screen => "M2 3h12v8h-12zM6 13.5h4",
            IconName::Refresh => "M13 8a5 5 0 1 1-1.5-3.5L13 6M13 2.5V6H9.5",
            IconName::Warning => "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 12v0",
            IconName::Menu => "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
            IconName::Question => {
                "M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M6 6.300a2 2 0 1 1 2.900 1.800c-.6.300-.9.700-.9 1.400M8 11.5v0"
            }
            IconName::Box => "M2.5 5 8 2.5 13.5 5v6L8 13.5 2.5 11zM2.5 5 8 7.5 13.5 5M8 7.5v6",
            IconName::Group => {
                "M3.5 6a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M1.5 12.5c.4-2 2-3 4-3s3.600 1 4 3M9.500 4.200a2 2 0 1 1 1 3.700M11 9.700c1.900.1 3.200 1.100 3.500 2.800"
            }
            IconName::Contacts => {
                "M4 2.5h9v11H4zM2.500 5H4M2.500 8H4M2.500 11H4M7.200 6.500a1.300 1.300 0 1 0 2.600 0a1.300 1.300 0 1 0 -2.600 0M6.500 11c.2-1.300 1-2 2-2s1.800.7 2 2"
            }
            IconName::History => "M3 8a5 5 0 1 0 1.500-3.500L3 6M3 2.500V6h3.500M8 5.500V8l2 1.500",
            IconName::Leave => "M6.5 2.5h-4v11h4M6.5 8h7M10.5 5l3 3-3 3",
        }
    }
}

/// An icon. It says nothing to a screen reader: the words beside it, or the button's label, do.
#[component]
pub fn Icon(
    /// What it shows.
    #[prop(into)]
    name: Signal<IconName>,
) -> impl IntoView {
    view! {
        <svg class="tn-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=move || name.get().path()></path>
        </svg>
    }
}
