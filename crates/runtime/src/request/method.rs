//! HTTP methods.

use std::fmt;

/// An HTTP method.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Method(&'static str);

#[allow(missing_docs, reason = "the standard's own names")]
impl Method {
    pub const DELETE: Self = Self("DELETE");
    pub const GET: Self = Self("GET");
    pub const HEAD: Self = Self("HEAD");
    pub const OPTIONS: Self = Self("OPTIONS");
    pub const PATCH: Self = Self("PATCH");
    pub const POST: Self = Self("POST");
    pub const PUT: Self = Self("PUT");
}

impl Method {
    /// As in the request line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
