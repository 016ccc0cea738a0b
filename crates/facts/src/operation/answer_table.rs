//! Tables that list the members of what comes back.
//!
//! They tell of the type that the page names for its answer; where it names none, of one that path or page suggest a name
//! for. What a page links to has a page of its own that lists its properties; there, and where an example shows other
//! members, the table explains something else.

use std::collections::BTreeSet;

use diag::Span;
use page::{Block, BlockKind, Page, Table};

use super::{Context, answer_name, blocks, response};
use crate::coverage::Ledger;
use crate::properties::{self, Layout};
use crate::{
    Column, Fact, Method, PropertyFacts, RequestLine, ResponseFacts, Role, Rule, TableRole,
    TypeFacts, title,
};

const RULE: Rule = "answer-table";
/// Names the types that such tables describe, where the page does not.
pub const UNNAMED_ANSWER: Rule = "unnamed-answer";

/// The type that tables of the page describe, if what it returns has no page of its own.
pub(super) fn read(
    context: &mut Context<'_, '_>,
    requests: &[Fact<RequestLine>],
    response: &ResponseFacts,
) -> Option<TypeFacts> {
    let named = named(context, response)?;
    let mut properties = Vec::new();
    let mut at = None;
    for (index, block, table) in context.tables().collect::<Vec<_>>() {
        let lists = lists_answer(context, block, requests)
            && !response::answers_another(context, requests, index);
        let Some(layout) = layout(context, table).filter(|_| lists) else { continue };
        let mut reports = Vec::new();
        let rows = properties::rows(&of_items(table), &layout, context.ledger.origin, &mut reports);
        if rows.is_empty() || !are_shown(&rows, response) {
            continue;
        }
        context.ledger.read(block.span, RULE);
        context.diagnostics.append(&mut reports);
        at = at.or(Some(table.header.first()?.span));
        let of_type = |row| PropertyFacts { role: TableRole::Properties, ..row };
        properties.extend(rows.into_iter().map(of_type));
    }
    let at = at?;
    let name = match named {
        Some(name) => Fact::new(name, at, RULE),
        None => {
            // A table with the array among its rows tells of what is around the items.
            let is_around = properties.iter().any(|row| row.name.value == "value");
            let plurals = context.dialect.plurals();
            let item = answer_name::of_item(requests, response, plurals).filter(|_| !is_around);
            let name = item.unwrap_or_else(|| answer_name::of_page(&context.page.path));
            Fact::new(name, at, UNNAMED_ANSWER)
        }
    };
    Some(TypeFacts {
        names: vec![name],
        summary: None,
        bases: Vec::new(),
        derived: Vec::new(),
        is_abstract: Vec::new(),
        is_open: Vec::new(),
        keys: Vec::new(),
        properties,
        json: Vec::new(),
    })
}

/// The name that the page has for what it returns, if it has one; `None` if that has a page of its own, or if there are
/// several.
fn named(context: &Context<'_, '_>, response: &ResponseFacts) -> Option<Option<String>> {
    let mentions = response.statements.iter().flat_map(|it| &it.value.mentions);
    let shown = response.annotations.iter().filter_map(|it| it.value.odata_type.as_deref());
    let mut names = Vec::new();
    for mention in mentions {
        if mention.link.is_some() {
            return None;
        }
        names.push(mention.name.as_str());
    }
    names.extend(shown);
    let is_type =
        |name: &&str| !context.ledger.origin.grammar().primitives.has(title::simple(name));
    names.retain(is_type);
    names.dedup_by(|one, other| title::simple(one).eq_ignore_ascii_case(title::simple(other)));
    match names.as_slice() {
        [] => Some(None),
        [name] => Some(Some((*name).to_owned())),
        _ => None,
    }
}

/// Whether a table stands where a page tells of its answer: in that section, below "Properties" where nothing is sent, or
/// where it is announced.
fn lists_answer(context: &Context<'_, '_>, block: &Block, requests: &[Fact<RequestLine>]) -> bool {
    let reads = || requests.iter().all(|it| it.value.method == Method::Get);
    let stands = match context.role(block) {
        Role::Response => true,
        Role::Properties => !requests.is_empty() && reads(),
        _ => context.of_answers.contains(&block.span),
    };
    stands && context.ledger.is_open(block.span)
}

/// The tables behind a sentence that says what a success returns, or behind "Response:".
pub(super) fn announced(page: &Page, ledger: &Ledger<'_>) -> BTreeSet<Span> {
    let is_announced = |(index, block): &(usize, &Block)| {
        matches!(block.kind, BlockKind::Table(_))
            && (ledger.label(block.span) == Some(Role::Response)
                || follows_success(page, ledger, *index, block))
    };
    blocks(page).filter(is_announced).map(|(_, block)| block.span).collect()
}

fn follows_success(page: &Page, ledger: &Ledger<'_>, index: usize, block: &Block) -> bool {
    let before = index.checked_sub(1).map(|at| (at, &page.blocks[at]));
    let Some((at, before)) = before.filter(|(_, it)| it.section == block.section) else {
        return false;
    };
    let is_text = matches!(before.kind, BlockKind::Paragraph(_)) && before.quote.is_none();
    let prose = ledger.prose(at).filter(|_| is_text);
    let says = |prose| {
        let stated = response::in_prose(prose, ledger.origin);
        stated.iter().any(|it| it.value.statuses.iter().any(|code| (200..300).contains(code)))
    };
    prose.is_some_and(says)
}

/// A table of names with their types; others explain values, headers or errors.
fn layout(context: &Context<'_, '_>, table: &Table) -> Option<Layout> {
    let columns = context.ledger.columns(table);
    let is_typed =
        columns.contains(&Some(Column::Type)) && !columns.contains(&Some(Column::Member));
    properties::parameter_layout(&columns).filter(|_| is_typed)
}

/// The table with `[].id` written `id`: what each element of an array has.
fn of_items(table: &Table) -> Table {
    let mut table = table.clone();
    for cell in table.rows.iter_mut().filter_map(|row| row.cells.first_mut()) {
        if let Some(run) = cell.runs.iter_mut().find(|run| !run.text.trim().is_empty())
            && let Some(rest) = run.text.trim_start().strip_prefix("[].")
        {
            run.text = rest.to_owned();
        }
    }
    table
}

/// Whether an object that the page shows, if it shows one, has at least half of its members in the table.
fn are_shown(rows: &[PropertyFacts], response: &ResponseFacts) -> bool {
    let is_row = |key: &String| rows.iter().any(|row| row.name.value.eq_ignore_ascii_case(key));
    let bodies = response.annotations.iter().filter_map(|it| it.value.body.as_ref());
    let mut objects = bodies.filter(|it| !it.value_array && !it.keys.is_empty()).peekable();
    objects.peek().is_none()
        || objects.any(|it| it.keys.iter().filter(|key| is_row(key)).count() * 2 >= it.keys.len())
}
