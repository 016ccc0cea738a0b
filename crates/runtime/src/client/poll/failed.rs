//! Work that failed.

use std::fmt;

use serde_json::Value;

use super::Progress;
use crate::client::error::Printable;
use crate::client::target::Target;

/// Work that went on after the service's answer has failed in the end.
#[derive(Clone)]
pub struct OperationFailed {
    target: Target,
    progress: Progress,
}

impl OperationFailed {
    pub(super) fn new(target: Target, progress: Progress) -> Self {
        Self { target, progress }
    }

    /// The request whose answer said so.
    #[must_use]
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// Everything that the service says about the work.
    #[must_use]
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The service's code for what went wrong.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.said("code")
    }

    /// What it says to developers.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.said("message").or_else(|| self.progress.members().get("statusDescription")?.as_str())
    }

    /// The several resources for work say it in several places.
    fn said(&self, name: &str) -> Option<&str> {
        let members = self.progress.members();
        let places = ["error", "resultInfo", "status"].into_iter().filter_map(|it| members.get(it));
        places.filter_map(Value::as_object).find_map(|it| it.get(name)?.as_str())
    }
}

impl fmt::Display for OperationFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: the operation failed", self.target)?;
        let (code, message) = (self.code(), self.message());
        let texts = [code.map(Printable::name), message.map(Printable::message)];
        for text in texts.into_iter().flatten() {
            write!(f, ": {text}")?;
        }
        Ok(())
    }
}

/// Without all that the service says, which may be long and is not for logs.
impl fmt::Debug for OperationFailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OperationFailed")
            .field("text", &self.to_string())
            .field("state", self.progress.state())
            .finish_non_exhaustive()
    }
}
