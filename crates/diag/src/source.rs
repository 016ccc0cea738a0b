//! Input texts and the way from byte offsets to lines.

use crate::{PageId, Span};

/// One input file as the stages see it: a path and a text, nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Path relative to the documentation root, with `/` between components on every platform.
    pub path: String,
    /// The text, decoded; invalid UTF-8 has been replaced and reported before.
    pub text: String,
}

/// All input files of a run, addressed by [`PageId`].
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

/// A place as people write it: both numbers start at 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line number.
    pub line: usize,
    /// Column number.
    pub column: usize,
}

impl Sources {
    /// Takes the files; their order decides their ids.
    pub fn new(files: Vec<SourceFile>) -> Self {
        Self { files }
    }

    /// Adds a file and returns its id.
    pub fn add(&mut self, file: SourceFile) -> PageId {
        self.files.push(file);
        PageId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// The file behind an id that this collection gave out.
    pub fn get(&self, id: PageId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// All files with their ids, in order.
    pub fn iter(&self) -> impl Iterator<Item = (PageId, &SourceFile)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, file)| (PageId(u32::try_from(index).unwrap_or(u32::MAX)), file))
    }

    /// The path of the file a span lies in; empty for an id of another collection.
    pub fn path(&self, span: Span) -> &str {
        self.get(span.page).map_or("", |file| &file.path)
    }

    /// Line and column of the first byte of a span.
    pub fn position(&self, span: Span) -> Position {
        let Some(file) = self.get(span.page) else { return Position { line: 1, column: 1 } };
        let before = &file.text[..floor_char_boundary(&file.text, span.start as usize)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// The largest character boundary at or below `offset`.
pub(crate) fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
