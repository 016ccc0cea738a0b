//! Enumerations with a list of members: enum pages, "color values" sections, and lists with bullets.

use diag::{Diagnostic, Span, codes};
use page::{BlockKind, Page, Run, Table, Text};

use crate::coverage::Ledger;
use crate::english::{Class, English};
use crate::type_grammar::{TypeGrammar, TypeWord};
use crate::{Column, Role};
use crate::{Fact, MemberFacts, Rule, unnamed, words};

#[cfg(test)]
mod tests;

pub(crate) const RULE: Rule = "enum-members";

/// Whether a table lists enumeration members.
pub(crate) fn lists_members(columns: &[Option<Column>], section: Role, is_enum_page: bool) -> bool {
    let typed = columns.iter().skip(1).any(|column| *column == Some(Column::Type));
    let fits = match columns.first() {
        Some(Some(Column::Member | Column::Value)) => {
            matches!(section, Role::Members | Role::Values) || is_enum_page
        }
        Some(Some(Column::Name)) => matches!(section, Role::Members | Role::Values) || is_enum_page,
        Some(Some(Column::Property)) => is_enum_page && section == Role::Title,
        Some(None) => section == Role::Values,
        _ => false,
    };
    fits && !typed
}

/// Whether a part of a page is about an enumeration although its heading is but a name: none of its tables has types, it
/// has no code, and the first table has a column of members or values that are names, or the words before it begin with
/// what such types are called: "An enumeration of colors".
pub(crate) fn are_listed(page: &Page, ledger: &Ledger<'_>) -> bool {
    let columns = |table: &Table| ledger.columns(table);
    let tables = || {
        page.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Table(table) => Some((block, table)),
            _ => None,
        })
    };
    let has_code = page.blocks.iter().any(|block| matches!(block.kind, BlockKind::Fence(_)));
    let are_typed = tables().any(|(_, table)| columns(table).contains(&Some(Column::Type)));
    let first = tables().next().filter(|(block, _)| ledger.role(block.section) == Role::Title);
    let Some((_, table)) =
        first.filter(|_| page.path.contains(page::PART) && !has_code && !are_typed)
    else {
        return false;
    };
    match columns(table).first().copied().flatten() {
        Some(Column::Member | Column::Value) => initials(table).all(char::is_alphabetic),
        Some(Column::Property | Column::Name) => is_called_one(page, ledger.origin.grammar()),
        _ => false,
    }
}

fn is_called_one(page: &Page, grammar: &TypeGrammar) -> bool {
    let text = page.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Paragraph(text) => Some(text.plain()),
        _ => None,
    });
    let text = text.unwrap_or_default();
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.find(|word| {
        grammar.is(word, TypeWord::Enumeration) || !grammar.is(word, TypeWord::Beside)
    });
    first.is_some_and(|word| grammar.is(word, TypeWord::Enumeration))
}

/// With what the name in each row begins; with a space where there is none.
pub(crate) fn initials(table: &Table) -> impl Iterator<Item = char> {
    let name = |row: &page::Row| row.cells.first().map(Text::plain).unwrap_or_default();
    let initial = |name: String| name.trim_matches(['*', '`', '"']).chars().next().unwrap_or(' ');
    table.rows.iter().map(name).map(initial)
}

/// The property whose values a table lists: "kind value | Description", or "Value | Description" below
/// a heading that is one identifier.
pub(crate) fn property_of(
    table: &Table,
    columns: &[Option<Column>],
    section: &page::Section,
    english: &English,
) -> Option<String> {
    let header = table.header.first()?.plain();
    let named = match header.split_once(' ') {
        Some((name, rest)) if english.is_word(rest, Class::Values) => name.to_owned(),
        None if columns.first() == Some(&Some(Column::Value)) => section.title.plain(),
        _ => return None,
    };
    let identifier = named.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    (identifier && !named.is_empty()).then_some(named)
}

/// The members of a table; rows that name none are reported.
pub(crate) fn members(
    table: &Table,
    columns: &[Option<Column>],
    page_path: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<MemberFacts> {
    let position = |wanted: Column| {
        columns.iter().skip(1).position(|column| *column == Some(wanted)).map(|at| at + 1)
    };
    let number = position(Column::Value).or_else(|| position(Column::Member));
    let description = position(Column::Description)
        .or_else(|| (1..columns.len()).rev().find(|at| Some(*at) != number));
    let member = |row: &page::Row| {
        let Some(name) = name(row.cells.first()?) else {
            diagnostics.extend(unnamed::row(codes::MEMBER_ROW, "member", row));
            return None;
        };
        let value = number.and_then(|at| integer(&row.cells.get(at)?.plain()));
        let text = description.and_then(|at| row.cells.get(at));
        let description = text
            .map(|text| words::words(text, page_path))
            .filter(|description| !description.is_empty());
        Some(MemberFacts { name, value, description })
    };
    table.rows.iter().filter_map(member).collect()
}

/// A member as a list item: "`left`: aligned to the left".
pub(crate) fn item(text: &Text, page_path: &str) -> Option<MemberFacts> {
    let at = text.runs.iter().position(|run| !run.text.trim().is_empty())?;
    let (first, rest) = (&text.runs[at], &text.runs[at + 1..]);
    if !(first.code || first.strong) || !is_member(first.text.trim()) {
        return None;
    }
    let description = words::of_runs(&behind_colon(rest), page_path);
    Some(MemberFacts {
        name: Fact::new(first.text.trim().to_owned(), first.span, RULE),
        value: None,
        description: (!description.is_empty()).then_some(description),
    })
}

/// The runs without the blanks, colons and dashes at their start.
fn behind_colon(runs: &[Run]) -> Vec<Run> {
    let mut runs = runs.to_vec();
    while let Some(first) = runs.first_mut().filter(|run| !run.code && run.link.is_none()) {
        let text = first.text.trim_start_matches([' ', '\n', ':', '-', '–', '—']);
        if !text.is_empty() {
            first.text = text.to_owned();
            break;
        }
        runs.remove(0);
    }
    runs
}

/// The member's name in the first cell.
fn name(cell: &Text) -> Option<Fact<String>> {
    let plain = cell.plain();
    let bare = plain.trim_matches(['*', '`', '"', '\'', '.', ',']).trim();
    // A remark may follow the name: "none (default)".
    let name = bare.split(" (").next().unwrap_or(bare).trim();
    is_member(name).then(|| Fact::new(name.to_owned(), name_span(cell), RULE))
}

fn name_span(cell: &Text) -> Span {
    cell.runs.iter().find(|run| !run.text.trim().is_empty()).map_or(cell.span, |run| run.span)
}

/// One to four words of letters, digits, `_`, `-` and `.`, not a sentence.
fn is_member(name: &str) -> bool {
    let plain = name
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | '+' | '/' | '@' | '#'));
    !name.is_empty() && plain && name.split(' ').count() <= 4
}

fn integer(text: &str) -> Option<i64> {
    let text = text.trim().trim_matches(['`', '\'', '"']);
    match text.strip_prefix("0x") {
        Some(hex) => i64::from_str_radix(hex, 16).ok(),
        None => text.parse().ok(),
    }
}
