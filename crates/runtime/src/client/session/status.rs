//! What the service says about an upload session.

use serde::Deserialize;
use serde_json::{Map, Value};

/// The answer that creates a session.
#[derive(Deserialize)]
pub(super) struct Created {
    #[serde(rename = "uploadUrl")]
    pub(super) upload_url: String,
}

/// What the service has not got yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Map<String, Value>")]
pub struct SessionStatus {
    expires: Option<String>,
    missing: Vec<(u64, Option<u64>)>,
}

impl SessionStatus {
    /// Reads an answer to a piece; one that is no JSON object says nothing.
    pub(super) fn read(body: &[u8]) -> Self {
        serde_json::from_slice(body).unwrap_or_default()
    }

    /// The first byte that the service has not got; `None` if it names none.
    #[must_use]
    pub fn next(&self) -> Option<u64> {
        self.missing.iter().map(|(start, _)| *start).min()
    }

    /// The bytes that the service has not got, from the first to the last of each range; without a last
    /// one up to the end. Not all may be named.
    #[must_use]
    pub fn missing(&self) -> &[(u64, Option<u64>)] {
        &self.missing
    }

    /// Until when the service keeps the session, in its own words.
    #[must_use]
    pub fn expires(&self) -> Option<&str> {
        self.expires.as_deref()
    }
}

/// Services differ in capitals.
impl From<Map<String, Value>> for SessionStatus {
    fn from(members: Map<String, Value>) -> Self {
        let mut status = Self::default();
        for (name, value) in members {
            match value {
                Value::String(date) if name.eq_ignore_ascii_case("expirationDateTime") => {
                    status.expires = Some(date);
                }
                Value::Array(ranges) if name.eq_ignore_ascii_case("nextExpectedRanges") => {
                    status.missing = ranges.iter().filter_map(|it| range(it.as_str()?)).collect();
                }
                _ => {}
            }
        }
        status
    }
}

/// `12-34`, `12-` or `12`.
fn range(text: &str) -> Option<(u64, Option<u64>)> {
    let (start, end) = text.split_once('-').unwrap_or((text, ""));
    Some((start.trim().parse().ok()?, end.trim().parse().ok()))
}
