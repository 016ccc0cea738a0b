//! Joins base, path and query (RFC 3986 section 3.4).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may stand in a query unencoded and helps reading OData options: `$filter=a eq 'b' and …`.
/// Left out are `&`, `#` and `%`, which end something, and `+`, which forms give a meaning.
const NAME: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b':')
    .remove(b';')
    .remove(b'@')
    .remove(b'/');

/// Behind the first `=` another one has no meaning: `$expand=manager($select=id)`.
const VALUE: &AsciiSet = &NAME.remove(b'=');

/// `path` is encoded already, the query pairs are not.
pub(super) fn join<'a>(
    base: &str,
    path: &str,
    query: impl Iterator<Item = (&'a str, &'a str)>,
) -> String {
    let mut url = format!("{}{path}", base.trim_end_matches('/'));
    for (index, (name, value)) in query.enumerate() {
        url.push(if index == 0 { '?' } else { '&' });
        url.extend(utf8_percent_encode(name, NAME));
        url.push('=');
        url.extend(utf8_percent_encode(value, VALUE));
    }
    url
}
