//! Replaces include directives with what they include.
//!
//! Reads a page and the library of all pages, returns the page with the included blocks in place; their
//! spans stay in their own file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use diag::{Diagnostic, codes};

use crate::allowance::{Allowance, MAX_DEPTH, MAX_INCLUDES};
use crate::inline::is_include;
use crate::outline::Outline;
use crate::size::{Size, directives};
use crate::target::resolve;
use crate::{Block, BlockKind, Library, Page, Quote, Row, Run, SectionId, Table, Text};

/// Splices the included blocks in, as much as a page may include that is alone. One that includes nothing
/// is returned as it is.
pub fn expand<'p>(page: &'p Page, library: &Library) -> (Cow<'p, Page>, Vec<Diagnostic>) {
    expand_within(page, library, Allowance::default())
}

/// As [`expand`], for a page that may include `allowance`.
pub fn expand_within<'p>(
    page: &'p Page,
    library: &Library,
    allowance: Allowance,
) -> (Cow<'p, Page>, Vec<Diagnostic>) {
    if page.blocks.iter().all(|block| directives(block).is_empty()) {
        return (Cow::Borrowed(page), Vec::new());
    }
    let mut expansion = Expansion {
        library,
        outline: Outline::new(page.sections[0].title.clone()),
        blocks: Vec::with_capacity(page.blocks.len()),
        definitions: page.link_definitions.clone(),
        stack: vec![page.path.clone()],
        files: MAX_INCLUDES,
        left: allowance.0,
        limited: false,
        diagnostics: Vec::new(),
    };
    expansion.page(page, &Around::default());
    let expanded = Page {
        id: page.id,
        path: page.path.clone(),
        front_matter: page.front_matter.clone(),
        sections: expansion.outline.sections,
        blocks: expansion.blocks,
        link_definitions: expansion.definitions,
    };
    (Cow::Owned(expanded), expansion.diagnostics)
}

/// What stands around an include directive.
#[derive(Clone, Debug, Default)]
struct Around {
    tab: Option<String>,
    quote: Option<Quote>,
}

struct Expansion<'l> {
    library: &'l Library,
    outline: Outline,
    blocks: Vec<Block>,
    definitions: BTreeMap<String, String>,
    /// Paths of the pages that are being expanded, outermost first.
    stack: Vec<String>,
    /// How many pages may still be included.
    files: usize,
    /// How much may still be included.
    left: Size,
    /// One of the limits was passed; that is said once.
    limited: bool,
    diagnostics: Vec<Diagnostic>,
}

impl<'l> Expansion<'l> {
    /// Adds all sections and blocks of a page.
    fn page(&mut self, page: &Page, around: &Around) {
        let mut opened = 0;
        for block in &page.blocks {
            self.open_sections(page, &mut opened, block.section);
            self.block(page, block, around);
        }
        self.open_sections(page, &mut opened, SectionId(page.sections.len() - 1));
    }

    /// Opens the sections of `page` after `opened` up to `section`.
    fn open_sections(&mut self, page: &Page, opened: &mut usize, section: SectionId) {
        while *opened < section.0 {
            *opened += 1;
            let section = &page.sections[*opened];
            self.outline.open(section.level, section.title.clone(), section.span);
        }
    }

    fn block(&mut self, page: &Page, block: &Block, around: &Around) {
        let around = Around {
            tab: block.tab.clone().or_else(|| around.tab.clone()),
            quote: block.quote.clone().or_else(|| around.quote.clone()),
        };
        if let BlockKind::Include(include) = &block.kind
            && let Some(target) =
                self.find(page, &include.target, include.span, around.tab.as_deref())
        {
            self.stack.push(target.path.clone());
            for (label, destination) in &target.link_definitions {
                self.definitions.entry(label.clone()).or_insert_with(|| destination.clone());
            }
            self.page(target, &around);
            self.stack.pop();
            return;
        }
        let kind = self.kind(page, &block.kind);
        let (section, Around { tab, quote }) = (self.outline.current, around);
        self.blocks.push(Block { kind, section, tab, quote, span: block.span });
    }

