//! What JavaScript hands over, checked: a fault here is the caller's, and nothing has been sent.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};
use tenantry_core::Secret;
use tenantry_core::config::{Config, ConnectionConfig};
use tenantry_core::connection::Credentials;
use tenantry_core::ionos::{
    BackupUnitChange, ContractNumber, NewBackupUnit, Properties, ResponseOptions, UnitId, tasks::Action,
};

/// Where the API is, and who asks.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Configuration {
    /// The API's base URL.
    pub host: String,
    /// A path on the page's own origin that stands for the API's origin: the way there for a browser.
    #[serde(default)]
    pub proxy: Option<String>,
    /// The page's own origin, where there is a page.
    #[serde(default)]
    pub page_origin: String,
    /// The user's login.
    #[serde(default)]
    pub username: Option<String>,
    /// The user's password.
    #[serde(default)]
    pub password: Option<Secret>,
    /// A token, instead of name and password.
    #[serde(default)]
    pub api_key: Option<Secret>,
    /// What stands before the token; nothing where it is left out.
    #[serde(default)]
    pub api_key_prefix: Option<String>,
}

impl Configuration {
    /// The connection that it means.
    pub fn connection(&self) -> Result<ConnectionConfig, String> {
        let route = match &self.proxy {
            Some(prefix) => serde_json::json!({ "kind": "path", "prefix": prefix }),
            None => serde_json::json!({ "kind": "direct" }),
        };
        let connection = serde_json::json!({
            "id": "client", "vendor": "ionos", "label": "client", "upstream": self.host, "route": route,
        });
        let text = serde_json::json!({ "connections": [connection] }).to_string();
        let config = Config::parse(&text).map_err(|error| format!("host or proxy: {}", error.detail))?;
        config.connections.into_iter().next().ok_or_else(|| "host: missing".to_owned())
    }

    /// With what it signs in, if with anything.
    pub fn credentials(&self) -> Option<Credentials> {
        if let Some(token) = &self.api_key {
            let prefix = self.api_key_prefix.clone().unwrap_or_default();
            return Some(Credentials::Prefixed { prefix, token: token.clone() });
        }
        let (username, password) = (self.username.clone()?, self.password.clone()?);
        Some(Credentials::Basic { username, password })
    }
}

/// The parameters of an operation.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Arguments {
    /// Which backup unit.
    pub backupunit_id: Option<UnitId>,
    /// The body of a write.
    pub body: Option<serde_json::Value>,
    /// `pretty`.
    pub pretty: Option<bool>,
    /// `depth`.
    #[serde(deserialize_with = "depth")]
    pub depth: Option<u8>,
    /// `X-Contract-Number`.
    pub x_contract_number: Option<ContractNumber>,
    /// What a task does.
    pub action: Option<Action>,
    /// Where the status of a task is told.
    pub location: Option<String>,
    /// How long to wait for the end of a task.
    #[serde(deserialize_with = "timeout_ms")]
    pub timeout_ms: Option<f64>,
}

/// The contract's limits: JavaScript has but one kind of number.
fn depth<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<u8>, D::Error> {
    match Option::<f64>::deserialize(from)? {
        Some(number) if !(0.0..=10.0).contains(&number) || number.fract() != 0.0 => {
            Err(serde::de::Error::custom(format!("depth is a whole number from 0 to 10, not {number}")))
        }
        number => Ok(number.map(|number| number as u8)),
    }
}

fn timeout_ms<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<f64>, D::Error> {
    match Option::<f64>::deserialize(from)? {
        Some(number) if number < 0.0 => {
            Err(serde::de::Error::custom(format!("timeoutMs is a number of milliseconds, not {number}")))
        }
        number => Ok(number),
    }
}

impl Arguments {
    /// Reads them.
    pub fn read(text: &str) -> Result<Arguments, String> {
        serde_json::from_str(text).map_err(|error| words(&error))
    }

    /// How the answer is shown.
    pub fn options(&self) -> ResponseOptions {
        ResponseOptions { pretty: self.pretty, depth: self.depth, contract_number: self.x_contract_number }
    }

    /// The id, which must be there.
    pub fn id(&self) -> Result<UnitId, String> {
        self.backupunit_id.clone().ok_or_else(|| "backupunitId is missing".to_owned())
    }

    fn body<T: serde::de::DeserializeOwned>(&self) -> Result<T, String> {
        let body = self.body.clone().ok_or("the backup unit to send is missing")?;
        serde_json::from_value(body).map_err(|error| words(&error))
    }

    /// A unit to be created.
    pub fn new_unit(&self) -> Result<NewBackupUnit, String> {
        let BackupUnitBody { properties: Known { name, password, email }, .. } = self.body()?;
        let name = name.ok_or("properties.name is missing")?;
        Ok(NewBackupUnit { name, password, email })
    }

    /// A unit to be replaced, and what else was read of it: that goes back as it came. Its name is read-only and is
    /// left out.
    pub fn replaced(&self) -> Result<(BackupUnitChange, Properties), String> {
        let BackupUnitBody { properties: Whole { password, email, others }, .. } = self.body()?;
        Ok((BackupUnitChange { password, email }, others.into()))
    }

