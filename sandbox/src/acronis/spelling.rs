//! Answers in another spelling, as servers in front of the vendor's write them.

use serde_json::Value;

use crate::Response;

/// The same answer with each number and truth value as text, and with null for the login. The value of a setting is the
/// customer's own and stays.
pub fn with_texts(response: Response) -> Response {
    let Ok(mut body) = serde_json::from_slice(&response.body) else { return response };
    spell(&mut body);
    Response { body: body.to_string().into_bytes(), ..response }
}

fn spell(value: &mut Value) {
    match value {
        Value::Bool(_) | Value::Number(_) => *value = Value::String(value.to_string()),
        Value::Array(items) => items.iter_mut().for_each(spell),
        Value::Object(members) => {
            for (name, member) in members {
                match name.as_str() {
                    "value" => {}
                    "login" => *member = Value::Null,
                    _ => spell(member),
                }
            }
        }
        Value::Null | Value::String(_) => {}
    }
}
