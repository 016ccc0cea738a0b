//! Changes that must not undo those of others.

use serde_json::json;

use crate::programs::update_task as program;
use crate::server::{Reply, Seen, Service, Wrong};
use crate::trial::trial;

/// A task that somebody else changes between the program's first reading and its first change.
struct Plan {
    percent: i64,
    version: u32,
    interference: bool,
}

impl Plan {
    fn new() -> Self {
        Self { percent: 0, version: 1, interference: true }
    }

    fn etag(&self) -> String {
        format!("W/\"{}\"", self.version)
    }
}

impl Service for Plan {
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        request.expect_query(&[])?;
        match request.line() {
            ("GET", "/v1.0/planner/tasks/48d31887") => Ok(Reply::json(
                200,
                &json!({ "@odata.etag": self.etag(), "id": "48d31887", "percentComplete": self.percent }),
            )),
            ("PATCH", "/v1.0/planner/tasks/48d31887") => {
                if std::mem::take(&mut self.interference) {
                    (self.percent, self.version) = (20, 2);
                }
                if request.header("if-match") != Some(&self.etag()) {
                    return Ok(Reply::error(412, "PreconditionFailed", "It has changed."));
                }
                request.expect_json(&json!({ "percentComplete": 50 }))?;
                (self.percent, self.version) = (50, 3);
                Ok(Reply::empty(204))
            }
            _ => request.unknown(),
        }
    }
}

#[tokio::test]
async fn nothing_is_decided_from_what_is_no_longer_so() {
    let tally = trial("update_task", Plan::new, program::run, |service, before| {
        assert_eq!((service.percent, service.version), (50, 3));
        // Where the answer is lost, the change is seen as already made.
        assert!(matches!(before, Some(20) | None));
    })
    .await;
    assert_eq!(tally.requests, 4);
    println!("{tally}");
}
