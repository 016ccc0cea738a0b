//! Tokens that have to say more: claims challenges, and credentials that answer them.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};

/// What a service wants a token to say besides: the claims of a challenge, which it sends with 401 after a password
/// was changed, a network was left, or where an action needs a stronger sign-in.
///
/// Their text is JSON, as an authorization server takes it in the parameter `claims`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Claims(String);

impl Claims {
    pub(super) fn new(json: String) -> Self {
        Self(json)
    }

    /// The claims as JSON, not encoded any more.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// They may say where somebody is, so that they do not belong in a log.
impl fmt::Debug for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Claims({} bytes)", self.0.len())
    }
}

/// A credential that can get a token with the claims of a challenge; set by
/// [`ClientBuilder::claims_credential`](super::ClientBuilder::claims_credential).
///
/// The options of [`TokenCredential`] have no place for claims, hence this trait. An ordinary credential is made one
/// with [`RenewedCredential`].
#[async_trait]
pub trait ClaimsCredential: TokenCredential {
    /// A token with these claims: not one that was kept, which the service has just refused. What
    /// [`get_token`](TokenCredential::get_token) gives afterwards is this token or one as good, because later
    /// requests are sent with that.
    ///
    /// # Errors
    /// If there is no such token. The caller gets this error in place of the service's answer.
    async fn get_token_with_claims(
        &self,
        scopes: &[&str],
        claims: &Claims,
    ) -> azure_core::Result<AccessToken>;
}

/// An ordinary credential that is made anew when the service refuses its token, so that no token which it has kept
/// is used again.
///
/// The claims themselves do not reach the authorization server. That is enough where a new sign-in is judged anew,
/// as with secrets, certificates and managed identities; where it is not, the challenge comes again and ends in the
/// error that has it.
///
/// ```
/// # use std::sync::Arc;
/// # use apimark_runtime::client::azure_core;
/// use apimark_runtime::client::{BearerToken, Client, RenewedCredential};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let credential = RenewedCredential::new(|| {
///     // One of `azure_identity` in a real program.
///     azure_core::Result::Ok(Arc::new(BearerToken::new("eyJ0…")))
/// })?;
/// let client = Client::builder(credential.clone()).claims_credential(credential).build()?;
/// # Ok(())
/// # }
/// ```
pub struct RenewedCredential {
    make: Box<Make>,
    current: Mutex<Current>,
}

type Make = dyn Fn() -> azure_core::Result<Arc<dyn TokenCredential>> + Send + Sync;

#[derive(Clone)]
struct Current {
    credential: Arc<dyn TokenCredential>,
    /// The challenge that it was made for. Requests under way at the same time are all challenged.
    answers: Option<Claims>,
}

impl RenewedCredential {
    /// A credential as `make` makes it, now and after each challenge.
    ///
    /// # Errors
    /// If `make` fails.
    pub fn new<C: TokenCredential + 'static>(
        make: impl Fn() -> azure_core::Result<Arc<C>> + Send + Sync + 'static,
    ) -> azure_core::Result<Arc<Self>> {
        let make = Box::new(move || Ok(make()? as Arc<dyn TokenCredential>)) as Box<Make>;
        let current = Mutex::new(Current { credential: make()?, answers: None });
        Ok(Arc::new(Self { make, current }))
    }

    fn current(&self) -> Arc<dyn TokenCredential> {
        let current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        current.credential.clone()
    }

    fn renewed(&self, claims: &Claims) -> azure_core::Result<Arc<dyn TokenCredential>> {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        if current.answers.as_ref() != Some(claims) {
            let answers = Some(claims.clone());
            *current = Current { credential: (self.make)()?, answers };
        }
        Ok(current.credential.clone())
    }
}

impl fmt::Debug for RenewedCredential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RenewedCredential").field(&self.current()).finish()
    }
}

#[async_trait]
impl TokenCredential for RenewedCredential {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        self.current().get_token(scopes, options).await
    }
}

#[async_trait]
impl ClaimsCredential for RenewedCredential {
    async fn get_token_with_claims(
        &self,
        scopes: &[&str],
        claims: &Claims,
    ) -> azure_core::Result<AccessToken> {
        self.renewed(claims)?.get_token(scopes, None).await
    }
}
