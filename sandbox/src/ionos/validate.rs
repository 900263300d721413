//! Checks of request bodies beyond the contract's schemas. The answer lists all faults together.

use serde_json::Value;

use super::call::Call;
use super::errors::{Refusal, about};

/// What is wrong so far.
#[derive(Debug, Default)]
pub struct Faults(Vec<String>);

impl Faults {
    /// One more.
    pub fn add(&mut self, field: &str, what: &str) {
        self.0.push(about(field, what));
    }

    /// 422 with all of them, if there are any.
    pub fn finish(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal { status: 422, messages: self.0 }) }
    }

    /// A text that must be there and not be empty.
    pub fn required(&mut self, call: &Call<'_>, field: &str) -> String {
        let text = call.property(field).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
        if text.is_empty() {
            self.add(field, &format!("Attribute '{field}' is required"));
        }
        text
    }

    /// An e-mail address, where there is one.
    pub fn email(&mut self, field: &str, text: &str) {
        if !text.is_empty() && !is_email(text) {
            self.add(field, &format!("'{}' is not a valid e-mail address", shortened(text)));
        }
    }

    /// Not empty, where it is sent. The reference has no further rules for passwords.
    pub fn password(&mut self, call: &Call<'_>) {
        if call.property("password").and_then(Value::as_str).is_some_and(str::is_empty) {
            self.add("password", "Attribute 'password' must not be empty");
        }
    }

    /// "The name of the resource (alphanumeric characters only)."
    pub fn unit_name(&mut self, name: &str) {
        if !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            self.add("name", &format!("'{}' must consist of alphanumeric characters only", shortened(name)));
        }
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(80).collect()
}

fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else { return false };
    let plain = |one: char| !one.is_whitespace() && !one.is_control() && !"@<>(),;:\"[]\\".contains(one);
    let labels = domain.split('.').collect::<Vec<_>>();
    let is_label =
        |label: &&str| !label.is_empty() && label.chars().all(|one| one.is_alphanumeric() || one == '-');
    !name.is_empty()
        && text.len() <= 254
        && name.chars().all(plain)
        && labels.len() > 1
        && labels.iter().all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_other_text() {
        for good in ["a@b.example", "first.last+tag@sub.example.org", "müller@köln.example"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "a", "a@b", "@b.example", "a b@c.example", "a@b..example", "a@@b.example", "a@b.ex<"]
        {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
