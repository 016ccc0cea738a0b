//! Cuts a page into the blocks that can be told from their first characters: headings, fences, comments,
//! tables, includes, tab marks. What lies between is prose.
//!
//! Reads lines, returns [`Piece`]s in order. This pass runs before any Markdown parser so that a forgotten
//! closing mark ends where its author meant it to end and cannot swallow the rest of the page. Blocks
//! inside of quotes and list items stay in the prose.

use std::ops::Range;

use diag::{Diagnostic, PageId, Span, codes};

use crate::comment::CommentEnds;
use crate::fence::{FenceLine, FenceMap, fence_line};
use crate::lines::{Line, indent, is_blank, is_rule};
use crate::marks::{atx_heading, is_glued, list_content};
use crate::table;

/// A stretch of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// What it is.
    pub(crate) kind: PieceKind,
    /// Its bytes.
    pub(crate) range: Range<usize>,
}

/// What a stretch is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PieceKind {
    /// An ATX heading: level and the bytes of its text.
    Heading(u8, Range<usize>),
    /// The heading that opens a tab; the tab's name.
    Tab(String),
    /// The rule that closes the tabs.
    TabEnd,
    /// A fenced code block: its info string, the lines of content, whether it is closed.
    Fence(String, Vec<Range<usize>>, bool),
    /// A comment; the bytes between its marks.
    Comment(Range<usize>),
    /// A table: header, delimiter row and body lines.
    Table(Vec<Range<usize>>),
    /// An include on its own line; the target.
    Include(String),
    /// Paragraphs, lists, quotes and HTML.
    Prose,
}

