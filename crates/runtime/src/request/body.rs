//! Request bodies.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

/// The body of a request.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum Body {
    /// None.
    #[default]
    Empty,
    /// JSON text.
    Json {
        /// The text.
        content: Vec<u8>,
        /// The same with 64-bit integers and decimals as strings, if it holds any: what clients send who say
        /// `IEEE754Compatible=true`.
        with_strings: Option<Vec<u8>>,
    },
    /// Bytes of some other media type.
    Bytes {
        /// The `Content-Type`.
        media_type: Cow<'static, str>,
        /// The bytes.
        content: Vec<u8>,
    },
}

impl Body {
    /// The `Content-Type`; `None` without a body.
    #[must_use]
    pub fn media_type(&self) -> Option<&str> {
        match self {
            Self::Empty => None,
            Self::Json { .. } => Some("application/json"),
            Self::Bytes { media_type, .. } => Some(media_type),
        }
    }

    /// The bytes to send.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Empty => &[],
            Self::Json { content, .. } | Self::Bytes { content, .. } => content,
        }
    }

    /// The bytes to send to who is told `IEEE754Compatible=true`.
    #[must_use]
    pub fn as_bytes_with_strings(&self) -> &[u8] {
        match self {
            Self::Json { with_strings: Some(content), .. } => content,
            _ => self.as_bytes(),
        }
    }

    /// `value` as JSON, in both forms.
    pub(super) fn json<B: Serialize + ?Sized>(value: &B) -> Result<Self, serde_json::Error> {
        let content = serde_json::to_vec(value)?;
        Ok(Self::Json { content, with_strings: None })
    }
}

/// Without what it holds, which may be long and is not for logs.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Empty"),
            Self::Json { content, .. } => write!(f, "Json({} bytes)", content.len()),
            Self::Bytes { media_type, content } => {
                write!(f, "Bytes({media_type}, {} bytes)", content.len())
            }
        }
    }
}

/// The body that adds a reference: `{"@odata.id": "…"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The absolute URL of the object to refer to.
    #[serde(rename = "@odata.id")]
    pub odata_id: String,
}

impl Reference {
    /// A reference to the object at this absolute URL.
    pub fn new(odata_id: impl Into<String>) -> Self {
        Self { odata_id: odata_id.into() }
    }
}
