//! Doc comments: the docs' words, wrapped, then what is known beyond them.
//!
//! A comment is made of words and blocks of the `text` crate alone, whose writer makes sure that they stay
//! what they are; the one piece of Rust in it is an [`Example`].

mod example;

use model::Docs;
use syn::Attribute;
use text::{Address, Block, DocText, Link, Marker, Words};

use crate::syntax;

pub(crate) use example::Example;

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

    /// A comment of one paragraph.
    pub(crate) fn saying(words: Words) -> Self {
        let mut comment = Self::new(0);
        comment.paragraph(words);
        comment
    }

    /// Adds a line that is not broken, whatever its length.
    pub(crate) fn line(&mut self, words: Words) {
        self.add(DocText::from(words.on_one_line()).lines(usize::MAX));
    }

    /// Adds a paragraph after a blank line.
    pub(crate) fn paragraph(&mut self, words: Words) {
        self.text(&words.into());
    }

    /// Adds what the docs say after a blank line.
    pub(crate) fn text(&mut self, text: &DocText) {
        self.add(text.lines(self.width));
    }

    /// Adds a heading.
    pub(crate) fn heading(&mut self, words: &'static str) {
        self.text(&Block::heading(Words::new().text(words)).into_iter().collect());
    }

    /// Adds a list below its heading, if it has items.
    pub(crate) fn list(&mut self, head: &'static str, items: impl Iterator<Item = Block>) {
        let items: DocText = items.collect();
        if !items.is_empty() {
            self.paragraph(Words::new().text(head));
            self.text(&items);
        }
    }

    /// Adds a table, if it has rows.
    pub(crate) fn table(&mut self, head: &[&'static str], rows: Vec<Vec<Words>>) {
        if !rows.is_empty() {
            let head = head.iter().map(|cell| Words::new().text(cell)).collect();
            self.text(&Block::table(head, rows).into_iter().collect());
        }
    }

    /// Adds Rust that rustdoc compiles.
    pub(crate) fn example(&mut self, example: Example) {
        self.add(example.into_lines());
    }

    /// Adds the same as people read it.
    pub(crate) fn program(&mut self, example: Example) {
        let shown = example.into_lines().into_iter().filter(|line| !line.starts_with("# "));
        self.add(shown.map(|line| line.replace("```no_run", "```rust")).collect());
    }

    /// Where the statement stands: the reference page, and the section in the source.
    pub(crate) fn sources(&mut self, docs: &Docs) {
        let address = docs.url.as_deref().and_then(Address::new);
        let reference =
            address.map(|address| Words::new().link("Reference", Link::Address(address)));
        let source = docs.section.as_ref().map(|section| Words::new().code(section));
        self.paragraph(Words::new().join(reference.into_iter().chain(source), " · "));
    }

    fn add(&mut self, lines: Vec<String>) {
        if !lines.is_empty() && !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
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

/// An item of a list: a name as code, and what is said of it.
pub(crate) fn described(name: &str, text: &DocText) -> Option<Block> {
    let words = Words::new().code(name);
    if text.is_empty() {
        return Block::item(Marker::Bullet, words, DocText::default());
    }
    let (first, rest) = text.split_paragraph();
    let words = words.text(": ").join(first, "");
    Block::item(Marker::Bullet, words, rest)
}
