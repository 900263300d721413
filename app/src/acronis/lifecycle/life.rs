//! What the dialogs of a tenant's life share: the tenant, the way out, and the tree that has to follow.

use leptos::prelude::*;
use tenantry_core::acronis::Tenant;
use tenantry_core::acronis::tenancy::Record;

use crate::acronis::context::AcronisContext;
use crate::resource::context::PageContext;

/// What the dialogs have in common. Copied freely.
#[derive(Clone, Copy)]
pub(super) struct Life {
    /// The screen.
    pub screen: AcronisContext,
    /// What its forms share.
    pub page: PageContext,
    /// The tenant.
    pub tenant: StoredValue<Tenant>,
    /// Leaves the dialog.
    pub leave: Callback<()>,
    /// Leaves it after a write: the tenant is read again.
    pub done: Callback<()>,
}

impl Life {
    /// A tenant that a write has answered with is in the tree at once.
    pub fn put(self, tenant: Option<&Tenant>) {
        tenant.into_iter().for_each(|tenant| put(self.screen, &tenant.record()));
    }

    /// The tenant leaves the tree at once, or comes back: the API's dates may be too coarse for a refresh to tell.
    pub fn put_deleted(self, is_deleted: bool) {
        self.tenant.with_value(|tenant| {
            put(self.screen, &Record { deleted: Some(is_deleted), ..tenant.record() });
        });
    }
}

/// Takes what is known of a tenant into the tree, and draws it.
pub(super) fn put(screen: AcronisContext, record: &Record<'_>) {
    screen.tenants.change(|tree, view| {
        tree.put(record);
        view.refresh(tree);
    });
}
