//! Where the service is: its place for this client, its other names, and whom links may lead to besides.

use azure_core::http::Url;

use super::Error;
use super::origin::{is_protected, same_origin};

/// The places that a client knows.
#[derive(Clone, Debug)]
pub(super) struct Places {
    /// Where requests go, with the token.
    pub(super) base: Url,
    /// What the service calls its own place. Links there are meant for `base`.
    pub(super) names: Vec<Url>,
    /// Where links to further pages may lead, without the token.
    pub(super) allowed: Vec<Url>,
}

impl Places {
    /// The URL at this client's place, if it is one below a name of the service: `documented`, the root that
    /// the documentation states, or one of the names that the client was told. Others stay as they are.
    ///
    /// A name is an origin and a path. What the URL has behind them follows the client's own.
    pub(super) fn at_home(&self, documented: &str, url: Url) -> Url {
        if same_origin(&url, &self.base) {
            return url;
        }
        // Requests keep the path of the documented root and replace its origin; so do links.
        let documented = Url::parse(documented).ok().and_then(|it| it.join("/").ok());
        let names = documented.iter().chain(&self.names);
        match names.into_iter().find_map(|name| below(name, &url)) {
            Some(path) => self.moved(&url, path),
            None => url,
        }
    }

    /// The same places, and one more name.
    pub(super) fn and_known_as(mut self, name: &str) -> Self {
        self.names.extend(Url::parse(name));
        self
    }

    fn moved(&self, url: &Url, path: &str) -> Url {
        let mut moved = self.base.clone();
        moved.set_path(&format!("{}{path}", self.base.path().trim_end_matches('/')));
        moved.set_query(url.query());
        moved
    }

    /// Whether a link to a further page may lead there.
    pub(super) fn is_allowed(&self, url: &Url) -> bool {
        self.allowed.iter().any(|it| same_origin(it, url))
    }
}

/// The path of `url` below `name`, with a slash at its begin.
fn below<'a>(name: &Url, url: &'a Url) -> Option<&'a str> {
    if !same_origin(name, url) {
        return None;
    }
    let path = url.path().strip_prefix(name.path().trim_end_matches('/'))?;
    path.starts_with('/').then_some(path)
}

/// A place as it was given to the builder.
pub(super) fn parse_place(what: &str, text: &str) -> Result<Url, Error> {
    let refuse = |reason: &str| Err(Error::Configuration(format!("{what} `{text}`: {reason}")));
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(error) => return refuse(&error.to_string()),
    };
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Error::Configuration(format!("the {what} holds a user name or password")));
    }
    if !url.origin().is_tuple() {
        return refuse("it has no host");
    }
    if url.query().is_some() || url.fragment().is_some() {
        return refuse("it has a query or a fragment");
    }
    Ok(url)
}

/// The same for a place that requests are sent to.
pub(super) fn parse_protected(what: &str, text: &str) -> Result<Url, Error> {
    let url = parse_place(what, text)?;
    if is_protected(&url) {
        return Ok(url);
    }
    let reason = "neither https nor an address of this machine";
    Err(Error::Configuration(format!("{what} `{text}`: {reason}")))
}
