//! What is wrong with a dialect file, and where.

use std::ops::Range;

use diag::{Diagnostic, PageId, Span, codes, printable};
use toml::Spanned;

/// The report of text that is no TOML, or has a key or value that is not known.
pub(super) fn report(file: PageId, error: &toml::de::Error) -> Diagnostic {
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

/// Which of the keys or values that are known was probably meant by an unknown one: "did you mean `docs`?".
pub fn did_you_mean(error: &toml::de::Error) -> Option<String> {
    let message = error.message();
    let of_choice = message.starts_with("unknown field") || message.starts_with("unknown variant");
    let mut quoted = message.split('`').skip(1).step_by(2).filter(|_| of_choice);
    let written = quoted.next()?;
    diag::nearest(written, quoted).map(|known| format!("did you mean `{known}`?"))
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
