//! Printing diagnostics with carets under the Markdown.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::source::floor_char_boundary;
use crate::{Diagnostic, Severity, Sources};

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
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code);
    let mut group = Group::with_title(title);
    if let Some(file) = sources.get(diagnostic.span.page) {
        let start = floor_char_boundary(&file.text, diagnostic.span.start as usize);
        let end = floor_char_boundary(&file.text, diagnostic.span.end as usize).max(start);
        let annotation =
            AnnotationKind::Primary.span(start..end).label(diagnostic.label.as_deref());
        let snippet = Snippet::source(&file.text).path(&file.path).annotation(annotation);
        group = group.element(snippet);
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help));
    }
    renderer.render(&[group])
}
