//! Adds the access token, and only where it may go.

use std::sync::Arc;

use async_trait::async_trait;
use azure_core::credentials::TokenCredential;
use azure_core::http::headers::AUTHORIZATION;
use azure_core::http::policies::auth::BearerTokenAuthorizationPolicy;
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{Context, Request, Url};

use crate::client::origin::{is_loopback, same_origin};

/// Marks requests, in their context, that get no token although they stay with the client's own origin.
pub(crate) struct Anonymous;

/// Gives the token to requests to the client's own origin, and to no other: monitors, upload sessions
/// and redirected downloads live elsewhere and carry their permission in their URL.
#[derive(Debug)]
pub(crate) struct Authorize {
    base: Url,
    bearer: BearerTokenAuthorizationPolicy,
    credential: Arc<dyn TokenCredential>,
    scopes: Vec<String>,
}

impl Authorize {
    pub(crate) fn new(
        base: Url,
        credential: Arc<dyn TokenCredential>,
        scopes: Vec<String>,
    ) -> Self {
        let bearer = BearerTokenAuthorizationPolicy::new(credential.clone(), scopes.clone());
        Self { base, bearer, credential, scopes }
    }

    /// The library's policy refuses to send tokens without TLS. On the way to this very machine nobody
    /// listens, and a fake of the service has no certificate.
    async fn add_unencrypted(&self, request: &mut Request) -> azure_core::Result<()> {
        let scopes: Vec<&str> = self.scopes.iter().map(String::as_str).collect();
        let token = self.credential.get_token(&scopes, None).await?;
        request.insert_header(AUTHORIZATION, format!("Bearer {}", token.token.secret()));
        Ok(())
    }
}

#[async_trait]
impl Policy for Authorize {
    async fn send(
        &self,
        context: &Context,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        let is_anonymous = context.value::<Anonymous>().is_some();
        if is_anonymous || !same_origin(request.url(), &self.base) {
            request.headers_mut().remove(AUTHORIZATION);
            return next[0].send(context, request, &next[1..]).await;
        }
        if request.url().scheme() == "http" && is_loopback(request.url()) {
            self.add_unencrypted(request).await?;
            return next[0].send(context, request, &next[1..]).await;
        }
        self.bearer.send(context, request, next).await
    }
}
