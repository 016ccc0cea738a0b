//! Blocks of words, and texts made of them.

use std::sync::Arc;

use crate::normal::normal;
use crate::words::Run;
use crate::{Address, ItemPath, Link, Words};

/// What stands before a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// `-`
    Bullet,
    /// `1.`; items that follow one another are numbered in order.
    Number(u32),
}

/// The largest number that an item begins with; Markdown allows nine digits.
const MAX_NUMBER: u32 = 999_999;

/// A block of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub(crate) kind: Kind,
}

/// What a block is. Words in it are in normal form and not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Paragraph(Words),
    Item { marker: Marker, words: Words, children: Arc<Vec<Block>> },
    Heading(Words),
    Code(Vec<String>),
    Table { head: Vec<Words>, rows: Vec<Vec<Words>> },
}

impl Block {
    /// A paragraph; `None` without words.
    pub fn paragraph(words: Words) -> Option<Self> {
        let words = normal(words);
        (!words.runs.is_empty()).then_some(Self { kind: Kind::Paragraph(words) })
    }

    /// A list item with what stands in it below its words; `None` without words.
    pub fn item(marker: Marker, words: Words, below: DocText) -> Option<Self> {
        let words = normal(words);
        let is_empty = words.runs.is_empty();
        let kind = Kind::Item { marker, words, children: below.blocks };
        (!is_empty).then_some(Self { kind })
    }

    /// A heading of the first level; `None` without words.
    pub fn heading(words: Words) -> Option<Self> {
        let words = normal(words.on_one_line());
        (!words.runs.is_empty()).then_some(Self { kind: Kind::Heading(words) })
    }

    /// Lines that are shown as they are, hidden characters left out.
    pub fn code<'a>(lines: impl IntoIterator<Item = &'a str>) -> Self {
        let shown = |line: &str| -> String {
            let line = line.replace('\t', "    ");
            let line: String = line.chars().filter_map(crate::characters::shown).collect();
            line.trim_end().to_owned()
        };
        let lines = lines.into_iter().flat_map(str::lines).map(shown).collect();
        Self { kind: Kind::Code(lines) }
    }

    /// A table; rows have as many cells as the head. `None` without a column.
    pub fn table(head: Vec<Words>, rows: Vec<Vec<Words>>) -> Option<Self> {
        let width = head.len();
        let cells = |row: Vec<Words>| -> Vec<Words> {
            let cells = row.into_iter().map(|words| normal(in_cell(words)));
            cells.chain(std::iter::repeat_with(Words::new)).take(width).collect()
        };
        let (head, rows) = (cells(head), rows.into_iter().map(cells).collect());
        (width > 0).then_some(Self { kind: Kind::Table { head, rows } })
    }
}

impl Kind {
    pub(crate) fn words(&self) -> Option<&Words> {
        match self {
            Self::Paragraph(words) | Self::Heading(words) | Self::Item { words, .. } => Some(words),
            Self::Code(_) | Self::Table { .. } => None,
        }
    }
}

/// In the code of a cell, a backslash before a pipe cannot be written: such code stands as text.
fn in_cell(words: Words) -> Words {
    let mut words = normal(words.on_one_line());
    for run in words.runs.iter_mut().filter(|run| run.look.code) {
        run.look.code = !run.text.contains('\\') || !run.text.contains('|');
    }
    words
}

/// A text: blocks in order. Cheap to clone.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct DocText {
    blocks: Arc<Vec<Block>>,
}

impl DocText {
    /// A text of one paragraph in which nothing is markup.
    pub fn plain(text: &str) -> Self {
        Words::new().text(text).into()
    }

    /// Whether it has no blocks.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The blocks.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// Adds a block, if there is one.
    pub fn push(&mut self, block: impl Into<Option<Block>>) {
        let Some(mut block) = block.into() else { return };
        let blocks = Arc::make_mut(&mut self.blocks);
        number(&mut block, blocks.last());
        blocks.push(block);
    }

    /// Adds the blocks of `other`.
    pub fn append(&mut self, other: &Self) {
        for block in other.blocks() {
            self.push(block.clone());
        }
    }

    /// Its first line.
    #[must_use]
    pub fn first_line(&self) -> Self {
        let Some(first) = self.blocks.first() else { return Self::default() };
        let line = |words: &Words| {
            let runs = words.runs.iter().take_while(|run| !run.is_break()).cloned();
            Words { runs: runs.collect() }
        };
        let kind = match &first.kind {
            Kind::Paragraph(words) => Kind::Paragraph(normal(line(words))),
            Kind::Item { marker, words, .. } => {
                Kind::Item { marker: *marker, words: normal(line(words)), children: Arc::default() }
            }
            other => other.clone(),
        };
        [Block { kind }].into_iter().collect()
    }

    /// The words of the first block, if it is a paragraph, and the other blocks.
    pub fn split_paragraph(&self) -> (Option<Words>, Self) {
        match self.blocks.split_first() {
            Some((Block { kind: Kind::Paragraph(words) }, rest)) => {
                (Some(words.clone()), rest.iter().cloned().collect())
            }
            _ => (None, self.clone()),
        }
    }

