//! Marks on permissions, and the footnotes that explain them.
//!
//! Reads the raised signs behind permissions (`A.Read*`) and the texts below a table that begin with such a sign or speak
//! of what is "marked with" it. One that says that all of them are needed makes one set of the marked permissions of a
//! cell; every other one is reported, because nothing else is done about it.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Span, codes};
use page::{Block, BlockKind, Page, Table};

use super::cell;

/// What stands below a table about the marks in it.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// Marks of permissions that are needed together.
    together: BTreeSet<String>,
    /// Digits that are marks.
    raised: BTreeSet<String>,
}

impl Footnotes {
    /// Reads the footnotes of the table at `index`; reports marks that are not understood.
    pub(super) fn read(
        page: &Page,
        index: usize,
        table: &Table,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut marks: BTreeMap<String, (String, Span)> = BTreeMap::new();
        for cell in table.rows.iter().flat_map(|row| row.cells.iter().skip(1)) {
            for (name, mark) in cell::marked(&cell::text(cell)) {
                marks.entry(mark).or_insert((name, cell.span));
            }
        }
        let mut footnotes = Self::default();
        for (mark, (name, span)) in marks {
            let below = page.blocks[index + 1..].iter();
            let mut below = below.take_while(|block| !matches!(block.kind, BlockKind::Table(_)));
            let note = below.find_map(|block| note(block, page, index, &mark));
            // A digit that nothing explains belongs to the name.
            if mark.bytes().all(|it| it.is_ascii_digit()) {
                if note.is_none() {
                    continue;
                }
                footnotes.raised.insert(mark.clone());
            }
            match note {
                Some(text) if needs_all(&text) => {
                    footnotes.together.insert(mark);
                }
                note => diagnostics.push(not_understood(&mark, &name, note.as_deref(), span)),
            }
        }
        footnotes
    }

    /// Takes the marks off the permissions of a cell, and makes one set of those that are needed together.
    pub(super) fn join(&self, text: &str, alternatives: &mut Vec<Vec<String>>) {
        for name in alternatives.iter_mut().flatten() {
            let mark = self.raised.iter().find(|mark| name.ends_with(mark.as_str()));
            mark.into_iter().for_each(|mark| name.truncate(name.len() - mark.len()));
        }
        for mark in &self.together {
            let marked = cell::marked(text).into_iter().filter(|(_, own)| own == mark);
            let names: Vec<String> = marked.map(|(name, _)| name).collect();
            let is_one = |set: &Vec<String>| matches!(&set[..], [only] if names.contains(only));
            let Some(first) = alternatives.iter().position(is_one).filter(|_| names.len() > 1)
            else {
                continue;
            };
            alternatives.retain(|set| !is_one(set));
            alternatives.insert(first.min(alternatives.len()), names);
        }
    }
}

/// The text of a block in the section of the table at `index` that explains the mark.
fn note(block: &Block, page: &Page, index: usize, mark: &str) -> Option<String> {
    if block.section != page.blocks[index].section {
        return None;
    }
    let (text, listed) = match &block.kind {
        BlockKind::Paragraph(text) => (text.plain(), false),
        BlockKind::ListItem(text) => (text.plain(), true),
        _ => return None,
    };
    let text = text.trim();
    // An unescaped star begins a list.
    let begins = text.starts_with(mark) || listed && mark == "*";
    (begins || text.contains(&format!("marked with {mark}"))).then(|| text.to_owned())
}

/// "You need both permissions."
fn needs_all(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    has(&["both", "all", "together"])
        && has(&["need", "needed", "needs", "require", "required", "requires", "must"])
        && has(&["permission", "permissions", "scope", "scopes", "both", "together"])
}

fn not_understood(mark: &str, name: &str, note: Option<&str>, span: Span) -> Diagnostic {
    let message = format!("the mark `{mark}` of `{name}` is not understood");
    Diagnostic::new(codes::PERMISSION_MARK, span, message).help(match note {
        Some(_) => "the permission is read without its footnote",
        None => "no text below the table explains it; the permission is read without it",
    })
}
