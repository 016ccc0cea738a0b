//! Request bodies.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

use super::{InvalidRequest, Request};
use crate::model::write_json_both;

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
        let (content, with_strings) = write_json_both(value)?;
        Ok(Self::Json { content, with_strings })
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
///
/// ```
/// # use apimark_runtime::{Method, Path, Reference, Request};
/// # let root = Path::at("https://graph.example/v1.0");
/// # let user: Request<String> = root.child("/directoryObjects/1").request(Method::GET);
/// # let members: Request<()> = Path::at("https://graph.example/v1.0").request(Method::POST);
/// // What `user` reads, in whatever cloud the client is:
/// let add = members.reference(&Reference::to(&user));
/// assert_eq!(
///     add.body_at("https://graph.example.us/v1.0").as_bytes(),
///     br#"{"@odata.id":"https://graph.example.us/v1.0/directoryObjects/1"}"#,
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// An absolute URL, or a path below the service root.
    target: String,
    /// Below which root it is in the documentation, if it is a path.
    root: Option<&'static str>,
    invalid: Option<InvalidRequest>,
}

impl Reference {
    /// A reference to the object at this absolute URL. It is sent as it is: one of another cloud is wrong.
    pub fn new(url: impl Into<String>) -> Self {
        Self { target: url.into(), root: None, invalid: None }
    }

    /// A reference to the object that `request` reads, at the service to which the reference is sent. Only
    /// the path of the request counts.
    pub fn to<T>(request: &Request<T>) -> Self {
        let invalid = request.check().err();
        Self { target: request.path().to_owned(), root: Some(request.service_root()), invalid }
    }

    /// The URL of the object, of a path below `base`, which may end with a slash.
    #[must_use]
    pub fn url_at(&self, base: &str) -> String {
        match self.root {
            Some(_) => format!("{}{}", base.trim_end_matches('/'), self.target),
            None => self.target.clone(),
        }
    }

    /// The first argument of the path that could not be written.
    pub(super) fn invalid(&self) -> Option<&InvalidRequest> {
        self.invalid.as_ref()
    }

    /// The body with a path below `base`.
    pub(super) fn body_at(&self, base: &str) -> Body {
        let json = serde_json::json!({ "@odata.id": self.url_at(base) });
        Body::Json { content: json.to_string().into_bytes(), with_strings: None }
    }

    /// The body with the URL that the documentation would show.
    pub(super) fn body(&self) -> Body {
        self.body_at(self.root.unwrap_or_default())
    }
}
