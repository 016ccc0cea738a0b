//! Requests as data: what to send and how to read the answer, but nothing that sends.

mod advanced;
mod body;
mod collection;
mod headers;
mod invalid;
mod method;
mod query;
mod response;
#[cfg(test)]
mod tests;
mod url;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::Serialize;

pub use body::{Body, Reference};
pub use invalid::InvalidRequest;
pub use method::Method;
pub use response::{
    Conditional, DecodeError, FromBody, Media, NoContent, NothingReturned, Page, Unread, Wrapped,
    Written,
};
#[cfg(feature = "pipeline")]
pub(crate) use response::{is_nothing, short_name};

use crate::operation::Operation;
use crate::path::{Path, WholePath};
use crate::query::filter::Node;

/// A request whose successful response holds a `T`.
///
/// Generated methods return it. It can be inspected, refined and turned into a URL; sending it is
/// left to an HTTP client.
///
/// ```
/// # use apimark_runtime::{Method, Page, Path, Request};
/// let request: Request<Page<String>> = Path::root().child("/users").request(Method::GET);
/// let request = request.select_raw(["id", "displayName"]).filter_raw("startsWith(mail,'a&b')").top(5);
/// assert_eq!(request.method(), Method::GET);
/// assert_eq!(
///     request.url("https://graph.microsoft.com/v1.0")?,
///     "https://graph.microsoft.com/v1.0/users\
///      ?$select=id,displayName&$filter=startsWith(mail,'a%26b')&$top=5",
/// );
/// let page = request.decode(br#"{"value":["a","b"],"@odata.count":7}"#)?;
/// assert_eq!((page.value.len(), page.count), (2, Some(7)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # What an answer becomes
///
/// A success is never an error, in whatever way a request is sent: alone, in a batch, as work to wait for, as
/// an upload.
///
/// | The service answers | `T` | outcome |
/// |:--|:--|:--|
/// | 2xx with what is promised | any | `Ok` |
/// | 204, or another 2xx without a body, to a change | [`Written`]`<_>` | `Ok`, [`Written::Nothing`] |
/// | 202 without a body: taken on, not known to be done | [`Written`]`<_>` | `Ok`, [`Written::Accepted`] |
/// | any of these, where nothing is promised | [`NoContent`], [`Media`] | `Ok`; the status tells which |
/// | the same to a read | `Option<_>`, see [`optional`](Self::optional) | `Ok`, `None` |
/// | the same to a read | any other | the error `Nothing`, as there is no `T` to hand out |
/// | 304 | [`Conditional`]`<_>`, see [`if_none_match`](Self::if_none_match) | `Ok`, [`Conditional::NotModified`] |
/// | 304 | any other | the error `NotModified` |
/// | 2xx with what cannot be read as promised | any | the error `Decode`: it is done, but its answer is unreadable |
///
/// Generated methods return `Request<Written<_>>` for everything but `GET`: after a change nobody is told that
/// it failed because its answer is not the promised one, as who believes that makes it twice. What remains an
/// error says by `Error::applied` whether the change was made.
#[must_use = "a request does nothing until a client sends it"]
pub struct Request<T> {
    method: Method,
    path: WholePath,
    query: Vec<(Cow<'static, str>, String)>,
    /// What `$filter` is made of.
    filter: Option<Box<Node>>,
    headers: Vec<(Cow<'static, str>, String)>,
    body: Body,
    /// What the body refers to, if that is all of it.
    reference: Option<Box<Reference>>,
    invalid: Option<InvalidRequest>,
    operation: Option<&'static Operation>,
    response: PhantomData<fn() -> T>,
}

impl Path {
    /// A request to this path.
    pub fn request<T>(&self, method: Method) -> Request<T> {
        let (path, invalid) = WholePath::new(self);
        Request::to(method, path, invalid)
    }
}

impl<T> Request<T> {
    /// A request without query, headers and body.
    pub fn new(method: Method, path: Path) -> Self {
        path.request(method)
    }

    pub(crate) fn to(method: Method, path: WholePath, invalid: Option<InvalidRequest>) -> Self {
        Self {
            method,
            path,
            query: Vec::new(),
            filter: None,
            headers: Vec::new(),
            body: Body::Empty,
            reference: None,
            invalid,
            operation: None,
            response: PhantomData,
        }
    }

    /// The same request, known as a call of this operation.
    pub fn documented_by(mut self, operation: &'static Operation) -> Self {
        self.operation = Some(operation);
        self
    }

    /// What the documentation says about the operation; `None` for a request that was not built by a
    /// generated method.
    #[must_use]
    pub fn operation(&self) -> Option<&'static Operation> {
        self.operation
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> Method {
        self.method
    }

    /// The path below the service root, percent-encoded.
    #[must_use]
    pub fn path(&self) -> &str {
        self.path.as_str()
    }

    /// The service root that the path was built on, without a trailing slash; empty if
    /// [`Path::at`] was not told one.
    #[must_use]
    pub fn service_root(&self) -> &'static str {
        self.path.root.url
    }

    /// Query options in the order in which they were set, not yet encoded.
    ///
    /// Where the documentation demands it for what is asked, `$count=true` is among them unasked.
    pub fn query_pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.query.iter().map(|(name, value)| (&**name, &**value)).chain(self.implied_option())
    }

