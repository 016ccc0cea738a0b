//! Puts a page together: front matter, sections, tabs and blocks in order.
//!
//! Reads one [`SourceFile`], returns its [`Page`] and what was odd about it.

use std::collections::BTreeMap;
use std::ops::Range;

use diag::{Diagnostic, PageId, SourceFile, Span, Spanned, codes};
use pulldown_cmark::{Options, Parser};

use crate::inline::{Inline, normalise_label};
use crate::outline::Outline;
use crate::prose::{self, FoundKind};
use crate::scan::{Piece, PieceKind, scan};
use crate::{
    Block, BlockKind, Fence, Include, MAX_PAGE_BYTES, Page, Quote, Text, Zones, fence,
    front_matter, table, zones,
};

/// Reads one Markdown file that has no zones.
pub fn parse(id: PageId, file: &SourceFile) -> (Page, Vec<Diagnostic>) {
    parse_zones(id, file, &Zones::None)
}

/// Reads what one version has of a Markdown file.
pub fn parse_zones(id: PageId, file: &SourceFile, zones: &Zones) -> (Page, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let text = if file.text.len() > MAX_PAGE_BYTES {
        diagnostics.push(too_long(id));
        ""
    } else {
        file.text.as_str()
    };
    let (front_matter, body) = front_matter::read(id, text, &mut diagnostics);
    let text = zones::cut(id, text, body, zones, &mut diagnostics);
    let text = text.as_ref();
    let pieces = scan(id, text, body, &mut diagnostics);
    let definitions = definitions(text, &pieces);
    let inline = Inline { id, text, definitions: &definitions };
    let mut assembly = Assembly::new(&inline, body);
    for piece in pieces {
        assembly.piece(piece, &mut diagnostics);
    }
    let Outline { sections, .. } = assembly.outline;
    let blocks = assembly.blocks;
    let path = file.path.clone();
    diagnostics.extend(blocks.iter().filter_map(|block| lost_table(block, text)));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    let page = Page { id, path, front_matter, sections, blocks, link_definitions: definitions };
    (page, diagnostics)
}

fn too_long(id: PageId) -> Diagnostic {
    let message = format!("the page is longer than {} MiB", MAX_PAGE_BYTES >> 20);
    Diagnostic::new(codes::PAGE_SIZE, Span::new(id, 0, 0), message).help("it is not read")
}

/// The report for a paragraph of rows: a table whose delimiter row is missing or apart.
fn lost_table(block: &Block, text: &str) -> Option<Diagnostic> {
    let BlockKind::Paragraph(_) = block.kind else { return None };
    let lines = text.get(block.span.range())?.lines().map(str::trim_start);
    let rows = lines.clone().filter(|line| line.starts_with('|')).count();
    (rows >= 2 && rows == lines.count()).then(|| {
        Diagnostic::new(codes::TABLE_LOST, block.span, "these lines look like rows of a table")
            .help("a table begins with a header row and a delimiter row; they were read as text")
    })
}

/// All link definitions; they may stand after their use and between any two other blocks.
fn definitions(text: &str, pieces: &[Piece]) -> BTreeMap<String, String> {
    let mut definitions = BTreeMap::new();
    for piece in pieces.iter().filter(|piece| piece.kind == PieceKind::Prose) {
        let prose = &text[piece.range.clone()];
        if prose.contains("]:") {
            let parser = Parser::new_ext(prose, Options::empty());
            let mut found: Vec<_> = parser.reference_definitions().iter().collect();
            found.sort_by_key(|(_, definition)| definition.span.start);
            for (label, definition) in found {
                let target = definition.dest.to_string();
                definitions.entry(normalise_label(label)).or_insert(target);
            }
        }
    }
    definitions
}

struct Assembly<'i, 'a> {
    inline: &'i Inline<'a>,
    outline: Outline,
    blocks: Vec<Block>,
    tab: Option<String>,
}

impl<'i, 'a> Assembly<'i, 'a> {
    fn new(inline: &'i Inline<'a>, start: usize) -> Self {
        let root = Text::empty(inline.span(start..start));
        Self { inline, outline: Outline::new(root), blocks: Vec::new(), tab: None }
    }

    fn piece(&mut self, piece: Piece, diagnostics: &mut Vec<Diagnostic>) {
        let range = piece.range;
        let span = self.inline.span(range.clone());
        match piece.kind {
            PieceKind::Heading(level, title) => {
                self.tab = None;
                self.outline.open(level, self.inline.heading(title), span);
            }
            PieceKind::Tab(name) => self.tab = Some(name),
            PieceKind::TabEnd => self.tab = None,
            PieceKind::Fence(info, lines, closed) => {
                let lines = lines.into_iter().map(|line| self.spanned(line)).collect();
                let fence = Fence { info: fence::language(&info), lines, closed, span };
                self.push(BlockKind::Fence(fence), None, range);
            }
            PieceKind::Comment(inner) => {
                self.push(BlockKind::Comment(self.spanned(inner)), None, range);
            }
            PieceKind::Table(lines) => {
                let table = table::read(self.inline, &lines, span, diagnostics);
                self.push(BlockKind::Table(table), None, range);
            }
            PieceKind::Include(target) => {
                self.push(BlockKind::Include(Include { target, span }), None, range);
            }
            PieceKind::Prose => self.prose(range, diagnostics),
        }
    }

    fn prose(&mut self, range: Range<usize>, diagnostics: &mut Vec<Diagnostic>) {
        for found in prose::read(self.inline, range, diagnostics) {
            match found.kind {
                FoundKind::Block(kind) => self.push(kind, found.quote, found.range),
                FoundKind::Heading(level, title) => {
                    self.outline.open(level, title, self.inline.span(found.range));
                }
            }
        }
    }

    fn spanned(&self, range: Range<usize>) -> Spanned<String> {
        Spanned::new(self.inline.text[range.clone()].to_owned(), self.inline.span(range))
    }

    fn push(&mut self, kind: BlockKind, quote: Option<Quote>, range: Range<usize>) {
        let span = self.inline.span(range);
        let (section, tab) = (self.outline.current, self.tab.clone());
        self.blocks.push(Block { kind, section, tab, quote, span });
    }
}
