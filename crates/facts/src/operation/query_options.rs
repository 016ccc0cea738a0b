//! Which OData query options a page says it supports.
//!
//! Reads the sentences of query parameter sections, and tables of parameters. Must not know which options a path
//! could support.

use std::collections::BTreeSet;

use diag::Span;
use page::{Block, BlockKind, Text};

use super::{Context, Role};
use crate::english::{Class, English, Says};
use crate::prose::Prose;
use crate::token::{Kind, Token};
use crate::{Fact, Rule};

const RULE: Rule = "query-options";

/// Options in lower case with `$`, and a statement that there are none.
pub(super) struct QueryOptions {
    pub(super) supported: Vec<Fact<String>>,
    pub(super) none: Option<Fact<()>>,
}

/// What the query parameter sections of the page say, and its tables of parameters.
pub(super) fn read(context: &Context<'_, '_>, of_parameters: &BTreeSet<Span>) -> QueryOptions {
    let mut found = Found::default();
    for (index, block) in context.blocks() {
        if let BlockKind::Table(table) = &block.kind {
            let rows = table.rows.iter().filter(|_| of_parameters.contains(&block.span));
            rows.for_each(|row| found.name_cell(&row.cells[0]));
        } else if let Some(prose) = context.ledger.prose(index)
            && context.role(block) == Role::QueryParameters
        {
            found.text(prose, in_list(block));
        }
    }
    QueryOptions {
        none: found.none.filter(|_| found.supported.is_empty()),
        supported: found.supported,
    }
}

fn in_list(block: &Block) -> bool {
    matches!(block.kind, BlockKind::ListItem(_))
}

#[derive(Default)]
struct Found {
    supported: Vec<Fact<String>>,
    none: Option<Fact<()>>,
}

impl Found {
    fn name_cell(&mut self, cell: &Text) {
        if let [option] = options(&cell.plain()).as_slice() {
            self.add(option.clone(), cell.span);
        }
    }

    fn text(&mut self, prose: &Prose<'_>, in_list: bool) {
        for (at, range) in prose.ranges().iter().enumerate() {
            let sentence = &prose.tokens[range.clone()];
            self.sentence(prose.english, sentence, in_list && at == 0, prose.span(range));
        }
    }

    fn sentence(
        &mut self,
        english: &English,
        sentence: &[Token<'_>],
        begins_item: bool,
        span: Span,
    ) {
        let names_some = sentence.iter().any(|token| !options(token.text).is_empty())
            && !english.says(Says::ForExample, sentence);
        if !names_some && english.says(Says::NoQueryOptions, sentence) {
            self.none = Some(Fact::new((), span, RULE));
        }
        // What one clause offers, the next may deny: "supports `$top`, but not `$skip`".
        let mut offers = begins_item;
        for clause in sentence.split(|token| english.is(token.word, Class::Contrast)) {
            let denies = english.says(Says::DeniesOptions, clause);
            offers = !denies && (offers || english.says(Says::OffersOptions, clause));
            let named = clause.iter().filter(|_| offers).flat_map(named);
            named.for_each(|option| self.add(option, span));
        }
    }

    fn add(&mut self, option: String, span: Span) {
        if !self.supported.iter().any(|known| known.value == option) {
            self.supported.push(Fact::new(option, span, RULE));
        }
    }
}

/// The options that a word names; as code, also without `$`.
fn named(token: &Token<'_>) -> Vec<String> {
    match token.kind {
        Kind::Code if !token.text.contains('$') => options(&format!("${}", token.text)),
        _ => options(token.text),
    }
}

/// The options that a text names, each once.
pub(super) fn options(text: &str) -> Vec<String> {
    const NAMES: [&str; 12] = [
        "$select",
        "$filter",
        "$orderby",
        "$expand",
        "$top",
        "$skip",
        "$skiptoken",
        "$count",
        "$search",
        "$format",
        "$apply",
        "$deltatoken",
    ];
    let mut options: Vec<String> = Vec::new();
    for word in text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '$')) {
        let lower = word.to_ascii_lowercase();
        if NAMES.contains(&lower.as_str()) && !options.contains(&lower) {
            options.push(lower);
        }
    }
    options
}
