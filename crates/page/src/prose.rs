//! Paragraphs, lists, quotes, HTML and whatever else stands between the blocks that the scan has found.
//!
//! Reads a range of the page with a Markdown parser and returns blocks in order; sections and tabs are
//! not known here.

use std::ops::Range;

use diag::{Diagnostic, Span, Spanned, codes};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Tag, TagEnd};

use crate::fence::{fence_line, language};
use crate::inline::{Builder, Inline, is_include};
use crate::lines::{is_blank, split, trim};
use crate::{BlockKind, Fence, Include, Quote, Run, Text, table};

/// A block or heading found in prose.
#[derive(Debug)]
pub(crate) struct Found {
    /// What it is.
    pub(crate) kind: FoundKind,
    /// The innermost quote around it.
    pub(crate) quote: Option<Quote>,
    /// Its bytes.
    pub(crate) range: Range<usize>,
}

/// What was found.
#[derive(Debug)]
pub(crate) enum FoundKind {
    /// A block.
    Block(BlockKind),
    /// An underlined heading.
    Heading(u8, Text),
}

/// Reads the prose in `range`.
pub(crate) fn read(
    inline: &Inline,
    range: Range<usize>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Found> {
    let mut reader = Reader {
        inline,
        found: Vec::new(),
        quotes: Vec::new(),
        items: 0,
        item_pending: false,
        open: None,
        code: None,
        table: false,
        diagnostics,
    };
    let text = &inline.text[range.clone()];
    for (event, place) in inline.events(text, Options::ENABLE_TABLES) {
        reader.event(event, place.start + range.start..place.end + range.start);
    }
    reader.flush();
    reader.found
}

/// Text that is being collected.
struct Open<'a> {
    builder: Builder<'a>,
    heading: Option<HeadingLevel>,
    range: Range<usize>,
}

struct Code {
    info: String,
    fenced: bool,
    content: Vec<Range<usize>>,
}

struct Reader<'i, 'a, 'd> {
    inline: &'i Inline<'a>,
    found: Vec<Found>,
    /// The quotes around the current place; whether their alert marker is still to be removed.
    quotes: Vec<(Quote, bool)>,
    items: usize,
    item_pending: bool,
    open: Option<Open<'a>>,
    code: Option<Code>,
    table: bool,
    diagnostics: &'d mut Vec<Diagnostic>,
}

