//! How many requests a server says are left.

/// The three headers of IONOS; each may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RateLimit {
    /// Requests that can still be made without being refused (`X-RateLimit-Remaining`).
    pub remaining: Option<u32>,
    /// Requests a minute that are allowed on average (`X-RateLimit-Limit`).
    pub limit: Option<u32>,
    /// Requests at the same time that are allowed (`X-RateLimit-Burst`).
    pub burst: Option<u32>,
}

impl RateLimit {
    /// Reads them from an answer's headers, names in lower case; `None` where none of them is there.
    pub fn read(headers: &[(String, String)]) -> Option<RateLimit> {
        let number = |name: &str| {
            let (_, value) = headers.iter().find(|(one, _)| one == name)?;
            value.trim().parse().ok()
        };
        let read = RateLimit {
            remaining: number("x-ratelimit-remaining"),
            limit: number("x-ratelimit-limit"),
            burst: number("x-ratelimit-burst"),
        };
        (read != RateLimit::default()).then_some(read)
    }

    /// How long to wait before the next request of a series: nothing while some are left, then as long as one
    /// request's share of a minute.
    pub fn pause_ms(&self) -> f64 {
        match (self.remaining, self.limit) {
            (Some(0), Some(limit)) if limit > 0 => 60_000.0 / f64::from(limit),
            (Some(0), _) => 1_000.0,
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_there() {
        let headers = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let all = [("x-ratelimit-remaining", "0"), ("x-ratelimit-limit", " 120"), ("x-ratelimit-burst", "9")];
        let read = RateLimit::read(&headers(&all)).unwrap();
        assert_eq!(read, RateLimit { remaining: Some(0), limit: Some(120), burst: Some(9) });
        assert!((read.pause_ms() - 500.0).abs() < 1e-9);
        let odd = RateLimit::read(&headers(&[("x-ratelimit-remaining", "many"), ("x-ratelimit-burst", "9")]));
        assert_eq!(odd.map(|one| (one.remaining, one.burst, one.pause_ms())), Some((None, Some(9), 0.0)));
        assert_eq!(RateLimit::read(&headers(&[("content-type", "x")])), None);
    }
}
