//! Places that an author marked as unfinished.
//!
//! Reads headings, paragraphs, list items, cells and front matter for the word `TODO` and reports
//! each place. Must not care what the rest of the text says.

use diag::{Diagnostic, Span, codes};
use page::{BlockKind, Page, Text};

/// Reports every `TODO` of a page, once per line of text.
pub(crate) fn report(page: &Page, diagnostics: &mut Vec<Diagnostic>) {
    for entry in page.front_matter.entries.values() {
        if marks(&entry.value) {
            diagnostics.push(diagnostic(entry.span));
        }
    }
    for section in &page.sections {
        diagnostics.extend(in_text(&section.title));
    }
    for block in &page.blocks {
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::ListItem(text) => {
                diagnostics.extend(in_text(text));
            }
            BlockKind::Table(table) => {
                let cells = table.header.iter().chain(table.rows.iter().flat_map(|row| &row.cells));
                diagnostics.extend(cells.filter_map(in_text));
            }
            _ => {}
        }
    }
}

/// The first unfinished run of a text.
fn in_text(text: &Text) -> Option<Diagnostic> {
    text.runs.iter().find(|run| !run.code && marks(&run.text)).map(|run| diagnostic(run.span))
}

/// The word in capitals; "to-do" and "todo lists" are something else.
pub(crate) fn marks(text: &str) -> bool {
    const MARK: &str = "TODO";
    text.contains(MARK)
        && text.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == MARK)
}

fn diagnostic(span: Span) -> Diagnostic {
    Diagnostic::new(codes::TODO, span, "this text is not finished")
        .help("replace the `TODO` before the page is published")
}
