//! A setting of an application on a tenant, as the API describes it.

use serde::Deserialize;

use super::applications::ApplicationId;
use super::value::Value;
use crate::decode::lenient;
use crate::open_enum::open_enum;
use crate::uuid::Uuid;

open_enum! {
    /// Whether a value was set on a tenant or on a user.
    OwnerType {
        /// A tenant.
        Tenant = "tenant",
        /// A user.
        User = "user",
    }
}

/// Where an effective value was set.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Owner {
    /// On what.
    #[serde(rename = "type")]
    pub kind: OwnerType,
    /// On which.
    pub id: Uuid,
}

/// What was set on this very tenant. All fields are needed: what is not told cannot be sent back.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Own {
    /// The value; null is a value.
    pub value: Value,
    /// Tenants below may not override it.
    #[serde(deserialize_with = "lenient::value")]
    pub lock: bool,
    /// Tenants below do not inherit it: they inherit what this tenant would have inherited.
    #[serde(deserialize_with = "lenient::value")]
    pub exclusive: bool,
}

/// What applies on a tenant.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Effective {
    /// Where the value was set.
    #[serde(default)]
    pub owner: Option<Owner>,
    /// The value; `None` where the answer has none, which is not null.
    #[serde(default, deserialize_with = "present")]
    pub value: Option<Value>,
    /// Whether tenants below may not override it.
    #[serde(deserialize_with = "lenient::value")]
    pub lock: bool,
    /// Not shown by the vendor's own console.
    #[serde(default, deserialize_with = "lenient::value")]
    pub hidden: bool,
}

fn present<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(from).map(Some)
}

/// A setting on a tenant.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Setting {
    /// Its name, which identifies it within the application.
    #[serde(deserialize_with = "lenient::value")]
    pub name: String,
    /// The application that it belongs to.
    #[serde(default, deserialize_with = "lenient::option")]
    pub application_id: Option<ApplicationId>,
    /// What was set on this very tenant.
    #[serde(default)]
    pub own: Option<Own>,
    /// What applies.
    #[serde(default)]
    pub effective: Option<Effective>,
}

/// What the vendor says of a setting in general.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Schema {
    /// The setting's name.
    #[serde(deserialize_with = "lenient::value")]
    pub name: String,
    /// The application that it belongs to.
    #[serde(default, deserialize_with = "lenient::option")]
    pub application_id: Option<ApplicationId>,
    /// How own and inherited values make one; the reference shows `minimum` alone.
    #[serde(default, deserialize_with = "lenient::option")]
    pub inheritance_type: Option<String>,
    /// `setting` or `quota`.
    #[serde(default, deserialize_with = "lenient::option")]
    pub business_type: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn null_is_not_absent() {
        let read = |json: &str| serde_json::from_str::<Setting>(json).unwrap();
        let null = read(
            r#"{"name":"a","own":{"value":null,"lock":true,"exclusive":false},"effective":{"value":null,"lock":false}}"#,
        );
        assert_eq!(null.own, Some(Own { value: Value::Null, lock: true, exclusive: false }));
        assert_eq!(null.effective.unwrap().value, Some(Value::Null));
        let absent = read(r#"{"name":"a","own":null,"effective":{"lock":false}}"#);
        assert_eq!((absent.own, absent.effective.unwrap().value), (None, None));
        assert_eq!(read(r#"{"name":"a","effective":null}"#).effective, None);
    }

    #[test]
    fn the_references_own_sample() {
        let sample = r#"{"name":"setting_1","application_id":"2f2a4239-f140-4337-a107-bed298fed3f1","own":{"value":"new_stuff","lock":false,"exclusive":false},"effective":{"owner":{"type":"tenant","id":"81129b10-9f2a-4ee7-bf90-8698c4af055c"},"hidden":false,"value":"old_Stuff","lock":false}}"#;
        let setting: Setting = serde_json::from_str(sample).unwrap();
        assert_eq!(setting.own.unwrap().value, Value::Text("new_stuff".to_owned()));
        assert_eq!(setting.effective.unwrap().owner.unwrap().kind, OwnerType::Tenant);
    }
}
