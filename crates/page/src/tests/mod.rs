//! Fragments of pages and what is read from them.

mod comments;
mod expansion;
mod fences;
mod front_matter;
mod inlines;
mod properties;
mod sections;
mod split;
mod tables;
mod whole_page;
mod zones;

use diag::{Diagnostic, PageId, SourceFile, Sources, Span, render};

use crate::{BlockKind, Page, Text, parse};

/// Sections and blocks of a fragment, one a line, and its diagnostics in short.
fn page(markdown: &str) -> String {
    let (page, diagnostics) = read(markdown);
    check_spans(&page, &diagnostics, markdown);
    let mut shown = show(&page);
    for diagnostic in diagnostics {
        let place = &markdown[diagnostic.span.range()];
        let first = place.lines().next().unwrap_or_default();
        shown += &format!("! {} at {first:?}\n", diagnostic.code);
    }
    shown
}

/// The diagnostics of a fragment as they are printed.
fn diagnostics(markdown: &str) -> String {
    let mut sources = Sources::default();
    let file = source(markdown);
    let id = sources.add(file.clone());
    let (_, diagnostics) = parse(id, &file);
    let printed: Vec<_> = diagnostics.iter().map(|found| render(found, &sources)).collect();
    printed.join("\n\n")
}

fn source(markdown: &str) -> SourceFile {
    SourceFile { path: "api/page.md".to_owned(), text: markdown.to_owned() }
}

fn read(markdown: &str) -> (Page, Vec<Diagnostic>) {
    parse(PageId(0), &source(markdown))
}

/// A page as text: blocks indented under their headings, runs with their marks.
fn show(page: &Page) -> String {
    let mut shown = String::new();
    for (key, value) in &page.front_matter.entries {
        shown += &format!("{key}: {}\n", value.value);
    }
    let mut opened = 0;
    let headings_up_to = |opened: &mut usize, to: usize, shown: &mut String| {
        while *opened < to {
            *opened += 1;
            let section = &page.sections[*opened];
            let parent = section.parent.map_or(0, |parent| parent.0);
            let marks = "#".repeat(usize::from(section.level));
            *shown += &format!("{marks} {} (in {parent})\n", runs(&section.title));
        }
    };
    for block in &page.blocks {
        headings_up_to(&mut opened, block.section.0, &mut shown);
        if let Some(tab) = &block.tab {
            shown += &format!("<{tab}> ");
        }
        if let Some(quote) = &block.quote {
            shown += &format!("{quote:?} ");
        }
        shown += &kind(&block.kind);
        shown.push('\n');
    }
    headings_up_to(&mut opened, page.sections.len() - 1, &mut shown);
    for (label, target) in &page.link_definitions {
        shown += &format!("[{label}]: {target}\n");
    }
    shown
}

fn kind(kind: &BlockKind) -> String {
    match kind {
        BlockKind::Paragraph(text) => format!("paragraph {}", runs(text)),
        BlockKind::ListItem(text) => format!("item {}", runs(text)),
        BlockKind::Comment(comment) => format!("comment {:?}", comment.value),
        BlockKind::Include(include) => format!("include {}", include.target),
        BlockKind::Html(html) => format!("html {:?}", html.value),
        BlockKind::Fence(fence) => {
            let open = if fence.closed { "" } else { " (open)" };
            let lines = fence.lines.iter().map(|line| format!("\n    {}", line.value));
            format!("fence {:?}{open}{}", fence.info, lines.collect::<String>())
        }
        BlockKind::Table(table) => {
            let row = |cells: &[Text]| cells.iter().map(runs).collect::<Vec<_>>().join(" | ");
            let mut shown = format!("table {}", row(&table.header));
            for body in &table.rows {
                let label = if body.label { "(label) " } else { "" };
                shown += &format!("\n    {label}{}", row(&body.cells));
            }
            shown
        }
    }
}

/// Runs with their marks; a line break shows as `⏎`.
fn runs(text: &Text) -> String {
    let show = |run: &crate::Run| {
        let mut shown = run.text.replace('\n', "⏎");
        for (set, mark) in [(run.code, "`"), (run.emphasis, "_"), (run.strong, "**")] {
            if set {
                shown = format!("{mark}{shown}{mark}");
            }
        }
        match &run.link {
            Some(target) => format!("[{shown}]({target})"),
            None => shown,
        }
    };
    text.runs.iter().map(show).collect()
}

/// Every span lies in the text, on character boundaries, and what is kept verbatim stands there.
fn check_spans(page: &Page, diagnostics: &[Diagnostic], source: &str) {
    let check = |span: Span| {
        assert!(source.get(span.range()).is_some(), "{span:?} is no range of {source:?}");
    };
    let check_text = |text: &Text| {
        check(text.span);
        text.runs.iter().for_each(|run| check(run.span));
    };
    diagnostics.iter().for_each(|diagnostic| check(diagnostic.span));
    page.front_matter.entries.values().for_each(|entry| check(entry.span));
    for section in &page.sections {
        check(section.span);
        check_text(&section.title);
    }
    for block in &page.blocks {
        check(block.span);
        assert!(block.section.0 < page.sections.len());
        match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::ListItem(text) => check_text(text),
            BlockKind::Comment(verbatim) | BlockKind::Html(verbatim) => {
                assert_eq!(source.get(verbatim.span.range()), Some(verbatim.value.as_str()));
            }
            BlockKind::Include(include) => check(include.span),
            BlockKind::Fence(fence) => {
                for line in &fence.lines {
                    assert_eq!(source.get(line.span.range()), Some(line.value.as_str()));
                }
            }
            BlockKind::Table(table) => {
                table.header.iter().for_each(check_text);
                for row in &table.rows {
                    check(row.span);
                    assert_eq!(row.cells.len(), table.header.len());
                    row.cells.iter().for_each(check_text);
                }
            }
        }
    }
}
