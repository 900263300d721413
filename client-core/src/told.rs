//! Yes, no, and not told: `Option<bool>`, where `None` is what no answer has said. What is not told is neither.

/// Whether all of these hold: no where one does not, and not told where one is not told.
pub fn all(parts: impl IntoIterator<Item = Option<bool>>) -> Option<bool> {
    let mut all = Some(true);
    for part in parts {
        match part {
            Some(true) => {}
            Some(false) => return Some(false),
            None => all = None,
        }
    }
    all
}

/// Whether what was told is this.
pub fn is<T: PartialEq<U>, U>(told: Option<T>, this: U) -> Option<bool> {
    told.map(|told| told == this)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_no_is_a_no_and_one_untold_is_no_yes() {
        assert_eq!(all([]), Some(true));
        assert_eq!(all([Some(true), None]), None);
        assert_eq!(all([None, Some(false), Some(true)]), Some(false));
        assert_eq!(
            (is(Some("a"), "a"), is(Some("b"), "a"), is(None::<&str>, "a")),
            (Some(true), Some(false), None)
        );
    }
}
