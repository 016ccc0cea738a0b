//! Marks on permissions, and the footnotes that explain them.
//!
//! Reads the raised signs behind permissions (`A.Read*`) and the texts below a table that begin with such a sign or speak
//! of what is "marked with" it. One that says that all of them are needed makes one set of the marked permissions of a
//! cell; every other one is reported, because nothing else is done about it.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Span, codes};
use page::{Block, BlockKind, Page, Table, Text};

use super::cell;
use crate::english::{English, Says};
use crate::prose::Prose;

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
        english: &English,
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
            let note = below.find_map(|block| note(block, page, index, &mark, english));
            // A digit that nothing explains belongs to the name.
            if mark.bytes().all(|it| it.is_ascii_digit()) {
                if note.is_none() {
                    continue;
                }
                footnotes.raised.insert(mark.clone());
            }
            match note {
                Some(note) if english.says(Says::NeedsAll, &Prose::new(note, english).tokens) => {
                    footnotes.together.insert(mark);
                }
                note => diagnostics.push(not_understood(&mark, &name, note.is_some(), span)),
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
fn note<'a>(
    block: &'a Block,
    page: &Page,
    index: usize,
    mark: &str,
    english: &English,
) -> Option<&'a Text> {
    if block.section != page.blocks[index].section {
        return None;
    }
    let (text, listed) = match &block.kind {
        BlockKind::Paragraph(text) => (text, false),
        BlockKind::ListItem(text) => (text, true),
        _ => return None,
    };
    // An unescaped star begins a list.
    let begins = text.plain().trim().starts_with(mark) || listed && mark == "*";
    (begins || speaks_of(text, mark, english)).then_some(text)
}

/// "Permissions marked with * …"
fn speaks_of(text: &Text, mark: &str, english: &English) -> bool {
    let tokens = Prose::new(text, english).tokens;
    english.find_all(Says::MarkedWith, &tokens).into_iter().any(|lead| {
        let after: String = tokens[lead.end..].iter().map(|token| token.text).collect();
        after.starts_with(mark)
    })
}

fn not_understood(mark: &str, name: &str, is_explained: bool, span: Span) -> Diagnostic {
    let message = format!("the mark `{mark}` of `{name}` is not understood");
    Diagnostic::new(codes::PERMISSION_MARK, span, message).help(match is_explained {
        true => "the permission is read without its footnote",
        false => "no text below the table explains it; the permission is read without it",
    })
}
