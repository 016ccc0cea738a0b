//! Names of headers that the HTTP library has no constants for.

use azure_core::http::headers::HeaderName;

#[cfg(feature = "client")]
pub(super) const ACCEPT_ENCODING: HeaderName = HeaderName::from_static("accept-encoding");
pub(super) const CLIENT_REQUEST_ID: HeaderName = HeaderName::from_static("client-request-id");
#[cfg(feature = "client")]
pub(super) const CONTENT_ENCODING: HeaderName = HeaderName::from_static("content-encoding");
pub(super) const CONTENT_LENGTH: HeaderName = HeaderName::from_static("content-length");
pub(super) const CONTENT_RANGE: HeaderName = HeaderName::from_static("content-range");
pub(super) const DATE: HeaderName = HeaderName::from_static("date");
pub(super) const ETAG: HeaderName = HeaderName::from_static("etag");
pub(super) const IF_NONE_MATCH: HeaderName = HeaderName::from_static("if-none-match");
pub(super) const IF_RANGE: HeaderName = HeaderName::from_static("if-range");
pub(super) const LOCATION: HeaderName = HeaderName::from_static("location");
pub(super) const OPERATION_LOCATION: HeaderName = HeaderName::from_static("operation-location");
pub(super) const RANGE: HeaderName = HeaderName::from_static("range");
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("request-id");
