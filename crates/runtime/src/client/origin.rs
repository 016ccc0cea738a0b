//! What counts as the same server, and which servers may be talked to.

use azure_core::http::Url;

/// Scheme, host and port are equal (RFC 6454).
pub(super) fn same_origin(one: &Url, other: &Url) -> bool {
    one.origin() == other.origin()
}

/// This very machine.
pub(super) fn is_loopback(url: &Url) -> bool {
    match url.host_str() {
        Some("localhost" | "[::1]") => true,
        Some(host) => host.parse().is_ok_and(|address: std::net::Ipv4Addr| address.is_loopback()),
        None => false,
    }
}

/// Whether requests may go there: with TLS anywhere, without it to this machine only.
pub(super) fn is_protected(url: &Url) -> bool {
    url.scheme() == "https" || (url.scheme() == "http" && is_loopback(url))
}

/// The URL as it may be shown: without query, which holds search terms and tokens; and of servers other
/// than the service's own only the origin, because pre-authenticated URLs carry their secret in the path.
pub(super) fn shown(url: &Url, base: &Url) -> String {
    if !same_origin(url, base) {
        return format!("{}/…", url.origin().ascii_serialization());
    }
    let mut url = url.clone();
    url.set_query(None);
    url.set_fragment(None);
    url.into()
}
