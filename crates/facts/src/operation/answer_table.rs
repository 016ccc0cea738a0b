//! Tables that list the members of what comes back.
//!
//! They tell of the type that the page names for its answer; where it names none, of one that path or page suggest a name
//! for. What a page links to has a page of its own that lists its properties; there, and where an example shows other
//! members, the table explains something else.

use std::collections::BTreeSet;

use diag::Span;
use page::{Block, BlockKind, Page, Table};

use super::{Context, answer_name, blocks, parameters, response};
use crate::coverage::Ledger;
use crate::english::Says;
use crate::properties::{self, Layout};
use crate::prose::{Prose, Token};
use crate::{
    Column, Fact, Method, PropertyFacts, RequestLine, ResponseFacts, ResponseStatement, Role, Rule,
    Segment, TableRole, TypeFacts, title,
};

/// Names the types that such tables describe, where the page does.
pub const RULE: Rule = "answer-table";
/// Names them where it does not: after the set that the items are in, then after the page.
pub const UNNAMED_ANSWER: Rule = "unnamed-answer";

/// The type that a table of the page describes, if what it returns has no page of its own. Of several tables the first
/// counts: the others tell of parts.
pub(super) fn read(
    context: &mut Context<'_, '_>,
    requests: &[Fact<RequestLine>],
    response: &ResponseFacts,
) -> Option<TypeFacts> {
    if returns_no_object(requests, response) {
        return None;
    }
    let named = named(context, response)?;
    let others = response::others(context, requests);
    let tables: Vec<_> = context.tables().collect();
    let (block, properties, at) = tables.into_iter().find_map(|(index, block, table)| {
        let lists = lists_answer(context, block, requests)
            && !tells_of_something_else(context, index, block)
            && !response::answers_another(&others, index);
        let layout = layout(context, table).filter(|_| lists)?;
        let mut reports = Vec::new();
        let rows = properties::rows(&of_items(table), &layout, context.ledger.origin, &mut reports);
        // A sentence may end right before a table of something else.
        let is_told = context.role(block) == Role::Response;
        let are_of_answer = is_told || !are_sent(&rows, requests);
        if rows.is_empty() || !are_shown(&rows, response) || !are_of_answer {
            return None;
        }
        context.diagnostics.append(&mut reports);
        let of_type = |row| PropertyFacts { role: TableRole::Properties, ..row };
        let rows: Vec<_> = rows.into_iter().map(of_type).collect();
        Some((block, rows, table.header.first()?.span))
    })?;
    context.ledger.read(block.span, RULE);
    let names = match named {
        Some(name) => vec![Fact::new(name, at, RULE)],
        None => {
            // A table with the array among its rows tells of what is around the items.
            let is_around = properties.iter().any(|row| row.name.value == "value");
            let plurals = context.dialect.plurals();
            let primitives = &context.ledger.origin.grammar().primitives;
            let item = answer_name::of_item(requests, response, plurals);
            let item = item.filter(|name| !is_around && !primitives.has(name));
            let of_page = answer_name::of_page(&context.page.path);
            let unnamed = |name| Fact::new(name, at, UNNAMED_ANSWER);
            item.into_iter().chain([of_page]).map(unnamed).collect()
        }
    };
    Some(TypeFacts { properties, ..TypeFacts::named(names) })
}

/// Whether an answer has no members: to what deletes, counts or adds a reference, of bytes, or of nothing.
fn returns_no_object(requests: &[Fact<RequestLine>], response: &ResponseFacts) -> bool {
    let is_plain = |line: &RequestLine| {
        let last = line.segments.last();
        line.method == Method::Delete
            || matches!(last, Some(Segment::Literal(name)) if name.starts_with('$'))
    };
    let says_none = |it: &ResponseStatement| {
        it.no_content || it.stream || it.statuses.iter().all(|code| matches!(code, 204 | 205 | 302))
    };
    let said = &response.statements;
    requests.iter().any(|line| is_plain(&line.value))
        || !said.is_empty()
            && said.iter().all(|it| !it.value.statuses.is_empty() && says_none(&it.value))
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
    stands && block.quote.is_none() && context.ledger.is_open(block.span)
}

/// Whether the heading above a table, or the words right before it, speak of errors, headers or what is sent.
fn tells_of_something_else(context: &Context<'_, '_>, index: usize, block: &Block) -> bool {
    let (origin, page) = (context.ledger.origin, context.page);
    let before = index.checked_sub(1).filter(|at| page.blocks[*at].section == block.section);
    let prose = before.and_then(|at| context.ledger.prose(at));
    let heading = Prose::new(&page.section(block.section).title, origin.english());
    let is_success = |token: &Token<'_>| token.statuses().any(|code| code < 300);
    let says = |sentence: &[Token<'_>]| {
        origin.english().says(Says::BesideAnswer, sentence) && !sentence.iter().any(is_success)
    };
    heading.sentences().any(says) || prose.is_some_and(|it| it.sentences().last().is_some_and(says))
}

/// Whether all rows are parameters of the request.
fn are_sent(rows: &[PropertyFacts], requests: &[Fact<RequestLine>]) -> bool {
    rows.iter().all(|row| parameters::is_of_request(requests, &row.name.value))
}

/// The tables behind a sentence that says what a success returns.
pub(super) fn announced(page: &Page, ledger: &Ledger<'_>) -> BTreeSet<Span> {
    let is_announced = |(index, block): &(usize, &Block)| {
        matches!(block.kind, BlockKind::Table(_)) && follows_success(page, ledger, *index, block)
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
    let first = |row: &PropertyFacts| row.name.value.split(['.', '[']).next().map(str::to_owned);
    let names: BTreeSet<_> =
        rows.iter().filter_map(first).map(|it| it.to_ascii_lowercase()).collect();
    let is_row = |key: &String| names.contains(&key.to_ascii_lowercase());
    let is_success = |status: Option<u16>| status.is_none_or(|it| it < 300);
    let shown = response.annotations.iter().filter(|it| is_success(it.value.status));
    let bodies = shown.filter_map(|it| it.value.body.as_ref());
    let mut objects = bodies.filter(|it| !it.value_array && !it.keys.is_empty()).peekable();
    objects.peek().is_none()
        || objects.any(|it| it.keys.iter().filter(|key| is_row(key)).count() * 2 >= it.keys.len())
}
