//! Collections whose items are of several types.

use serde_json::{Value, json};

use crate::programs::directory_objects as program;
use crate::server::{Reply, Seen, Service, Wrong};
use crate::trial::trial;

struct Group(Vec<Value>);

impl Group {
    fn new() -> Self {
        Self(vec![
            json!({ "@odata.type": "#microsoft.graph.user", "id": "1", "displayName": "Ana", "mail": null }),
            json!({ "@odata.type": "#microsoft.graph.group", "id": "2", "visibility": "Private" }),
            json!({ "@odata.type": "#microsoft.graph.device", "id": "3", "displayName": "Phone" }),
            json!({ "@odata.type": "#microsoft.graph.orgContact", "id": "4", "mail": "x@y.example" }),
            json!({ "id": "5" }),
        ])
    }
}

impl Service for Group {
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        if request.line() != ("GET", "/v1.0/groups/02bd9fd6/members") {
            return request.unknown();
        }
        let start = match request.query("$skiptoken") {
            Some(_) => 3,
            None => {
                let select = "id,microsoft.graph.user/displayName,microsoft.graph.user/mail,\
                              microsoft.graph.group/visibility";
                request.expect_query(&[("$select", select)])?;
                0
            }
        };
        let mut page = json!({ "value": self.0[start..self.0.len().min(start + 3)] });
        if start == 0 {
            let link = request.graph("/v1.0/groups/02bd9fd6/members?$skiptoken=3");
            page["@odata.nextLink"] = link.into();
        }
        Ok(Reply::json(200, &page))
    }
}

#[tokio::test]
async fn each_member_is_of_its_own_type() {
    let tally = trial("directory_objects", Group::new, program::run, |service, members| {
        let kinds: Vec<_> = members.iter().map(program::describe).collect();
        let wanted = [
            "user Ana",
            "Private group",
            "object 3",
            "something of type #microsoft.graph.orgContact",
            "something of type unknown",
        ];
        assert_eq!(kinds, wanted);
        // Nothing that the service has sent is lost.
        let mut sent = service.0.clone();
        sent[0].as_object_mut().unwrap().remove("mail");
        assert_eq!(serde_json::to_value(&members).unwrap(), Value::from(sent));
    })
    .await;
    assert_eq!(tally.requests, 2);
    println!("{tally}");
}
