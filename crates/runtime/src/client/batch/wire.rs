//! The JSON of batches: requests in, answers out.

use std::collections::BTreeMap;

use azure_core::Bytes;
use azure_core::http::StatusCode;
use azure_core::http::headers::{CONTENT_TYPE, Headers};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::client::call::header_name;
use crate::client::response::header;
use crate::{Body, InvalidRequest, Request};

#[derive(Serialize)]
pub(super) struct Requests<'a> {
    pub(super) requests: Vec<Entry<'a>>,
}

/// One request.
#[derive(Serialize)]
pub(super) struct Entry<'a> {
    id: String,
    method: &'static str,
    url: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    headers: BTreeMap<&'a str, &'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<Box<RawValue>>,
    #[serde(rename = "dependsOn", skip_serializing_if = "Vec::is_empty")]
    depends_on: Vec<String>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(
        id: usize,
        request: &'a Request<()>,
        after: impl Iterator<Item = usize>,
    ) -> Result<Self, InvalidRequest> {
        let body = body(request.body())?;
        let media_type = request.body().media_type().map(|it| ("Content-Type", it));
        Ok(Self {
            id: id.to_string(),
            method: request.method().as_str(),
            url: request.url("")?,
            headers: media_type.into_iter().chain(request.headers()).collect(),
            body,
            depends_on: after.map(|it| it.to_string()).collect(),
        })
    }
}

/// JSON as it is, other bytes in base64.
fn body(body: &Body) -> Result<Option<Box<RawValue>>, InvalidRequest> {
    let json = match body {
        Body::Empty => return Ok(None),
        Body::Json(json) => serde_json::from_slice(json),
        Body::Bytes { content, .. } => {
            serde_json::value::to_raw_value(&crate::Bytes::from(content.clone()))
        }
    };
    json.map(Some).map_err(|error| InvalidRequest::Body { reason: error.to_string() })
}

#[derive(Deserialize)]
pub(super) struct Replies {
    pub(super) responses: Vec<Reply>,
}

/// One answer.
#[derive(Deserialize)]
pub(super) struct Reply {
    id: Value,
    status: Value,
    #[serde(default)]
    headers: BTreeMap<String, Value>,
    body: Option<Box<RawValue>>,
}

/// An answer as if it had come alone.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: Headers,
    pub(super) body: Bytes,
}

impl Reply {
    /// The number that the request was given. Services write it back as text, in practice; so with the
    /// status the other way round.
    pub(super) fn id(&self) -> Option<usize> {
        text(&self.id).parse().ok()
    }

    pub(super) fn into_answer(self) -> Answer {
        let status = text(&self.status).parse().map_or(StatusCode::UnknownValue(0), u16::into);
        let mut headers = Headers::new();
        for (name, value) in &self.headers {
            if let Ok(name) = header_name(name) {
                headers.insert(name, text(value));
            }
        }
        let is_json = header(&headers, CONTENT_TYPE.as_str()).is_some_and(|it| it.contains("json"));
        let body = self.body.map_or_else(Bytes::new, |body| content(&body, is_json));
        Answer { status, headers, body }
    }
}

/// What is not JSON comes as text in base64.
fn content(body: &RawValue, is_json: bool) -> Bytes {
    if !is_json && let Ok(text) = serde_json::from_str::<String>(body.get()) {
        return match crate::Bytes::from_base64(&text) {
            Some(bytes) => bytes.into_vec().into(),
            None => text.into(),
        };
    }
    Bytes::copy_from_slice(body.get().as_bytes())
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
