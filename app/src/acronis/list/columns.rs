//! The columns of the list.

use tenantry_core::acronis::ContactType;
use tenantry_core::acronis::tenancy::SortBy;

use crate::i18n::t;

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Name for people.
    Name,
    /// The tenants above it.
    Path,
    /// What it is in the hierarchy.
    Kind,
    /// Enabled or not.
    State,
    /// Business type.
    CustomerType,
    /// Multi-factor authentication.
    Mfa,
    /// Whether it pays.
    Pricing,
    /// What it has no contact for.
    Gaps,
    /// Whom to call, by what for.
    Contact(ContactType),
    /// When it was created.
    Created,
    /// When it was last changed.
    Updated,
    /// Unique identifier.
    Id,
}

impl Column {
    /// All of them, in order.
    pub const ALL: [Column; 16] = [
        Column::Name,
        Column::Path,
        Column::Kind,
        Column::State,
        Column::CustomerType,
        Column::Mfa,
        Column::Pricing,
        Column::Gaps,
        Column::Contact(ContactType::Legal),
        Column::Contact(ContactType::Primary),
        Column::Contact(ContactType::Billing),
        Column::Contact(ContactType::Technical),
        Column::Contact(ContactType::Management),
        Column::Created,
        Column::Updated,
        Column::Id,
    ];

    /// As a URL and a file have it.
    pub fn key(self) -> &'static str {
        match self {
            Column::Name => "name",
            Column::Path => "path",
            Column::Kind => "kind",
            Column::State => "state",
            Column::CustomerType => "customer_type",
            Column::Mfa => "mfa_status",
            Column::Pricing => "pricing_mode",
            Column::Gaps => "contacts_missing",
            Column::Contact(one) => match one {
                ContactType::Legal => "legal_contact",
                ContactType::Primary => "primary_contact",
                ContactType::Billing => "billing_contact",
                ContactType::Technical => "technical_contact",
                ContactType::Management => "management_contact",
            },
            Column::Created => "created_at",
            Column::Updated => "updated_at",
            Column::Id => "id",
        }
    }

    /// Reads what [`Column::key`] has written.
    pub fn read(key: &str) -> Option<Column> {
        Column::ALL.into_iter().find(|column| column.key() == key)
    }

    /// What stands above it.
    pub fn label(self) -> &'static str {
        t(match self {
            Column::Name => "preview.tenant",
            Column::Path => "tenant.path",
            Column::Kind => "field.kind",
            Column::State => "tenants.state",
            Column::CustomerType => "field.customer_type",
            Column::Mfa => "tenants.mfa",
            Column::Pricing => "tenants.pricing",
            Column::Gaps => "tenants.gaps",
            Column::Contact(one) => match one {
                ContactType::Legal => "tenants.contact.legal",
                ContactType::Primary => "tenants.contact.primary",
                ContactType::Billing => "tenants.contact.billing",
                ContactType::Technical => "tenants.contact.technical",
                ContactType::Management => "tenants.contact.management",
            },
            Column::Created => "field.created_at",
            Column::Updated => "field.updated_at",
            Column::Id => "tenants.id",
        })
    }

    /// What a press on its head sorts by. Ids and people have no order that says anything.
    pub fn sort(self) -> Option<SortBy> {
        Some(match self {
            Column::Name => SortBy::Name,
            Column::Path => SortBy::Path,
            Column::Kind => SortBy::Kind,
            Column::State => SortBy::State,
            Column::CustomerType => SortBy::CustomerType,
            Column::Mfa => SortBy::Mfa,
            Column::Pricing => SortBy::Pricing,
            Column::Gaps => SortBy::Gaps,
            Column::Created => SortBy::Created,
            Column::Updated => SortBy::Updated,
            Column::Id | Column::Contact(_) => return None,
        })
    }

    /// Whether it is shown where nothing was chosen.
    pub fn is_usual(self) -> bool {
        !matches!(self, Column::CustomerType | Column::Contact(_) | Column::Created | Column::Id)
    }
}
