//! Adds the access token, and only where it may go.

use std::sync::Arc;

use async_trait::async_trait;
use azure_core::credentials::TokenCredential;
use azure_core::error::{Error, ErrorKind};
use azure_core::http::headers::AUTHORIZATION;
use azure_core::http::policies::auth::BearerTokenAuthorizationPolicy;
use azure_core::http::policies::{Policy, PolicyResult};
use azure_core::http::{AsyncRawResponse, Context, Request, Url};

use crate::client::challenge::claims;
use crate::client::origin::{is_loopback, same_origin};
use crate::client::{Claims, ClaimsCredential};

/// Marks requests, in their context, that get no token although they stay with the client's own origin.
pub(crate) struct Anonymous;

/// Gives the token to requests to the client's own origin, and to no other: monitors, upload sessions
/// and redirected downloads live elsewhere and carry their permission in their URL.
#[derive(Debug)]
pub(crate) struct Authorize {
    base: Url,
    bearer: BearerTokenAuthorizationPolicy,
    credential: Arc<dyn TokenCredential>,
    /// Who answers claims challenges.
    claims: Option<Arc<dyn ClaimsCredential>>,
    scopes: Vec<String>,
}

impl Authorize {
    pub(crate) fn new(
        base: Url,
        credential: Arc<dyn TokenCredential>,
        claims: Option<Arc<dyn ClaimsCredential>>,
        scopes: Vec<String>,
    ) -> Self {
        let bearer = BearerTokenAuthorizationPolicy::new(credential.clone(), scopes.clone());
        Self { base, bearer, credential, claims, scopes }
    }

    fn scopes(&self) -> Vec<&str> {
        self.scopes.iter().map(String::as_str).collect()
    }

    /// Sends the request with the token that is at hand.
    async fn send_authorized(
        &self,
        context: &Context<'_>,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        if request.url().scheme() == "http" && is_loopback(request.url()) {
            self.add_unencrypted(request).await?;
            return next[0].send(context, request, &next[1..]).await;
        }
        self.bearer.send(context, request, next).await
    }

    /// Sends the request again with a token that has the claims. A body that is gone cannot be sent again: then the
    /// answer stays.
    async fn send_with_claims(
        &self,
        challenge: (&dyn ClaimsCredential, Claims),
        refusal: AsyncRawResponse,
        context: &Context<'_>,
        request: &mut Request,
        next: &[Arc<dyn Policy>],
    ) -> PolicyResult {
        if request.body_mut().reset().await.is_err() {
            return Ok(refusal);
        }
        let (credential, claims) = challenge;
        let token =
            credential.get_token_with_claims(&self.scopes(), &claims).await.map_err(missing)?;
        request.insert_header(AUTHORIZATION, format!("Bearer {}", token.token.secret()));
        next[0].send(context, request, &next[1..]).await
    }

    /// The library's policy refuses to send tokens without TLS. On the way to this very machine nobody
    /// listens, and a fake of the service has no certificate.
    async fn add_unencrypted(&self, request: &mut Request) -> azure_core::Result<()> {
        let token = self.credential.get_token(&self.scopes(), None).await?;
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
        let answer = self.send_authorized(context, request, next).await?;
        let Some(credential) = self.claims.as_deref() else { return Ok(answer) };
        // Once: a challenge to the new token as well is for the caller.
        match claims(answer.status(), answer.headers()) {
            Some(claims) => {
                let challenge = (credential, claims);
                self.send_with_claims(challenge, answer, context, request, next).await
            }
            None => Ok(answer),
        }
    }
}

/// Whatever a credential says is about the token.
fn missing(error: Error) -> Error {
    match error.kind() {
        ErrorKind::Credential => error,
        _ => Error::with_error(ErrorKind::Credential, error, "no token with the claims"),
    }
}