impl Reader<'_, '_, '_> {
    fn event(&mut self, event: Event, place: Range<usize>) {
        match event {
            Event::End(TagEnd::Table) => self.table = false,
            _ if self.table => {}
            Event::Text(_) if self.code.is_some() => {
                if let Some(code) = &mut self.code {
                    code.content.push(place);
                }
            }
            Event::Start(tag) if is_block(&tag) => self.start(&tag, place),
            Event::End(tag) if is_block_end(tag) => self.end(tag, place),
            Event::Rule => self.flush(),
            Event::Html(_) => {}
            event => self.text(&event, place),
        }
    }

    fn start(&mut self, tag: &Tag, place: Range<usize>) {
        self.flush();
        match tag {
            Tag::Paragraph => self.begin(None, place),
            Tag::Heading { level, .. } => self.begin(Some(*level), place),
            Tag::BlockQuote(_) => {
                let quote = alert(&self.inline.text[place]);
                let pending = matches!(quote, Quote::Alert(_));
                self.quotes.push((quote, pending));
            }
            Tag::Item => {
                self.items += 1;
                self.item_pending = true;
            }
            Tag::CodeBlock(kind) => {
                let (info, fenced) = match kind {
                    CodeBlockKind::Fenced(info) => (language(info), true),
                    CodeBlockKind::Indented => (String::new(), false),
                };
                self.code = Some(Code { info, fenced, content: Vec::new() });
            }
            Tag::HtmlBlock => self.html(place),
            Tag::Table(_) => {
                self.table = true;
                self.read_table(place);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, place: Range<usize>) {
        self.flush();
        match tag {
            TagEnd::BlockQuote(_) => {
                self.quotes.pop();
            }
            TagEnd::Item => {
                self.items = self.items.saturating_sub(1);
                self.item_pending = false;
            }
            TagEnd::CodeBlock => self.end_code(place),
            _ => {}
        }
    }

    fn begin(&mut self, heading: Option<HeadingLevel>, range: Range<usize>) {
        self.open = Some(Open { builder: Builder::new(self.inline), heading, range });
    }

    /// Inline content; in tight list items it comes without a paragraph around it.
    fn text(&mut self, event: &Event, place: Range<usize>) {
        if self.open.is_none() {
            self.begin(None, place.clone());
        }
        if let Some(open) = &mut self.open {
            open.range.end = open.range.end.max(place.end);
            open.builder.push(event, place);
        }
    }

    fn flush(&mut self) {
        let Some(open) = self.open.take() else { return };
        let range = trim(self.inline.text, open.range);
        let mut text = open.builder.finish(range.clone());
        if let Some((Quote::Alert(_), pending @ true)) = self.quotes.last_mut() {
            *pending = false;
            remove_alert(self.inline.text, &mut text);
        }
        let level = open.heading.filter(|_| self.items == 0 && self.quotes.is_empty());
        if let Some(level) = level.filter(|_| is_underlined(&self.inline.text[range.clone()])) {
            self.item_pending = false;
            return self.push(FoundKind::Heading(level as u8, text), range);
        }
        self.push_text(text);
    }

    /// Adds a paragraph; includes on lines of their own become blocks.
    fn push_text(&mut self, text: Text) {
        let source = self.inline.text;
        let is_block = |run: &Run| is_include(run) && stands_alone(source, run.span.range());
        if !text.runs.iter().any(is_block) {
            return self.push_part(text);
        }
        let mut part = Text::empty(text.span);
        for run in text.runs {
            if is_block(&run) {
                self.push_part(narrow(std::mem::replace(&mut part, Text::empty(text.span))));
                let target = run.link.unwrap_or_default();
                let include = Include { target, span: run.span };
                self.push_block(BlockKind::Include(include), run.span.range());
                self.item_pending = false;
            } else {
                part.runs.push(run);
            }
        }
        self.push_part(narrow(part));
    }

    fn push_part(&mut self, text: Text) {
        if text.is_empty() {
            return;
        }
        let range = text.span.range();
        let kind = if std::mem::take(&mut self.item_pending) {
            BlockKind::ListItem(text)
        } else {
            BlockKind::Paragraph(text)
        };
        self.push_block(kind, range);
    }

    fn end_code(&mut self, place: Range<usize>) {
        let Some(code) = self.code.take() else { return };
        let text = self.inline.text;
        let range = place.start..place.start + text[place].trim_end().len();
        let mut lines = code_lines(text, range.clone(), &code.content);
        let closed = !code.fenced || is_closed(&text[range.clone()]);
        if code.fenced {
            lines.truncate(lines.len() - usize::from(closed));
            lines.drain(..lines.len().min(1));
        }
        let span = self.inline.span(range.clone());
        if !closed {
            self.diagnostics.push(
                Diagnostic::new(codes::UNCLOSED_FENCE, span, "this code block is never closed")
                    .help("it was ended at the end of its list item or quote"),
            );
        }
        let spanned = |line: Range<usize>| {
            Spanned::new(text[line.clone()].to_owned(), self.inline.span(line))
        };
        let lines = lines.into_iter().map(spanned).collect();
        let fence = Fence { info: code.info, lines, closed, span };
        self.push_block(BlockKind::Fence(fence), range);
    }

    /// Cuts an HTML block into comments and the rest.
    fn html(&mut self, place: Range<usize>) {
        let text = self.inline.text;
        let mut at = place.start;
        while let Some(open) = text[at..place.end].find("<!--") {
            let start = at + open;
            self.push_html(at..start);
            let inner = start + 4;
            let close = text[inner..place.end].find("-->");
            if close.is_none() {
                let span = self.inline.span(start..inner);
                self.diagnostics.push(
                    Diagnostic::new(codes::UNCLOSED_COMMENT, span, "this comment is never closed")
                        .help("it was ended at the end of its list item or quote"),
                );
            }
            let end = close.map_or(place.end, |length| inner + length);
            at = close.map_or(place.end, |length| inner + length + 3);
            let comment = Spanned::new(text[inner..end].to_owned(), self.inline.span(inner..end));
            self.push_block(BlockKind::Comment(comment), start..at);
        }
        self.push_html(at..place.end);
    }

    fn push_html(&mut self, range: Range<usize>) {
        let range = trim(self.inline.text, range);
        if !range.is_empty() {
            let html = Spanned::new(
                self.inline.text[range.clone()].to_owned(),
                self.inline.span(range.clone()),
            );
            self.push_block(BlockKind::Html(html), range);
        }
    }

    /// Reads a table in a quote or list from its raw lines.
    fn read_table(&mut self, place: Range<usize>) {
        let text = self.inline.text;
        let rows: Vec<_> = split(&text[..place.end], place.start)
            .map(|line| {
                let slice = &text[line.range()];
                let body = slice.trim_start_matches([' ', '\t', '>']);
                line.end - body.len()..line.end
            })
            .filter(|line| !is_blank(&text[line.clone()]))
            .collect();
        if rows.len() < 2 {
            return;
        }
        let range = trim(text, place);
        let table =
            table::read(self.inline, &rows, self.inline.span(range.clone()), self.diagnostics);
        self.push_block(BlockKind::Table(table), range);
    }

    fn push_block(&mut self, kind: BlockKind, range: Range<usize>) {
        self.push(FoundKind::Block(kind), range);
    }

    fn push(&mut self, kind: FoundKind, range: Range<usize>) {
        let quote = self.quotes.last().map(|(quote, _)| quote.clone());
        self.found.push(Found { kind, quote, range });
    }
}

/// A part of a text: without blanks at its ends and with the span of its runs.
fn narrow(mut text: Text) -> Text {
    if let Some(first) = text.runs.first_mut() {
        first.text.drain(..first.text.len() - first.text.trim_start().len());
    }
    if let Some(last) = text.runs.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    text.runs.retain(|run| !run.text.is_empty());
    if let (Some(first), Some(last)) = (text.runs.first(), text.runs.last()) {
        text.span = first.span.to(last.span);
    }
    text
}

fn is_block(tag: &Tag) -> bool {
    !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
}

fn is_block_end(tag: TagEnd) -> bool {
    !matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
}

/// The kind of a quote from its first line.
fn alert(source: &str) -> Quote {
    let body = source.trim_start_matches([' ', '\t']).strip_prefix('>').unwrap_or(source);
    let Some(rest) = body.trim_start_matches([' ', '\t']).strip_prefix("[!") else {
        return Quote::Plain;
    };
    let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    match rest[length..].starts_with(']') && length > 0 {
        true => Quote::Alert(rest[..length].to_ascii_uppercase()),
        false => Quote::Plain,
    }
}

/// Takes the marker out of the first paragraph of an alert.
fn remove_alert(source: &str, text: &mut Text) {
    let Some(run) = text.runs.first_mut() else { return };
    let Some((_, rest)) = run.text.split_once(']').filter(|_| run.text.starts_with("[!")) else {
        return;
    };
    let range = run.span.range();
    let length = source[range.clone()].find(']').map_or(0, |at| at + 1);
    let start = trim(source, range.start + length..range.end).start;
    run.span = Span::new(run.span.page, start, range.end);
    run.text = rest.trim_start().to_owned();
    if run.text.is_empty() {
        text.runs.remove(0);
    }
}

/// Whether the last line underlines a heading; one or two dashes are a slip of the pen.
fn is_underlined(source: &str) -> bool {
    let last = source.lines().next_back().unwrap_or_default().trim();
    source.lines().nth(1).is_some() && (last.starts_with('=') || last.starts_with("---"))
}

/// Whether nothing but quote marks, a list mark and blanks stands on the line beside `range`.
fn stands_alone(text: &str, range: Range<usize>) -> bool {
    let mut before = text[..range.start].chars().rev();
    let mut after = text[range.end..].chars();
    let is_end = |c: Option<char>| c.is_none_or(|c| matches!(c, '\n' | '\r'));
    is_end(before.find(|c| !matches!(c, ' ' | '\t' | '>' | '-' | '*' | '+')))
        && is_end(after.find(|c| !matches!(c, ' ' | '\t')))
}

fn is_closed(source: &str) -> bool {
    let last = source.lines().next_back().unwrap_or_default();
    let body = last.trim_start_matches([' ', '\t', '>']);
    source.lines().nth(1).is_some() && fence_line(body).is_some_and(|fence| fence.info.is_empty())
}

/// The lines of a code block in `range`; each begins where the parser found text after the prefixes.
fn code_lines(text: &str, range: Range<usize>, pieces: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut pieces = pieces.iter().peekable();
    split(&text[..range.end], range.start)
        .map(|line| {
            while pieces.next_if(|piece| piece.end <= line.start).is_some() {}
            let start = pieces.peek().map_or(line.end, |piece| piece.start);
            start.clamp(line.start, line.end)..line.end
        })
        .collect()
}
