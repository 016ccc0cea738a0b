//! What users are told when a program fails, word by word, and how long they wait before.

use std::sync::Arc;
use std::time::{Duration, Instant};

use apimark_runtime::client::azure_core::http::{RetryOptions, new_http_client};
use apimark_runtime::client::{BearerToken, Client, Error};
use serde_json::{Value, json};

use crate::programs::{batch, first, list_users, update_qr_code, update_user};
use crate::server::{Fault, Reply, Seen, Server, Service, TOKEN, Wrong};
use crate::trial::client;

/// Answers every request alike, the first one maybe otherwise.
struct Always {
    first: Option<Reply>,
    answer: Reply,
}

impl Always {
    fn json(answer: &Value) -> Self {
        Self { first: None, answer: Reply::json(200, answer) }
    }
}

impl Service for Always {
    fn answer(&mut self, _: &Seen) -> Result<Reply, Wrong> {
        Ok(self.first.take().unwrap_or_else(|| self.answer.clone()))
    }
}

/// The message, without the port, which differs from run to run.
async fn message<T: std::fmt::Debug>(
    service: Always,
    fault: Option<Fault>,
    run: impl AsyncFn(&Client) -> Result<T, Error>,
) -> String {
    let server = Server::start(service, fault.map(|fault| (fault, 0))).await;
    let error = run(&client(server.url(), new_http_client(None))).await.unwrap_err();
    error.to_string().replace(server.url(), "http://localhost")
}

#[tokio::test]
async fn a_refused_call_says_which_permissions_it_needs() {
    let users = || Always::json(&json!({ "value": [] }));
    let refused = "403 Forbidden: Authorization_RequestDenied: \
                   Insufficient privileges to complete the operation. (request-id r)";
    let needs = "delegated (work or school account): at least User.ReadBasic.All; \
                 delegated (personal account): not supported; application: at least User.Read.All";
    assert_eq!(
        message(users(), Some(Fault::Forbidden), list_users::run).await,
        format!("GET http://localhost/v1.0/users: {refused}\n  needs: {needs}")
    );
    let error = json!({ "code": "Forbidden", "message": "No." });
    let part = json!({ "id": "0", "status": 403, "body": { "error": error } });
    let parts = Always::json(&json!({ "responses": [part] }));
    assert_eq!(
        message(parts, None, async |client| batch::run(client, &["ana".to_owned()]).await).await,
        "GET http://localhost/v1.0/users/ana: 403 Forbidden: Forbidden: No.\n  \
         needs: delegated (work or school account): at least User.Read; \
         delegated (personal account): User.Read; application: at least User.Read.All"
    );
    // The page of this operation states none.
    assert!(message(users(), Some(Fault::Forbidden), update_qr_code::run).await.ends_with(refused));
}

#[tokio::test]
async fn what_cannot_be_read_is_named_by_its_place_and_type() {
    let html = Reply::empty(200).with_body("text/html", "<html>");
    let cases = [
        (
            Always::json(&json!({})),
            "no page, which is an object with an array `value`: there is no `value`",
        ),
        (Always { first: None, answer: html }, "expected value at line 1 column 1"),
    ];
    for (service, what) in cases {
        assert_eq!(
            message(service, None, list_users::run).await,
            format!(
                "GET http://localhost/v1.0/users: 200, but no Page<User>: unexpected response: {what}"
            )
        );
    }
}

#[tokio::test]
async fn one_odd_value_stays_one_value() {
    let odd = json!({ "id": "1", "passwordProfile": ["no object"] });
    let service = Always::json(&json!({ "value": [{ "id": "0" }, odd] }));
    let server = Server::start(service, None).await;
    let users = list_users::run(&client(server.url(), new_http_client(None))).await.unwrap();
    assert_eq!(users.len(), 2);
    assert!(users[1].password_profile.is_none());
    let kept = users[1].additional.raw("passwordProfile").expect("what came");
    assert_eq!(kept.get(), r#"["no object"]"#);
}

#[tokio::test]
async fn a_next_page_elsewhere_is_refused_before_anything_goes_there() {
    let page =
        json!({ "value": [], "@odata.nextLink": "https://graph.example/v1.0/users?$skip=9" });
    assert_eq!(
        message(Always::json(&page), None, first::run).await,
        "GET http://localhost/v1.0/users: the link to the next page leads to another origin, \
         https://graph.example"
    );
}

#[tokio::test]
async fn a_failed_condition_is_an_error_with_its_status() {
    let answer = Reply::error(412, "PreconditionFailed", "It has changed.");
    let server = Server::start(Always { first: None, answer }, None).await;
    let error = update_user::run(&client(server.url(), new_http_client(None))).await.unwrap_err();
    assert_eq!(
        (error.status().map(u16::from), error.code()),
        (Some(412), Some("PreconditionFailed"))
    );
    assert_eq!((error.request_id(), server.requests()), (Some("r"), 1));
}

/// The faults are what they are called: without another try the connection is seen to break.
#[tokio::test]
async fn broken_connections_are_told_apart_from_answers() {
    for (fault, words) in [
        (Fault::CutBeforeActing, "connection closed before message completed"),
        (Fault::CutBeforeAnswer, "connection closed before message completed"),
        (Fault::CutInBody, "end of file before message length reached"),
    ] {
        let page = Always::json(&json!({ "value": [{ "id": "1" }] }));
        let server = Server::start(page, Some((fault, 0))).await;
        let client = Client::builder(Arc::new(BearerToken::new(TOKEN)))
            .base_url(server.url())
            .retry(RetryOptions::none())
            .build()
            .unwrap();
        match list_users::run(&client).await {
            Err(Error::Transport(error)) => {
                assert!(error.may_have_been_received());
                assert!(error.to_string().contains(words), "{error}");
            }
            other => panic!("{fault}: {other:?}"),
        }
    }
}

#[tokio::test]
async fn the_service_decides_how_long_to_wait() {
    let busy = Reply::error(429, "TooManyRequests", "Slow down.").header("retry-after", "1");
    let answer = Reply::json(200, &json!({ "value": [] }));
    let server = Server::start(Always { first: Some(busy), answer }, None).await;
    let start = Instant::now();
    first::run(&client(server.url(), new_http_client(None))).await.unwrap();
    assert!(start.elapsed() >= Duration::from_secs(1));
    assert_eq!(server.requests(), 2);
}
