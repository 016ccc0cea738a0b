//! Notes what the tries of one call say of whether the service has acted.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use async_trait::async_trait;
use azure_core::error::ErrorKind;
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{Context, Request};

use crate::client::Applied;

/// What is known from all tries, the last one included; it is in the context of the request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tries(Arc<AtomicU8>);

impl Tries {
    pub(crate) fn applied(&self) -> Applied {
        match self.0.load(Ordering::Relaxed) {
            0 => Applied::No,
            1 => Applied::Unknown,
            _ => Applied::Yes,
        }
    }

    fn note(&self, applied: Applied) {
        self.0.fetch_max(applied as u8, Ordering::Relaxed);
    }
}

/// The retry policy hands on the outcome of the last try only. That a change was refused then, as one whose
/// `If-Match` no longer holds, may be the work of a try before it whose answer was lost.
#[derive(Debug)]
pub(crate) struct NoteTries;

#[async_trait]
impl Policy for NoteTries {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        let outcome = next[0].send(context, request, &next[1..]).await;
        if let Some(tries) = context.value::<Tries>() {
            tries.note(match &outcome {
                Ok(answer) => Applied::by(answer.status()),
                Err(error) if *error.kind() == ErrorKind::Connection => Applied::No,
                Err(_) => Applied::Unknown,
            });
        }
        outcome
    }
}
