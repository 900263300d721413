//! The icon and the word of a tenant's kind.

use tenantry_core::acronis::TenantKind;

use crate::i18n::{t, word};
use crate::ui::Sign;

/// The icon of a kind.
pub fn kind_sign(kind: Option<&TenantKind>) -> Sign {
    match kind {
        Some(TenantKind::Root) => Sign::Root,
        Some(TenantKind::Partner) => Sign::Partner,
        Some(TenantKind::Folder) => Sign::Folder,
        Some(TenantKind::Customer) => Sign::Customer,
        Some(TenantKind::Unit) => Sign::Unit,
        Some(TenantKind::Other(_)) | None => Sign::OtherKind,
    }
}

/// The word for a kind; one that is not known stands as the vendor said it.
pub fn kind_word(kind: Option<&TenantKind>) -> String {
    kind.map_or_else(|| t("kind.unsaid").to_owned(), |kind| word("kind", kind.as_str()))
}
