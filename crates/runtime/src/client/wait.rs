//! Waiting, without knowing on which runtime.

use std::time::Duration;

/// Waits on whatever runtime the HTTP library was told to use. A span that it cannot express is more
/// than a human life.
pub(super) async fn wait(span: Duration) {
    let span = span.try_into().unwrap_or(azure_core::time::Duration::MAX);
    azure_core::sleep::sleep(span).await;
}
