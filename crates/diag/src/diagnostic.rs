//! What is reported about the input.

use crate::{Code, Severity, Span};

/// One report, pointing at the text that caused it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of report it is. People filter and count by it.
    pub code: Code,
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
    /// A report of this kind, with the severity of the kind.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        let severity = code.severity();
        Self { code, severity, message: message.into(), span, label: None, help: None }
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
