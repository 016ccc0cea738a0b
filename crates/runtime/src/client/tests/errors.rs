//! How failures are reported.

use std::error::Error as _;
use std::sync::Arc;

use async_trait::async_trait;
use azure_core::credentials::{AccessToken, TokenCredential, TokenRequestOptions};
use azure_core::error::ErrorKind;
use azure_core::http::RetryOptions;
use insta::assert_snapshot;

use super::fake::{Answer, Fake, answer, json};
use crate::client::{Client, Error};
use crate::{Method, Operation, Page, Path, Permissions, Request};

fn request<T>() -> Request<T> {
    let path = Path::at("https://graph.microsoft.com/v1.0").child("/users/{id}").with(&"a b");
    path.request(Method::GET).query("$filter", "secret")
}

async fn failure(answer: Answer) -> Error {
    let fake = Fake::new([answer]);
    let client = fake.builder().retry(RetryOptions::none()).build().unwrap();
    request::<Page<i32>>().send(&client).await.unwrap_err()
}

#[tokio::test]
async fn each_says_what_was_asked_and_what_went_wrong_but_no_secret() {
    let refused = r#"{"error":{"code":"Request_BadRequest","message":"No such property."}}"#;
    let errors = [
        failure(answer(400, &[("request-id", "r1")], refused)).await,
        failure(answer(502, &[], "<html>Bad gateway</html>")).await,
        failure(json(r#"{"values":[1,"x"]}"#)).await,
        failure(json(r#"{"value":[1"#)).await,
        failure(Answer::Broken).await,
        failure(Answer::Unreachable).await,
    ];
    let texts: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_snapshot!(texts.join("\n"), @"
    GET https://graph.microsoft.com/v1.0/users/a%20b: 400 Bad Request: Request_BadRequest: No such property. (request-id r1)
    GET https://graph.microsoft.com/v1.0/users/a%20b: 502 Bad Gateway
    GET https://graph.microsoft.com/v1.0/users/a%20b: 200, but no Page<i32>: unexpected response: no page, which is an object with an array `value`: there is no `value`
    GET https://graph.microsoft.com/v1.0/users/a%20b: 200, but no Page<i32>: unexpected response: EOF while parsing a list at line 1 column 11
    GET https://graph.microsoft.com/v1.0/users/a%20b: connection reset
    GET https://graph.microsoft.com/v1.0/users/a%20b: connection refused
    ");
    assert!(errors.iter().all(|it| !format!("{it:?}").contains("$filter=secret")));
}

#[derive(Debug)]
struct SignedOut;

#[async_trait]
impl TokenCredential for SignedOut {
    async fn get_token(
        &self,
        scopes: &[&str],
        _options: Option<TokenRequestOptions<'_>>,
    ) -> azure_core::Result<AccessToken> {
        let message = format!("signed out of {}", scopes.join(" "));
        Err(azure_core::Error::with_message(ErrorKind::Credential, message))
    }
}

#[tokio::test]
async fn a_missing_token_is_an_error_of_its_own_and_nothing_is_sent() {
    let fake = Fake::new([]);
    let builder = Client::builder(Arc::new(SignedOut)).transport(Arc::new(fake.clone()));
    let error = request::<i32>().send(&builder.clone().build().unwrap()).await.unwrap_err();
    assert!(matches!(error, Error::Credential(_)));
    assert_snapshot!(error, @"GET https://graph.microsoft.com/v1.0/users/a%20b: no access token: signed out of https://graph.microsoft.com/.default");
    let local =
        builder.base_url("http://localhost:1").scopes(["https://a.example/b"]).build().unwrap();
    assert_snapshot!(request::<i32>().send(&local).await.unwrap_err(), @"GET http://localhost:1/v1.0/users/a%20b: no access token: signed out of https://a.example/b");
    assert_eq!(fake.count(), 0);
}

#[tokio::test]
async fn an_undecodable_body_stays_at_hand() {
    let error = failure(answer(200, &[("request-id", "r2")], r#"{"values":[1,"x"]}"#)).await;
    assert_eq!(error.request_id(), Some("r2"));
    assert!(error.source().is_some());
    let Error::Decode(error) = error else { panic!() };
    assert_eq!(&error.body()[..], br#"{"values":[1,"x"]}"#);
    assert_eq!(error.target().to_string(), "GET https://graph.microsoft.com/v1.0/users/a%20b");
}

#[tokio::test]
async fn a_refusal_names_the_permissions_that_would_do() {
    static READ: Operation = Operation::new("Get user", "user-get").cases(&[
        Permissions::within("")
            .delegated_work("User.Read, User.Read.All")
            .delegated_personal("")
            .application("User.Read.All + Mail.Read"),
        Permissions::within("guests").application("B.All + C.All, A.All").unordered(),
    ]);
    let refused = || answer(403, &[], r#"{"error":{"code":"Forbidden","message":"No."}}"#);
    let fake = Fake::new([refused(), refused()]);
    let error = request::<i32>().documented_by(&READ).send(&fake.client()).await.unwrap_err();
    assert_snapshot!(error, @"
    GET https://graph.microsoft.com/v1.0/users/a%20b: 403 Forbidden: Forbidden: No.
      needs: delegated (work or school account): at least User.Read; delegated (personal account): not supported; application: User.Read.All and Mail.Read
      needs for guests: application: one of B.All and C.All, A.All
    ");
    let Error::Service(error) = error else { panic!() };
    assert_eq!(error.permissions().len(), 2);
    assert_eq!(error.target().operation().map(|it| it.title()), Some("Get user"));
    let unknown = request::<i32>().send(&fake.client()).await.unwrap_err();
    assert_eq!(unknown.to_string().lines().count(), 1);
}