    /// The text with the words of each block as `edit` gives them; blocks without words go. `None` of
    /// `edit` leaves the words as they are.
    #[must_use]
    pub fn edit(&self, edit: &dyn Fn(&Words) -> Option<Words>) -> Self {
        let mut edited = None;
        for (index, block) in self.blocks.iter().enumerate() {
            let new = edited_block(block, edit);
            match (&mut edited, new) {
                (None, Edited::Same) => {}
                (None, Edited::New(new)) => {
                    let mut text: Self = self.blocks[..index].iter().cloned().collect();
                    text.push(new);
                    edited = Some(text);
                }
                (Some(text), Edited::Same) => text.push(block.clone()),
                (Some(text), Edited::New(new)) => text.push(new),
            }
        }
        edited.unwrap_or_else(|| self.clone())
    }

    /// The text with links into the docs as `address` gives them; without an address only the words stay.
    #[must_use]
    pub fn resolve(&self, address: impl Fn(&str) -> Option<Address>) -> Self {
        self.relink(&|run| match run.link() {
            Some(Link::Docs(path)) => Relinked::To(address(path).map(Link::Address)),
            _ => Relinked::Same,
        })
    }

    /// The text with the items that document what is published at the addresses of its links, where `item`
    /// knows one.
    #[must_use]
    pub fn lead_to_items(&self, item: impl Fn(&Address, &Run) -> Option<ItemPath>) -> Self {
        self.relink(&|run| match run.link() {
            Some(Link::Address(address)) => item(address, run).map_or(Relinked::Same, |item| {
                Relinked::To(Some(Link::Documented(address.clone(), item)))
            }),
            _ => Relinked::Same,
        })
    }

    /// The text as comments have it: it leads to items, and not into the docs.
    pub(crate) fn in_comment(&self) -> Self {
        self.relink(&|run| match run.link() {
            Some(Link::Docs(_)) => Relinked::To(None),
            Some(Link::Documented(_, item)) => Relinked::To(Some(Link::Item(item.clone()))),
            _ => Relinked::Same,
        })
    }

    fn relink(&self, new: &dyn Fn(&Run) -> Relinked) -> Self {
        self.edit(&|words| relinked(words, new))
    }
}

/// What becomes of the link of a run.
enum Relinked {
    Same,
    /// Another link, or none.
    To(Option<Link>),
}

/// What becomes of a block.
enum Edited {
    Same,
    /// Another block, or none where no words are left.
    New(Option<Block>),
}

fn edited_block(block: &Block, edit: &dyn Fn(&Words) -> Option<Words>) -> Edited {
    let kind = match &block.kind {
        Kind::Paragraph(words) => edit(words).map(|words| Kind::Paragraph(normal(words))),
        Kind::Heading(words) => edit(words).map(|words| Kind::Heading(normal(words))),
        Kind::Item { marker, words, children } => edited_item(*marker, words, children, edit),
        Kind::Table { head, rows } => {
            let cells = head.iter().chain(rows.iter().flatten());
            let new = |words: &Words| edit(words).map_or_else(|| words.clone(), normal);
            let row = |cells: &Vec<Words>| cells.iter().map(new).collect();
            let table = || Kind::Table { head: row(head), rows: rows.iter().map(row).collect() };
            cells.map(edit).any(|new| new.is_some()).then(table)
        }
        Kind::Code(_) => None,
    };
    let Some(kind) = kind else { return Edited::Same };
    let is_empty = kind.words().is_some_and(|words| words.runs.is_empty());
    Edited::New((!is_empty).then_some(Block { kind }))
}

fn edited_item(
    marker: Marker,
    words: &Words,
    children: &Arc<Vec<Block>>,
    edit: &dyn Fn(&Words) -> Option<Words>,
) -> Option<Kind> {
    let below = DocText { blocks: Arc::clone(children) };
    let (new_words, new_below) = (edit(words), below.edit(edit));
    if new_words.is_none() && Arc::ptr_eq(&new_below.blocks, children) {
        return None;
    }
    let words = new_words.map_or_else(|| words.clone(), normal);
    Some(Kind::Item { marker, words, children: new_below.blocks })
}

/// The words with their new links; `None` where all are the same.
fn relinked(words: &Words, new: &dyn Fn(&Run) -> Relinked) -> Option<Words> {
    let mut changed: Option<Words> = None;
    for (index, run) in words.runs.iter().enumerate() {
        if let Relinked::To(link) = new(run) {
            changed.get_or_insert_with(|| words.clone()).runs[index].link = link;
        }
    }
    changed
}

/// An item that follows another one of its list has the next number.
fn number(block: &mut Block, before: Option<&Block>) {
    let Kind::Item { marker: Marker::Number(number), .. } = &mut block.kind else { return };
    *number = (*number).min(MAX_NUMBER);
    if let Some(Block { kind: Kind::Item { marker: Marker::Number(before), .. } }) = before {
        *number = before + 1;
    }
}

impl FromIterator<Block> for DocText {
    fn from_iter<T: IntoIterator<Item = Block>>(blocks: T) -> Self {
        let mut text = Self::default();
        for block in blocks {
            text.push(block);
        }
        text
    }
}

impl From<Words> for DocText {
    fn from(words: Words) -> Self {
        Block::paragraph(words).into_iter().collect()
    }
}
