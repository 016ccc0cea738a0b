//! Reads a description cell: its words, its usable facts, and the values it lists.

use page::Text;
use text::DocText;

use crate::notes;
use crate::prose::Prose;
use crate::{Fact, Note, Rule, words};

const RULE: Rule = "description";

/// A description, read.
pub(crate) struct Description {
    /// Its words; `None` when there are none.
    pub(crate) words: Option<Fact<DocText>>,
    /// What a machine can use.
    pub(crate) notes: Vec<Fact<Note>>,
    /// The values it lists.
    pub(crate) values: Vec<Fact<String>>,
}

/// Reads a description on the page at `page_path`.
pub(crate) fn read(text: &Text, page_path: &str) -> Description {
    let words = words::words(text, page_path);
    let prose = Prose::new(text);
    Description {
        words: (!words.is_empty()).then(|| Fact::new(words, text.span, RULE)),
        notes: notes::notes(&prose, page_path),
        values: notes::values(&prose),
    }
}
