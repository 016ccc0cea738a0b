//! What can be wrong with a request before it is sent.

use std::error::Error;
use std::fmt;

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
    /// A path argument is or contains a `.` or `..` segment, which URL parsers resolve away.
    DotSegment {
        /// The placeholder in the path template.
        parameter: String,
    },
    /// The body cannot be written as JSON.
    Body {
        /// What the serialiser says.
        reason: String,
    },
}

impl fmt::Display for InvalidRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyArgument { parameter } => {
                write!(f, "nothing given for `{{{parameter}}}` in the path")
            }
            Self::DotSegment { parameter } => {
                write!(f, "`.` or `..` given for `{{{parameter}}}` would change the path")
            }
            Self::Body { reason } => write!(f, "the body cannot be written as JSON: {reason}"),
        }
    }
}

impl Error for InvalidRequest {}
