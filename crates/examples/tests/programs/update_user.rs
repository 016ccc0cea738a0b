//! Changing and clearing properties.

use serde_json::{Value, json};

use crate::programs::update_user as program;
use crate::server::{Reply, Seen, Service, Wrong};
use crate::trial::trial;

struct Directory(Value);

impl Directory {
    fn new() -> Self {
        Self(json!({
            "id": "1",
            "displayName": "Ana",
            "jobTitle": "Miller",
            "department": "Flour",
            "businessPhones": ["+1 2"],
        }))
    }
}

impl Service for Directory {
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        match request.line() {
            ("PATCH", "/v1.0/users/ana@contoso.com") => {
                request.expect_query(&[])?;
                request.expect_json(&json!({
                    "jobTitle": "Baker",
                    "department": null,
                    "businessPhones": [],
                }))?;
                for (name, value) in request.json()?.as_object().into_iter().flatten() {
                    self.0[name] = value.clone();
                }
                Ok(Reply::empty(204))
            }
            ("GET", "/v1.0/users/ana@contoso.com") => {
                request.expect_query(&[("$select", "id,jobTitle,department")])?;
                let [id, title, department] =
                    ["id", "jobTitle", "department"].map(|name| self.0[name].clone());
                let user = json!({ "id": id, "jobTitle": title, "department": department });
                Ok(Reply::json(200, &user))
            }
            _ => request.unknown(),
        }
    }
}

#[tokio::test]
async fn what_is_not_named_stays() {
    let tally = trial("update_user", Directory::new, program::run, |service, user| {
        assert_eq!((user.job_title.as_deref(), user.department), (Some("Baker"), None));
        let now = json!({
            "id": "1",
            "displayName": "Ana",
            "jobTitle": "Baker",
            "department": null,
            "businessPhones": [],
        });
        assert_eq!(service.0, now);
    })
    .await;
    assert_eq!(tally.requests, 2);
    println!("{tally}");
}
