//! Where the URL lives: in the browser's address bar, or in memory for a screen in somebody else's page.

/// Reads and moves a URL. A URL here is a path with a query, such as `/acronis-eu/tenants?q=x`.
pub trait Navigator {
    /// The URL now.
    fn url(&self) -> String;
    /// What a link to a URL has as its `href`.
    fn href(&self, url: &str) -> String;
    /// The URL that an `href` of the console's own means; `None` for any other link.
    fn url_of(&self, href: &str) -> Option<String>;
    /// Moves there; going back comes back here.
    fn push(&self, url: &str);
    /// Changes the URL in place: going back leads past it.
    fn replace(&self, url: &str);
    /// Tells of moves that the screen did not make itself, such as the browser's Back.
    fn on_move(&self, moved: Box<dyn Fn()>);
}
