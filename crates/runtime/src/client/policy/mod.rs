//! What the pipeline does besides what it does for every service. Each policy sees one try of one
//! request.

mod at_most_once;
mod authorize;
mod retry_after;
mod tries;

pub(super) use at_most_once::AtMostOnce;
pub(super) use authorize::{Anonymous, Authorize};
pub(super) use retry_after::{NotAwaited, RetryAfter, pause, retry_after};
pub(super) use tries::{NoteTries, Tries};
