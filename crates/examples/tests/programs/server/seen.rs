//! Requests as the server sees them, and what it expects of them.

use apimark_runtime::client::azure_core::http::Url;
use hyper::body::Bytes;
use hyper::{HeaderMap, Method};
use serde_json::Value;
use uuid::Uuid;

/// The token that clients in tests have.
pub(crate) const TOKEN: &str = "secret";

/// Which of the server's origins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The service's own.
    Graph,
    /// Where bytes are stored.
    Elsewhere,
}

/// Where the server's origins are.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    pub(crate) graph: String,
    pub(crate) elsewhere: String,
}

/// What is wrong with a request.
#[derive(Debug)]
pub(crate) struct Wrong(pub(crate) String);

/// A request.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) at: Origin,
    pub(crate) places: Places,
    pub(crate) method: Method,
    /// Still percent-encoded.
    pub(crate) path: String,
    /// Decoded.
    pub(crate) query: Vec<(String, String)>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Seen {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// Method and path, for matching.
    pub(crate) fn line(&self) -> (&str, &str) {
        (self.method.as_str(), &self.path)
    }

    /// A URL of the service itself.
    pub(crate) fn graph(&self, path: &str) -> String {
        format!("{}{path}", self.places.graph)
    }

    /// A URL of the other origin.
    pub(crate) fn elsewhere(&self, path: &str) -> String {
        format!("{}{path}", self.places.elsewhere)
    }

    /// These query options and no others, in any order.
    pub(crate) fn expect_query(&self, wanted: &[(&str, &str)]) -> Result<(), Wrong> {
        let mut wanted: Vec<_> =
            wanted.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let mut seen = self.query.clone();
        wanted.sort();
        seen.sort();
        same("query", &seen, &wanted)
    }

    /// This header with this value, or without it.
    pub(crate) fn expect_header(&self, name: &str, wanted: Option<&str>) -> Result<(), Wrong> {
        same(name, &self.header(name), &wanted)
    }

    /// This JSON and nothing else.
    pub(crate) fn expect_json(&self, wanted: &Value) -> Result<(), Wrong> {
        same("body", &self.json()?, wanted)
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Result<Value, Wrong> {
        self.expect_header("content-type", Some("application/json"))?;
        serde_json::from_slice(&self.body).map_err(|error| Wrong(error.to_string()))
    }

    /// No operation is called like this.
    pub(crate) fn unknown<T>(&self) -> Result<T, Wrong> {
        Err(Wrong(format!("nothing at {:?} is called like this", self.at)))
    }

    /// What holds for every request: the token goes to the service and nowhere else; the client says who
    /// it is and gives the request an id; what has no body does not say of what type it is.
    pub(super) fn check(&self) -> Result<(), Wrong> {
        let token = format!("Bearer {TOKEN}");
        let token = (self.at == Origin::Graph).then_some(token.as_str());
        self.expect_header("authorization", token)?;
        if self.header("user-agent").is_none() {
            return Err(Wrong("no user agent".to_owned()));
        }
        let id = self.header("client-request-id").unwrap_or_default();
        Uuid::parse_str(id).map_err(|error| Wrong(format!("client-request-id: {error}")))?;
        if self.body.is_empty() {
            self.expect_header("content-type", None)?;
        }
        if self.method == Method::GET && !self.body.is_empty() {
            return Err(Wrong("GET with a body".to_owned()));
        }
        Ok(())
    }
}

/// Path and decoded query.
pub(super) fn split(base: &str, target: &str) -> (String, Vec<(String, String)>) {
    let url = Url::parse(&format!("{base}{target}")).unwrap();
    let query = url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned()));
    (url.path().to_owned(), query.collect())
}

pub(crate) fn same<T: PartialEq + std::fmt::Debug>(
    what: &str,
    seen: &T,
    wanted: &T,
) -> Result<(), Wrong> {
    if seen == wanted {
        return Ok(());
    }
    Err(Wrong(format!("{what}: {seen:?} instead of {wanted:?}")))
}