    /// Headers in the order in which they were set. `Content-Type` is not among them: it follows from
    /// the [`Body`].
    ///
    /// Where the documentation demands it for what is asked, `ConsistencyLevel: eventual` is among them
    /// unasked.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (&**name, &**value)).chain(self.implied_header())
    }

    /// The body. A [`Reference`] to a path is below the root that the documentation names.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// The body as it is sent to the service root `base`: a [`Reference`] to a path is below that root.
    #[must_use]
    pub fn body_at(&self, base: &str) -> Cow<'_, Body> {
        let reference = self.reference.as_ref();
        reference.map_or(Cow::Borrowed(&self.body), |it| Cow::Owned(it.body_at(base)))
    }

    /// Whether the request says what its builder meant.
    ///
    /// # Errors
    /// The first argument that could not be written, such as an empty id.
    pub fn check(&self) -> Result<(), InvalidRequest> {
        self.invalid.clone().map_or(Ok(()), Err)
    }

    /// The whole URL below `base`, the service root with or without a trailing slash.
    ///
    /// # Errors
    /// As [`check`](Self::check): a request with a refused argument has no URL.
    pub fn url(&self, base: &str) -> Result<String, InvalidRequest> {
        self.check()?;
        Ok(url::join(base, self.path(), self.query_pairs()))
    }

    /// Reads the body of a successful response.
    ///
    /// # Errors
    /// If `body` is not what the documentation promises.
    pub fn decode(&self, body: &[u8]) -> Result<T, DecodeError>
    where
        T: FromBody,
    {
        T::from_body(body)
    }

    /// The same request, for which no object is an answer too: `None` where the service says 204, as it may of
    /// a relationship that leads to nothing.
    ///
    /// ```
    /// # use apimark_runtime::{Method, Path, Request};
    /// let request: Request<String> = Path::root().child("/manager").request(Method::GET);
    /// assert!(request.decode(b"").is_err());
    /// assert_eq!(request.optional().decode(b"")?, None);
    /// # Ok::<(), apimark_runtime::DecodeError>(())
    /// ```
    pub fn optional(self) -> Request<Option<T>> {
        self.decode_as()
    }

    /// The same request, its response read as another type: for properties or shapes that the
    /// documentation does not mention.
    pub fn decode_as<U>(self) -> Request<U> {
        Request {
            method: self.method,
            path: self.path,
            query: self.query,
            filter: self.filter,
            headers: self.headers,
            body: self.body,
            reference: self.reference,
            invalid: self.invalid,
            operation: self.operation,
            response: PhantomData,
        }
    }
}

/// Bodies.
impl<T> Request<T> {
    /// Sends `value` as JSON.
    pub fn json<B: Serialize + ?Sized>(mut self, value: &B) -> Self {
        match Body::json(value) {
            Ok(json) => self = self.with_body(json),
            Err(error) => {
                self.invalid.get_or_insert(InvalidRequest::Body { reason: error.to_string() });
            }
        }
        self
    }

    /// Sends a reference to an object.
    pub fn reference(mut self, reference: &Reference) -> Self {
        if let Some(reason) = reference.invalid() {
            self.invalid.get_or_insert_with(|| reason.clone());
        }
        self.body = reference.body();
        self.reference = Some(Box::new(reference.clone()));
        self
    }

    /// Sends bytes of a media type, such as `image/jpeg`.
    pub fn bytes(
        self,
        media_type: impl Into<Cow<'static, str>>,
        content: impl Into<Vec<u8>>,
    ) -> Self {
        self.with_body(Body::Bytes { media_type: media_type.into(), content: content.into() })
    }

    fn with_body(self, body: Body) -> Self {
        Self { body, reference: None, ..self }
    }
}

fn set(
    pairs: &mut Vec<(Cow<'static, str>, String)>,
    name: Cow<'static, str>,
    value: String,
    same: fn(&str, &str) -> bool,
) {
    match pairs.iter_mut().find(|(known, _)| same(known, &name)) {
        Some((_, old)) => *old = value,
        None => pairs.push((name, value)),
    }
}

// Not derived: a derive would ask `T` for the same trait.
impl<T> Clone for Request<T> {
    fn clone(&self) -> Self {
        Self {
            method: self.method,
            path: self.path.clone(),
            query: self.query.clone(),
            filter: self.filter.clone(),
            headers: self.headers.clone(),
            body: self.body.clone(),
            reference: self.reference.clone(),
            invalid: self.invalid.clone(),
            operation: self.operation,
            response: PhantomData,
        }
    }
}

/// Of the headers that a log may hold with their values. All others are shown by name: which of them hold a
/// secret only their service knows.
const SHOWN: [&str; 8] = [
    "Accept",
    "Accept-Language",
    "ConsistencyLevel",
    "Content-Language",
    "If-Match",
    "If-None-Match",
    "Prefer",
    "Range",
];

/// The value where it is one to show.
fn shown<'a>((name, value): (&'a str, &'a str)) -> (&'a str, &'a str) {
    let is_shown = SHOWN.iter().any(|it| it.eq_ignore_ascii_case(name));
    (name, if is_shown { value } else { "…" })
}

/// Without the body and without the values of headers that may be secrets.
impl<T> fmt::Debug for Request<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path", &self.path())
            .field("query", &self.query)
            .field("headers", &self.headers().map(shown).collect::<Vec<_>>())
            .field("body", &self.body)
            .field("invalid", &self.invalid)
            .finish()
    }
}
