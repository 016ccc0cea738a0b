//! What is wrong with words, patterns and samples.

use std::ops::Range;

use dialects::Spanned;

/// What is wrong with a file, and where; nowhere if that is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) place: Range<usize>,
    pub(crate) message: String,
}

impl Wrong {
    pub(crate) fn new(message: String) -> Self {
        Self { place: 0..0, message }
    }

    /// At this place, unless an inner one is known.
    pub(crate) fn at(self, text: &Spanned<String>) -> Self {
        if self.place.is_empty() { Self { place: text.span(), ..self } } else { self }
    }

    /// Inside of this table.
    pub(crate) fn inside(self, table: &str, name: &str) -> Self {
        Self { message: format!("{table}.{name}: {}", self.message), ..self }
    }
}