    fn kind(&mut self, page: &Page, kind: &BlockKind) -> BlockKind {
        match kind {
            BlockKind::Paragraph(text) => BlockKind::Paragraph(self.text(page, text)),
            BlockKind::ListItem(text) => BlockKind::ListItem(self.text(page, text)),
            BlockKind::Table(table) => BlockKind::Table(self.table(page, table)),
            other => other.clone(),
        }
    }

    fn table(&mut self, page: &Page, table: &Table) -> Table {
        let header = table.header.iter().map(|cell| self.text(page, cell)).collect();
        let rows = table
            .rows
            .iter()
            .map(|row| {
                let cells = row.cells.iter().map(|cell| self.text(page, cell)).collect();
                Row { cells, label: row.label, span: row.span }
            })
            .collect();
        Table { header, rows, span: table.span }
    }

    /// Replaces the directives in the midst of a text.
    fn text(&mut self, page: &Page, text: &Text) -> Text {
        if !text.runs.iter().any(is_include) {
            return text.clone();
        }
        let mut runs = Vec::with_capacity(text.runs.len());
        for run in &text.runs {
            match &run.link {
                Some(target) if is_include(run) => {
                    if let Some(included) = self.find(page, target, run.span, None) {
                        runs.extend(self.first_paragraph(included, run));
                    }
                }
                _ => runs.push(run.clone()),
            }
        }
        Text { runs, span: text.span }
    }

    /// The runs of a page's first paragraph, in the look of the directive.
    fn first_paragraph(&mut self, page: &Page, directive: &Run) -> Vec<Run> {
        let first = page.blocks.iter().find_map(|block| match &block.kind {
            BlockKind::Paragraph(text) | BlockKind::ListItem(text) => Some(text),
            _ => None,
        });
        let Some(first) = first else { return Vec::new() };
        self.stack.push(page.path.clone());
        let mut runs = self.text(page, first).runs;
        self.stack.pop();
        for run in &mut runs {
            run.strong |= directive.strong;
            run.emphasis |= directive.emphasis;
        }
        runs
    }

    /// The page that an include on `page` names; reports when there is none.
    fn find(
        &mut self,
        page: &Page,
        target: &str,
        span: diag::Span,
        tab: Option<&str>,
    ) -> Option<&'l Page> {
        let mut report = |code, message: String| {
            let help = "nothing was included here";
            self.diagnostics.push(Diagnostic::new(code, span, message).help(help));
        };
        let Some(path) = resolve(&page.path, target) else {
            report(codes::INCLUDE_OUTSIDE, format!("`{target}` leads out of the documentation"));
            return None;
        };
        let Some(found) = self.library.get(&path) else {
            if !is_left_out(&path, tab) {
                report(codes::MISSING_INCLUDE, format!("there is no file `{path}` to include"));
            }
            return None;
        };
        if self.stack.contains(&found.path) {
            report(codes::INCLUDE_CYCLE, format!("`{}` includes itself", found.path));
            return None;
        }
        self.admit(&path, found, span)
    }

    /// The page, if the limits leave room for it; that they no longer do is reported once.
    fn admit(&mut self, path: &str, found: &'l Page, span: diag::Span) -> Option<&'l Page> {
        if self.limited {
            return None;
        }
        let left = self.left.minus(self.library.size(found));
        let limit = match left {
            _ if self.files == 0 => format!("this page includes more than {MAX_INCLUDES} files"),
            _ if self.stack.len() > MAX_DEPTH => {
                format!("these includes are nested more than {MAX_DEPTH} deep")
            }
            None => format!("with `{path}` this page, or the run, includes more than is allowed"),
            Some(left) => {
                self.files -= 1;
                self.left = left;
                return Some(found);
            }
        };
        let help = "neither this nor any later file was included on the page";
        self.diagnostics.push(Diagnostic::new(codes::INCLUDE_LIMIT, span, limit).help(help));
        self.limited = true;
        None
    }
}

/// Snippets of SDK code are not part of the reference: documentation sets ship without them.
fn is_left_out(path: &str, tab: Option<&str>) -> bool {
    tab.is_some_and(|tab| !tab.eq_ignore_ascii_case("http")) || path.contains("/snippets/")
}
