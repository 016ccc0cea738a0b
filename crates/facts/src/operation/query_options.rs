//! Which OData query options a page says it supports.
//!
//! Reads the sentences and tables of query parameter sections. Must not know which options a path
//! could support.

use diag::Span;
use page::{Block, BlockKind, Text};

use super::sentences::{Sentence, sentences};
use super::{Context, Role};
use crate::{Fact, Rule};

const RULE: Rule = "query-options";

/// Options in lower case with `$`, and a statement that there are none.
pub(super) struct QueryOptions {
    pub(super) supported: Vec<Fact<String>>,
    pub(super) none: Option<Fact<()>>,
}

/// What the query parameter sections of the page say.
pub(super) fn read(context: &mut Context<'_, '_>) -> QueryOptions {
    let mut found = Found::default();
    let blocks: Vec<_> = context
        .blocks()
        .filter(|(_, block)| context.role(block) == Role::QueryParameters)
        .collect();
    for (_, block) in blocks {
        match &block.kind {
            BlockKind::Table(table) => {
                table.rows.iter().for_each(|row| found.name_cell(&row.cells[0]));
            }
            _ => text(block).into_iter().for_each(|text| found.text(text, in_list(block))),
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

fn text(block: &Block) -> Option<&Text> {
    match &block.kind {
        BlockKind::Paragraph(text) | BlockKind::ListItem(text) => Some(text),
        _ => None,
    }
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

    fn text(&mut self, text: &Text, in_list: bool) {
        for (at, sentence) in sentences(text).iter().enumerate() {
            self.sentence(sentence, in_list && at == 0);
        }
    }

    fn sentence(&mut self, sentence: &Sentence, begins_item: bool) {
        let plain = sentence.plain();
        let lower = plain.to_lowercase();
        let denies = denies(&lower);
        if denies && speaks_of_all(&lower) {
            self.none = Some(Fact::new((), sentence.span, RULE));
        }
        if denies || !(offers(&lower) || begins_item) {
            return;
        }
        let bare = sentence.runs.iter().filter(|run| run.code && !run.text.contains('$'));
        let bare = bare.flat_map(|run| options(&format!("${}", run.text.trim())));
        for option in options(&plain).into_iter().chain(bare) {
            self.add(option, sentence.span);
        }
    }

    fn add(&mut self, option: String, span: Span) {
        if !self.supported.iter().any(|known| known.value == option) {
            self.supported.push(Fact::new(option, span, RULE));
        }
    }
}

/// "does not support", "is not supported", "There is no support for".
fn denies(lower: &str) -> bool {
    [
        "not support",
        "n't support",
        "no support",
        "not currently support",
        "none of",
        "not available",
    ]
    .iter()
    .any(|phrase| lower.contains(phrase))
        || lower.contains("not** support")
}

fn speaks_of_all(lower: &str) -> bool {
    lower.contains("query parameter")
}

fn offers(lower: &str) -> bool {
    [
        "support",
        "you can use",
        "use `$",
        "use $",
        "use the",
        "can be used",
        "requires the",
        "can use",
    ]
    .iter()
    .any(|phrase| lower.contains(phrase))
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
