//! What the parts of the screen share: the connection, the place, and the URL.

use std::ops::Deref;

use leptos::prelude::*;
use tenantry_core::Uuid;

use super::view::PeopleView;
use crate::acronis::context::AcronisContext;

/// The screen. Copied freely.
#[derive(Clone, Copy)]
pub struct PeopleContext {
    screen: AcronisContext,
}

impl Deref for PeopleContext {
    type Target = AcronisContext;

    fn deref(&self) -> &AcronisContext {
        &self.screen
    }
}

impl PeopleContext {
    /// For a screen that is being made.
    pub fn new(screen: AcronisContext) -> PeopleContext {
        PeopleContext { screen }
    }

    /// The screen as the others have it.
    pub fn screen(self) -> AcronisContext {
        self.screen
    }

    /// What the URL says. Followed.
    pub fn view(self) -> PeopleView {
        self.mount.router().place().with(|place| PeopleView::read(place).unwrap_or_default())
    }

    /// Changes the URL in place.
    pub fn change(self, change: impl FnOnce(&mut PeopleView)) {
        let mut view = untrack(|| self.view());
        change(&mut view);
        self.mount.router().replace(view.place(&self.session.id()));
    }

    /// The tenant at the top. Followed.
    pub fn shown_top(self) -> Option<Uuid> {
        self.view().under.or_else(|| self.top().map(|top| top.0))
    }

    /// The `href` of the same below another tenant. Followed.
    pub fn href_below(self, under: Uuid) -> String {
        let view = PeopleView { under: Some(under), ..self.view() };
        self.mount.router().href(&view.place(&self.session.id()))
    }
}
