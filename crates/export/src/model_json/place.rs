//! Where a fact stands: page, line and column of its first character, and the rule that read it.

use diag::{Sources, Span};
use model::Fact;
use serde_json::Value;

use crate::json::Object;

/// Line starts of all pages, so that each of many facts is placed without scanning its page.
pub(super) struct Places<'a> {
    sources: &'a Sources,
    line_starts: Vec<Vec<usize>>,
}

impl<'a> Places<'a> {
    pub(super) fn new(sources: &'a Sources) -> Self {
        let line_starts = sources.iter().map(|(_, file)| line_starts(&file.text)).collect();
        Self { sources, line_starts }
    }

    /// Page, line, column and rule. A span of no known page has the rule alone.
    pub(super) fn at(&self, span: Span, rule: &str) -> Object {
        let place = self.place(span).unwrap_or_default();
        place.with_text("rule", rule)
    }

    /// A value with its place.
    pub(super) fn sourced<T>(&self, fact: &Fact<T>, value: impl Into<Value>) -> Object {
        Object::new().with("value", value).with("at", self.at(fact.span, fact.rule))
    }

    fn place(&self, span: Span) -> Option<Object> {
        let file = self.sources.get(span.page)?;
        let starts = self.line_starts.get(span.page.0 as usize)?;
        let offset = span.range().start.min(file.text.len());
        let line = starts.partition_point(|start| *start <= offset);
        let start = *starts.get(line.checked_sub(1)?)?;
        let column = file.text.get(start..offset).map_or(1, |before| before.chars().count() + 1);
        Some(
            Object::new()
                .with("page", file.path.as_str())
                .with("line", line)
                .with("column", column),
        )
    }
}

/// Byte offsets at which lines start; the first is 0.
fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect()
}
