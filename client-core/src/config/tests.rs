//! Good files, and for each way of being wrong the field, the line and the words.

use super::*;

const GOOD: &str = r#"{
  "$schema": "config.schema.json",
  "connections": [
    {
      "id": "acronis-eu",
      "vendor": "acronis",
      "label": "Acronis EU",
      "upstream": "https://eu2-cloud.acronis.com/api/2/",
      "route": { "kind": "path", "prefix": "/proxy/acronis/" },
      "sign_in": ["bearer"]
    }
  ]
}"#;

#[test]
fn a_good_file_is_read() {
    let config = Config::parse(GOOD).unwrap();
    let connection = config.connection("acronis-eu").unwrap();
    assert_eq!(connection.upstream.to_string(), "https://eu2-cloud.acronis.com/api/2");
    assert_eq!(connection.route, crate::route::Route::Path("/proxy/acronis".to_owned()));
    assert_eq!(connection.sign_in, [SignIn::Bearer]);
}

/// What is replaced by what in the good file; then the kind of fault, the field, the line, and words.
type WrongFile = (&'static str, &'static str, Problem, Option<&'static str>, usize, &'static str);

#[test]
fn a_wrong_file_names_field_line_and_what_is_right() {
    let table: &[WrongFile] = &[
        (
            "\"acronis\",",
            "\"akronis\",",
            Problem::Field,
            Some("connections[0].vendor"),
            6,
            "expected one of `acronis`, `ionos`, `cpm`",
        ),
        ("\"Acronis EU\"", "7", Problem::Field, Some("connections[0].label"), 7, "expected a string"),
        ("https://eu2", "ftp://eu2", Problem::Field, Some("connections[0].upstream"), 8, "use `https`"),
        ("\"path\"", "\"direct\"", Problem::Field, Some("connections[0].route"), 9, "no further fields"),
        (
            "\"path\"",
            "\"magic\"",
            Problem::Field,
            Some("connections[0].route.kind"),
            9,
            "`direct`, `path`, `prefix`, `template`",
        ),
        ("/proxy/acronis/", "//evil/", Problem::Field, Some("connections[0].route"), 9, "/proxy/acronis"),
        ("\"acronis-eu\"", "\"Acronis EU\"", Problem::Field, Some("connections[0].id"), 5, "acronis-eu"),
        ("\"sign_in\"", "\"sign_on\"", Problem::Field, Some("connections[0].sign_on"), 10, "unknown field"),
        (
            "\"label\": \"Acronis EU\",",
            "",
            Problem::Field,
            Some("connections[0]"),
            11,
            "missing field `label`",
        ),
        ("\"connections\"", "connections", Problem::NotJson, None, 3, "key must be a string"),
        ("  ]\n}", "  ]\n} x", Problem::NotJson, None, 13, "trailing characters"),
    ];
    for (from, to, problem, field, line, words) in table {
        let text = GOOD.replacen(from, to, 1);
        let error = Config::parse(&text).expect_err(to);
        assert_eq!(error.problem, *problem, "{to}: {error}");
        assert_eq!(error.field.as_deref(), *field, "{to}: {error}");
        assert_eq!(error.place.map(|(line, _)| line), Some(*line), "{to}: {error}");
        assert!(error.detail.contains(words), "{to}: {error}");
    }
}

#[test]
fn ids_are_unique_and_there_is_at_least_one() {
    let twice = GOOD.replace("    }\n  ]", "    },\n    {\"id\":\"acronis-eu\",\"vendor\":\"cpm\",\"label\":\"x\",\"upstream\":\"https://x\",\"route\":{\"kind\":\"direct\"}}\n  ]");
    let error = Config::parse(&twice).unwrap_err();
    assert!(
        error.detail.contains("second connection") && (12..=13).contains(&error.place.unwrap().0),
        "{error}"
    );
    assert!(Config::parse("{\"connections\":[]}").unwrap_err().detail.contains("at least one"));
    assert_eq!(Config::parse("").unwrap_err().problem, Problem::NotJson);
    assert_eq!(Config::parse(&" ".repeat(MAX_BYTES + 1)).unwrap_err().problem, Problem::TooLarge);
}

