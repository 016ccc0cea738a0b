//! Printing diagnostics with carets under the Markdown.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::printable::{printable, printable_lines};
use crate::source::floor_char_boundary;
use crate::{Diagnostic, Severity, Sources, Span};

/// One diagnostic as a terminal shows it, without colours and without a final newline.
pub fn render(diagnostic: &Diagnostic, sources: &Sources) -> String {
    render_with(&Renderer::plain(), diagnostic, sources)
}

/// All diagnostics, one after the other, coloured where `colour` says so.
pub fn render_all(diagnostics: &[Diagnostic], sources: &Sources, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    diagnostics
        .iter()
        .map(|diagnostic| render_with(&renderer, diagnostic, sources) + "\n")
        .collect()
}

fn render_with(renderer: &Renderer, diagnostic: &Diagnostic, sources: &Sources) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = printable(&diagnostic.message);
    let title = level.primary_title(message).id(diagnostic.code.label());
    let mut group = Group::with_title(title);
    if let Some(file) = sources.get(diagnostic.span.page) {
        let marked = Marked::new(&file.text, diagnostic.span);
        let label = diagnostic.label.as_deref().map(printable);
        let annotation = AnnotationKind::Primary.span(marked.range).label(label);
        let line = sources.position(diagnostic.span).line;
        let snippet = Snippet::source(marked.lines).line_start(line).path(printable(&file.path));
        group = group.element(snippet.annotation(annotation));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(printable(help)));
    }
    renderer.render(&[group])
}

/// The lines that a span touches, fit to be printed.
struct Marked {
    lines: String,
    /// The span within them.
    range: Range<usize>,
}

impl Marked {
    fn new(text: &str, span: Span) -> Self {
        let start = floor_char_boundary(text, span.start as usize);
        let end = floor_char_boundary(text, span.end as usize).max(start);
        let first = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let last = text[end..].find('\n').map_or(text.len(), |newline| end + newline + 1);
        // A byte order mark is no column.
        let before = text[first..start].trim_start_matches('\u{feff}');
        let mut lines = printable_lines(before).into_owned();
        let start_in_lines = lines.len();
        lines += &printable_lines(&text[start..end]);
        let end_in_lines = lines.len();
        lines += &printable_lines(&text[end..last]);
        Self { lines, range: start_in_lines..end_in_lines }
    }
}
