//! Following changes.

use std::collections::BTreeMap;

use apimark_runtime::client::azure_core::http::new_http_client;
use serde_json::{Value, json};

use crate::programs::delta as program;
use crate::server::{Reply, Seen, Server, Service, Wrong};
use crate::trial::{client, trial};

/// Seven users to begin with; later two are changed, one is removed and one is new.
struct History {
    rounds: [Vec<Value>; 2],
    /// Whether links of the first round have been forgotten.
    is_forgotten: bool,
}

impl History {
    fn new() -> Self {
        let user =
            |number: i32, name: &str| json!({ "id": number.to_string(), "displayName": name });
        let first = (0..7).map(|number| user(number, "old")).collect();
        let gone = json!({ "id": "3", "@removed": { "reason": "deleted" } });
        // The service may name the same user twice; the last word counts.
        let second = vec![user(1, "newer"), gone, user(9, "new"), user(2, "new"), user(1, "new")];
        Self { rounds: [first, second], is_forgotten: false }
    }

    fn now() -> Vec<(String, String)> {
        let user = |id: &str, name: &str| (id.to_owned(), name.to_owned());
        let old = ["0", "4", "5", "6"].map(|id| user(id, "old"));
        let new = ["1", "2", "9"].map(|id| user(id, "new"));
        let mut all: Vec<_> = old.into_iter().chain(new).collect();
        all.sort();
        all
    }
}

impl Service for History {
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        if request.line() != ("GET", "/v1.0/users/delta") {
            return request.unknown();
        }
        let place = request.query("$skiptoken").or(request.query("$deltatoken"));
        let Some(place) = place else {
            request.expect_query(&[("$select", "id,displayName")])?;
            return Ok(self.page(request, 0, 0));
        };
        if std::mem::take(&mut self.is_forgotten) {
            return Ok(Reply::error(410, "syncStateNotFound", "Begin anew."));
        }
        let numbers = place.split_once('-').map(|(round, start)| (round.parse(), start.parse()));
        match numbers {
            Some((Ok(round), Ok(start))) if round < 3 => Ok(self.page(request, round, start)),
            _ => Err(Wrong(format!("token {place}"))),
        }
    }
}

impl History {
    fn page(&self, request: &Seen, round: usize, start: usize) -> Reply {
        let changes = self.rounds.get(round).map_or(&[][..], Vec::as_slice);
        let end = changes.len().min(start + 3);
        let link = |token: String| request.graph(&format!("/v1.0/users/delta?{token}"));
        let mut page = json!({ "value": changes[start..end] });
        if end < changes.len() {
            page["@odata.nextLink"] = link(format!("$skiptoken={round}-{end}")).into();
        } else {
            page["@odata.deltaLink"] = link(format!("$deltatoken={}-0", round + 1)).into();
        }
        Reply::json(200, &page)
    }
}

type Users = BTreeMap<Box<str>, generated::v1_0::models::User>;

fn names(users: &Users) -> Vec<(String, String)> {
    let name =
        |user: &generated::v1_0::models::User| user.display_name.as_deref().map(str::to_owned);
    users.iter().map(|(id, user)| (id.to_string(), name(user).unwrap_or_default())).collect()
}

#[tokio::test]
async fn the_copy_becomes_what_the_service_has() {
    let run = async |client: &_| {
        let mut users = Users::new();
        let link = program::run(client, None, &mut users).await?;
        assert_eq!(users.len(), 7);
        let link = program::run(client, link.as_deref(), &mut users).await?;
        let link = program::run(client, link.as_deref(), &mut users).await?;
        Ok((users, link))
    };
    let tally = trial("delta", History::new, run, |_, (users, link)| {
        assert_eq!(names(&users), History::now());
        assert!(link.is_some_and(|it| it.ends_with("$deltatoken=3-0")));
    })
    .await;
    assert_eq!(tally.requests, 6);
    println!("{tally}");
}

#[tokio::test]
async fn a_forgotten_link_makes_it_begin_anew() {
    let service = History { is_forgotten: true, ..History::new() };
    let server = Server::start(service, None).await;
    let client = client(server.url(), new_http_client(None));
    let mut users = Users::from([("99".into(), Default::default())]);
    let stored = format!("{}/v1.0/users/delta?$deltatoken=1-0", server.url());
    program::run(&client, Some(&stored), &mut users).await.unwrap();
    assert_eq!(users.len(), 7);
    assert_eq!((server.requests(), server.wrong()), (4, Vec::new()));
}