#[test]
fn what_does_not_fit_the_vendor_names_the_connection() {
    let ionos = GOOD.replace("\"acronis\",", "\"ionos\",");
    let with = |text: &str, sign_in: &str, options: &str| {
        let changed = text.replace("\"sign_in\": [\"bearer\"]", &format!("{sign_in}\"options\": {options}"));
        Config::parse(&changed).map(|mut config| config.connections.remove(0))
    };
    let left_out = with(&ionos, "", r#"{"contract_number": 31884391}"#).unwrap();
    assert_eq!(left_out.sign_in, [SignIn::Basic, SignIn::Bearer]);
    assert_eq!(
        left_out.options.contract_number.map(crate::vendors::ionos::ContractNumber::get),
        Some(31_884_391)
    );
    assert_eq!(with(GOOD, "", "{}").unwrap().sign_in, [SignIn::ClientCredentials, SignIn::Bearer]);
    for (text, sign_in, options, words) in [
        (ionos.as_str(), r#""sign_in": ["client_credentials"],"#, "{}", "it has `basic` and `bearer`"),
        (GOOD, r#""sign_in": ["basic"],"#, "{}", "`acronis` has no sign-in `basic`"),
        (GOOD, "", r#"{"contract_number": 5}"#, "`ionos` alone"),
        (GOOD, "", r#"{"contract_numbers": [5]}"#, "`ionos` alone"),
        (&ionos, "", r#"{"contract_numbers": [5, 0]}"#, "`0` is not a contract number"),
        (&ionos, "", r#"{"contract_number": 0}"#, "`0` is not a contract number"),
        (&ionos, "", r#"{"contract_number": 1.5}"#, "such as 31884391"),
        (&ionos, "", r#"{"contract_number": "abc"}"#, "wrong type"),
    ] {
        let error = with(text, sign_in, options).unwrap_err();
        assert!(error.detail.contains(words), "{error}");
        assert!(error.field.as_deref().is_some_and(|field| field.starts_with("connections")), "{error}");
    }
}

#[test]
fn a_sign_in_is_a_word_or_an_object() {
    let with = |sign_in: &str| {
        let text = GOOD.replace(r#"["bearer"]"#, &format!("[\n        {sign_in}\n      ]"));
        Config::parse(&text).map(|mut config| config.connections.remove(0))
    };
    let both = with(
        r#"{"kind": "bearer"}, {"kind": "client_credentials", "client_id": "c", "scopes": ["a", "b"],
        "token_url": "https://eu2-cloud.acronis.com/oauth/token"}"#,
    )
    .unwrap();
    assert_eq!(both.sign_in[0], SignIn::Bearer);
    let client = both.sign_in_option(SignIn::ClientCredentials).unwrap();
    assert_eq!(
        (client.client_id.as_deref(), client.scopes.as_slice()),
        (Some("c"), &["a".to_owned(), "b".to_owned()][..])
    );
    assert_eq!(client.token_url.as_ref().unwrap().path, "/oauth/token");
    for (sign_in, field, line, words) in [
        (r#""barer""#, "sign_in", 11, "expected one of `client_credentials`, `bearer`, `basic`"),
        (r#"{"kind": "barer"}"#, "sign_in[0].kind", 11, "expected one of `client_credentials`"),
        (r#"{"kind": "bearer", "scope": []}"#, "sign_in[0].scope", 11, "expected one of `kind`, `client_id`"),
        (r#"{"client_id": "c"}"#, "sign_in[0]", 11, "missing field `kind`"),
        (r#"{"kind": "bearer", "client_id": "c"}"#, "sign_in", 11, "`bearer` has no further fields"),
        (r#"{"kind": "client_credentials", "client_id": " "}"#, "sign_in", 11, "where people enter it"),
        (r#"{"kind": "client_credentials", "scopes": ["a b"]}"#, "sign_in", 11, "single words"),
        (r#"{"kind": "client_credentials", "scopes": "a"}"#, "sign_in", 11, "expected a sequence"),
        (r#"{"kind": "client_credentials", "token_url": "/t"}"#, "sign_in", 11, "absolute URL"),
        (r#"{"kind": "client_credentials", "token_url": "https://x/t?a"}"#, "sign_in", 11, "no query"),
        ("7", "sign_in", 11, "an object with its `kind`"),
        (
            r#"{"kind": "client_credentials", "revoke_url": "https://evil/t"}"#,
            "",
            14,
            "`https://eu2-cloud.acronis.com`",
        ),
    ] {
        let error = with(sign_in).unwrap_err();
        assert!(error.detail.contains(words), "{sign_in}: {error}");
        let found = error.field.as_deref().unwrap_or_default();
        assert!(
            found.starts_with(&format!("connections[0].{field}")) || field.is_empty(),
            "{sign_in}: {error}"
        );
        assert_eq!(error.place.map(|(line, _)| line), Some(line), "{sign_in}: {error}");
    }
    let cpm = GOOD.replace("\"acronis\",", "\"cpm\",").replace("bearer", "client_credentials");
    assert!(Config::parse(&cpm).unwrap_err().detail.contains("it has `bearer`"));
}

/// `TENANTRY_WRITE=1 cargo test` writes it anew.
#[test]
fn the_committed_schema_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../config.schema.json");
    let fresh = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
    if std::env::var_os("TENANTRY_WRITE").is_some() {
        std::fs::write(path, &fresh).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), fresh, "config.schema.json is stale");
}
