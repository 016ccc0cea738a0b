//! Reads what somebody writes by hand as it is read in the docs: names, the words of a type cell, a request line.

use diag::{PageId, Span};

use crate::operation::request_line::{self, Reading};
use crate::origin::Origin;
use crate::prose::unmarked;
use crate::type_cell::read_type_cell;
use crate::{Dialect, RequestLine, TypeCell, type_words};

pub use crate::name::Position;

/// The types that `words` name as a cell would: `Int64`, `microsoft.graph.user collection`. `None` where they name
/// none, or what is no name.
#[must_use]
pub fn type_of(words: &str, dialect: &Dialect) -> Option<TypeCell> {
    let span = Span::new(PageId(0), 0, 0);
    let origin = Origin { path: "", dialect };
    let mut cell = read_type_cell(&unmarked(words, span), origin);
    type_words::mean(&mut cell, dialect);
    let are_names = cell.mentions.iter().all(|it| Position::Type.allows(&it.name));
    (!cell.mentions.is_empty() && are_names).then_some(cell)
}

/// The request that `line` is, such as `GET /users/{id}`.
///
/// # Errors
/// It is none; the text says why.
pub fn request_of(line: &str, dialect: &Dialect) -> Result<RequestLine, &'static str> {
    match request_line::read(line, dialect) {
        Reading::Request(request, _) if crate::checked::is_request(&request) => Ok(request),
        Reading::Request(..) => Err("a segment of it is no name"),
        Reading::Unusable(why) => Err(why),
        Reading::OtherVersion => Err("it is a request to another version"),
        Reading::Other => Err("it is no request line"),
    }
}
