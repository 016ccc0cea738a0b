//! The HTTP client that is used if the caller brings none.

use std::sync::Arc;
use std::time::Duration;

use azure_core::http::Transport;

use crate::client::Error;

/// That of the HTTP library.
const CONNECT: Duration = Duration::from_secs(20);

/// As the HTTP library sets it up, but for two things. Its time limit ends an upload that takes longer than a
/// minute, and it decompresses without a bound; both are done by this module.
pub(super) fn transport() -> Result<Transport, Error> {
    let client = reqwest::Client::builder()
        .connect_timeout(CONNECT)
        .redirect(reqwest::redirect::Policy::none())
        .no_gzip()
        .no_deflate()
        .no_brotli()
        .no_zstd()
        .build()
        .map_err(|error| Error::Configuration(format!("the HTTP client: {error}")))?;
    Ok(Transport::new(Arc::new(client)))
}
