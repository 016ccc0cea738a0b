//! What can be wrong with a request before it is sent.

use std::error::Error;
use std::fmt;

use crate::Method;

/// Why a request cannot be sent.
///
/// Building a request never fails; the first problem is kept and reported by
/// [`Request::check`](crate::Request::check) and [`Request::url`](crate::Request::url).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidRequest {
    /// A path argument is empty, so that the path would name another resource.
    EmptyArgument {
        /// The placeholder in the path template.
        parameter: String,
    },
    /// An item path has two slashes in a row, or one at its beginning or end.
    EmptyComponent {
        /// The placeholder in the path template.
        parameter: String,
    },
    /// A path argument is or contains a `.` or `..` segment, which URL parsers resolve away.
    DotSegment {
        /// The placeholder in the path template.
        parameter: String,
    },
    /// There is nothing to search for.
    EmptySearch,
    /// The body cannot be written as JSON.
    Body {
        /// What the serialiser says.
        reason: String,
    },
    /// A header's name is not a token, or its value holds control characters or others than ASCII.
    Header {
        /// The name.
        name: String,
    },
    /// An upload session has nothing to send, which services do not take. Empty content goes in one request.
    EmptyUpload,
    /// A header is the transport's to set: it says where the message ends, to whom it goes, or how long the
    /// connection lasts.
    FramingHeader {
        /// The name.
        name: String,
    },
    /// The method is not one that the client sends.
    Method {
        /// The method.
        method: Method,
    },
    /// Base, path and query do not make a URL.
    Url {
        /// What they make.
        url: String,
    },
}

impl fmt::Display for InvalidRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyArgument { parameter } => {
                write!(f, "nothing given for `{{{parameter}}}` in the path")
            }
            Self::EmptyComponent { parameter } => write!(
                f,
                "what is given for `{{{parameter}}}` has two slashes in a row, or one at an end, which names another item"
            ),
            Self::DotSegment { parameter } => {
                write!(f, "`.` or `..` given for `{{{parameter}}}` would change the path")
            }
            Self::EmptySearch => f.write_str("nothing given to search for"),
            Self::Body { reason } => write!(f, "the body cannot be written as JSON: {reason}"),
            Self::Header { name } => write!(f, "the header `{name}` cannot be sent as it is"),
            Self::EmptyUpload => {
                f.write_str("an upload session cannot send empty content; send it in one request")
            }
            Self::FramingHeader { name } => {
                write!(f, "the header `{name}` is set by the transport alone")
            }
            Self::Method { method } => write!(f, "the client does not send {method}"),
            Self::Url { url } => write!(f, "`{url}` is not a URL"),
        }
    }
}

impl Error for InvalidRequest {}
