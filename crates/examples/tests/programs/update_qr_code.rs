//! An operation of the beta version, at a deep path.

use serde_json::json;

use crate::programs::update_qr_code as program;
use crate::server::{Reply, Seen, Service, Wrong};
use crate::trial::trial;

const PATH: &str = "/beta/authenticationMethodDevices/devices/hardwareOathDevices/3b1f/assignTo\
                    /authentication/qrCodePinMethod/standardQRCode";

#[derive(Default)]
struct Codes {
    expires: Option<String>,
}

impl Service for Codes {
    fn answer(&mut self, request: &Seen) -> Result<Reply, Wrong> {
        if request.line() != ("PATCH", PATH) {
            return request.unknown();
        }
        request.expect_query(&[])?;
        request.expect_json(&json!({ "expireDateTime": "2027-01-01T00:00:00Z" }))?;
        self.expires = request.json()?["expireDateTime"].as_str().map(str::to_owned);
        let code = json!({
            "id": "c",
            "expireDateTime": self.expires,
            "startDateTime": "2026-01-01T00:00:00Z",
            "createdDateTime": "2025-12-31T08:00:00.1234567Z",
            "lastUsedDateTime": null,
        });
        Ok(Reply::json(200, &code))
    }
}

#[tokio::test]
async fn the_code_comes_back_as_changed() {
    let tally = trial("update_qr_code", Codes::default, program::run, |service, code| {
        assert_eq!(code.expire_date_time.map(|it| it.to_string()), service.expires);
        assert!(code.created_date_time.is_some() && code.last_used_date_time.is_none());
    })
    .await;
    assert_eq!(tally.requests, 1);
    println!("{tally}");
}
