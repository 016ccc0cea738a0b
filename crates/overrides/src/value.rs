//! Values of the file: texts, and lists of texts.

use std::ops::Range;

use diag::{Diagnostic, PageId, Span, Spanned, codes, is_unseen};
use toml::Value;

/// The longest text that an entry may hold, in characters.
const LONGEST: usize = 1000;

/// A value and its place in the file.
pub(crate) type Placed = Spanned<Value>;

/// What is wrong at this place.
pub(crate) fn fault(at: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(codes::CONFIGURATION, at, message)
}

/// A place in the file.
pub(crate) fn span(page: PageId, range: Range<usize>) -> Span {
    Span::new(page, range.start, range.end)
}

/// One line of text.
pub(crate) fn text(value: &Placed) -> Result<String, Diagnostic> {
    match &value.value {
        Value::String(text) => {
            line(text).ok_or_else(|| fault(value.span, "this is not one line of text"))
        }
        _ => Err(fault(value.span, "this is no text")),
    }
}

/// A text without characters that are not seen, if it is not too long.
pub(crate) fn line(text: &str) -> Option<String> {
    let is_line = !text.contains(is_unseen) && text.chars().count() <= LONGEST;
    is_line.then(|| text.trim().to_owned())
}

/// A list of texts, or one text alone.
pub(crate) fn list(value: &Placed) -> Result<Vec<String>, Diagnostic> {
    let one = |item: &Value| text(&Spanned::new(item.clone(), value.span));
    match &value.value {
        Value::Array(items) => items.iter().map(one).collect(),
        item => Ok(vec![one(item)?]),
    }
}

/// A list whose items are texts or lists of them.
pub(crate) fn lists(value: &Placed) -> Result<Vec<Vec<String>>, Diagnostic> {
    let one = |item: &Value| list(&Spanned::new(item.clone(), value.span));
    match &value.value {
        Value::Array(items) => items.iter().map(one).collect(),
        _ => Err(fault(value.span, "this is no list")),
    }
}
