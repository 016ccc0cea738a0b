//! Doc comments: the docs' words, wrapped, then what is known beyond them.

mod wrap;

use std::borrow::Cow;

use model::Docs;
use syn::Attribute;

use crate::syntax;

/// The width of generated text, comment marks and indentation included.
pub(crate) const WIDTH: usize = 100;

/// The lines of a doc comment, without comment marks.
pub(crate) struct Comment {
    width: usize,
    lines: Vec<String>,
}

impl Comment {
    /// An empty comment on an item indented by `indent` columns.
    pub(crate) fn new(indent: usize) -> Self {
        Self { width: WIDTH - indent - "/// ".len(), lines: Vec::new() }
    }

    /// Adds a line that is not broken, whatever its length.
    pub(crate) fn line(&mut self, markdown: &str) {
        self.lines.push(printable(markdown).replace('\n', " "));
    }

    /// Adds paragraphs of Markdown after a blank line.
    pub(crate) fn paragraph(&mut self, markdown: &str) {
        let lines = wrap::wrap(&printable(markdown), self.width);
        if lines.is_empty() {
            return;
        }
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
    }

    /// Where the statement stands: the reference page, and the line in the source.
    pub(crate) fn sources(&mut self, docs: &Docs) {
        let reference = docs.url.as_ref().map(|url| format!("[Reference]({url})"));
        let source = docs.source.as_ref().map(|source| format!("`{source}`"));
        let parts: Vec<String> = reference.into_iter().chain(source).collect();
        self.paragraph(&parts.join(" · "));
    }

    /// The lines.
    pub(crate) fn lines(&self) -> &[String] {
        &self.lines
    }

    /// The comment as attributes of what it stands on.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = Attribute> {
        self.lines.iter().map(|line| syntax::doc(line))
    }

    /// The comment as text, each line indented.
    pub(crate) fn print(&self, indent: usize) -> String {
        let mut text = String::new();
        for line in &self.lines {
            text.extend(std::iter::repeat_n(' ', indent));
            text.push_str("///");
            if !line.is_empty() {
                text.push(' ');
                text.push_str(line);
            }
            text.push('\n');
        }
        text
    }
}

/// The text without characters that a comment must not hold: rustc refuses bare carriage returns and
/// marks of writing direction, which can make code look like what it is not.
fn printable(markdown: &str) -> Cow<'_, str> {
    let direction = ['\u{202a}'..='\u{202e}', '\u{2066}'..='\u{2069}'];
    let hidden =
        |c: char| (c.is_control() && c != '\n') || direction.iter().any(|range| range.contains(&c));
    if !markdown.contains(hidden) {
        return Cow::Borrowed(markdown);
    }
    Cow::Owned(markdown.replace('\t', "    ").replace(hidden, ""))
}
