//! A path to which no more arguments come: that of a request.

use super::{Path, Root};
use crate::request::InvalidRequest;

/// The path of a request.
#[derive(Clone, Debug)]
pub(crate) struct WholePath {
    pub(crate) root: Root,
    text: String,
    /// The last segment is an item path, which needs a colon before anything may follow.
    open: bool,
}

impl WholePath {
    /// The path, and what is wrong with it. A placeholder without an argument makes it invalid.
    pub(crate) fn new(path: &Path) -> (Self, Option<InvalidRequest>) {
        if !path.pending.is_empty() {
            return Self::new(&path.clone().closed());
        }
        let text = path.as_str().to_owned();
        (Self { root: path.root, text, open: path.open }, path.invalid())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// This path and a fixed segment behind it.
    pub(crate) fn below(mut self, segment: &str) -> Self {
        self.text.push_str(if self.open { ":/" } else { "/" });
        self.text.push_str(segment);
        self.open = false;
        self
    }
}
