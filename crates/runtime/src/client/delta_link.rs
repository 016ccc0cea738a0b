//! Where to go on with the changes to a collection.

use std::fmt;

use azure_core::http::Url;
use serde::{Deserialize, Serialize};

/// A place in the history of a collection: a URL that only the service can read. Store it as text or with
/// serde. Links of other origins than the client's are refused when they are used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DeltaLink(String);

impl DeltaLink {
    pub(super) fn at(url: &Url) -> Self {
        Self(url.to_string())
    }

    /// A link as it came, which nobody has read as yet.
    pub(super) fn unread(text: String) -> Self {
        Self(text)
    }

    /// The URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DeltaLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<DeltaLink> for String {
    fn from(link: DeltaLink) -> Self {
        link.0
    }
}
