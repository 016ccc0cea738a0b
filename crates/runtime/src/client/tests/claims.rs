//! Challenges for claims: who answers them, and what is sent again.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::error::ErrorKind;
use azure_core::time::{Duration, OffsetDateTime};
use futures::stream;
use insta::assert_snapshot;

use super::fake::{Answer, Fake, answer, json};
use crate::client::{
    Bytes, Claims, ClaimsCredential, Client, ClientBuilder, Error, RenewedCredential, StreamBody,
};
use crate::{Method, NoContent, Path, Request};

const CLAIMS: &str = r#"{"access_token":{"nbf":{"essential":true}}}"#;
const HEADER: &str = r#"Bearer realm="", error="insufficient_claims", claims="eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ==""#;

fn challenge() -> Answer {
    answer(401, &[("www-authenticate", HEADER)], r#"{"error":{"code":"TokenExpired"}}"#)
}

fn me<T>(method: Method) -> Request<T> {
    Path::at("https://graph.microsoft.com/v1.0").child("/me").request(method)
}

/// Gives one token after another; with claims, a new one.
#[derive(Debug, Default)]
struct Numbered {
    challenges: AtomicUsize,
}

#[async_trait]
impl TokenCredential for Numbered {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        Ok(token(&format!("token-{}", self.challenges.load(Ordering::Relaxed))))
    }
}

#[async_trait]
impl ClaimsCredential for Numbered {
    async fn get_token_with_claims(
        &self,
        scopes: &[&str],
        claims: &Claims,
    ) -> azure_core::Result<AccessToken> {
        assert_eq!(
            (scopes, claims.as_str()),
            (&["https://graph.microsoft.com/.default"][..], CLAIMS)
        );
        self.challenges.fetch_add(1, Ordering::Relaxed);
        self.get_token(scopes, None).await
    }
}

fn token(text: &str) -> AccessToken {
    AccessToken::new(text.to_owned(), OffsetDateTime::now_utc() + Duration::hours(1))
}

fn builder(fake: &Fake) -> ClientBuilder {
    fake.builder().claims_credential(Arc::new(Numbered::default()))
}

#[tokio::test]
async fn a_request_is_sent_once_more_with_the_new_token() {
    for base in ["https://graph.microsoft.com", "http://127.0.0.1:1"] {
        let fake = Fake::new([challenge(), json("1"), json("2")]);
        let client = builder(&fake).base_url(base).build().unwrap();
        let post = || me::<i32>(Method::POST).json(&[1]);
        assert_eq!(post().send(&client).await.unwrap(), 1);
        assert_eq!(post().send(&client).await.unwrap(), 2);
        let tokens: Vec<_> = fake.seen().iter().map(authorization).collect();
        assert_eq!(tokens, ["Bearer token-0", "Bearer token-1", "Bearer token-1"], "{base}");
        assert_eq!(fake.log().matches("[1]").count(), 3, "the body goes each time");
    }
}

fn authorization(request: &azure_core::http::Request) -> String {
    request.headers().get_optional_string(&"authorization".into()).unwrap_or_default()
}

#[tokio::test]
async fn a_second_challenge_reaches_the_caller_with_its_claims() {
    let fake = Fake::new([challenge(), challenge()]);
    let error = me::<i32>(Method::GET).send(&builder(&fake).build().unwrap()).await.unwrap_err();
    assert_eq!(fake.count(), 2);
    assert_snapshot!(error, @"GET https://graph.microsoft.com/v1.0/me: 401 Unauthorized: TokenExpired; the service asks for a token with other claims");
    let claims = error.service().and_then(|it| it.claims()).unwrap();
    assert_eq!(claims.to_string(), CLAIMS);
    assert_eq!(format!("{claims:?}"), "Claims(43 bytes)");
    assert!(!format!("{error:?}").contains("essential"));
}

#[tokio::test]
async fn an_ordinary_credential_is_not_asked_and_other_refusals_stay_what_they_are() {
    let fake = Fake::new([challenge(), answer(401, &[("www-authenticate", "Bearer")], "")]);
    let error = me::<i32>(Method::GET).send(&fake.client()).await.unwrap_err();
    assert!(error.service().is_some_and(|it| it.claims().is_some()));
    let error = me::<i32>(Method::GET).send(&builder(&fake).build().unwrap()).await.unwrap_err();
    assert!(error.service().is_some_and(|it| it.claims().is_none()));
    assert_eq!(fake.count(), 2);
}

#[tokio::test]
async fn another_origin_cannot_ask_for_tokens() {
    let away = [("location", "https://evil.example/")];
    let fake = Fake::new([answer(302, &away, ""), challenge()]);
    let error = me::<i32>(Method::GET).send(&builder(&fake).build().unwrap()).await.unwrap_err();
    assert_eq!(error.status().map(u16::from), Some(401));
    assert_eq!(fake.seen().iter().map(authorization).collect::<Vec<_>>(), ["Bearer token-0", ""]);
}

#[tokio::test]
async fn a_stream_is_not_sent_again() {
    let fake = Fake::new([challenge()]);
    let body = StreamBody::new("a/b", stream::iter([io::Result::Ok(Bytes::from_static(b"a"))]));
    let client = builder(&fake).build().unwrap();
    let error = me::<NoContent>(Method::PUT).send_stream(&client, body).await.unwrap_err();
    assert!(error.service().is_some_and(|it| it.claims().is_some()), "{error}");
    assert_eq!(fake.count(), 1);
}

#[derive(Debug)]
struct Refuses;

#[async_trait]
impl TokenCredential for Refuses {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        Ok(token("old"))
    }
}

#[async_trait]
impl ClaimsCredential for Refuses {
    async fn get_token_with_claims(
        &self,
        _: &[&str],
        _: &Claims,
    ) -> azure_core::Result<AccessToken> {
        Err(azure_core::Error::with_message(ErrorKind::Other, "sign in again"))
    }
}

#[tokio::test]
async fn a_credential_that_has_no_such_token_says_why() {
    let fake = Fake::new([challenge()]);
    let client = fake.builder().claims_credential(Arc::new(Refuses)).build().unwrap();
    let error = me::<i32>(Method::GET).send(&client).await.unwrap_err();
    assert!(matches!(error, Error::Credential(_)), "{error:?}");
    assert_snapshot!(error, @"GET https://graph.microsoft.com/v1.0/me: no access token: sign in again");
}

/// Keeps its token for ever, as those that have a cache do.
#[derive(Debug)]
struct Keeps(AccessToken);

#[async_trait]
impl TokenCredential for Keeps {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        Ok(self.0.clone())
    }
}

#[tokio::test]
async fn a_credential_that_keeps_its_token_is_made_anew_once_for_each_challenge() {
    let made = AtomicUsize::new(0);
    let make = move || {
        let number = made.fetch_add(1, Ordering::Relaxed);
        azure_core::Result::Ok(Arc::new(Keeps(token(&format!("made-{number}")))))
    };
    let credential = RenewedCredential::new(make).unwrap();
    let fake = Fake::new([challenge(), json("1"), json("2"), challenge(), challenge()]);
    let builder = Client::builder(credential.clone()).claims_credential(credential);
    let client = builder.transport(Arc::new(fake.clone())).build().unwrap();
    for _ in 0..2 {
        me::<i32>(Method::GET).send(&client).await.unwrap();
    }
    assert!(me::<i32>(Method::GET).send(&client).await.is_err());
    let tokens: Vec<_> = fake.seen().iter().map(authorization).collect();
    assert_eq!(
        tokens,
        ["made-0", "made-1", "made-1", "made-1", "made-1"].map(|it| format!("Bearer {it}"))
    );
}
