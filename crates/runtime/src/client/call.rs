//! Turns a request as data into one of the HTTP library's.

use azure_core::Bytes;
use azure_core::http::headers::{CONTENT_TYPE, HeaderName, HeaderValue, Headers};
use azure_core::http::{Body, Method as HttpMethod, Request as HttpRequest, Url};

use super::origin::shown;
use super::pipelines::Repeat;
use super::{Client, Error};
use crate::{InvalidRequest, Method, Operation, Request};

/// A request with its URL and what has to be known to send it and to report its failure.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub(super) http: HttpRequest,
    pub(super) repeat: Repeat,
    pub(super) target: Target,
    /// The URL is the permission: no token, wherever it leads.
    pub(super) anonymous: bool,
}

/// What a request was about, for messages: method and URL without secrets, and the documented operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    method: Method,
    url: String,
    operation: Option<&'static Operation>,
}

impl Target {
    /// What can be said of a request that has no URL.
    pub(super) fn of<T>(request: &Request<T>) -> Self {
        let (method, operation) = (request.method(), request.operation());
        Self { method, url: request.path().to_owned(), operation }
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> Method {
        self.method
    }

    /// The URL without its query, which may hold search terms and tokens. Of a server other than the
    /// service's own only the origin is kept: pre-authenticated URLs have their secret in the path.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What the documentation says about the operation, if the request was built by a generated method.
    #[must_use]
    pub fn operation(&self) -> Option<&'static Operation> {
        self.operation
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method, self.url)
    }
}

impl Call {
    /// What to send for `request`.
    pub(super) fn of<T>(client: &Client, request: &Request<T>) -> Result<Self, Error> {
        let root = client.service_root(request.service_root());
        let url = request.url(&root)?;
        let url = Url::parse(&url).map_err(|_| InvalidRequest::Url { url })?;
        let mut call = Self::to(client, request.method(), url)?;
        call.target.operation = request.operation();
        call.http.set_body(Bytes::copy_from_slice(request.body_at(&root).as_bytes()));
        if let Some(media_type) = request.body().media_type() {
            call.http.insert_header(CONTENT_TYPE, header_value("Content-Type", media_type)?);
        }
        for (name, value) in own_headers(request)? {
            call.http.insert_header(name, value);
        }
        Ok(call)
    }

    /// A call without headers and body.
    pub(super) fn to(client: &Client, method: Method, url: Url) -> Result<Self, Error> {
        let target = Target { method, url: shown(&url, client.base()), operation: None };
        let http = HttpRequest::new(url, http_method(method)?);
        Ok(Self { http, repeat: Repeat::of(method), target, anonymous: false })
    }

    /// The same call, made for the sake of the request `cause`.
    pub(super) fn because_of(mut self, cause: &Target) -> Self {
        self.target.operation = cause.operation;
        self
    }

    /// The same call without a token.
    pub(super) fn anonymous(mut self) -> Self {
        self.anonymous = true;
        self
    }

    /// The same call with these headers.
    pub(super) fn with_headers(mut self, headers: &Headers) -> Self {
        for (name, value) in headers.iter() {
            self.http.insert_header(name.clone(), value.clone());
        }
        self
    }

    pub(super) fn with_body(mut self, body: impl Into<Body>) -> Self {
        self.http.set_body(body);
        self
    }
}

/// The headers that were set on the request.
pub(super) fn own_headers<T>(
    request: &Request<T>,
) -> Result<Vec<(HeaderName, HeaderValue)>, InvalidRequest> {
    request
        .headers()
        .map(|(name, value)| Ok((header_name(name)?, header_value(name, value)?)))
        .collect()
}

/// A token (RFC 9110 section 5.6.2): the library panics on some other names.
pub(super) fn header_name(name: &str) -> Result<HeaderName, InvalidRequest> {
    let token = |it: u8| it.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&it);
    if name.is_empty() || !name.bytes().all(token) {
        return Err(InvalidRequest::Header { name: name.to_owned() });
    }
    Ok(name.to_ascii_lowercase().into())
}

/// No control characters: a line break would begin another header. And nothing beyond ASCII, which the
/// default transport refuses.
pub(super) fn header_value(name: &str, value: &str) -> Result<HeaderValue, InvalidRequest> {
    if value.bytes().any(|it| !it.is_ascii() || (it.is_ascii_control() && it != b'\t')) {
        return Err(InvalidRequest::Header { name: name.to_owned() });
    }
    Ok(value.to_owned().into())
}

fn http_method(method: Method) -> Result<HttpMethod, InvalidRequest> {
    Ok(match method {
        Method::DELETE => HttpMethod::Delete,
        Method::GET => HttpMethod::Get,
        Method::HEAD => HttpMethod::Head,
        Method::PATCH => HttpMethod::Patch,
        Method::POST => HttpMethod::Post,
        Method::PUT => HttpMethod::Put,
        _ => return Err(InvalidRequest::Method { method }),
    })
}
