//! Creating an object, and changing it.

use serde_json::{Value, json};

use crate::programs::create_user as program;
use crate::server::{Reply, Seen, Service, Wrong};
use crate::trial::trial;

/// The users that were created.
struct Directory(Vec<Value>);

impl Service for Directory {
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        request.expect_query(&[])?;
        match request.line() {
            ("POST", "/v1.0/users") => {
                request.expect_json(&json!({
                    "accountEnabled": true,
                    "displayName": "Ben",
                    "mailNickname": "ben",
                    "passwordProfile": {
                        "forceChangePasswordNextSignIn": true,
                        "password": "correct horse battery staple",
                    },
                    "userPrincipalName": "ben@contoso.com",
                    "jobTitle": "Miller",
                }))?;
                let user = json!({ "id": "2", "displayName": "Ben", "jobTitle": "Miller" });
                self.0.push(user.clone());
                Ok(Reply::json(201, &user))
            }
            ("PATCH", "/v1.0/users/ben@contoso.com") => {
                request.expect_json(&json!({ "jobTitle": "Baker" }))?;
                for user in &mut self.0 {
                    user["jobTitle"] = "Baker".into();
                }
                Ok(Reply::empty(204))
            }
            _ => request.unknown(),
        }
    }
}

#[tokio::test]
async fn one_user_is_created_and_changed() {
    let tally = trial(
        "create_user",
        || Directory(Vec::new()),
        program::run,
        |service, user| {
            let user = user.expect("the service returns what it has created");
            assert_eq!(
                (user.id.as_deref(), user.job_title.as_deref()),
                (Some("2"), Some("Miller"))
            );
            assert_eq!(
                service.0,
                [json!({ "id": "2", "displayName": "Ben", "jobTitle": "Baker" })]
            );
        },
    )
    .await;
    assert_eq!(tally.requests, 2);
    println!("{tally}");
}
