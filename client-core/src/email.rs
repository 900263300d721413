//! What can be an e-mail address.

/// Whether it can be one: something, an `@`, and a host name with a dot.
pub fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else { return false };
    let plain = |one: char| !one.is_whitespace() && !one.is_control() && !"@<>(),;:\"[]\\".contains(one);
    let is_label = |label: &str| {
        let fits = label.chars().all(|one| one.is_alphanumeric() || one == '-');
        !label.is_empty() && fits && !label.starts_with('-') && !label.ends_with('-')
    };
    let good_name = !name.is_empty() && name.chars().all(plain);
    let good_domain = domain.contains('.') && domain.split('.').all(is_label);
    good_name && good_domain && text.len() <= 254
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_from_other_text() {
        for good in ["a@b.example", "first.last+tag@sub.example.org", "müller@köln.example"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "a", "a@b", "@b.c", "a b@c.d", "a@b..c", "a@@b.c", "a@b.c<", "a@-b.c", "a@b.c\n"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
