//! Words with their looks and links, on their way into a block.

mod bare;

use std::ops::Range;

use crate::characters::{is_space, shown};
use crate::{ItemPath, Link};

/// How a stretch of text looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// As code.
    pub code: bool,
    /// Bold.
    pub strong: bool,
    /// In italics.
    pub emphasis: bool,
}

/// A stretch of text with one look and one link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub(crate) text: String,
    pub(crate) look: Look,
    pub(crate) link: Option<Link>,
}

impl Run {
    /// The characters; one newline alone is the start of a new line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How it looks.
    pub fn look(&self) -> Look {
        self.look
    }

    /// Where it leads.
    pub fn link(&self) -> Option<&Link> {
        self.link.as_ref()
    }

    pub(crate) fn is_break(&self) -> bool {
        self.text == BREAK
    }

    /// Whether `other` can be printed in one with it.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        !self.is_break() && !other.is_break() && self.look == other.look && self.link == other.link
    }
}

/// The text of a run that starts a new line.
const BREAK: &str = "\n";

/// The text of a paragraph, list item or cell, put together piece by piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub(crate) runs: Vec<Run>,
}

impl Words {
    /// No words.
    pub fn new() -> Self {
        Self::default()
    }

    /// With `text`, in which nothing is markup. An address in it becomes a link.
    #[must_use]
    pub fn text(mut self, text: &str) -> Self {
        self.push(text, Look::default(), None);
        self
    }

    /// With `text` as code.
    #[must_use]
    pub fn code(mut self, text: &str) -> Self {
        self.push(text, Look { code: true, ..Look::default() }, None);
        self
    }

    /// With `text` as a link to `link`.
    #[must_use]
    pub fn link(mut self, text: &str, link: Link) -> Self {
        self.push(text, Look::default(), Some(link));
        self
    }

    /// With a link to one of our own items by its path; what is no path stands as code.
    #[must_use]
    pub fn item(mut self, path: &str) -> Self {
        let link = ItemPath::new(path).map(Link::Item);
        self.push(path, Look { code: true, ..Look::default() }, link);
        self
    }

    /// The same by a `name` that is shorter than its path.
    #[must_use]
    pub fn item_called(mut self, name: &str, path: &str) -> Self {
        let link = ItemPath::new(path).map(Link::Item);
        self.push(name, Look { code: true, ..Look::default() }, link);
        self
    }

    /// With all of `others`, `separator` between them.
    #[must_use]
    pub fn join(mut self, others: impl IntoIterator<Item = Self>, separator: &'static str) -> Self {
        for (index, other) in others.into_iter().enumerate() {
            if index > 0 {
                self.push(separator, Look::default(), None);
            }
            self.append(other);
        }
        self
    }

    /// The words without breaks between lines.
    #[must_use]
    pub fn on_one_line(mut self) -> Self {
        for run in self.runs.iter_mut().filter(|run| run.is_break()) {
            run.text = " ".to_owned();
        }
        self
    }

    /// Adds a stretch of text. White space is a blank, hidden characters are left out.
    pub fn push(&mut self, text: &str, look: Look, link: Option<Link>) {
        if look.code || link.is_some() || !bare::may_hold_address(text) {
            return self.push_run(text, look, link);
        }
        bare::split(text, |piece| match piece {
            bare::Piece::Text(text) => self.push_run(text, look, None),
            bare::Piece::Address(text, address) => {
                self.push_run(text, Look::default(), Some(Link::Address(address)));
            }
            bare::Piece::Placeholder(text) => {
                self.push_run(text, Look { code: true, ..look }, None);
            }
        });
    }

    fn push_run(&mut self, text: &str, look: Look, link: Option<Link>) {
        let text: String = if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            text.to_owned()
        } else {
            text.chars().filter_map(shown).collect()
        };
        if !text.is_empty() {
            self.runs.push(Run { text, look, link });
        }
    }

    /// Starts a new line.
    pub fn push_break(&mut self) {
        self.runs.push(Run { text: BREAK.to_owned(), look: Look::default(), link: None });
    }

    /// Adds the words of `other`.
    pub fn append(&mut self, mut other: Self) {
        self.runs.append(&mut other.runs);
    }

    /// Whether there is nothing to read.
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.chars().all(is_space))
    }

    /// The stretches.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The characters of all stretches.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// The words line by line, without the breaks between them.
    pub fn lines(self) -> impl Iterator<Item = Self> {
        let mut runs = self.runs.into_iter().peekable();
        let mut is_over = false;
        std::iter::from_fn(move || {
            if is_over {
                return None;
            }
            let line = std::iter::from_fn(|| runs.next_if(|run| !run.is_break())).collect();
            is_over = runs.next().is_none();
            Some(Self { runs: line })
        })
    }

    /// What follows the first `start` bytes of [`Self::plain`].
    #[must_use]
    pub fn after(&self, start: usize) -> Self {
        self.keep(std::slice::from_ref(&(start..usize::MAX)))
    }

    /// Only what lies in these ranges of [`Self::plain`], which are in order.
    #[must_use]
    pub fn keep(&self, ranges: &[Range<usize>]) -> Self {
        let mut runs = Vec::with_capacity(self.runs.len());
        let mut ranges = ranges.iter().peekable();
        let mut start = 0;
        for run in &self.runs {
            let end = start + run.text.len();
            let mut text = String::new();
            while let Some(range) = ranges.peek().filter(|range| range.start < end) {
                text.push_str(
                    &run.text[range.start.max(start) - start..range.end.min(end) - start],
                );
                if range.end > end {
                    break;
                }
                ranges.next();
            }
            if !text.is_empty() {
                runs.push(Run { text, ..run.clone() });
            }
            start = end;
        }
        Self { runs }
    }
}
