//! Paging, broken off and taken up again.

use serde_json::{Value, json};

use crate::programs::page_messages as program;
use crate::server::{Reply, Seen, Service, Wrong};
use crate::trial::trial;

/// Twenty-five messages, in pages of ten.
struct Mailbox(Vec<Value>);

impl Mailbox {
    fn new() -> Self {
        let message = |number| {
            let from = json!({ "emailAddress": { "name": "Bo", "address": "bo@contoso.com" } });
            json!({ "id": format!("m{number}"), "subject": format!("No. {number}"), "from": from })
        };
        Self((0..25).map(message).collect())
    }
}

impl Service for Mailbox {
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        if request.line() != ("GET", "/v1.0/me/messages") {
            return request.unknown();
        }
        let query = [
            ("$filter", "receivedDateTime ge 2026-01-01T00:00:00Z and isRead eq false"),
            ("$select", "subject,from,receivedDateTime"),
            ("$orderby", "receivedDateTime desc"),
            ("$top", "10"),
        ];
        let start = match request.query("$skip") {
            Some(skip) => skip.parse().map_err(|_| Wrong("skip".to_owned()))?,
            None => request.expect_query(&query).map(|()| 0)?,
        };
        request.expect_header("prefer", Some("outlook.body-content-type=\"text\""))?;
        request.expect_header("consistencylevel", None)?;
        let end = self.0.len().min(start + 10);
        let mut page = json!({ "value": self.0[start..end] });
        if end < self.0.len() {
            let link = format!("/v1.0/me/messages?$top=10&$skip={end}");
            page["@odata.nextLink"] = request.graph(&link).into();
        }
        Ok(Reply::json(200, &page))
    }
}

#[tokio::test]
async fn every_message_comes_once() {
    let tally = trial("page_messages", Mailbox::new, program::run, |service, messages| {
        let seen: Vec<_> = messages.iter().filter_map(|it| it.id.as_deref()).collect();
        let wanted: Vec<_> = service.0.iter().filter_map(|it| it["id"].as_str()).collect();
        assert_eq!(seen, wanted);
        assert!(messages.iter().all(|it| program::sender(it) == "bo@contoso.com"));
    })
    .await;
    assert_eq!(tally.requests, 3);
    println!("{tally}");
}
