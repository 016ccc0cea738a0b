//! Whether what was asked for is done.

use azure_core::http::StatusCode;

/// Whether the service has carried out a request.
///
/// What is `No` may be sent again. What is `Yes` would be done twice. What is `Unknown` has to be looked at
/// first, or sent again only if twice is like once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Applied {
    /// It was not sent, or the service refused it.
    #[default]
    No,
    /// Nothing that came back says so: the connection broke, or the service failed on its way.
    Unknown,
    /// The service said so, or that it has taken it on (202). What went wrong is in its answer, or came after it.
    Yes,
}

impl Applied {
    /// What an answer of this status says. `503` and `429` are there to say that nothing was done; other
    /// failures of a server, and redirects of what changes something, leave it open.
    pub(crate) fn by(status: StatusCode) -> Self {
        match u16::from(status) {
            200..=299 => Self::Yes,
            304 | 503 | 501 => Self::No,
            400..=499 if status != StatusCode::RequestTimeout => Self::No,
            _ => Self::Unknown,
        }
    }
}
