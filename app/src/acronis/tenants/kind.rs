//! The icon and the word of a tenant's kind.

use tenantry_core::acronis::TenantKind;

use crate::i18n::{t, word};
use crate::ui::IconName;

/// The icon of a kind.
pub fn kind_icon(kind: Option<&TenantKind>) -> IconName {
    match kind {
        Some(TenantKind::Root) => IconName::Root,
        Some(TenantKind::Partner) => IconName::Partner,
        Some(TenantKind::Folder) => IconName::Folder,
        Some(TenantKind::Customer) => IconName::Customer,
        Some(TenantKind::Unit) => IconName::Unit,
        Some(TenantKind::Other(_)) | None => IconName::OtherKind,
    }
}

/// The word for a kind; one that is not known stands as the vendor said it.
pub fn kind_word(kind: Option<&TenantKind>) -> String {
    kind.map_or_else(|| t("kind.unsaid").to_owned(), |kind| word("kind", kind.as_str()))
}