/// Cuts the text from byte `from` on.
pub(crate) fn scan(
    id: PageId,
    text: &str,
    from: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Piece> {
    let lines: Vec<Line> = crate::lines::split(text, from).collect();
    let fences = FenceMap::new(text, &lines);
    let comments = CommentEnds::new(text);
    let mut scanner = Scanner {
        id,
        text,
        lines,
        fences,
        comments,
        pieces: Vec::new(),
        prose: None,
        list: None,
        tabs_open: false,
        diagnostics,
    };
    let mut index = 0;
    while index < scanner.lines.len() {
        index = scanner.step(index);
    }
    scanner.end_prose(text.len());
    scanner.pieces
}

/// The target of a line that consists of an include directive.
pub(crate) fn include_line(line: &str) -> Option<&str> {
    let line = line.trim();
    let rest = strip_include(line)?.trim_start().strip_prefix('[')?;
    let (_, rest) = rest.split_once("](")?;
    let (target, rest) = rest.split_once(')')?;
    (rest.trim() == "]").then_some(target.trim())
}

/// What follows `[!INCLUDE`, in any case.
fn strip_include(text: &str) -> Option<&str> {
    let head = text.get(..9)?;
    head.eq_ignore_ascii_case("[!INCLUDE").then(|| &text[9..])
}

/// The tab name of a heading text such as `[C#](#tab/csharp)`.
fn tab_name(heading: &str) -> Option<&str> {
    let (_, rest) = heading.strip_prefix('[')?.rsplit_once("](#tab/")?;
    let name = rest.trim_end().strip_suffix(')')?;
    name.rsplit('/').next().filter(|name| !name.is_empty())
}

struct Scanner<'a, 'd> {
    id: PageId,
    text: &'a str,
    lines: Vec<Line>,
    fences: FenceMap,
    comments: CommentEnds,
    pieces: Vec<Piece>,
    /// First byte of the prose that is being collected.
    prose: Option<usize>,
    /// Columns before the content of the outermost open list item.
    list: Option<usize>,
    /// Tabs were opened and no rule has closed them yet.
    tabs_open: bool,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl<'a> Scanner<'a, '_> {
    fn line(&self, index: usize) -> &'a str {
        self.lines.get(index).map_or("", |line| &self.text[line.range()])
    }

    /// Takes the block that starts on this line and returns the line after it.
    fn step(&mut self, index: usize) -> usize {
        let line = self.line(index);
        if is_blank(line) {
            return index + 1;
        }
        let indent = indent(line);
        if self.list.is_some_and(|content| indent >= content) {
            return self.keep_as_prose(index);
        }
        if let Some(content) = list_content(line) {
            let outermost = self.list.map_or(content, |list| list.min(content));
            self.list = Some(outermost);
            return self.keep_as_prose(index);
        }
        if indent < 4
            && let Some(next) = self.block(index, line)
        {
            return next;
        }
        if index == 0 || is_blank(self.line(index - 1)) {
            self.list = None;
        }
        self.keep_as_prose(index)
    }

    fn keep_as_prose(&mut self, index: usize) -> usize {
        self.prose.get_or_insert(self.lines[index].start);
        index + 1
    }

    fn block(&mut self, index: usize, line: &str) -> Option<usize> {
        let body = line.trim_start();
        match body.as_bytes().first()? {
            b'#' => self.heading(index, line),
            b'`' | b'~' => self.fence(index, fence_line(line)?),
            b'<' if body.starts_with("<!--") => Some(self.comment(index)),
            b'-' if self.tabs_open && is_rule(line) => {
                self.tabs_open = false;
                self.push(PieceKind::TabEnd, self.lines[index].range());
                Some(index + 1)
            }
            b'[' if include_line(line).is_some() => {
                let target = include_line(line)?.to_owned();
                let range = crate::lines::trim(self.text, self.lines[index].range());
                self.push(PieceKind::Include(target), range);
                Some(index + 1)
            }
            b'>' => None,
            _ => self.table(index),
        }
    }

    fn heading(&mut self, index: usize, line: &str) -> Option<usize> {
        let (level, title) = atx_heading(line)?;
        let start = self.lines[index].start;
        if is_glued(line) {
            let place = crate::lines::trim(self.text, self.lines[index].range());
            let span = Span::new(self.id, place.start, place.end);
            let message = "a blank is missing behind the marks of this heading";
            self.diagnostics.push(
                Diagnostic::new(codes::GLUED_HEADING, span, message)
                    .help("it was read as a heading; publishing systems print it as text"),
            );
        }
        let tab = tab_name(&line[title.clone()]);
        self.tabs_open |= tab.is_some();
        let kind = match tab {
            Some(name) => PieceKind::Tab(name.to_owned()),
            None => PieceKind::Heading(level, start + title.start..start + title.end),
        };
        self.push(kind, crate::lines::trim(self.text, self.lines[index].range()));
        Some(index + 1)
    }

    fn fence(&mut self, index: usize, open: FenceLine) -> Option<usize> {
        let end = self.fences.end(self.text, &self.lines, index, open);
        let content = self.lines[index + 1..end.content]
            .iter()
            .map(|line| strip_indent(self.text, line.range(), open.indent))
            .collect();
        let last = if end.closed { end.content } else { end.content.max(index + 1) - 1 };
        let first = crate::lines::trim(self.text, self.lines[index].range());
        if !end.closed {
            self.report_unclosed_fence(first.clone());
        }
        let range = first.start..self.lines[last].end;
        let info = open.info.to_owned();
        self.push(PieceKind::Fence(info, content, end.closed), range);
        Some(end.next)
    }

    fn report_unclosed_fence(&mut self, range: Range<usize>) {
        let span = Span::new(self.id, range.start, range.end);
        self.diagnostics.push(
            Diagnostic::new(codes::UNCLOSED_FENCE, span, "this code block is never closed")
                .help("it was ended before the next heading, annotation or code block"),
        );
    }

    /// Takes the comment that starts on this line; what follows it on its last line is read as a line anew.
    fn comment(&mut self, index: usize) -> usize {
        let line = self.lines[index];
        let start = crate::lines::trim(self.text, line.range()).start;
        let comment = self.comments.end(self.text, &self.lines, index, start);
        if !comment.closed {
            let span = Span::new(self.id, start, start + 4);
            self.diagnostics.push(
                Diagnostic::new(codes::UNCLOSED_COMMENT, span, "this comment is never closed")
                    .help(
                        "it was ended before the next blank line, heading, code block or comment",
                    ),
            );
        }
        self.push(PieceKind::Comment(comment.inner), start..comment.end);
        let last = self.lines[index..].partition_point(|line| line.end < comment.end) + index;
        let Some(rest) = self.lines.get_mut(last) else { return last };
        if is_blank(&self.text[comment.end.max(rest.start)..rest.end]) {
            return last + 1;
        }
        rest.start = rest.start.max(comment.end);
        last
    }

    fn table(&mut self, index: usize) -> Option<usize> {
        let delimiter = self.line(index + 1);
        if !table::is_delimiter(delimiter) || !table::is_header(self.line(index)) {
            return None;
        }
        if self.prose.is_some() && index > 0 && !is_blank(self.line(index - 1)) {
            let line = self.lines[index].range();
            let place = Span::new(self.id, line.start, line.end);
            let message = "no blank line stands between this table and the text above it";
            let report = Diagnostic::new(codes::TABLE_GLUED, place, message);
            self.diagnostics.push(
                report.help("it was read as a table; some publishing systems print it as text"),
            );
        }
        let end = table::end(self.text, &self.lines, index);
        let rows: Vec<_> = self.lines[index..end].iter().map(|line| line.range()).collect();
        let range = self.lines[index].start..self.lines[end - 1].end;
        self.push(PieceKind::Table(rows), crate::lines::trim(self.text, range));
        Some(end)
    }

    fn push(&mut self, kind: PieceKind, range: Range<usize>) {
        self.end_prose(range.start);
        self.list = None;
        self.pieces.push(Piece { kind, range });
    }

    fn end_prose(&mut self, end: usize) {
        if let Some(start) = self.prose.take() {
            self.pieces.push(Piece { kind: PieceKind::Prose, range: start..end });
        }
    }
}

/// Leaves out up to `columns` of white space at the front.
fn strip_indent(text: &str, range: Range<usize>, columns: usize) -> Range<usize> {
    let blanks = text[range.clone()].bytes().take(columns).take_while(|byte| *byte == b' ').count();
    range.start + blanks..range.end
}
