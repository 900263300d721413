//! The decoder beside serde_json: on every page that is JSON both must say the same, however it is cut up;
//! on everything else the decoder must say no, or go on, but never panic.

use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::fuzz::cases;
use crate::uuid::Uuid;
use crate::vendors::acronis::tenancy::record::Parent;

/// A row as owned text, to compare.
type Plain = Result<(Uuid, Option<Uuid>, Option<String>, Option<bool>), &'static str>;

fn plain(row: Row<'_>) -> Plain {
    match row {
        Row::Good(record) => {
            let parent = match record.parent {
                Parent::Of(id) => Some(id),
                Parent::Unsaid => None,
            };
            Ok((record.id, parent, record.name.map(std::borrow::Cow::into_owned), record.enabled))
        }
        Row::WithoutId => Err("no id"),
        Row::Bad(_) => Err("bad"),
    }
}

fn decode(bytes: &[u8], part: usize) -> Result<(PageEnd, Vec<Plain>), DecodeFault> {
    let (mut decoder, mut rows) = (PageDecoder::default(), Vec::new());
    for chunk in bytes.chunks(part.max(1)) {
        decoder.buffer().extend_from_slice(chunk);
        decoder.advance(|row| rows.push(plain(row)))?;
    }
    let end = decoder.finish(|row| rows.push(plain(row)))?;
    Ok((end, rows))
}

/// What serde_json makes of the same page.
fn expected(page: &Value) -> Vec<Plain> {
    let uuid = |value: &Value| value.as_str().and_then(Uuid::parse);
    let row = |item: &Value| -> Plain {
        let object = item.as_object().ok_or("bad")?;
        let id = object.get("id").ok_or("no id").and_then(|id| uuid(id).ok_or("bad"));
        let parent = match object.get("parent_id") {
            None | Some(Value::Null) => None,
            Some(parent) => Some(uuid(parent).ok_or("bad")?),
        };
        let name = object.get("name").filter(|name| !name.is_null());
        let name = name.map(|name| name.as_str().map_or_else(|| name.to_string(), str::to_owned));
        Ok((id?, parent, name, object.get("enabled").and_then(Value::as_bool)))
    };
    page["items"].as_array().unwrap().iter().map(row).collect()
}

const PAGE: &str = r#" {"timestamp":"2016-06-22T18:25:16","paging":{"cursors":{"after":"c2V"}},"items":[
  {"id":"f313ecf6-9256-4afd-9d47-72e032ee81d0","parent_id":null,"name":"Caf\u00e9 \"é\" \\","enabled":true,"x":{"y":["}"]}},
  {"name":"no id"}, 7, {}, {"id":"nope"},
  {"enabled":false,"parent_id":"f313ecf6-9256-4afd-9d47-72e032ee81d0","id":"5d92a310-0ee7-11e7-95e6-5f64824358de","name":12}
],"more":[1,2,{"a":null}]}"#;

#[test]
fn a_page_in_parts_of_any_size() {
    let page: Value = serde_json::from_str(PAGE).unwrap();
    for part in 1..PAGE.len() + 1 {
        let (end, rows) = decode(PAGE.as_bytes(), part).unwrap();
        assert_eq!(end.after.as_deref(), Some("c2V"), "parts of {part}");
        assert_eq!(end.timestamp.as_deref(), Some("2016-06-22T18:25:16"));
        assert_eq!((end.rows, &rows), (6, &expected(&page)), "parts of {part}");
    }
}

#[test]
fn what_is_not_a_page_is_refused() {
    for bad in [
        "",
        "[]",
        "<html>",
        "null",
        "{}",
        "{\"items\":{}}",
        "{\"items\":[}",
        "{\"items\":[1 2]}",
        "{\"items\":[],}",
        "{\"items\":[]} x",
        "{\"items\":[{\"id\" 1}]}",
        "{\"items\":[{]}]}",
        "{items:[]}",
        "{\"items\":[",
    ] {
        assert!(decode(bad.as_bytes(), 3).is_err(), "{bad} was taken");
    }
    let deep = format!("{{\"x\":{}1{},\"items\":[]}}", "[".repeat(500), "]".repeat(500));
    assert!(decode(deep.as_bytes(), 7).unwrap_err().detail.contains("deep"));
    for end in 0..PAGE.len() - 1 {
        assert!(decode(&PAGE.as_bytes()[..end], 5).is_err(), "taken though cut at {end}");
    }
}

#[test]
fn a_long_value_in_small_parts_costs_its_length() {
    let page = format!(
        "{{\"items\":[{{\"id\":\"f313ecf6-9256-4afd-9d47-72e032ee81d0\",\"name\":\"{}\"}}]}}",
        "x".repeat(4_000_000)
    );
    let (end, rows) = decode(page.as_bytes(), 1000).unwrap();
    assert_eq!((end.rows, rows[0].as_ref().unwrap().2.as_ref().unwrap().len()), (1, 4_000_000));
}

fn any_item() -> impl Strategy<Value = Value> {
    let id = prop_oneof![
        any::<u128>().prop_map(|id| Value::from(Uuid(id).to_string())),
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    let name =
        prop_oneof![".*".prop_map(Value::from), any::<bool>().prop_map(Value::from), Just(Value::Null)];
    let object = (id.clone(), id, name, any::<Option<bool>>(), 0u8..32).prop_map(
        |(id, parent, name, enabled, keep)| {
            let fields = [
                ("id", id),
                ("parent_id", parent),
                ("name", name),
                ("enabled", enabled.into()),
                (".\u{e9}\"", 1.into()),
            ];
            let kept = fields.into_iter().enumerate().filter(|(at, _)| keep & (1 << at) != 0);
            Value::Object(kept.map(|(_, (key, value))| (key.to_owned(), value)).collect())
        },
    );
    prop_oneof![8 => object, 1 => Just(Value::from(3)), 1 => Just(Value::from("x"))]
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn fuzz_pages_read_as_serde_reads_them(items in prop::collection::vec(any_item(), 0..8), part in 1usize..200, pretty: bool) {
        let page = serde_json::json!({ "items": items, "paging": { "cursors": {} } });
        let text = if pretty { serde_json::to_string_pretty(&page) } else { serde_json::to_string(&page) }.unwrap();
        let (_, rows) = decode(text.as_bytes(), part).unwrap();
        prop_assert_eq!(rows, expected(&page));
    }

    #[test]
    fn fuzz_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), part in 1usize..50) {
        let _ = decode(&bytes, part);
    }

    #[test]
    fn fuzz_broken_pages_never_panic(at in 0usize..PAGE.len(), with: u8, cut in 0usize..PAGE.len(), part in 1usize..50) {
        let mut bytes = PAGE.as_bytes().to_vec();
        bytes[at] = with;
        let whole = decode(&bytes, part).is_ok();
        // What serde_json takes, the decoder takes too.
        if let Ok(Value::Object(page)) = serde_json::from_slice::<Value>(&bytes) {
            prop_assert_eq!(whole, page.get("items").is_some_and(Value::is_array));
        }
        bytes.truncate(cut);
        let _ = decode(&bytes, part);
    }
}
