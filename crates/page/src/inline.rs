//! Inline Markdown to [`Text`]: code, emphasis, links, HTML, entities.
//!
//! Reads the text of one cell, heading or paragraph and returns its runs with their places. Knows nothing
//! about the block it stands in.

use std::collections::BTreeMap;
use std::ops::Range;

use diag::{Diagnostic, PageId, Span, codes};
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::html::{self, Markup};
use crate::{Run, Text};

/// What every inline reading needs to know about its page.
#[derive(Debug)]
pub(crate) struct Inline<'a> {
    /// The file.
    pub(crate) id: PageId,
    /// Its whole text.
    pub(crate) text: &'a str,
    /// Link definitions of the page by normalised label.
    pub(crate) definitions: &'a BTreeMap<String, String>,
}

/// The form of a label under which definitions are looked up.
pub(crate) fn normalise_label(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl<'a> Inline<'a> {
    /// A span of this page.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.id, range.start, range.end)
    }

    /// Reads the text of a heading.
    pub(crate) fn heading(&self, range: Range<usize>) -> Text {
        let mut builder = Builder::new(self);
        self.read(&mut builder, range.clone());
        builder.finish(range)
    }

    /// Reads a table cell: `\|` is a pipe in code too, and a link that the pipe cut off is completed.
    pub(crate) fn cell(&self, range: Range<usize>, diagnostics: &mut Vec<Diagnostic>) -> Text {
        let mut builder = Builder::new(self);
        let slice = &self.text[range.clone()];
        match unclosed_link(slice) {
            None => self.read(&mut builder, range.clone()),
            Some(link) => {
                let base = range.start;
                self.read(&mut builder, base..base + link.open);
                builder.links.push(slice[link.target.clone()].to_owned());
                self.read(&mut builder, base + link.open + 1..base + link.label_end);
                builder.links.pop();
                self.read(&mut builder, base + link.target.end..range.end);
                let span = self.span(base + link.open..base + link.target.end);
                diagnostics.push(
                    Diagnostic::new(codes::UNCLOSED_LINK, span, "this link is never closed")
                        .help("it was ended here; add the missing `)`"),
                );
            }
        }
        let mut text = builder.finish(range);
        for run in text.runs.iter_mut().filter(|run| run.code && run.text.contains("\\|")) {
            run.text = run.text.replace("\\|", "|");
        }
        text
    }

    /// Reads a range as inline text and adds its runs to the builder.
    fn read(&self, builder: &mut Builder, range: Range<usize>) {
        let slice = &self.text[range.clone()];
        if slice.is_empty() {
            return;
        }
        if !slice
            .bytes()
            .any(|b| matches!(b, b'\\' | b'`' | b'*' | b'_' | b'[' | b'<' | b'&' | b'\n' | b'\r'))
        {
            builder.push_text(slice, range);
            return;
        }
        // The dot keeps the text from being read as a block, and no line may begin within it.
        let mut buffer = String::with_capacity(slice.len() + 1);
        buffer.push('.');
        buffer.extend(slice.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c }));
        for (event, place) in self.events(&buffer, Options::empty()) {
            let is_first = place.start == 0;
            let place = place.start.max(1) + range.start - 1..place.end.max(1) + range.start - 1;
            match event {
                Event::Text(text) if is_first => {
                    builder.push_text(text.strip_prefix('.').unwrap_or(&text), place);
                }
                event => builder.push(&event, place),
            }
        }
    }

    /// The events of `text`, with references resolved through the definitions of the whole page.
    pub(crate) fn events<'t>(
        &'t self,
        text: &'t str,
        options: Options,
    ) -> impl Iterator<Item = (Event<'t>, Range<usize>)> {
        let resolve = |link: BrokenLink<'t>| {
            let found = self.definitions.get(&normalise_label(&link.reference));
            let target = match link.link_type {
                LinkType::Reference | LinkType::Collapsed => found.map_or("", String::as_str),
                _ => found?,
            };
            Some((CowStr::from(target.to_owned()), CowStr::from("")))
        };
        Parser::new_with_broken_link_callback(text, options, Some(resolve)).into_offset_iter()
    }
}

/// A link at the end of a cell that lacks its closing parenthesis; offsets into the cell.
struct UnclosedLink {
    open: usize,
    label_end: usize,
    target: Range<usize>,
}

fn unclosed_link(cell: &str) -> Option<UnclosedLink> {
    let label_end = cell.rfind("](")?;
    let rest = &cell[label_end + 2..];
    let open = cell[..label_end].rfind('[')?;
    if rest.contains([')', '`']) || cell[..open].matches('`').count() % 2 == 1 {
        return None;
    }
    let length = rest.find(|c: char| c.is_whitespace() || c == '|').unwrap_or(rest.len());
    let target = label_end + 2..label_end + 2 + length;
    (length > 0).then_some(UnclosedLink { open, label_end, target })
}

/// Collects runs.
#[derive(Debug)]
pub(crate) struct Builder<'a> {
    id: PageId,
    text: &'a str,
    runs: Vec<Run>,
    strong: usize,
    emphasis: usize,
    code: usize,
    links: Vec<String>,
    /// First byte of an include directive whose link is being read.
    include: Option<usize>,
    /// The closing bracket of an include directive comes next.
    include_end: bool,
}

