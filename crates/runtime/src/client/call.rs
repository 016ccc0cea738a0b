//! Turns a request as data into one of the HTTP library's.

use azure_core::Bytes;
use azure_core::http::headers::{CONTENT_TYPE, HeaderName, HeaderValue, Headers};
use azure_core::http::{Body, Method as HttpMethod, Request as HttpRequest, Url};

use super::format::{Asked, Format, VERSION};
use super::origin::shown;
use super::pipelines::Repeat;
use super::policy::Tries;
use super::target::Target;
use super::{Applied, Client, Error};
use crate::{Body as RequestBody, FromBody, InvalidRequest, Method, Request};

/// A request with its URL and what has to be known to send it and to report its failure.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub(super) http: HttpRequest,
    pub(super) repeat: Repeat,
    pub(super) target: Target,
    /// The URL is the permission: no token, wherever it leads.
    pub(super) anonymous: bool,
}

impl Call {
    /// What to send for `request`.
    pub(super) fn of<T: FromBody>(client: &Client, request: &Request<T>) -> Result<Self, Error> {
        Self::asking_for(Asked::by(request), client, request)
    }

    /// What to send for `request`, whose answer is taken as bytes.
    pub(super) fn of_bytes<T>(client: &Client, request: &Request<T>) -> Result<Self, Error> {
        Self::asking_for(Asked::Bytes, client, request)
    }

    fn asking_for<T>(asked: Asked, client: &Client, request: &Request<T>) -> Result<Self, Error> {
        let root = client.service_root(request.service_root());
        let url = request.url(&root)?;
        let url = Url::parse(&url).map_err(|_| InvalidRequest::Url { url })?;
        let call = Self::bare(client, request.method(), url)?;
        let mut call = call.with_headers(&client.format().headers(asked));
        call.target.operation = request.operation();
        call.put(&request.body_at(&root), client.format())?;
        for (name, value) in own_headers(request)? {
            call.http.insert_header(name, value);
        }
        Ok(call)
    }

    /// The body and what is said of it.
    fn put(&mut self, body: &RequestBody, format: Format) -> Result<(), InvalidRequest> {
        let (content, media_type) = format.body(body);
        self.http.set_body(Bytes::copy_from_slice(content));
        if let Some(media_type) = media_type {
            self.http.insert_header(CONTENT_TYPE, header_value("Content-Type", media_type)?);
        }
        if let (RequestBody::Json { .. }, Some(version)) = (body, format.version) {
            self.http.insert_header(VERSION, version.as_str());
        }
        Ok(())
    }

    /// A call without a body that asks for JSON.
    pub(super) fn to(client: &Client, method: Method, url: Url) -> Result<Self, Error> {
        Ok(Self::bare(client, method, url)?.with_headers(&client.format().headers(Asked::Json)))
    }

    /// A call without headers and body.
    pub(super) fn bare(client: &Client, method: Method, url: Url) -> Result<Self, Error> {
        let target = Target {
            method,
            url: shown(&url, client.base()),
            operation: None,
            applied: Applied::No,
        };
        let http = HttpRequest::new(url, http_method(method)?);
        Ok(Self { http, repeat: Repeat::of(method), target, anonymous: false })
    }

    /// The same call, made for the sake of the request `cause`.
    pub(super) fn because_of(mut self, cause: &Target) -> Self {
        self.target.operation = cause.operation;
        self.target = self.target.known(cause.applied);
        self
    }

    /// Keeps what the tries of the call say of its effect. Reading has none.
    pub(super) fn note(&mut self, tries: &Tries) {
        if !self.target.is_read() {
            self.target.applied = self.target.applied.max(tries.applied());
        }
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
        .map(|(name, value)| Ok((own_header_name(name)?, header_value(name, value)?)))
        .collect()
}

/// Headers that say where a message ends, to whom it goes, or how long its connection lasts (RFC 9110 section
/// 7.6.1, RFC 9112 section 6). Who sets them beside the transport makes two readers see different messages.
const FRAMING: [&str; 11] = [
    "connection",
    "content-length",
    "host",
    "http2-settings",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// The name of a header that a caller may set.
fn own_header_name(name: &str) -> Result<HeaderName, InvalidRequest> {
    if FRAMING.iter().any(|it| it.eq_ignore_ascii_case(name)) {
        return Err(InvalidRequest::FramingHeader { name: name.to_owned() });
    }
    header_name(name)
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
