//! Many requests in few.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::programs::batch as program;
use crate::server::{Reply, Seen, Service, Wrong};
use crate::trial::trial;

const USERS: usize = 45;

/// Turns every seventh request of a batch away the first time, and knows no user 13.
#[derive(Default)]
struct Batches {
    /// How often each URL has been asked for and answered.
    answered: BTreeMap<String, usize>,
    turned_away: BTreeMap<String, usize>,
}

impl Batches {
    fn one(&mut self, request: &Value) -> Result<Value, Wrong> {
        let (id, url) = (&request["id"], request["url"].as_str().unwrap_or_default());
        if request["method"] != "GET" || !request["body"].is_null() {
            return Err(Wrong(format!("in the batch: {request}")));
        }
        let user = url.strip_prefix("/users/user").and_then(|it| it.split_once("@contoso.com"));
        let Some((number, "?$select=id,displayName")) = user else {
            return Err(Wrong(format!("in the batch: {url}")));
        };
        let number: usize = number.parse().map_err(|_| Wrong(number.to_owned()))?;
        if number.is_multiple_of(7) && self.turned_away.insert(url.to_owned(), 1).is_none() {
            let headers = json!({ "Retry-After": "0" });
            return Ok(json!({ "id": id, "status": 429, "headers": headers }));
        }
        *self.answered.entry(url.to_owned()).or_default() += 1;
        if number == 13 {
            let error = json!({ "code": "Request_ResourceNotFound", "message": "No such user." });
            return Ok(json!({ "id": id, "status": 404, "body": { "error": error } }));
        }
        let body = json!({ "id": number.to_string(), "displayName": format!("User {number}") });
        Ok(json!({ "id": id, "status": 200, "body": body }))
    }
}

impl Service for Batches {
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        if request.line() != ("POST", "/v1.0/$batch") {
            return request.unknown();
        }
        request.expect_query(&[])?;
        let body = request.json()?;
        let requests = body["requests"].as_array().map_or(&[][..], Vec::as_slice);
        if !(1..=20).contains(&requests.len()) {
            return Err(Wrong(format!("{} requests in a batch", requests.len())));
        }
        let mut responses: Vec<_> =
            requests.iter().map(|it| self.one(it)).collect::<Result<_, _>>()?;
        // They may come in any order.
        responses.reverse();
        Ok(Reply::json(200, &json!({ "responses": responses })))
    }
}

#[tokio::test]
async fn each_answer_belongs_to_its_request() {
    let ids: Vec<_> = (0..USERS).map(|number| format!("user{number}@contoso.com")).collect();
    let run = async |client: &_| program::run(client, &ids).await;
    let tally = trial("batch", Batches::default, run, |service, users| {
        assert_eq!((users.len(), service.answered.len()), (USERS, USERS));
        for (number, user) in users.iter().enumerate() {
            let id = user.as_ref().and_then(|user| user.id.as_deref());
            let number = number.to_string();
            assert_eq!(id, Some(number.as_str()).filter(|it| *it != "13"));
        }
    })
    .await;
    assert_eq!(tally.requests, 4);
    println!("{tally}");
}