impl<'a> Builder<'a> {
    /// An empty one.
    pub(crate) fn new(inline: &Inline<'a>) -> Self {
        Self {
            id: inline.id,
            text: inline.text,
            runs: Vec::new(),
            strong: 0,
            emphasis: 0,
            code: 0,
            links: Vec::new(),
            include: None,
            include_end: false,
        }
    }

    /// The collected text, read from `range`.
    pub(crate) fn finish(self, range: Range<usize>) -> Text {
        Text { runs: self.runs, span: Span::new(self.id, range.start, range.end) }
    }

    /// Adds what one event says; `place` is where it stands in the page.
    pub(crate) fn push(&mut self, event: &Event, place: Range<usize>) {
        match event {
            Event::Text(text) => self.push_text(text, place),
            Event::Code(text) => {
                self.code += 1;
                self.add(text, place);
                self.code -= 1;
            }
            Event::SoftBreak => self.push_text(" ", place),
            Event::HardBreak => self.add("\n", place),
            Event::InlineHtml(tag) => self.push_html(tag, place),
            Event::Start(tag) => self.open(tag, place),
            Event::End(tag) => self.close(*tag, place),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag, place: Range<usize>) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { dest_url, .. } => {
                self.include = self.include.or_else(|| self.take_include(place.start));
                self.links.push(dest_url.to_string());
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd, place: Range<usize>) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Link => {
                if let Some(start) = self.include.take() {
                    self.end_include(start, place.end);
                }
                self.links.pop();
            }
            _ => {}
        }
    }

    /// Removes `[!INCLUDE ` from the end of what was collected and returns where it began.
    fn take_include(&mut self, end: usize) -> Option<usize> {
        let run = self.runs.last_mut()?;
        let head = run.text.trim_end();
        let at = head.len().checked_sub(INCLUDE.len())?;
        if !head.get(at..)?.eq_ignore_ascii_case(INCLUDE) {
            return None;
        }
        let source = self.text[..end].trim_end();
        let start = source.len().checked_sub(INCLUDE.len())?;
        if !source.get(start..)?.eq_ignore_ascii_case(INCLUDE) {
            return None;
        }
        run.text.truncate(at);
        run.span = Span::new(self.id, run.span.start as usize, start);
        if at == 0 {
            self.runs.pop();
        }
        Some(start)
    }

    /// Replaces the runs of the directive's link with one run for the whole directive.
    fn end_include(&mut self, start: usize, end: usize) {
        while self.runs.last().is_some_and(|run| run.span.start as usize >= start) {
            self.runs.pop();
        }
        let end = end + usize::from(self.text[end..].starts_with(']'));
        self.include_end = true;
        let directive = &self.text[start..end];
        self.add(directive, start..end);
    }

    fn push_html(&mut self, tag: &str, place: Range<usize>) {
        let change = |count: &mut usize, open: bool| {
            *count = if open { *count + 1 } else { count.saturating_sub(1) };
        };
        match html::markup(tag) {
            Markup::Break => self.add("\n", place),
            Markup::Strong(open) => change(&mut self.strong, open),
            Markup::Emphasis(open) => change(&mut self.emphasis, open),
            Markup::Code(open) => change(&mut self.code, open),
            Markup::Nothing => {}
            Markup::Text => self.push_text(tag, place),
        }
    }

    /// Adds characters and joins them with the run before where both look the same.
    fn push_text(&mut self, text: &str, mut place: Range<usize>) {
        let mut text = text;
        if std::mem::take(&mut self.include_end)
            && let Some(rest) = text.strip_prefix(']')
        {
            text = rest;
            place.start = (place.start + 1).min(place.end);
        }
        if text.is_empty() {
            return;
        }
        let same = self.runs.last().is_some_and(|run| self.is_like(run));
        match self.runs.last_mut() {
            Some(run) if same => {
                push_visible(&mut run.text, text);
                run.span = run.span.to(Span::new(self.id, place.start, place.end));
            }
            _ => self.add(text, place),
        }
    }

    fn is_like(&self, run: &Run) -> bool {
        !run.code
            && self.code == 0
            && run.text != "\n"
            && !is_include(run)
            && run.strong == (self.strong > 0)
            && run.emphasis == (self.emphasis > 0)
            && run.link.as_ref() == self.links.last()
    }

    fn add(&mut self, text: &str, place: Range<usize>) {
        let mut visible = String::with_capacity(text.len());
        push_visible(&mut visible, text);
        self.runs.push(Run {
            text: visible,
            code: self.code > 0,
            strong: self.strong > 0,
            emphasis: self.emphasis > 0,
            link: self.links.last().cloned(),
            span: Span::new(self.id, place.start, place.end),
        });
    }
}

const INCLUDE: &str = "[!INCLUDE";

/// Whether the run is an include directive in the midst of text; its link is the target.
pub(crate) fn is_include(run: &Run) -> bool {
    run.link.is_some()
        && run.text.get(..INCLUDE.len()).is_some_and(|head| head.eq_ignore_ascii_case(INCLUDE))
}

/// Adds `text` without characters that have no width: they come from copying and would split names.
fn push_visible(to: &mut String, text: &str) {
    if text.is_ascii() {
        to.push_str(text);
    } else {
        to.extend(text.chars().filter(|c| {
            !matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
        }));
    }
}
