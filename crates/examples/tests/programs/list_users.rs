//! Paging through a filtered collection.

use generated::v1_0::models::{AnyDirectoryObject, User};
use serde_json::{Value, json};

use crate::programs::list_users as program;
use crate::server::{Reply, Seen, Service, Wrong};
use crate::trial::trial;

/// Ten users that the query finds, in pages of three.
struct Users(Vec<Value>);

impl Users {
    fn new() -> Self {
        let user = |number: i32| {
            let name = format!("A{number} O'Neil");
            let manager = json!({ "@odata.type": "#microsoft.graph.user", "id": "m" });
            let id = number.to_string();
            json!({ "id": id, "displayName": name, "manager": manager, "extra": number })
        };
        Self((0..10).map(user).collect())
    }
}

impl Service for Users {
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        if request.line() != ("GET", "/v1.0/users") {
            return request.unknown();
        }
        let start = match request.query("$skiptoken") {
            // The link holds the query of the request that it belongs to.
            Some(token) => token.parse().map_err(|_| Wrong("skip token".to_owned()))?,
            None => {
                request.expect_query(&[
                    ("$filter", "startswith(displayName,'A') and accountEnabled eq true"),
                    ("$select", "id,displayName,mail"),
                    ("$expand", "manager($select=id)"),
                    ("$orderby", "displayName"),
                    ("$top", "3"),
                    ("$count", "true"),
                ])?;
                0
            }
        };
        request.expect_header("consistencylevel", Some("eventual"))?;
        let end = self.0.len().min(start + 3);
        let mut page = json!({ "value": self.0[start..end] });
        if end < self.0.len() {
            page["@odata.nextLink"] =
                request.graph(&format!("/v1.0/users?$skiptoken={end}")).into();
        }
        Ok(Reply::json(200, &page))
    }
}

#[tokio::test]
async fn every_user_comes_once() {
    let tally = trial("list_users", Users::new, program::run, |service, users| {
        let seen: Vec<_> = users.iter().filter_map(|user| user.id.as_deref()).collect();
        let wanted: Vec<_> = service.0.iter().filter_map(|user| user["id"].as_str()).collect();
        assert_eq!(seen, wanted);
        let managed = |user: &User| matches!(&user.manager, Some(AnyDirectoryObject::User(_)));
        assert!(users.iter().all(managed));
        assert!(users.iter().all(|user| user.additional.get("extra").is_some()));
    })
    .await;
    assert_eq!(tally.requests, 4);
    println!("{tally}");
}
