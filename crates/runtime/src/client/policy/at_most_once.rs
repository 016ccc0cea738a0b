//! Keeps the retry policy from repeating what may have been done already.

use std::sync::Arc;

use async_trait::async_trait;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{Context, Request};

/// A connection that breaks after the request was sent leaves open whether the service acted. The retry
/// policy repeats on [`ErrorKind::Io`], so this policy calls it something else.
/// [`ErrorKind::Connection`] stays: there nothing was sent.
#[derive(Debug)]
pub(crate) struct AtMostOnce;

#[async_trait]
impl Policy for AtMostOnce {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        next[0].send(context, request, &next[1..]).await.map_err(|error| match error.kind() {
            ErrorKind::Io => Error::with_error(ErrorKind::Other, error, "no answer"),
            _ => error,
        })
    }
}
