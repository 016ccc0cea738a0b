//! Text to sentences, runs kept.
//!
//! Reads inline text; knows where sentences end and nothing about what they say.

use diag::Span;
use page::{Run, Text};

/// A sentence with its markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// The runs, the first and last maybe cut.
    pub(super) runs: Vec<Run>,
    /// Where it stands.
    pub(super) span: Span,
}

impl Sentence {
    /// The characters without markup, blanks joined.
    pub(super) fn plain(&self) -> String {
        page::plain(&self.runs)
    }
}

/// The sentences of a text, in order.
pub(super) fn sentences(text: &Text) -> Vec<Sentence> {
    let whole: String = text.runs.iter().map(|run| run.text.as_str()).collect();
    let mut sentences = Vec::new();
    let mut start = 0;
    for end in ends(text, &whole) {
        sentences.extend(cut(&text.runs, start, end));
        start = end;
    }
    sentences
}

/// Offsets after the last character of each sentence.
fn ends(text: &Text, whole: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut offset = 0;
    for run in &text.runs {
        for (at, c) in run.text.char_indices() {
            let end = offset + at + c.len_utf8();
            if !run.code && ends_here(c, &whole[..end], &whole[end..]) {
                ends.push(end);
            }
        }
        offset += run.text.len();
    }
    if ends.last() != Some(&whole.len()) {
        ends.push(whole.len());
    }
    ends
}

fn ends_here(c: char, before: &str, after: &str) -> bool {
    match c {
        '.' | '!' | '?' => {
            let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
            let abbreviation =
                matches!(word.trim_start_matches('('), "e.g." | "i.e." | "vs." | "etc.");
            let next = after.trim_start().chars().next();
            after.starts_with(char::is_whitespace)
                && !abbreviation
                && !next.is_some_and(char::is_lowercase)
        }
        _ => false,
    }
}

/// The runs between two offsets; `None` when only blanks stand there.
fn cut(runs: &[Run], start: usize, end: usize) -> Option<Sentence> {
    let mut parts = Vec::new();
    let mut offset = 0;
    for run in runs {
        let from = start.saturating_sub(offset).min(run.text.len());
        let to = end.saturating_sub(offset).min(run.text.len());
        if from < to {
            parts.push(part(run, from, to));
        }
        offset += run.text.len();
    }
    if parts.iter().all(|run| run.text.trim().is_empty()) {
        return None;
    }
    let span = parts.first()?.span.to(parts.last()?.span);
    Some(Sentence { runs: parts, span })
}

/// A part of a run; its place is exact where the source has the same characters.
fn part(run: &Run, from: usize, to: usize) -> Run {
    let mut part = Run { text: run.text[from..to].to_owned(), ..run.clone() };
    if run.span.range().len() == run.text.len() {
        let start = run.span.start as usize;
        part.span = Span::new(run.span.page, start + from, start + to);
    }
    part
}
