//! What is wrong with a dialect file, and where.

use std::ops::Range;

use diag::{Diagnostic, PageId, Span, codes, printable};
use dialects::{Spanned, did_you_mean};

/// The report of text that is no TOML, or has a key or value that is not known.
pub(super) fn report(file: PageId, error: &dialects::Error) -> Diagnostic {
    let report = at(file, error.span().unwrap_or_default(), error.message().to_owned());
    match did_you_mean(error) {
        Some(meant) => report.help(meant),
        None => report,
    }
}

/// A report at a place of the file.
pub(super) fn at(file: PageId, place: Range<usize>, message: String) -> Diagnostic {
    Diagnostic::new(codes::DIALECT, Span::new(file, place.start, place.end), message)
}

/// Reports what is no address.
pub(super) fn address(file: PageId, text: &Spanned<String>) -> Result<(), Diagnostic> {
    let message = || format!("`{}` is no http or https address", printable(text.as_ref()));
    is_address(text.as_ref()).then_some(()).ok_or_else(|| at(file, text.span(), message()))
}

/// Whether a text is an absolute http or https address that names a host and has no sign that RFC 3986 rules out;
/// the braces of `{page}` are replaced later.
pub fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let starts_host = |first: char| first.is_ascii_alphanumeric() || first == '[';
    let ruled_out = |c: char| !c.is_ascii_graphic() || "\"<>\\^`|".contains(c);
    rest.is_some_and(|rest| rest.starts_with(starts_host) && !rest.contains(ruled_out))
}
