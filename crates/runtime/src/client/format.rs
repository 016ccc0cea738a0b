//! In which form JSON is asked for and sent.

use azure_core::http::headers::{ACCEPT, HeaderName, Headers};

use crate::{Body, FromBody, Request};

/// A version of OData, of those whose JSON is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ODataVersion {
    /// 4.0: annotations are spelled `@odata.nextLink`.
    V4_0,
    /// 4.01: annotations may also be spelled `@nextLink`.
    V4_01,
}

impl ODataVersion {
    /// As in a header.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::V4_0 => "4.0",
            Self::V4_01 => "4.01",
        }
    }
}

/// What a client says of the form of JSON in each of its requests.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Format {
    pub(super) version: Option<ODataVersion>,
    /// Whether 64-bit integers and decimals are strings.
    pub(super) ieee754: bool,
}

/// What an answer is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Json,
    /// The bare number of objects.
    Text,
    /// Media, or a raw value, of any type.
    Bytes,
}

impl Asked {
    pub(super) fn by<T: FromBody>(request: &Request<T>) -> Self {
        match request.path().rsplit('/').next() {
            Some("$value") => Self::Bytes,
            _ if !T::JSON => Self::Bytes,
            Some("$count") => Self::Text,
            _ => Self::Json,
        }
    }
}

const JSON: &str = "application/json";
const JSON_WITH_STRINGS: &str = "application/json;IEEE754Compatible=true";
pub(super) const MAX_VERSION: HeaderName = HeaderName::from_static("odata-maxversion");
pub(super) const VERSION: HeaderName = HeaderName::from_static("odata-version");

impl Format {
    /// The media type of JSON.
    pub(super) fn json(self) -> &'static str {
        if self.ieee754 { JSON_WITH_STRINGS } else { JSON }
    }

    /// The media type to ask for; `None` for any.
    pub(super) fn media_type(self, asked: Asked) -> Option<&'static str> {
        match asked {
            Asked::Json => Some(self.json()),
            Asked::Text => Some("text/plain"),
            Asked::Bytes => None,
        }
    }

    /// The bytes of a body, and their media type.
    pub(super) fn body(self, body: &Body) -> (&[u8], Option<&str>) {
        match body {
            Body::Json { .. } if self.ieee754 => (body.as_bytes_with_strings(), Some(self.json())),
            _ => (body.as_bytes(), body.media_type()),
        }
    }

    /// What every request says.
    pub(super) fn headers(self, asked: Asked) -> Headers {
        let mut headers = Headers::new();
        if let Some(accept) = self.media_type(asked) {
            headers.insert(ACCEPT, accept);
        }
        if let Some(version) = self.version {
            headers.insert(MAX_VERSION, version.as_str());
        }
        headers
    }
}
