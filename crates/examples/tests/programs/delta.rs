//! Following changes.

use apimark_runtime::client::azure_core::http::new_http_client;
use serde_json::{Value, json};

use crate::programs::delta::{self as program, Copy};
use crate::server::{Fault, Reply, Seen, Server, Service, Wrong};
use crate::trial::{client, trial};

/// Seven users to begin with; later two are changed, one of them twice, one is removed and one is new.
struct History {
    rounds: [Vec<Value>; 2],
    /// Whether links of the first round have been forgotten.
    is_forgotten: bool,
}

impl History {
    fn new() -> Self {
        let first = ["0", "1", "2", "3", "4", "5", "6"]
            .map(|id| json!({ "id": id, "displayName": "old", "jobTitle": "clerk", "badge": id }));
        let second = [
            json!({ "id": "1", "displayName": "newer" }),
            json!({ "id": "3", "@removed": { "reason": "deleted" } }),
            json!({ "id": "9", "displayName": "new", "jobTitle": null }),
            json!({ "id": "2", "jobTitle": null, "badge": null }),
            // The service may name the same user twice.
            json!({ "id": "1", "displayName": "new" }),
        ];
        Self { rounds: [first.into(), second.into()], is_forgotten: false }
    }

    /// What a copy is in the end.
    fn now() -> Value {
        let old =
            |id: &str| json!({ "id": id, "displayName": "old", "jobTitle": "clerk", "badge": id });
        json!({
            "0": old("0"),
            "1": { "id": "1", "displayName": "new", "jobTitle": "clerk", "badge": "1" },
            "2": { "id": "2", "displayName": "old", "badge": null },
            "4": old("4"),
            "5": old("5"),
            "6": old("6"),
            "9": { "id": "9", "displayName": "new" },
        })
    }
}

impl Service for History {
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        if request.line() != ("GET", "/v1.0/users/delta") {
            return request.unknown();
        }
        let place = request.query("$skiptoken").or(request.query("$deltatoken"));
        let Some(place) = place else {
            request.expect_query(&[("$select", "id,displayName,jobTitle")])?;
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

/// Stores the copy and reads it again, as the program does between two runs.
fn stored(copy: &Copy) -> Copy {
    Copy::from_json(&copy.to_json().unwrap()).unwrap()
}

#[tokio::test]
async fn the_copy_becomes_what_the_service_has() {
    let run = async |client: &_| {
        let mut copy = Copy::default();
        program::run(client, &mut copy).await?;
        assert_eq!(copy.users.len(), 7);
        for _ in 0..2 {
            copy = stored(&copy);
            program::run(client, &mut copy).await?;
        }
        Ok(copy)
    };
    let tally = trial("delta", History::new, run, |_, copy| {
        assert_eq!(serde_json::to_value(&copy.users).unwrap(), History::now());
        assert!(copy.link.is_some_and(|it| it.as_str().ends_with("$deltatoken=3-0")));
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
    let link = format!("{}/v1.0/users/delta?$deltatoken=1-0", server.url());
    let mut copy = Copy { link: link.parse().ok(), ..Copy::default() };
    copy.users.insert("99".into(), Default::default());
    program::run(&client, &mut copy).await.unwrap();
    assert_eq!(copy.users.len(), 7);
    assert_eq!((server.requests(), server.wrong()), (4, Vec::new()));
}

#[tokio::test]
async fn a_run_that_failed_is_taken_up_where_it_ended() {
    // The second page of the first round.
    let fault = Some((Fault::Forbidden, 1));
    let server = Server::start(History::new(), fault).await;
    let client = client(server.url(), new_http_client(None));
    let mut copy = Copy::default();
    assert!(program::run(&client, &mut copy).await.is_err());
    copy = stored(&copy);
    assert_eq!((copy.users.len(), server.requests()), (3, 2));
    for _ in 0..2 {
        program::run(&client, &mut copy).await.unwrap();
    }
    assert_eq!(serde_json::to_value(&copy.users).unwrap(), History::now());
    assert_eq!((server.requests(), server.wrong()), (6, Vec::new()));
}
