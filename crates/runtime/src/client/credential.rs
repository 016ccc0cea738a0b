//! The credential that needs no other crate.

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, Secret, TokenCredential, TokenRequestOptions};
use azure_core::time::{Duration, OffsetDateTime};

/// An access token that was got elsewhere: for scripts, for tests, and behind a gateway that signs in.
///
/// It is never renewed. Long-running programs use a credential of the `azure_identity` crate.
#[derive(Clone, Debug)]
pub struct BearerToken(Secret);

impl BearerToken {
    /// A credential that always gives this token.
    pub fn new(token: impl Into<String>) -> Self {
        Self(Secret::new(token.into()))
    }
}

#[async_trait]
impl TokenCredential for BearerToken {
    async fn get_token(
        &self,
        _scopes: &[&str],
        _options: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        // Nothing is known about its end; the service says so when it has come.
        let expires_on = OffsetDateTime::now_utc() + Duration::days(1);
        Ok(AccessToken::new(self.0.clone(), expires_on))
    }
}
