//! What is wrong with a dialect file, and where.

use std::ops::Range;

use diag::{Diagnostic, PageId, Span, codes};

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
    nearest(written, quoted).map(|known| format!("did you mean `{known}`?"))
}

/// The one of `known` that is most like `written`, if any is.
pub(super) fn nearest<'a>(written: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let distance = |known: &str| strsim::damerau_levenshtein(&written.to_lowercase(), known);
    let (distance, nearest) = known.map(|known| (distance(known), known)).min()?;
    (distance * 2 < nearest.len().max(written.len())).then_some(nearest)
}
