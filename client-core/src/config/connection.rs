//! One connection of the configuration: whose API, where it is, and the way to it.

use serde::Deserialize;

use super::id::ConnectionId;
use super::object::object;
use super::sign_in::{SignIn, SignInOption};
use crate::catalogue::Vendor;
use crate::route::{Route, Template, Url};
use crate::vendors::options::{self, ContractNumber};

/// One vendor account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConnectionConfig {
    /// Short name, part of the page's URLs.
    pub id: ConnectionId,
    /// Whose API it is.
    pub vendor: Vendor,
    /// The name that people see.
    pub label: String,
    /// The API's base URL as the vendor gives it, such as `https://eu2-cloud.acronis.com/api/2`,
    /// `https://api.ionos.com/cloudapi/v6` or `https://cpm.example.com`.
    #[serde(deserialize_with = "upstream")]
    #[cfg_attr(any(test, feature = "schema"), schemars(with = "String"))]
    pub upstream: Url,
    /// How the browser gets there: the CORS proxy.
    #[serde(deserialize_with = "route")]
    #[cfg_attr(any(test, feature = "schema"), schemars(with = "RouteFields"))]
    pub route: Route,
    /// The ways to sign in that the form offers, in this order; all that the vendor has where it is left out.
    #[serde(default)]
    #[cfg_attr(any(test, feature = "schema"), schemars(with = "Vec<super::sign_in::WordOrFields>"))]
    pub sign_in: Vec<SignInOption>,
    /// Further choices.
    #[serde(default, deserialize_with = "object")]
    pub options: Options,
}

/// Further choices for a connection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Options {
    /// A path on the page's own origin that answers with the accounts of a sandbox. The sign-in form then
    /// offers them. Never for a real account.
    pub sandbox_accounts: Option<String>,
    /// Tenants asked for in one page of a list, 1 to 10000; 5000 where it is left out.
    #[serde(deserialize_with = "page_size")]
    pub page_size: Option<u32>,
    /// IONOS: the contract that requests are for, of a user who has several.
    pub contract_number: Option<ContractNumber>,
    /// IONOS: further contracts to choose from.
    pub contract_numbers: Vec<ContractNumber>,
}

/// A route as it stands in the file.
#[derive(Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct RouteFields {
    /// `direct`, `path`, `prefix` or `template`.
    kind: RouteKind,
    /// For `path`: a path on the page's own origin, such as `/proxy/acronis`, that stands for the upstream's
    /// origin. For `prefix`: the relay's URL, which the whole upstream URL follows.
    #[serde(default)]
    prefix: Option<String>,
    /// For `template`: the relay's URL with `{url}`, or with `{host}`, `{path}`, `{query}` (and `{scheme}`).
    #[serde(default)]
    template: Option<String>,
}

#[derive(Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
enum RouteKind {
    Direct,
    Path,
    Prefix,
    Template,
}

impl TryFrom<RouteFields> for Route {
    type Error = String;

    fn try_from(fields: RouteFields) -> Result<Route, String> {
        let RouteFields { kind, prefix, template } = fields;
        match (kind, prefix, template) {
            (RouteKind::Direct, None, None) => Ok(Route::Direct),
            (RouteKind::Path, Some(prefix), None) => path_prefix(&prefix).map(Route::Path),
            (RouteKind::Prefix, Some(relay), None) => Url::parse(&relay).map(|_| Route::Prefix(relay)),
            (RouteKind::Template, None, Some(template)) => Template::parse(&template).map(Route::Template),
            (RouteKind::Direct, ..) => Err("a route of kind `direct` has no further fields".to_owned()),
            (RouteKind::Path, ..) => {
                Err("a route of kind `path` has `prefix`, such as `/proxy/acronis`, and nothing else"
                    .to_owned())
            }
            (RouteKind::Prefix, ..) => Err(
                "a route of kind `prefix` has `prefix`, such as `https://relay.example/`, and nothing else"
                    .to_owned(),
            ),
            (RouteKind::Template, ..) => {
                Err("a route of kind `template` has `template`, and nothing else".to_owned())
            }
        }
    }
}

/// A prefix becomes part of a URL on the page's own origin: nothing in it may lead off that origin.
fn path_prefix(prefix: &str) -> Result<String, String> {
    let trimmed = prefix.trim_end_matches('/');
    let plain = |one: u8| one.is_ascii_alphanumeric() || b"/-._~".contains(&one);
    let leads_astray = trimmed.contains("//") || trimmed.split('/').any(crate::encode::is_dot_segment);
    if !trimmed.starts_with('/') || leads_astray || !trimmed.bytes().all(plain) {
        return Err(format!("`{prefix}` is not a path on this page's origin; write it as `/proxy/acronis`"));
    }
    Ok(trimmed.to_owned())
}

fn upstream<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Url, D::Error> {
    let text = String::deserialize(from)?;
    let mut url = Url::parse(&text).map_err(serde::de::Error::custom)?;
    if url.query.is_some() {
        return Err(serde::de::Error::custom("the upstream is a base URL; it has no query (`?…`)"));
    }
    url.path = url.path.trim_end_matches('/').to_owned();
    Ok(url)
}

fn route<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Route, D::Error> {
    object::<_, RouteFields>(from)?.try_into().map_err(serde::de::Error::custom)
}

fn page_size<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<u32>, D::Error> {
    match Option::<u32>::deserialize(from)? {
        Some(size) if !(1..=10_000).contains(&size) => Err(serde::de::Error::custom(format!(
            "{size} is not a page size; it is a number from 1 to 10000"
        ))),
        size => Ok(size),
    }
}

impl Vendor {
    /// The ways to sign in that the vendor has, as far as the console knows them.
    pub fn sign_ins(self) -> &'static [SignIn] {
        match self {
            Vendor::Acronis => &[SignIn::ClientCredentials, SignIn::Bearer],
            Vendor::Ionos => &[SignIn::Basic, SignIn::Bearer],
            Vendor::Cpm => &[SignIn::Bearer],
        }
    }
}

impl ConnectionConfig {
    /// What the configuration says of a way to sign in, where it offers that way.
    pub fn sign_in_option(&self, kind: SignIn) -> Option<&SignInOption> {
        self.sign_in.iter().find(|one| one.kind() == kind)
    }

    /// The headers that requests carry by the options, where an operation takes them.
    pub fn default_headers(&self) -> Vec<(&'static str, String)> {
        options::default_headers(self.options.contract_number)
    }

    /// What one field alone cannot know: that it fits the vendor and the upstream. Fills in what was left out.
    pub(super) fn validate(&mut self) -> Result<(), String> {
        let offered = self.vendor.sign_ins();
        if let Some(odd) = self.sign_in.iter().find(|one| !offered.contains(&one.kind())) {
            let (odd, vendor) = (odd.kind().word(), self.vendor.word());
            let words: Vec<_> = offered.iter().map(|one| format!("`{}`", one.word())).collect();
            return Err(format!("`{vendor}` has no sign-in `{odd}`; it has {}", words.join(" and ")));
        }
        self.sign_in.iter().try_for_each(|one| one.check_addresses(&self.upstream))?;
        if self.sign_in.is_empty() {
            self.sign_in = offered.iter().copied().map(SignInOption::from).collect();
        }
        let names_contracts =
            self.options.contract_number.is_some() || !self.options.contract_numbers.is_empty();
        options::check(self.vendor, names_contracts)
    }
}

impl Vendor {
    fn word(self) -> &'static str {
        match self {
            Vendor::Acronis => "acronis",
            Vendor::Ionos => "ionos",
            Vendor::Cpm => "cpm",
        }
    }
}
