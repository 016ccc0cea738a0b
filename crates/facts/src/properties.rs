//! Rows of property, relationship and parameter tables.
//!
//! Recognises a table by its columns and the role of its section, reads its rows one by one, and
//! reports rows that are none. Does not know whose properties they are.

use diag::{Diagnostic, codes};
use page::{Row, Run, Table, Text};

use crate::description;
use crate::english::{Class, English};
use crate::notes::of_type_cell;
use crate::origin::Origin;
use crate::type_cell::{read_type_cell, states_nullable};
use crate::{Column, Role};
use crate::{Fact, Mention, Note, PropertyFacts, Rule, TableRole, TypeCell, link, required};

mod name;
#[cfg(test)]
mod tests;

use name::{RowName, row_name};

pub(crate) const RULE: Rule = "properties-table";
const DEFAULT_RULE: Rule = "default-column";

/// Where the columns of a property table stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    role: TableRole,
    name: usize,
    ty: Option<usize>,
    required: Option<usize>,
    default: Option<usize>,
    description: Vec<usize>,
}

/// The layout of a table that lists properties of a type; `None` for any other table.
pub(crate) fn layout(columns: &[Option<Column>], section: Role) -> Option<Layout> {
    let position = |wanted: Column| columns.iter().position(|column| *column == Some(wanted));
    let ty = position(Column::Type).or_else(|| position(Column::ReturnType)).filter(|at| *at > 0);
    let in_section =
        matches!(section, Role::Properties | Role::Relationships | Role::NamedType | Role::Title);
    let lists = match columns.first()?.as_ref()? {
        Column::Property | Column::Relationship => in_section,
        Column::Name => in_section && section != Role::Title && ty.is_some(),
        _ => false,
    };
    if !lists {
        return None;
    }
    let relationship = columns[0] == Some(Column::Relationship) || section == Role::Relationships;
    let role = if relationship { TableRole::Relationships } else { TableRole::Properties };
    Some(with_columns(columns, role, ty))
}

/// The layout of a table whose first column names the members of a request body or parameters.
pub(crate) fn parameter_layout(columns: &[Option<Column>]) -> Option<Layout> {
    let first = columns.first()?.as_ref()?;
    let named = matches!(first, Column::Property | Column::Parameter | Column::Name);
    let ty = columns.iter().position(|column| *column == Some(Column::Type)).filter(|at| *at > 0);
    named.then(|| with_columns(columns, TableRole::Parameters, ty))
}

fn with_columns(columns: &[Option<Column>], role: TableRole, ty: Option<usize>) -> Layout {
    let position = |wanted: Column| columns.iter().position(|column| *column == Some(wanted));
    let (required, default) = (position(Column::Required), position(Column::Default));
    let taken = [Some(0), ty, required, default];
    let description = match position(Column::Description).filter(|at| *at > 0) {
        Some(at) => vec![at],
        None => (1..columns.len()).filter(|at| !taken.contains(&Some(*at))).collect(),
    };
    Layout { role, name: 0, ty, required, default, description }
}

/// The layout of "Method | Return type | Description" below a Properties heading whose rows link
/// nowhere: the header was copied from another section.
pub(crate) fn mistitled_layout(
    table: &Table,
    columns: &[Option<Column>],
    section: Role,
) -> Option<Layout> {
    let links =
        table.rows.iter().filter_map(|row| row.cells.first()).any(|cell| !cell.links().is_empty());
    let mistitled = section == Role::Properties
        && columns.first() == Some(&Some(Column::Method))
        && columns.contains(&Some(Column::ReturnType));
    (mistitled && !links).then(|| {
        let ty = columns.iter().position(|column| *column == Some(Column::ReturnType));
        with_columns(columns, TableRole::Properties, ty)
    })
}

/// The rows of a table with this layout.
pub(crate) fn rows(
    table: &Table,
    layout: &Layout,
    origin: Origin<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<PropertyFacts> {
    let mut properties = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let Some(cell) = row.cells.get(layout.name) else { continue };
        match row_name(cell, row, origin.english()) {
            RowName::Property { name, deprecated } => {
                properties.push(property(row, layout, origin, name, deprecated));
            }
            RowName::NotOne => {}
            RowName::Odd => diagnostics.push(
                Diagnostic::new(codes::PROPERTY_ROW, row.span, "this row names no property")
                    .label(format!("`{}` is no property name", cell.plain()))
                    .help("the row is left out"),
            ),
        }
    }
    properties
}

fn property(
    row: &Row,
    layout: &Layout,
    origin: Origin<'_>,
    name: Fact<String>,
    deprecated: Option<Fact<Note>>,
) -> PropertyFacts {
    let text = description_cell(row, layout);
    let description = description::read(&text, origin);
    let mut notes = description.notes;
    notes.extend(deprecated);
    let required = layout.required.and_then(|at| row.cells.get(at));
    notes.extend(required.and_then(|cell| required::answer(cell, origin.english())));
    notes.extend(default_column(row, layout, origin.english()));
    notes.extend(nullable_type(row, layout, origin));
    notes.extend(layout.ty.and_then(|at| of_type_cell(row.cells.get(at)?, origin)));
    PropertyFacts {
        name,
        role: layout.role,
        ty: type_cell(row, layout, origin),
        description: description.words,
        notes,
        values: description.values,
    }
}

/// The description cell, or all cells that no column name explains.
fn description_cell(row: &Row, layout: &Layout) -> Text {
    let mut cells = layout.description.iter().filter_map(|at| row.cells.get(*at));
    let Some(first) = cells.next() else { return Text::empty(row.span) };
    let mut text = first.clone();
    for cell in cells.filter(|cell| !cell.is_empty()) {
        text.runs.push(Run::plain(" ", cell.span));
        text.runs.extend(cell.runs.iter().cloned());
        text.span = text.span.to(cell.span);
    }
    text
}

fn type_cell(row: &Row, layout: &Layout, origin: Origin<'_>) -> Option<Fact<TypeCell>> {
    let cell = row.cells.get(layout.ty?).filter(|cell| !cell.is_empty())?;
    let mut ty = read_type_cell(cell, origin);
    if layout.role == TableRole::Relationships
        && let Some(linked) = linked_name(row, layout, origin)
        && ty.mentions.iter().all(|mention| mention.link.is_none())
    {
        ty.mentions.insert(0, linked);
    }
    Some(Fact::new(ty, cell.span, RULE))
}

/// The resource that a relationship's own name links to: "`[customer](dynamics_customer.md)`".
fn linked_name(row: &Row, layout: &Layout, origin: Origin<'_>) -> Option<Mention> {
    let (name, destination) = row.cells.get(layout.name)?.links().into_iter().next()?;
    let page = link::resolve(origin.path, &destination)?;
    origin
        .dialect
        .is_page_of_type(&page)
        .then(|| Mention { name: name.trim().to_owned(), link: Some(page) })
}

fn nullable_type(row: &Row, layout: &Layout, origin: Origin<'_>) -> Option<Fact<Note>> {
    let cell = row.cells.get(layout.ty?).filter(|cell| states_nullable(cell, origin.grammar()))?;
    Some(Fact::new(Note::Nullable(true), cell.span, RULE))
}

fn default_column(row: &Row, layout: &Layout, english: &English) -> Option<Fact<Note>> {
    let cell = row.cells.get(layout.default?)?;
    let value = cell.plain();
    let is_code = cell.runs.iter().any(|run| run.code);
    let states = !value.is_empty() && (is_code || !english.is_word(&value, Class::NoDefault));
    states.then(|| Fact::new(Note::Default(value), cell.span, DEFAULT_RULE))
}
