//! Reads a description cell: its Markdown, its usable facts, and the values it lists.

use page::Text;

use crate::notes;
use crate::prose::Prose;
use crate::{Fact, Note, Rule, markdown};

const RULE: Rule = "description";

/// A description, read.
pub(crate) struct Description {
    /// As Markdown; `None` when there are no words.
    pub(crate) markdown: Option<Fact<String>>,
    /// What a machine can use.
    pub(crate) notes: Vec<Fact<Note>>,
    /// The values it lists.
    pub(crate) values: Vec<Fact<String>>,
}

/// Reads a description on the page at `page_path`.
pub(crate) fn read(text: &Text, page_path: &str) -> Description {
    let rendered = markdown::render(text, page_path);
    let prose = Prose::new(text);
    Description {
        markdown: (!rendered.is_empty()).then(|| Fact::new(rendered, text.span, RULE)),
        notes: notes::notes(&prose, page_path),
        values: notes::values(&prose),
    }
}
