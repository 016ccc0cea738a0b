//! Notices that links lead in a circle, without keeping all of them.

use azure_core::http::Url;

/// Keeps one link at a time, and each twice as long as the one before. Once that is longer than a circle, the
/// kept link comes again (Brent's algorithm).
#[derive(Default)]
pub(super) struct Circle {
    kept: Option<Url>,
    steps: u64,
    patience: u64,
}

impl Circle {
    /// Whether this link closes a circle. It is asked about every link, in order.
    pub(super) fn is_closed_by(&mut self, link: &Url) -> bool {
        if self.kept.as_ref() == Some(link) {
            return true;
        }
        if self.steps == self.patience {
            *self = Self { kept: Some(link.clone()), steps: 0, patience: 1 + 2 * self.patience };
        } else {
            self.steps += 1;
        }
        false
    }
}
