//! What can go wrong on the way or in the service.

use std::fmt;

use hyper::body::Bytes;

use super::{Reply, Seen};

/// Something that happens to one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    /// 429 with `Retry-After: 0`; the service has not acted.
    Throttled,
    /// 503; the service has not acted.
    Unavailable,
    /// The connection is cut; the service has not acted.
    CutBeforeActing,
    /// The service has acted, and the connection is cut before the answer.
    CutBeforeAnswer,
    /// The service has acted, and the connection is cut in the middle of the body.
    CutInBody,
    /// The service has acted, and a gateway says 504.
    GatewayTimeout,
    /// The service has acted; its JSON ends in the middle.
    BrokenJson,
    /// 403.
    Forbidden,
    /// The link to the next page leads to another origin.
    ForeignLink,
}

/// A fault that has happened, and to what.
#[derive(Clone, Debug)]
pub(crate) struct Injected {
    pub(crate) fault: Fault,
    pub(crate) request: Seen,
    /// Of the answer that it has spoilt.
    pub(crate) status: Option<u16>,
}

impl Injected {
    pub(super) fn new(fault: Fault, request: &Seen, reply: Option<&Reply>) -> Self {
        Self { fault, request: request.clone(), status: reply.map(|reply| reply.status) }
    }
}

impl Fault {
    pub(crate) const ALL: [Self; 9] = [
        Self::Throttled,
        Self::Unavailable,
        Self::CutBeforeActing,
        Self::CutBeforeAnswer,
        Self::CutInBody,
        Self::GatewayTimeout,
        Self::BrokenJson,
        Self::Forbidden,
        Self::ForeignLink,
    ];

    pub(super) fn is_before_acting(self) -> bool {
        matches!(
            self,
            Self::Throttled | Self::Unavailable | Self::CutBeforeActing | Self::Forbidden
        )
    }

    /// Whether it can happen to an answer.
    pub(super) fn fits(self, reply: &Reply) -> bool {
        match self {
            Self::CutInBody => reply.body.len() > 1,
            Self::BrokenJson => reply.is_json(),
            Self::ForeignLink => text(reply).contains(NEXT_LINK),
            _ => true,
        }
    }

    /// The answer without the service having acted.
    pub(super) fn instead(self) -> Option<Reply> {
        match self {
            Self::Throttled => {
                let reply = Reply::error(429, "TooManyRequests", "Slow down.");
                Some(reply.header("retry-after", "0"))
            }
            Self::Unavailable => Some(Reply::error(503, "ServiceUnavailable", "Come back later.")),
            Self::Forbidden => Some(Reply::error(
                403,
                "Authorization_RequestDenied",
                "Insufficient privileges to complete the operation.",
            )),
            _ => None,
        }
    }

    /// What becomes of the answer.
    pub(super) fn spoil(self, reply: Reply, request: &Seen) -> Option<Reply> {
        let half = reply.body.len() / 2;
        match self {
            Self::CutBeforeAnswer => None,
            Self::CutInBody => Some(Reply { cut: Some(half), ..reply }),
            Self::GatewayTimeout => Some(Reply::error(504, "GatewayTimeout", "No answer in time.")),
            Self::BrokenJson => Some(Reply { body: reply.body.slice(..half), ..reply }),
            Self::ForeignLink => {
                let (ours, others) = (&request.places.graph, &request.places.elsewhere);
                let own = format!("{NEXT_LINK}:\"{ours}");
                let body = text(&reply).replace(&own, &format!("{NEXT_LINK}:\"{others}"));
                Some(Reply { body: Bytes::from(body), ..reply })
            }
            _ => Some(reply),
        }
    }
}

const NEXT_LINK: &str = "\"@odata.nextLink\"";

fn text(reply: &Reply) -> String {
    String::from_utf8_lossy(&reply.body).into_owned()
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Throttled => "429, Retry-After",
            Self::Unavailable => "503",
            Self::CutBeforeActing => "cut before acting",
            Self::CutBeforeAnswer => "cut before answer",
            Self::CutInBody => "cut in the body",
            Self::GatewayTimeout => "504",
            Self::BrokenJson => "broken JSON",
            Self::Forbidden => "403",
            Self::ForeignLink => "foreign next link",
        })
    }
}
