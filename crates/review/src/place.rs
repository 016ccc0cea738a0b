//! Where the docs state something, and in which words.

use std::collections::BTreeSet;

use diag::{Sources, Span};
use serde::Serialize;

/// No more lines of the docs than these stand at a change.
const MOST_LINES: usize = 12;

/// A place in the docs, and its lines as far as they differ from the other side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Lines {
    /// The page, relative to the documentation root.
    pub page: String,
    /// The heading above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// The line; the first is 1.
    pub line: usize,
    /// The lines that only this side has; what stands on another page begins with its place.
    pub text: Vec<String>,
}

/// A place that a change refers to.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Seen {
    /// The lines of the span.
    Lines(Span),
    /// All lines up to the next blank ones: a table of which the span is a part.
    Block(Span),
}

impl Seen {
    fn span(self) -> Span {
        match self {
            Self::Lines(span) | Self::Block(span) => span,
        }
    }
}

/// The places of both sides. The first span of a side is the place, and the lines of all are compared.
pub(crate) fn both(
    base: (&[Seen], &Sources),
    new: (&[Seen], &Sources),
) -> (Option<Lines>, Option<Lines>) {
    let (mut before, mut after) = (Side::new(base.0, base.1), Side::new(new.0, new.1));
    let texts = |side: &Option<Side>| -> BTreeSet<String> {
        side.iter().flat_map(|it| it.all.iter().map(|line| line.text.clone())).collect()
    };
    let (known, now) = (texts(&before), texts(&after));
    if let Some(before) = &mut before {
        before.lines.text = only(&before.all, &now);
    }
    if let Some(after) = &mut after {
        after.lines.text = only(&after.all, &known);
    }
    (before.map(|it| it.lines), after.map(|it| it.lines))
}

struct Side {
    lines: Lines,
    all: Vec<Line>,
}

struct Line {
    text: String,
    /// The page and the number of the line, where it stands on another page than the change.
    elsewhere: Option<String>,
}

impl Side {
    fn new(places: &[Seen], sources: &Sources) -> Option<Self> {
        let first = places.first()?.span();
        let file = sources.get(first.page)?;
        let heading = page::heading_above(&file.text, first.start as usize);
        let lines = Lines {
            page: file.path.clone(),
            heading: Some(heading).filter(|it| !it.is_empty()),
            line: sources.position(first).line,
            text: Vec::new(),
        };
        let mut seen = BTreeSet::new();
        let mut all = Vec::new();
        for place in places {
            let page = place.span().page;
            let Some(file) = sources.get(page) else { continue };
            for (at, text) in lines_of(&file.text, *place) {
                if seen.insert((page, at)) {
                    let start = Span::new(page, at, at);
                    let elsewhere = (page != first.page)
                        .then(|| format!("{}:{}", file.path, sources.position(start).line));
                    all.push(Line { text: text.to_owned(), elsewhere });
                }
            }
        }
        Some(Self { lines, all })
    }
}

/// Of two texts that were read, the lines that only one of them has.
pub(crate) fn of_texts(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    let line = |text: &str| Line { text: text.to_owned(), elsewhere: None };
    let lines = |text: &str| text.lines().map(line).collect::<Vec<_>>();
    let set = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    (only(&lines(before), &set(after)), only(&lines(after), &set(before)))
}

/// The lines that the other side does not have, as it stands there.
fn only(lines: &[Line], others: &BTreeSet<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let differing =
        lines.iter().filter(|it| !others.contains(&it.text) && !it.text.trim().is_empty());
    // The row of a property may stand on several pages.
    let once = differing.filter(|it| seen.insert(it.text.trim()));
    let shown = |it: &Line| match &it.elsewhere {
        Some(place) => format!("{place}: {}", it.text.trim()),
        None => it.text.trim().to_owned(),
    };
    once.take(MOST_LINES).map(shown).collect()
}

/// Each line of the place, with the offset of its beginning.
fn lines_of(text: &str, place: Seen) -> impl Iterator<Item = (usize, &str)> {
    let (range, is_block) = (place.span().range(), matches!(place, Seen::Block(_)));
    let before = text.get(..range.start).unwrap_or_default();
    let line = |before: &str| before.rfind('\n').map_or(0, |it| it + 1);
    let mut start = line(before);
    while is_block && start > 0 {
        let above = line(&text[..start - 1]);
        if text[above..start].trim().is_empty() {
            break;
        }
        start = above;
    }
    let end = range.end.max(start + 1);
    let mut at = start;
    text.get(start..).unwrap_or_default().split_inclusive('\n').map_while(move |line| {
        let from = at;
        at += line.len();
        (from < end || (is_block && !line.trim().is_empty())).then_some((from, line.trim_end()))
    })
}
