//! The JSON of batches: requests in, answers out.

use std::collections::BTreeMap;

use azure_core::Bytes;
use azure_core::http::StatusCode;
use azure_core::http::headers::{CONTENT_TYPE, Headers};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use super::Item;
use crate::client::call::header_name;
use crate::client::format::Format;
use crate::client::response::header;
use crate::{Additional, Body, InvalidRequest};

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
        Item { request, asked, .. }: &'a Item,
        root: &str,
        after: impl Iterator<Item = usize>,
        format: Format,
    ) -> Result<Self, InvalidRequest> {
        let (_, media_type) = format.body(request.body());
        let sent = request.body_at(root);
        let body = body(&sent, format.body(&sent).0)?;
        let is_own = |name: &str| request.headers().any(|it| it.0.eq_ignore_ascii_case(name));
        let accept = format.media_type(*asked).map(|it| ("Accept", it));
        let media_type = media_type.map(|it| ("Content-Type", it));
        let implied = accept.into_iter().chain(media_type).filter(|(name, _)| !is_own(name));
        Ok(Self {
            id: id.to_string(),
            method: request.method().as_str(),
            url: request.url("")?,
            headers: implied.chain(request.headers()).collect(),
            body,
            depends_on: after.map(|it| it.to_string()).collect(),
        })
    }
}

/// JSON as it is, other bytes in base64.
fn body(body: &Body, content: &[u8]) -> Result<Option<Box<RawValue>>, InvalidRequest> {
    let json = match body {
        Body::Empty => return Ok(None),
        Body::Json { .. } => serde_json::from_slice(content),
        Body::Bytes { .. } => {
            serde_json::value::to_raw_value(&crate::Bytes::from(content.to_vec()))
        }
    };
    json.map(Some).map_err(|error| InvalidRequest::Body { reason: error.to_string() })
}

/// The answers are read one by one, so that none that is odd takes the others with it.
#[derive(Deserialize)]
pub(super) struct Replies {
    responses: Vec<Box<RawValue>>,
}

impl Replies {
    /// The answers that can be read.
    pub(super) fn read(&self) -> impl Iterator<Item = Reply> {
        self.responses.iter().filter_map(|it| Additional::of_object(it.get()).map(Reply))
    }
}

/// One answer.
pub(super) struct Reply(Additional);

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
        self.0.get("id").map(text)?.parse().ok()
    }

    /// `None` without a status, which says nothing.
    pub(super) fn answer(&self) -> Option<Answer> {
        let status = self.0.get("status").map(text)?.parse::<u16>().ok()?.into();
        let mut headers = Headers::new();
        let said = self.0.get("headers").and_then(Value::as_object);
        for (name, value) in said.into_iter().flatten() {
            if let Ok(name) = header_name(name) {
                headers.insert(name, text(value));
            }
        }
        let is_json = header(&headers, CONTENT_TYPE.as_str()).is_some_and(|it| it.contains("json"));
        let body = self.0.raw("body").filter(|body| body.get() != "null");
        let body = body.map_or_else(Bytes::new, |body| content(body, is_json));
        Some(Answer { status, headers, body })
    }
}

/// What is not JSON comes as text in base64, and so does JSON that answers a request whose body did.
fn content(body: &RawValue, is_json: bool) -> Bytes {
    let as_it_is = || Bytes::copy_from_slice(body.get().as_bytes());
    let Ok(text) = serde_json::from_str::<String>(body.get()) else { return as_it_is() };
    match crate::Bytes::from_base64(&text) {
        Some(bytes) if !is_json || is_document(&bytes) => bytes.into_vec().into(),
        None if !is_json => text.into(),
        _ => as_it_is(),
    }
}

/// Whether these are a JSON object or array.
fn is_document(bytes: &[u8]) -> bool {
    let first = bytes.iter().find(|it| !it.is_ascii_whitespace());
    matches!(first, Some(b'{' | b'[')) && serde_json::from_slice::<IgnoredAny>(bytes).is_ok()
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
