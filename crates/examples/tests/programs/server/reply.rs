//! Answers.

use hyper::body::Bytes;
use serde_json::{Value, json};

/// An answer to a request.
#[derive(Clone, Debug)]
pub(crate) struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Bytes,
    /// The connection is cut after so many bytes of the body.
    pub(super) cut: Option<usize>,
}

impl Reply {
    /// Status alone.
    pub(crate) fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Bytes::new(), cut: None }
    }

    /// A JSON body.
    pub(crate) fn json(status: u16, body: &Value) -> Self {
        Self::empty(status).with_body("application/json", body.to_string())
    }

    /// An error as the service reports it.
    pub(crate) fn error(status: u16, code: &str, message: &str) -> Self {
        let inner = json!({ "date": "2026-01-01T00:00:00", "client-request-id": "c" });
        let error = json!({ "code": code, "message": message, "innerError": inner });
        Self::json(status, &json!({ "error": error }))
    }

    /// A body of any media type.
    pub(crate) fn with_body(self, media_type: &str, body: impl Into<Bytes>) -> Self {
        Self { body: body.into(), ..self }.header("content-type", media_type)
    }

    /// One more header.
    pub(crate) fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(super) fn is_json(&self) -> bool {
        self.headers.contains(&("content-type", "application/json".to_owned()))
    }
}
