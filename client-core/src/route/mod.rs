//! How an upstream URL becomes the URL that is fetched, and how an absolute link in an answer becomes an
//! upstream URL again. One pure function each way.

mod template;
mod url;

pub use template::Template;
pub use url::Url;

/// The way from the page to a vendor's API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The browser fetches the upstream URL itself.
    Direct,
    /// A prefix on the page's own origin stands for the upstream's origin; the whole upstream path follows.
    Path(String),
    /// A relay's URL, directly followed by the whole upstream URL.
    Prefix(String),
    /// A relay's URL with placeholders.
    Template(Template),
}

/// A link in an answer that is not followed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the link {link} does not lead to {expected}")]
pub struct LinkRefused {
    /// The link as the server gave it.
    pub link: String,
    /// Where the connection's links must lead.
    pub expected: String,
}

impl Route {
    /// The URL to fetch for an upstream URL. For [`Route::Path`] it is relative to the page's origin.
    pub fn fetch_url(&self, upstream: &Url) -> String {
        match self {
            Route::Direct => upstream.to_string(),
            Route::Path(prefix) => format!("{prefix}{}{}", upstream.path, upstream.query_part()),
            Route::Prefix(relay) => format!("{relay}{upstream}"),
            Route::Template(template) => template.fill(upstream),
        }
    }

    /// The upstream URL that a link in an answer means. `base` is the connection's upstream base URL, `page`
    /// the page's own origin. A link may come as the vendor wrote it, or rewritten by the proxy; a link that
    /// leaves the base URL is refused, because the credentials would follow it.
    pub fn upstream_url(&self, base: &Url, page: &str, link: &str) -> Result<Url, LinkRefused> {
        let refused = || LinkRefused { link: link.chars().take(200).collect(), expected: base.to_string() };
        let candidate = self.unrouted(base, page, link).unwrap_or_else(|| absolute(base, link));
        Url::parse(&candidate).ok().filter(|url| url.is_below(base)).ok_or_else(refused)
    }

    /// The upstream URL inside a link that already carries the route, where it does.
    fn unrouted(&self, base: &Url, page: &str, link: &str) -> Option<String> {
        match self {
            Route::Direct => None,
            Route::Path(prefix) => {
                let own_path = link.strip_prefix(page).filter(|_| !page.is_empty()).unwrap_or(link);
                let rest = own_path.strip_prefix(prefix.as_str())?;
                rest.starts_with('/').then(|| format!("{}{rest}", base.origin()))
            }
            Route::Prefix(relay) => link.strip_prefix(relay.as_str()).map(str::to_owned),
            Route::Template(template) => template.unfill(link, base.scheme()),
        }
    }
}

/// An absolute path stands on the upstream's origin; a scheme-relative link takes the upstream's scheme.
fn absolute(base: &Url, link: &str) -> String {
    if link.starts_with("//") {
        format!("{}:{link}", base.scheme())
    } else if link.starts_with('/') {
        format!("{}{link}", base.origin())
    } else {
        link.to_owned()
    }
}

#[cfg(test)]
mod tests;
