//! How full something is.

use tenantry_core::acronis::offering_items::Limit;

/// How much is used, against its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Below the quota, or without one.
    Within,
    /// Above the quota, and not above what may be used beyond it.
    OverQuota,
    /// Above all that may be used.
    OverHard,
    /// It cannot be told.
    Unknown,
}

/// How full it is.
pub fn level(used: Option<i64>, soft: Limit, hard: Limit) -> Level {
    let Some(used) = used else { return Level::Unknown };
    match (soft, hard) {
        (_, Limit::At(hard)) if used > hard => Level::OverHard,
        (Limit::At(soft), _) if used > soft => Level::OverQuota,
        (Limit::At(_) | Limit::Unlimited, _) => Level::Within,
        (Limit::Untold, _) => Level::Unknown,
    }
}

/// Where a bar ends: at the hard limit, or at the quota, and never before what is used. `None` without a limit.
pub fn end(used: i64, soft: Limit, hard: Limit) -> Option<i64> {
    let end = match (soft, hard) {
        (_, Limit::At(hard)) => hard,
        (Limit::At(soft), _) => soft,
        _ => return None,
    };
    Some(end.max(used).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels() {
        let (soft, hard) = (Limit::At(10), Limit::At(15));
        for (used, expected) in [(10, Level::Within), (11, Level::OverQuota), (16, Level::OverHard)] {
            assert_eq!(level(Some(used), soft, hard), expected);
        }
        assert_eq!(level(None, soft, hard), Level::Unknown);
        assert_eq!(level(Some(99), Limit::Unlimited, Limit::Unlimited), Level::Within);
        assert_eq!(level(Some(99), Limit::Untold, Limit::Untold), Level::Unknown);
        assert_eq!(level(Some(11), soft, Limit::Unlimited), Level::OverQuota);
        assert_eq!(
            [end(3, soft, hard), end(99, soft, hard), end(3, soft, Limit::Untold)],
            [Some(15), Some(99), Some(10)]
        );
        assert_eq!(
            (end(0, Limit::At(0), Limit::At(0)), end(3, Limit::Unlimited, Limit::Unlimited)),
            (Some(1), None)
        );
    }
}
