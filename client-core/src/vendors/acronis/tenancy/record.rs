//! A tenant on its way into the tree.

use std::borrow::Cow;

use super::listed_contact::ListedContact;
use crate::uuid::Uuid;

/// A tenant as one row of a list has it. `None`: the row lacks the field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record<'a> {
    /// The tenant.
    pub id: Uuid,
    /// Its parent.
    pub parent: Parent,
    /// Its name.
    pub name: Option<Cow<'a, str>>,
    /// Its kind, as the vendor spells it.
    pub kind: Option<Cow<'a, str>>,
    /// Whether it is enabled.
    pub enabled: Option<bool>,
    /// Whether it has been deleted.
    pub deleted: Option<bool>,
    /// Whether it has children.
    pub has_children: Option<bool>,
    /// Whether only the lock's owner may change it.
    pub locked: Option<bool>,
    /// Multi-factor authentication, as the vendor spells it.
    pub mfa: Option<Cow<'a, str>>,
    /// Whether it pays, as the vendor spells it.
    pub pricing: Option<Cow<'a, str>>,
    /// Its business type, as the vendor spells it.
    pub customer_type: Option<Cow<'a, str>>,
    /// Its contacts; told only where they were asked for.
    pub contacts: Option<Vec<ListedContact>>,
    /// Contacts were asked for.
    pub with_contacts: bool,
    /// When it was created, in seconds since 1970.
    pub created: Option<u32>,
    /// When it was last changed, in seconds since 1970.
    pub updated: Option<u32>,
}

/// The parent that a row names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Parent {
    /// The row has no `parent_id`, or null.
    #[default]
    Unsaid,
    /// This one. The real root names itself.
    Of(Uuid),
}
