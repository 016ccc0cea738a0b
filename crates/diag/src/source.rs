//! Input texts and the way from byte offsets to lines.

use serde::Serialize;

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
    /// Where each line of each file starts. Every statement asks for its line, so that counting from
    /// the top each time would be quadratic in long pages.
    line_starts: Vec<Vec<usize>>,
}

/// A place as people write it: both numbers start at 1, columns count characters, but
/// no byte order mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line number.
    pub line: usize,
    /// Column number.
    pub column: usize,
}

/// Where a statement stands, by the names that other tools know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// The page's path, relative to the documentation root.
    pub page: String,
    /// The line of the first character; the first line is 1.
    pub line: usize,
    /// The column in characters; the first column is 1.
    pub column: usize,
}

/// For other tools a span is the place where it begins; nothing where it lies in no known file.
#[cfg(feature = "schema")]
impl schemars::JsonSchema for Span {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Option::<Place>::json_schema(generator)
    }
}

impl Sources {
    /// Takes the files; their order decides their ids.
    pub fn new(files: Vec<SourceFile>) -> Self {
        let line_starts = files.iter().map(|file| line_starts(&file.text)).collect();
        Self { files, line_starts }
    }

    /// Adds a file and returns its id.
    pub fn add(&mut self, file: SourceFile) -> PageId {
        self.line_starts.push(line_starts(&file.text));
        self.files.push(file);
        PageId(u32::try_from(self.files.len() - 1).unwrap_or(u32::MAX))
    }

    /// Gives a file another text. Spans into it mean nothing then.
    pub fn replace(&mut self, id: PageId, text: String) {
        let index = id.0 as usize;
        if let (Some(file), Some(starts)) =
            (self.files.get_mut(index), self.line_starts.get_mut(index))
        {
            *starts = line_starts(&text);
            file.text = text;
        }
    }

    /// Forgets all files but the first `count`.
    pub fn truncate(&mut self, count: usize) {
        self.files.truncate(count);
        self.line_starts.truncate(count);
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

    /// The place where a span begins; `None` for an id of another collection.
    pub fn place(&self, span: Span) -> Option<Place> {
        let page = self.get(span.page)?.path.clone();
        let Position { line, column } = self.position(span);
        Some(Place { page, line, column })
    }

    /// Line and column of the first byte after a span.
    pub fn end_position(&self, span: Span) -> Position {
        self.position(Span { start: span.end, ..span })
    }

    /// Line and column of the first byte of a span.
    pub fn position(&self, span: Span) -> Position {
        let page = span.page.0 as usize;
        let (Some(file), Some(starts)) = (self.files.get(page), self.line_starts.get(page)) else {
            return Position { line: 1, column: 1 };
        };
        let offset = floor_char_boundary(&file.text, span.start as usize);
        // The first line starts at 0, so at least one start is not after the offset.
        let line = starts.partition_point(|start| *start <= offset);
        let before = file.text[starts[line - 1]..offset].trim_start_matches('\u{feff}');
        let column = before.chars().count() + 1;
        Position { line, column }
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    let newlines = text.match_indices('\n');
    std::iter::once(0).chain(newlines.map(|(offset, _)| offset + 1)).collect()
}

/// The largest character boundary at or below `offset`.
pub(crate) fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
