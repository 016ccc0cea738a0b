//! The text of a path under way.
//!
//! Each step of a path copies what stands before it, so that a node can be left in several directions. Most
//! paths are short enough to be held in place, which makes such a copy cheap.

use std::fmt;

use arrayvec::ArrayString;

/// So long a text needs no memory of its own: three GUIDs with their collections.
const SHORT: usize = 192;

/// What a copy of a longer text can grow by before it has to move.
const ROOM: usize = 192;

#[derive(Clone)]
pub(super) enum Text {
    Short(ArrayString<SHORT>),
    Long(String),
}

impl Text {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Short(text) => text,
            Self::Long(text) => text,
        }
    }

    pub(super) fn push(&mut self, part: &str) {
        match self {
            Self::Short(text) => {
                if text.try_push_str(part).is_err() {
                    *self = Self::Long(longer(text, part));
                }
            }
            Self::Long(text) => text.push_str(part),
        }
    }

    pub(super) fn truncate(&mut self, length: usize) {
        match self {
            Self::Short(text) => text.truncate(length),
            Self::Long(text) => text.truncate(length),
        }
    }

    /// Becomes a copy of `other` that is about to grow.
    pub(super) fn copy(&mut self, other: &Self) {
        match other {
            Self::Short(text) => {
                self.truncate(0);
                self.push(text);
            }
            Self::Long(text) => *self = Self::Long(longer(text, "")),
        }
    }
}

fn longer(text: &str, part: &str) -> String {
    let mut longer = String::with_capacity(text.len() + part.len() + ROOM);
    longer.push_str(text);
    longer.push_str(part);
    longer
}

impl Default for Text {
    #[inline]
    fn default() -> Self {
        Self::Short(ArrayString::new())
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}
