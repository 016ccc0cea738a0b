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
    /// Sorted.
    ids: Vec<PageId>,
    /// How many ids are left out between two files that are added one after the other.
    room: u32,
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
        let mut sources = Self::default();
        for file in files {
            sources.add(file);
        }
        sources
    }

    /// No files, and ids for others between those that will be added.
    pub fn with_room() -> Self {
        Self { room: ROOM, ..Self::default() }
    }

    /// Adds a file and returns its id.
    pub fn add(&mut self, file: SourceFile) -> PageId {
        let next = |last: &PageId| PageId(last.0.saturating_add(self.room).saturating_add(1));
        let id = self.ids.last().map_or(PageId(self.room), next);
        self.line_starts.push(line_starts(&file.text));
        self.files.push(file);
        self.ids.push(id);
        id
    }

    /// Adds a file before the one with this id, and returns an id between its neighbours'; `None` if there is no room.
    pub fn insert_before(&mut self, next: PageId, file: SourceFile) -> Option<PageId> {
        let index = self.index(next)?;
        let free = index.checked_sub(1).map_or(0, |before| self.ids[before].0.saturating_add(1));
        let id = PageId(free + next.0.checked_sub(free)? / 2);
        if id == next {
            return None;
        }
        self.line_starts.insert(index, line_starts(&file.text));
        self.files.insert(index, file);
        self.ids.insert(index, id);
        Some(id)
    }

    fn index(&self, id: PageId) -> Option<usize> {
        self.ids.binary_search(&id).ok()
    }

    /// Gives a file another text. Spans into it mean nothing then.
    pub fn replace(&mut self, id: PageId, text: String) {
        if let Some(index) = self.index(id) {
            self.line_starts[index] = line_starts(&text);
            self.files[index].text = text;
        }
    }

    /// Forgets all files but the first `count`.
    pub fn truncate(&mut self, count: usize) {
        self.files.truncate(count);
        self.line_starts.truncate(count);
        self.ids.truncate(count);
    }

    /// The file behind an id that this collection gave out.
    pub fn get(&self, id: PageId) -> Option<&SourceFile> {
        self.files.get(self.index(id)?)
    }

    /// All files with their ids, in order.
    pub fn iter(&self) -> impl Iterator<Item = (PageId, &SourceFile)> {
        self.ids.iter().copied().zip(&self.files)
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
        let Some(index) = self.index(span.page) else { return Position { line: 1, column: 1 } };
        let (file, starts) = (&self.files[index], &self.line_starts[index]);
        let offset = floor_char_boundary(&file.text, span.start as usize);
        // The first line starts at 0, so at least one start is not after the offset.
        let line = starts.partition_point(|start| *start <= offset);
        let before = file.text[starts[line - 1]..offset].trim_start_matches('\u{feff}');
        let column = before.chars().count() + 1;
        Position { line, column }
    }
}

/// As many files can come one after the other before the same file, halving it each time: ten.
const ROOM: u32 = (1 << 10) - 1;

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
