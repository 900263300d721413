//! One tenant of a list, from the bytes of its object.

use std::borrow::Cow;

use super::cursor::{Cursor, Raw, Read};
use crate::decode::lenient;
use crate::uuid::Uuid;
use crate::vendors::acronis::tenancy::listed_contact;
use crate::vendors::acronis::tenancy::record::{Parent, Record};

/// A row of a list: a record, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row<'a> {
    /// A tenant.
    Good(Record<'a>),
    /// The row has no `id` at all, as when the level of detail leaves it out.
    WithoutId,
    /// The row cannot be used.
    Bad(String),
}

/// Takes the object at the cursor.
pub(super) fn row<'a>(cursor: &mut Cursor<'a>) -> Read<Row<'a>> {
    if cursor.peek()? != b'{' {
        let value = cursor.skip()?;
        return Ok(Row::Bad(format!("expected a tenant, found {}", excerpt(value))));
    }
    cursor.at += 1;
    let mut fields = Fields::default();
    if !cursor.take(b'}')? {
        loop {
            let key = cursor.key()?;
            fields.take(key, cursor)?;
            if !cursor.goes_on(b'}')? {
                break;
            }
        }
    }
    Ok(fields.into_row())
}

#[derive(Default)]
struct Fields<'a> {
    record: Record<'a>,
    has_id: bool,
    fault: Option<String>,
}

impl<'a> Fields<'a> {
    fn take(&mut self, key: Raw<'a>, cursor: &mut Cursor<'a>) -> Read<()> {
        // Escapes in a key are legal and never seen.
        let unescaped = key.escaped.then(|| key.text()).flatten();
        let name = unescaped.as_ref().map_or(key.bytes, |text| text.as_bytes());
        match name {
            b"id" => {
                self.has_id = true;
                if let Some(id) = self.uuid(cursor, "id")? {
                    self.record.id = id;
                }
            }
            b"parent_id" => {
                self.record.parent = self.uuid(cursor, "parent_id")?.map_or(Parent::Unsaid, Parent::Of);
            }
            b"name" => self.record.name = self.text(cursor, "name")?,
            b"kind" => self.record.kind = self.text(cursor, "kind")?,
            b"enabled" => self.record.enabled = flag(cursor)?,
            b"has_children" => self.record.has_children = flag(cursor)?,
            b"deleted_at" => self.record.deleted = Some(cursor.skip()? != b"null"),
            b"mfa_status" => self.record.mfa = self.text(cursor, "mfa_status")?,
            b"pricing_mode" => self.record.pricing = self.text(cursor, "pricing_mode")?,
            b"customer_type" => self.record.customer_type = self.text(cursor, "customer_type")?,
            b"created_at" => self.record.created = seconds(cursor)?,
            b"updated_at" => self.record.updated = seconds(cursor)?,
            b"contacts" => self.record.contacts = listed_contact::read(cursor.skip()?),
            b"update_lock" => self.record.locked = lock(cursor.skip()?),
            _ => {
                cursor.skip()?;
            }
        }
        Ok(())
    }

    fn uuid(&mut self, cursor: &mut Cursor<'a>, field: &str) -> Read<Option<Uuid>> {
        if cursor.peek()? != b'"' {
            let value = cursor.skip()?;
            if value != b"null" || field == "id" {
                self.fault(field, "a UUID", value);
            }
            return Ok(None);
        }
        let raw = cursor.string()?;
        let id = Uuid::parse_bytes(raw.bytes);
        if id.is_none() {
            self.fault(field, "a UUID", raw.bytes);
        }
        Ok(id)
    }

    /// A text; null is as good as absent, and anything else is shown as it stands rather than lost.
    fn text(&mut self, cursor: &mut Cursor<'a>, field: &str) -> Read<Option<Cow<'a, str>>> {
        if cursor.peek()? != b'"' {
            let value = cursor.skip()?;
            return Ok((value != b"null").then(|| String::from_utf8_lossy(value)));
        }
        let raw = cursor.string()?;
        let text = raw.text();
        if text.is_none() {
            self.fault(field, "a text", raw.bytes);
        }
        Ok(text)
    }

    fn fault(&mut self, field: &str, wanted: &str, found: &[u8]) {
        self.fault.get_or_insert_with(|| format!("{field}: expected {wanted}, found {}", excerpt(found)));
    }

    fn into_row(self) -> Row<'a> {
        match self.fault {
            Some(fault) => Row::Bad(fault),
            None if !self.has_id => Row::WithoutId,
            None => Row::Good(self.record),
        }
    }
}

fn flag(cursor: &mut Cursor<'_>) -> Read<Option<bool>> {
    Ok(match cursor.skip()? {
        b"true" => Some(true),
        b"false" => Some(false),
        other => std::str::from_utf8(other).ok().and_then(lenient::read),
    })
}

fn seconds(cursor: &mut Cursor<'_>) -> Read<Option<u32>> {
    if cursor.peek()? != b'"' {
        cursor.skip()?;
        return Ok(None);
    }
    Ok(cursor.string()?.text().and_then(|text| crate::date::seconds(&text)))
}

fn lock(value: &[u8]) -> Option<bool> {
    #[derive(serde::Deserialize)]
    struct Lock {
        #[serde(deserialize_with = "lenient::value")]
        enabled: bool,
    }
    serde_json::from_slice::<Lock>(value).ok().map(|lock| lock.enabled)
}

fn excerpt(value: &[u8]) -> String {
    let text = String::from_utf8_lossy(value.get(..60).unwrap_or(value)).into_owned();
    format!("`{text}`")
}
