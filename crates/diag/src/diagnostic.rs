//! What is reported about the input.

use crate::Span;

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; the reading is not in doubt.
    Note,
    /// The page was read, but something in it is odd, repaired or left out.
    Warning,
    /// Something that the page means to say could not be read.
    Error,
}

/// One report, pointing at the text that caused it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// A stable kebab-case identifier, e.g. `missing-include`. People filter and count by it.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// One sentence without a full stop.
    pub message: String,
    /// Where it is.
    pub span: Span,
    /// What to say directly under the marked text.
    pub label: Option<String>,
    /// What was done about it, or what the author can do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A report of the given severity.
    pub fn new(
        severity: Severity,
        code: &'static str,
        span: Span,
        message: impl Into<String>,
    ) -> Self {
        Self { code, severity, message: message.into(), span, label: None, help: None }
    }

    /// Something that could not be read.
    pub fn error(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, span, message)
    }

    /// Something odd, repaired or left out.
    pub fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, span, message)
    }

    /// Something worth knowing.
    pub fn note(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, span, message)
    }

    /// Adds the text under the marked place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Adds what was done about it, or what can be done.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