    /// Properties to be changed. The name is read-only and is left out.
    pub fn change(&self) -> Result<BackupUnitChange, String> {
        let Known { password, email, .. } = self.body()?;
        Ok(BackupUnitChange { password, email })
    }
}

fn words(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.rsplit_once(" at line ").map_or(words.as_str(), |(detail, _)| detail).to_owned()
}

/// `BackupUnit` as it is sent; what is read-only may stand in it and is left out, a misspelt field may not.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BackupUnitBody<P> {
    properties: P,
    #[serde(default, rename = "id")]
    _id: IgnoredAny,
    #[serde(default, rename = "type")]
    _type: IgnoredAny,
    #[serde(default, rename = "href")]
    _href: IgnoredAny,
    #[serde(default, rename = "metadata")]
    _metadata: IgnoredAny,
}

/// The properties that this version knows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    password: Option<Secret>,
    #[serde(default)]
    email: Option<String>,
}

/// All properties: a replacement takes away what it does not send, so what this version does not know is sent too.
#[derive(Deserialize)]
struct Whole {
    #[serde(default)]
    password: Option<Secret>,
    #[serde(default)]
    email: Option<String>,
    #[serde(flatten)]
    others: Map<String, Value>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_the_caller_are_told() {
        let wrong = |text: &str| Arguments::read(text).err().unwrap_or_default();
        assert!(wrong(r#"{"xContractNumber":"abc"}"#).contains("expected"));
        assert!(wrong(r#"{"xContractNumber":1.5}"#).contains("contract number"));
        assert!(wrong(r#"{"backupunitId":".."}"#).contains("not an id"));
        assert!(wrong(r#"{"dept":1}"#).contains("unknown field `dept`"));
        for depth in ["11", "-1", "1.5", "10.000001", "255", "256", "1e300", "-0.5"] {
            assert!(wrong(&format!(r#"{{"depth":{depth}}}"#)).contains("from 0 to 10"), "{depth}");
        }
        for number in ["0", "-1", "1.5", "2147483648", "1e300"] {
            let words = wrong(&format!(r#"{{"xContractNumber":{number}}}"#));
            assert!(words.contains("contract number"), "{number}: {words}");
        }
        for depth in ["0", "10", "10.0", "null"] {
            assert!(Arguments::read(&format!(r#"{{"depth":{depth}}}"#)).is_ok(), "{depth}");
        }
        assert!(wrong(r#"{"timeoutMs":-1}"#).contains("milliseconds"));
        let body = |text: &str| Arguments::read(&format!(r#"{{"body":{text}}}"#)).unwrap().new_unit();
        assert!(body(r#"{"properties":{}}"#).unwrap_err().contains("name is missing"));
        assert!(body(r#"{"properties":{"nam":"x"}}"#).unwrap_err().contains("unknown field `nam`"));
        let whole =
            r#"{"id":"u","type":"backupunit","href":"x","metadata":{"etag":"x"},"properties":{"name":"n"}}"#;
        assert_eq!(body(whole).unwrap().name, "n");
    }

    #[test]
    fn a_replacement_takes_along_what_it_does_not_know() {
        let body = r#"{"body":{"id":"u","properties":{"name":"n","email":"e@x.example","password":"p","odd":{"a":[1]},"null":null}}}"#;
        let (change, told) = Arguments::read(body).unwrap().replaced().unwrap();
        assert_eq!(change.email.as_deref(), Some("e@x.example"));
        assert!(change.password.is_some());
        let others: Vec<_> = told.iter().map(|(name, value)| format!("{name}={value}")).collect();
        assert_eq!(others, ["name=\"n\"", "null=null", "odd={\"a\":[1]}"]);
    }

    #[test]
    fn a_configuration_means_a_connection() {
        let read = |text: &str| serde_json::from_str::<Configuration>(text).unwrap();
        let wrong = read(r#"{"host":"api.example"}"#).connection().unwrap_err();
        assert!(wrong.contains("absolute URL"), "{wrong}");
        let through = read(r#"{"host":"https://h/v6","proxy":"/proxy/ionos/","pageOrigin":"https://page"}"#);
        let route = through.connection().unwrap().route;
        assert_eq!(route, tenantry_core::route::Route::Path("/proxy/ionos".to_owned()));
        let elsewhere = read(r#"{"host":"https://h","proxy":"https://evil"}"#).connection().unwrap_err();
        assert!(elsewhere.contains("page's origin"), "{elsewhere}");
        let by_token = read(r#"{"host":"https://h/cloudapi/v6/","apiKey":"t","apiKeyPrefix":"Bearer"}"#);
        assert_eq!(by_token.connection().unwrap().upstream.to_string(), "https://h/cloudapi/v6");
        assert!(
            matches!(by_token.credentials(), Some(Credentials::Prefixed { prefix, .. }) if prefix == "Bearer")
        );
        let by_password = read(r#"{"host":"https://h","username":"u","password":"p"}"#).credentials();
        assert!(matches!(by_password, Some(Credentials::Basic { .. })));
        assert!(read(r#"{"host":"https://h"}"#).credentials().is_none());
    }
}
