//! What is entered of a tenant as text, and back.

use serde_json::Value;
use tenantry_core::acronis::{Tenant, TenantField, TenantValues};

/// A truth value in a form.
pub const YES: &str = "yes";
/// The other one.
pub const NO: &str = "no";

/// What a form begins with; empty where nothing is set, or nothing was told.
pub fn first(field: TenantField, tenant: &Tenant) -> String {
    shown(field.of(tenant).as_ref())
}

/// A value as a form has it.
pub fn shown(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(on)) => (if *on { YES } else { NO }).to_owned(),
        _ => String::new(),
    }
}

/// What was entered, by fields: what is left as it was is left out, so that nothing is sent that nobody entered.
pub fn values(entered: impl IntoIterator<Item = (TenantField, String, String)>) -> TenantValues {
    let value = |(field, first, text): (TenantField, String, String)| {
        let value = match (field, text.trim()) {
            _ if text == first => return None,
            (TenantField::Enabled | TenantField::UpdateLock | TenantField::AncestralAccess, YES) => {
                true.into()
            }
            (TenantField::Enabled | TenantField::UpdateLock | TenantField::AncestralAccess, NO) => {
                false.into()
            }
            (TenantField::Enabled | TenantField::UpdateLock | TenantField::AncestralAccess, _) => {
                return None;
            }
            (_, text) => text.into(),
        };
        Some((field, value))
    };
    entered.into_iter().filter_map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_entered_is_left_out() {
        let tenant =
            r#"{"id":"00000000-0000-0000-0000-000000000007","name":" Vigo","update_lock":{"enabled":false}}"#;
        let tenant: Tenant = serde_json::from_str(tenant).unwrap();
        let begin = |field| first(field, &tenant);
        assert_eq!(
            (begin(TenantField::UpdateLock), begin(TenantField::AncestralAccess)),
            (NO.into(), String::new())
        );
        let same = TenantField::ALL.map(|field| (field, begin(field), begin(field)));
        assert!(values(same).is_empty());
        let edited = [
            (TenantField::Name, begin(TenantField::Name), "Lugo ".to_owned()),
            (TenantField::UpdateLock, NO.to_owned(), YES.to_owned()),
            (TenantField::AncestralAccess, String::new(), NO.to_owned()),
            (TenantField::Enabled, YES.to_owned(), String::new()),
            (TenantField::CustomerId, "A1".to_owned(), String::new()),
        ];
        let expected = [
            (TenantField::Name, "Lugo".into()),
            (TenantField::UpdateLock, true.into()),
            (TenantField::AncestralAccess, false.into()),
            (TenantField::CustomerId, "".into()),
        ];
        assert_eq!(values(edited), expected.into());
    }
}
