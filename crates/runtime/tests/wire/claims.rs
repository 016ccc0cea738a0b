//! A service that revokes a token.

use std::sync::Arc;

use apimark_runtime::client::azure_core;
use apimark_runtime::client::{BearerToken, Client, RenewedCredential};
use apimark_runtime::{Method, NoContent, Value};

use crate::request;
use crate::server::{Server, answer};

#[tokio::test]
async fn a_revoked_token_is_replaced_and_the_request_sent_once_more() {
    let mut tokens = vec!["new", "old"];
    let make = move |token| azure_core::Result::Ok(Arc::new(BearerToken::new(token)));
    let next = std::sync::Mutex::new(move || make(tokens.pop().expect("two are made")));
    let credential = RenewedCredential::new(move || next.lock().unwrap()()).unwrap();
    // {"access_token":{"nbf":{"essential":true}}}
    let claims = "eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ==";
    let challenge = format!(
        "Bearer realm=\"\", authorization_uri=\"https://login.example/authorize\", \
         error=\"insufficient_claims\", claims=\"{claims}\""
    );
    let server = Server::start(vec![
        answer("401 Unauthorized", &[("WWW-Authenticate", &challenge)], b"{}"),
        answer("204 No Content", &[], b""),
        answer("200 OK", &[], b"{\"a\":1}"),
    ]);
    let builder = Client::builder(credential.clone()).claims_credential(credential);
    let client = builder.base_url(&server.url).build().unwrap();
    request::<NoContent>(Method::POST).json(&[1]).send(&client).await.unwrap();
    assert_eq!(request::<Value>(Method::GET).send(&client).await.unwrap()["a"], 1);
    let seen = server.seen();
    for (request, token) in seen.iter().zip(["old", "new", "new"]) {
        assert!(request.contains(&format!("\nauthorization: Bearer {token}\n")), "{request}");
    }
    assert!(seen[0].ends_with("\n\n[1]") && seen[1].ends_with("\n\n[1]"), "{seen:?}");
}
