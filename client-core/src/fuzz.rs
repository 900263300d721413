//! Broken input for the decoders of the configuration and of answers: whatever comes, there is a word for it
//! and no panic. The decoder of tenant lists has its own beside it. `cargo xtask fuzz --cases N` runs N each.

use proptest::prelude::*;

use crate::config::Config;
use crate::date::Date;
use crate::error::Error;
use crate::route::{Route, Template, Url};
use crate::vendors::acronis::search::Hits;
use crate::vendors::acronis::tenants::{Ids, Page, Resolved};
use crate::vendors::acronis::users::User;
use crate::vendors::acronis::{Contact, Tenant};
use crate::{decode, json_path};

/// The number of cases: `TENANTRY_FUZZ_CASES`, or the usual bounded number.
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let cases = std::env::var("TENANTRY_FUZZ_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

const CONFIG: &str = r#"{"connections":[{"id":"a-b","vendor":"acronis","label":"A","upstream":"https://h:1/api/2",
 "route":{"kind":"template","template":"https://r/{host}{path}{query}"},"sign_in":["bearer"],"options":{"page_size":5}}]}"#;

const TENANT: &str = r#"{"id":"f313ecf6-9256-4afd-9d47-72e032ee81d0","parent_id":"fa6859a9-f5e1-4faf-a56c-5a0ae866dc4f","version":2,
 "name":"T","kind":"partner","contact":{"types":["legal"],"email":"a@b","email_confirmed":false},"contacts":[],"enabled":true,
 "created_at":"2016-06-22T18:25:16","deleted_at":null,"customer_id":"x","update_lock":{"enabled":false,"owner_id":null},"mfa_status":"odd"}"#;

/// A text with some of its bytes changed, some cut out, and perhaps its end missing.
pub(crate) fn broken(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let change = (0..text.len(), prop_oneof![any::<u8>(), prop::sample::select(&b"{}[]\",:0-.eE\\tfn "[..])]);
    let cut = prop::option::of((0..text.len(), 0usize..20));
    (prop::collection::vec(change, 0..4), cut, 0..text.len() + 1).prop_map(move |(changes, cut, end)| {
        let mut bytes = text.as_bytes().to_vec();
        changes.into_iter().for_each(|(at, with)| bytes[at] = with);
        if end % 4 == 0 {
            bytes.truncate(end);
        }
        if let Some((from, length)) = cut.filter(|(from, _)| *from < bytes.len()) {
            bytes.drain(from..(from + length).min(bytes.len()));
        }
        bytes
    })
}

/// Reads it; an error names the place and says what is wrong.
pub(crate) fn one<T: serde::de::DeserializeOwned>(bytes: &[u8]) {
    if let Err(error) = decode::json::<T>("op", bytes) {
        assert!(
            matches!(&error, Error::Decode { path, detail, .. } if !path.is_empty() && !detail.is_empty())
        );
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn fuzz_config(bytes in broken(CONFIG)) {
        match Config::parse(&bytes) {
            Ok(config) => prop_assert!(!config.connections.is_empty()),
            Err(error) => prop_assert!(!error.detail.is_empty() && !error.to_string().is_empty()),
        }
    }

    #[test]
    fn fuzz_answers(bytes in broken(TENANT)) {
        one::<Tenant>(&bytes);
        one::<User>(&bytes);
        one::<Contact>(&bytes);
        let list = [b"{\"items\":[", bytes.as_slice(), b"]}"].concat();
        one::<Page>(&list);
        one::<Hits>(&list);
        one::<Ids>(&list);
        one::<Resolved>(&list);
        decode::vendor_error(&bytes);
    }

    #[test]
    fn fuzz_texts(text in ".{0,60}", line in 0usize..9, column in 0usize..99) {
        json_path::at(text.as_bytes(), line, column);
        let _ = Date::new(text.as_str());
        let _ = Template::parse(&text);
        // Whatever is taken as a URL says the same when it is read again, and a refused link stays refused.
        if let Ok(url) = Url::parse(&text) {
            prop_assert_eq!(Url::parse(&url.to_string()), Ok(url));
        }
        let base = Url { secure: true, host: "h".to_owned(), path: "/api".to_owned(), query: None };
        for route in [Route::Direct, Route::Path("/p".to_owned()), Route::Prefix("https://r/".to_owned())] {
            if let Ok(url) = route.upstream_url(&base, "https://page", &text) {
                prop_assert!(url.is_below(&base));
            }
        }
    }
}
