//! Links in answers that are not followed.

use std::fmt;

use crate::client::target::Target;

/// A link in an answer that must not be followed: it would send data or the token to a place that the
/// caller did not choose, or has no end.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RefusedLink {
    /// A next page or the next changes are said to be at another origin than the client's.
    OtherOrigin {
        /// The request whose answer holds the link.
        target: Target,
        /// Where it leads.
        origin: String,
    },
    /// It leads away from TLS.
    Unprotected {
        /// The request whose answer holds the link.
        target: Target,
        /// Where it leads.
        origin: String,
    },
    /// It holds a user name or password, which HTTP libraries send in place of the token or beside it.
    Credentials {
        /// The request whose answer holds the link.
        target: Target,
    },
    /// It cannot be read as a URL.
    NotAUrl {
        /// The request whose answer holds the link.
        target: Target,
    },
    /// A page names itself or one that was read before as the next one.
    Circular {
        /// The request whose answer holds the link.
        target: Target,
    },
    /// One empty page after another. The next one can still be asked for, by its link.
    EmptyPages {
        /// The request whose answer holds the link.
        target: Target,
        /// How many there were in a row.
        pages: u32,
    },
    /// One redirect after another.
    TooManyRedirects {
        /// The last request.
        target: Target,
    },
}

impl RefusedLink {
    /// The request whose answer holds the link.
    #[must_use]
    pub fn target(&self) -> &Target {
        match self {
            Self::OtherOrigin { target, .. }
            | Self::Unprotected { target, .. }
            | Self::Credentials { target }
            | Self::NotAUrl { target }
            | Self::Circular { target }
            | Self::EmptyPages { target, .. }
            | Self::TooManyRedirects { target } => target,
        }
    }
}

impl fmt::Display for RefusedLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherOrigin { target, origin } => {
                write!(f, "{target}: the link to the next page leads to another origin, {origin}")
            }
            Self::Unprotected { target, origin } => {
                write!(f, "{target}: a link leads to {origin}, which has no TLS")
            }
            Self::Credentials { target } => {
                write!(f, "{target}: a link holds a user name or password")
            }
            Self::NotAUrl { target } => write!(f, "{target}: a link is not a URL"),
            Self::Circular { target } => {
                write!(
                    f,
                    "{target}: the link to the next page leads back to one that was read before"
                )
            }
            Self::EmptyPages { target, pages } => {
                write!(
                    f,
                    "{target}: {pages} empty pages in a row, each with a link to the next one"
                )
            }
            Self::TooManyRedirects { target } => write!(f, "{target}: too many redirects"),
        }
    }
}
