//! What the service says about an upload session.

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::{Additional, RawValue};

/// The answer that creates a session.
#[derive(Deserialize)]
pub(super) struct Created {
    #[serde(rename = "uploadUrl")]
    pub(super) upload_url: String,
}

/// What the service has not got yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionStatus {
    expires: Option<String>,
    missing: Vec<(u64, Option<u64>)>,
    names_ranges: bool,
}

impl SessionStatus {
    /// Reads an answer to a piece; one that is no JSON object says nothing.
    pub(super) fn read(body: &[u8]) -> Self {
        Additional::of_body(body).map(|members| Self::of(&members)).unwrap_or_default()
    }

    /// Services differ in capitals.
    fn of(members: &Additional) -> Self {
        let mut status = Self::default();
        for (name, value) in members.iter() {
            match value {
                Value::String(date) if name.eq_ignore_ascii_case("expirationDateTime") => {
                    status.expires = Some(date.clone());
                }
                Value::Array(ranges) if name.eq_ignore_ascii_case("nextExpectedRanges") => {
                    status.names_ranges = true;
                    status.missing = ranges.iter().filter_map(|it| range(it.as_str()?)).collect();
                }
                _ => {}
            }
        }
        status
    }

    /// The first byte that the service has not got; `None` if it names none.
    #[must_use]
    pub fn next(&self) -> Option<u64> {
        self.missing.iter().map(|(start, _)| *start).min()
    }

    /// Whether it says what is missing, be it nothing.
    pub(super) fn names_ranges(&self) -> bool {
        self.names_ranges
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

impl<'de> Deserialize<'de> for SessionStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Box::<RawValue>::deserialize(deserializer)?;
        let members = Additional::of_object(text.get());
        members.map(|it| Self::of(&it)).ok_or_else(|| D::Error::custom("no upload session"))
    }
}

/// `12-34`, `12-` or `12`.
fn range(text: &str) -> Option<(u64, Option<u64>)> {
    let (start, end) = text.split_once('-').unwrap_or((text, ""));
    Some((start.trim().parse().ok()?, end.trim().parse().ok()))
}
