//! The YAML block at the top of a page.
//!
//! Reads the first lines of the text, returns entries with their places and where the page proper begins.

use std::collections::BTreeMap;
use std::ops::Range;

use diag::{Diagnostic, PageId, Span, Spanned, codes};
use granit_parser::{Event, Parser, ScalarStyle};

use crate::FrontMatter;
use crate::lines::{Line, trim};

/// Reads the front matter and returns it with the first byte after it.
pub(crate) fn read(
    id: PageId,
    text: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> (FrontMatter, usize) {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let Some(Block { lines, end, closed }) = block(text, start) else {
        diagnostics.extend(misplaced(text, start).map(|place| {
            let span = Span::new(id, place.start, place.end);
            let message = "front matter begins with `---` in the first line of the page";
            Diagnostic::new(codes::FRONT_MATTER, span, message).help("it is read as text")
        }));
        return (FrontMatter::default(), start);
    };
    if !closed {
        let span = Span::new(id, start, start + MARK.len());
        diagnostics.push(
            Diagnostic::new(codes::FRONT_MATTER, span, "the front matter is never closed")
                .help("it was ended before the first line that is no entry"),
        );
    }
    let mut entries = BTreeMap::new();
    for line in &lines {
        if let Some((key, value)) = entry(text, line.range()) {
            let span = Span::new(id, value.start, value.end);
            entries.insert(key, Spanned::new(unquote(&text[value]).to_owned(), span));
        }
    }
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return (FrontMatter::default(), end);
    };
    match values(&text[first.start..last.end]) {
        Ok(values) => {
            entries.retain(|key, _| !matches!(values.get(key), None | Some(Value::Nested)));
            for (key, value) in values {
                if let (Some(entry), Value::Text(value)) = (entries.get_mut(&key), value) {
                    entry.value = value;
                }
            }
        }
        Err(line) => diagnostics.push(broken(id, text, &lines, line)),
    }
    (FrontMatter { entries }, end)
}

const MARK: &str = "---";

/// The extent of the front matter.
struct Block {
    /// The lines between the marks.
    lines: Vec<Line>,
    /// First byte after the closing mark.
    end: usize,
    /// The closing mark is there.
    closed: bool,
}

/// Finds the front matter; without a closing mark it must at least begin with an entry.
fn block(text: &str, start: usize) -> Option<Block> {
    if !text[start..].starts_with(MARK) {
        return None;
    }
    let mut rest = crate::lines::split(text, start);
    if text[rest.next()?.range()].trim_end() != MARK {
        return None;
    }
    let mut lines = Vec::new();
    for line in rest {
        if matches!(text[line.range()].trim_end(), MARK | "...") {
            return Some(Block { lines, end: line.next, closed: true });
        }
        lines.push(line);
    }
    let entries = lines.iter().take_while(|line| entry(text, line.range()).is_some()).count();
    lines.truncate(entries);
    let end = lines.last()?.next;
    Some(Block { lines, end, closed: false })
}

/// Where front matter seems to begin that does not: dashes in another line than the first, or too few or many.
fn misplaced(text: &str, start: usize) -> Option<Range<usize>> {
    let is_blank = |line: &Line| text[line.range()].trim().is_empty();
    let mut lines = crate::lines::split(text, start).skip_while(is_blank);
    let first = lines.next()?;
    let dashes = text[first.range()].trim_end();
    let is_mark = (1..=5).contains(&dashes.len()) && dashes.bytes().all(|it| it == b'-');
    let entries = lines.take(2).filter(|line| entry(text, line.range()).is_some()).count();
    (is_mark && entries == 2).then(|| trim(text, first.range()))
}

/// Key and value of a line `key: value` that is not indented.
fn entry(text: &str, line: Range<usize>) -> Option<(String, Range<usize>)> {
    let slice = &text[line.clone()];
    let (key, _) = slice.split_once(':')?;
    if key.is_empty() || key.starts_with([' ', '\t', '#', '-']) {
        return None;
    }
    let value = trim(text, line.start + key.len() + 1..line.end);
    Some((unquote(key.trim()).to_owned(), value))
}

fn unquote(value: &str) -> &str {
    let inner = |quote| value.strip_prefix(quote)?.strip_suffix(quote);
    inner('"').or_else(|| inner('\'')).unwrap_or(value)
}

/// `line` counts from 1.
fn broken(id: PageId, text: &str, lines: &[Line], line: usize) -> Diagnostic {
    let line = line.clamp(1, lines.len());
    let place = trim(text, lines[line - 1].range());
    let span = Span::new(id, place.start, place.end);
    Diagnostic::new(codes::FRONT_MATTER, span, "the front matter is not valid YAML")
        .help("it was read line by line; quote values that contain `: ` or begin with `*`")
}

/// A value of the front matter.
enum Value {
    /// A scalar, as YAML reads it.
    Text(String),
    /// A reference to another value, or nothing, for which the parser has a sign; it is kept as written.
    AsWritten,
    /// A list or map.
    Nested,
}

/// The entries of a map in YAML, or the line that breaks it. Only what stands in the map itself is looked at, so its
/// events are all that is needed: as what a type would read them does not matter.
fn values(yaml: &str) -> Result<BTreeMap<String, Value>, usize> {
    let mut values = BTreeMap::new();
    let mut key = None;
    let mut depth = 0;
    for event in Parser::new_from_str(yaml) {
        let (event, span) = event.map_err(|error| error.marker().line())?;
        let is_first_map = matches!(event, Event::MappingStart(..)) && values.is_empty();
        let opens = matches!(event, Event::MappingStart(..) | Event::SequenceStart(..));
        let value = match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => Value::Nested,
            Event::Scalar(text, ScalarStyle::Plain, ..) if text == "~" => Value::AsWritten,
            Event::Scalar(text, ..) => Value::Text(text.into_owned()),
            Event::Alias(_) => Value::AsWritten,
            Event::MappingEnd | Event::SequenceEnd => {
                depth -= 1;
                continue;
            }
            _ => continue,
        };
        match depth {
            // The whole is a map, or nothing.
            0 if is_first_map => {}
            0 if matches!(&value, Value::AsWritten) => {}
            0 => return Err(span.start.line()),
            1 => match (key.take(), value) {
                (Some(key), value) => {
                    values.insert(key, value);
                }
                (None, Value::Text(text)) if !values.contains_key(&text) => key = Some(text),
                (None, _) => return Err(span.start.line()),
            },
            _ => {}
        }
        depth += i32::from(opens);
    }
    Ok(values)
}
