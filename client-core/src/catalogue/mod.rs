//! The catalogue of every operation of the three contracts. The modules below are generated
//! (`cargo xtask codegen`); nobody writes a path twice.
//!
//! It holds what is needed to send a request, and no more: each word of it is in the bytes of a page that uses it.
//! What else a contract says (descriptions, the schemas of parameters and bodies, enumerations) will be data that is
//! fetched when a generated form or table needs it, a file for each vendor that `cargo xtask build` writes from
//! contracts/, found by [`Info::vendor`] and [`Info::id`].

#[rustfmt::skip]
pub mod acronis;
#[rustfmt::skip]
pub mod cpm;
#[rustfmt::skip]
pub mod ionos;

/// The three vendors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[cfg_attr(any(test, feature = "schema"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Vendor {
    /// Acronis Account Management API v2.
    Acronis,
    /// IONOS Cloud API v6: Backup Service and User management.
    Ionos,
    /// N2WS Cloud Protection Manager RESTful API 1.4.
    Cpm,
}

impl Vendor {
    /// As people call it.
    pub fn name(self) -> &'static str {
        match self {
            Vendor::Acronis => "Acronis",
            Vendor::Ionos => "IONOS",
            Vendor::Cpm => "N2WS",
        }
    }
}

/// The path under which most of a vendor's operations stand, as the configured upstream ends.
pub fn base(vendor: Vendor) -> &'static str {
    match vendor {
        Vendor::Acronis => acronis::BASE,
        Vendor::Ionos => ionos::BASE,
        Vendor::Cpm => cpm::BASE,
    }
}

/// An operation with `N` parameters in its path, so that a call with too few or too many does not compile.
#[derive(Debug)]
pub struct Operation<const N: usize>(pub Info);

/// What a contract says of one operation.
#[derive(Debug, PartialEq, Eq)]
pub struct Info {
    /// Whose operation it is.
    pub vendor: Vendor,
    /// The contract's `operationId`.
    pub id: &'static str,
    /// The request method.
    pub method: Method,
    /// What it does to the vendor's objects.
    pub effect: Effect,
    /// The path of the server URL it stands under, such as `/api/2`; empty for the root of the host.
    pub base: &'static str,
    /// The path template below the base.
    pub path: &'static str,
    /// Query and header parameters.
    pub parameters: &'static [Parameter],
    /// Media types of the request body; empty where it takes none.
    pub body: &'static [&'static str],
    /// Media types of a successful answer; empty where it has no body.
    pub answers: &'static [&'static str],
    /// The vendor's roles that may call it; empty where the contract names none.
    pub roles: &'static [&'static str],
    /// The project's own addition, not counted among the vendor's operations.
    pub addition: bool,
}

impl Info {
    /// The names of the parameters in the path, in its order. Each is a whole segment.
    pub fn path_parameters(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
    }
}

/// What an operation does to the vendor's objects. The method alone does not say it; the exceptions, with reasons,
/// stand in `xtask/src/effect.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Nothing: it reads.
    Read,
    /// It creates, changes, deletes, or sets something going.
    Write,
    /// Nothing, but it gets a token: one that nobody got changes nothing.
    Token,
    /// It is a page of the vendor's for a browser to go to, and not sent from here.
    Page,
}

impl Effect {
    /// Whether anything may be different afterwards.
    pub fn is_write(self) -> bool {
        matches!(self, Effect::Write)
    }
}

/// A query or header parameter.
#[derive(Debug, PartialEq, Eq)]
pub struct Parameter {
    /// As the vendor spells it.
    pub name: &'static str,
    /// Where it goes.
    pub place: Place,
    /// Whether a request without it is refused.
    pub required: bool,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The query string.
    Query,
    /// A header.
    Header,
}

/// A request method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Reads the headers alone.
    Head,
    /// Creates or acts.
    Post,
    /// Replaces.
    Put,
    /// Changes in part.
    Patch,
    /// Deletes.
    Delete,
}

impl Method {
    /// As it stands in a request line.
    pub fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Head => "HEAD",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }

    /// Whether the console may send it again by itself: only reads, which change nothing.
    pub fn is_read(self) -> bool {
        matches!(self, Method::Get | Method::Head)
    }
}
