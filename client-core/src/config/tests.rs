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

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    let mark = mark.then_some('\u{feff}');
    mark.into_iter().chain(text.chars()).collect::<String>().encode_utf16().flat_map(bytes).collect()
}

#[test]
fn what_is_no_json_file_is_told_from_one_with_a_fault() {
    type Bytes = fn(u16) -> [u8; 2];
    let (little, big): (Bytes, Bytes) = (u16::to_le_bytes, u16::to_be_bytes);
    let latin_1 = GOOD.replace("Acronis EU", "Büro").chars().map(|one| one as u8).collect();
    let begun_by = |comment: &str| format!("{comment}\n{GOOD}").into_bytes();
    let beside = |comment: &str| GOOD.replace("\"id\":", &format!("{comment}\n\"id\":")).into_bytes();
    let behind = |comment: &str| format!("{GOOD} {comment}").into_bytes();
    let quoted = |open: &str, close: &str| {
        GOOD.replace("\"Acronis EU\"", &format!("{open}Acronis EU{close}")).into_bytes()
    };
    let table: Vec<(Vec<u8>, Problem, &str)> = vec![
        (b"".to_vec(), Problem::NotJson, "it is empty"),
        (b" \r\n".to_vec(), Problem::NotJson, "it is empty"),
        (b"\xef\xbb\xbf".to_vec(), Problem::NotJson, "it is empty"),
        (b"<!DOCTYPE html><html>".to_vec(), Problem::WebPage, "sign in there"),
        (b"\xef\xbb\xbf\n<html>".to_vec(), Problem::WebPage, "no config.json beside the page"),
        (utf16(GOOD, little, true), Problem::Encoding, "saved as UTF-16; save it as UTF-8"),
        (utf16(GOOD, big, true), Problem::Encoding, "saved as UTF-16"),
        (utf16(GOOD, little, false), Problem::Encoding, "saved as UTF-16"),
        (utf16(GOOD, big, false), Problem::Encoding, "saved as UTF-16"),
        (vec![0xff, 0xfe, 0, 0, b'{', 0, 0, 0], Problem::Encoding, "saved as UTF-32"),
        (latin_1, Problem::Encoding, "a letter is not in UTF-8"),
        (b"null".to_vec(), Problem::Field, "the file holds null; it must hold an object"),
        (b"true\n".to_vec(), Problem::Field, "the file holds true"),
        (b"[]".to_vec(), Problem::Field, "the file holds a list"),
        (b"[null, [{\"id\": \"a\"}]]".to_vec(), Problem::Field, "the file holds a list"),
        (format!("[{GOOD}]").into_bytes(), Problem::Field, "the file holds a list"),
        (b"\"connections\"".to_vec(), Problem::Field, "the file holds a text"),
        (b"-7".to_vec(), Problem::Field, "the file holds a number"),
        (begun_by("// ours"), Problem::NotJson, "holds a comment"),
        (begun_by("/* ours */"), Problem::NotJson, "holds a comment"),
        (begun_by("# ours"), Problem::NotJson, "holds a comment"),
        (beside("// ours"), Problem::NotJson, "holds a comment"),
        (beside("/* ours */"), Problem::NotJson, "holds a comment"),
        (beside("# ours"), Problem::NotJson, "holds a comment"),
        (behind("// ours"), Problem::NotJson, "holds a comment"),
        (quoted("'", "'"), Problem::NotJson, "not in single ones"),
        (quoted("“", "”"), Problem::NotJson, "not in typographic ones"),
        (quoted("„", "“"), Problem::NotJson, "not in typographic ones"),
    ];
    for (bytes, problem, words) in table {
        let shown = String::from_utf8_lossy(&bytes).chars().take(30).collect::<String>();
        let error = Config::parse(&bytes).expect_err(&shown);
        assert_eq!(error.problem, problem, "{shown}: {error}");
        assert!(error.detail.contains(words), "{shown}: {error}");
    }
    let marked = [b"\xef\xbb\xbf", GOOD.as_bytes()].concat();
    assert_eq!(Config::parse(marked), Config::parse(GOOD));
}

#[test]
fn a_list_is_no_object_anywhere() {
    let route = r#"{ "kind": "path", "prefix": "/proxy/acronis/" }"#;
    let whole = &GOOD[GOOD.find("    {").unwrap()..=GOOD.rfind("    }").unwrap() + 4];
    for (from, to, field) in [
        (route, r#"["path", "/proxy/acronis", null]"#, "connections[0].route"),
        (r#"["bearer"]"#, r#"["bearer"], "options": [null, 5, null, []]"#, "connections[0].options"),
        (r#"["bearer"]"#, r#"[["bearer", null, [], null, null]]"#, "connections[0].sign_in[0][0]"),
        (whole, r#"["a", "acronis", "A", "https://a.example", {"kind": "direct"}]"#, "connections[0]"),
    ] {
        let error = Config::parse(GOOD.replace(from, to)).unwrap_err();
        assert_eq!((error.problem, error.field.as_deref()), (Problem::Field, Some(field)), "{error}");
        assert!(error.detail.contains("an object"), "{error}");
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
    assert_eq!(Config::parse(" ".repeat(text::MAX_BYTES + 1)).unwrap_err().problem, Problem::TooLarge);
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

#[test]
fn what_may_outlive_a_page() {
    let with = |session: &str| Config::parse(GOOD.replacen('{', &format!("{{{session}"), 1));
    for (said, mode) in [
        ("", SessionMode::Tabs),
        (r#""session": "tabs","#, SessionMode::Tabs),
        (r#""session": "tab","#, SessionMode::Tab),
        (r#""session": "memory","#, SessionMode::Memory),
    ] {
        assert_eq!(with(said).unwrap().session, mode, "{said}");
    }
    let odd = with(r#""session": "forever","#).unwrap_err();
    assert_eq!(odd.field.as_deref(), Some("session"));
    assert!(odd.detail.contains("`memory`, `tab`, `tabs`"), "{odd}");
}

/// `TENANTRY_WRITE=1 cargo test` writes it anew.
#[test]
fn the_committed_schema_is_fresh() {
    let path = "../config.schema.json";
    let fresh = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
    if std::env::var_os("TENANTRY_WRITE").is_some() {
        std::fs::write(path, &fresh).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), fresh, "config.schema.json is stale");
}
