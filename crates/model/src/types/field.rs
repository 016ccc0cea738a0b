//! Properties and parameters as far as statements decide them, and what their rows say.
//!
//! A field's rows are its precedence: for each question, the first row with an answer counts. What other
//! statements add (JSON representation, bases, value lists) is settled by the callers.

use diag::{Diagnostic, Span, codes};
use facts::{Fact, JsonMember, Note, PropertyFacts, Rule, TableRole};
use text::Notice;

use super::id::{Type, TypeId};
use super::index::TypeIndex;
use super::value::{json_type, value_type};
use crate::{
    ItemType, Mutability, OperatorSet, PropertyKind, QueryCapabilities, Returned, ValueType,
};

/// A row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row<'a> {
    /// The path of its page.
    pub(crate) page: &'a str,
    /// What it says.
    pub(crate) facts: &'a PropertyFacts,
}

/// A property, own or inherited, or a parameter in a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field<'a> {
    /// The JSON name.
    pub(crate) wire_name: &'a str,
    /// The type that declares it; none for a parameter.
    pub(crate) owner: Option<TypeId>,
    /// Its type.
    pub(crate) ty: Fact<Type>,
    /// Structural or navigation.
    pub(crate) kind: PropertyKind,
    /// The rows that describe it, the nearest to its type first; none where only JSON shows it.
    pub(crate) rows: Vec<Row<'a>>,
    /// Values that are listed for it.
    pub(crate) values: Vec<&'a str>,
    /// The path of the page that the strongest statement stands on.
    pub(crate) page: &'a str,
    /// Where it names the field.
    pub(crate) at: &'a Fact<String>,
}

impl<'a> Field<'a> {
    /// What a row says by itself. A type that cannot be resolved becomes any JSON and is reported.
    pub(crate) fn parameter(
        row: Row<'a>,
        index: &TypeIndex,
        namespace: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let ty = cell_type(row.facts, index, namespace).unwrap_or_else(|| {
            diagnostics.push(unresolved(row.facts));
            untyped(row.facts)
        });
        Self::new(row, None, ty, kind(row.facts.role))
    }

    /// A parameter that only the JSON of a body on `page` shows.
    pub(crate) fn shown(
        member: &'a JsonMember,
        page: &'a str,
        index: &TypeIndex,
        namespace: &str,
    ) -> Self {
        let Fact { span, rule, .. } = member.name;
        let ty = match json_type(member, index, namespace) {
            Some(value) => Fact { value, span, rule },
            None => Fact { value: ItemType::Untyped.one(), span, rule: UNRESOLVED },
        };
        Self {
            wire_name: &member.name.value,
            owner: None,
            ty,
            kind: PropertyKind::Structural,
            rows: Vec::new(),
            values: Vec::new(),
            page,
            at: &member.name,
        }
    }

    /// A field with the answers that no row gives.
    pub(crate) fn new(
        row: Row<'a>,
        owner: Option<TypeId>,
        ty: Fact<Type>,
        kind: PropertyKind,
    ) -> Self {
        Self {
            wire_name: &row.facts.name.value,
            owner,
            ty,
            kind,
            rows: vec![row],
            values: row.facts.values.iter().map(|value| value.value.as_str()).collect(),
            page: row.page,
            at: &row.facts.name,
        }
    }

    /// The same as inherited by a type whose own row describes it once more. The base decides what it is,
    /// the derived type what is said about it.
    pub(crate) fn restated(&self, row: Row<'a>) -> Self {
        let Self { rows, values, .. } = Self::new(row, None, self.ty.clone(), self.kind);
        Self {
            rows: rows.into_iter().chain(self.rows.iter().copied()).collect(),
            values: if values.is_empty() { self.values.clone() } else { values },
            page: row.page,
            at: &row.facts.name,
            ..self.clone()
        }
    }

    /// Where it is stated.
    pub(crate) fn span(&self) -> Span {
        self.at.span
    }

    /// The rule that read it.
    pub(crate) fn rule(&self) -> Rule {
        self.at.rule
    }

    /// Where all statements stand that answers about it rest on.
    pub(crate) fn answers(&self) -> impl Iterator<Item = Span> {
        let query = self.query();
        let flags = [self.nullable(), self.required(), query.order_by, query.search, query.expand];
        let others = [
            Some(self.span()),
            Some(self.ty.span),
            self.mutability().map(|it| it.span),
            self.returned().map(|it| it.span),
            query.filter.map(|it| it.span),
            self.default().map(|it| it.span),
            self.max_length().map(|it| it.span),
        ];
        flags.into_iter().map(|it| it.map(|it| it.span)).chain(others).flatten()
    }

    /// `null` is allowed.
    pub(crate) fn nullable(&self) -> Option<Fact<bool>> {
        self.note(nullable)
    }

    /// Must be given on create.
    pub(crate) fn required(&self) -> Option<Fact<bool>> {
        self.note(|note| match note {
            Note::Required | Note::RequiredOnCreate => Some(true),
            Note::Optional => Some(false),
            _ => None,
        })
    }

    /// Who may write it by its own rows.
    pub(crate) fn mutability(&self) -> Option<Fact<Mutability>> {
        self.note(mutability)
    }

    /// When the service returns it.
    pub(crate) fn returned(&self) -> Option<Fact<Returned>> {
        self.note(returned)
    }

    /// What a query may do with it.
    pub(crate) fn query(&self) -> QueryCapabilities {
        let says = |note: Note| self.note(|it| (*it == note).then_some(true));
        let filter = self.note(|note| match note {
            Note::Filter(operators) => Some(operators.clone()),
            _ => None,
        });
        let stated = filter.as_ref().map(|fact| fact.value.as_slice());
        QueryCapabilities {
            operators: stated.and_then(|it| OperatorSet::new(it, self.ty.value.collection)),
            filter,
            order_by: says(Note::OrderBy),
            search: says(Note::Search),
            expand: says(Note::Expand),
            bare_select: None,
        }
    }

    /// The default value as written.
    pub(crate) fn default(&self) -> Option<Fact<String>> {
        self.note(|note| match note {
            Note::Default(value) => Some(value.clone()),
            _ => None,
        })
    }

    /// The most characters that a text may have.
    pub(crate) fn max_length(&self) -> Option<Fact<u32>> {
        self.note(|note| match note {
            Note::MaxLength(length) => Some(*length),
            _ => None,
        })
    }

    /// Deprecated, and why.
    pub(crate) fn deprecated(&self) -> Option<Notice> {
        let notice = self.note(|note| match note {
            Note::Deprecated(wording) => Some(Notice::plain(wording)),
            _ => None,
        });
        notice.map(|notice| notice.value)
    }

    /// Whether what is printed of the field says what the note does.
    pub(crate) fn says(&self, note: &Note) -> bool {
        let query = self.query();
        let says = |fact: Option<Fact<bool>>| fact.is_some_and(|fact| fact.value);
        match note {
            Note::ReadOnly | Note::CreateOnly | Note::WriteOnly => {
                self.mutability().map(|fact| fact.value) == mutability(note)
            }
            Note::Nullable(_) => self.nullable().map(|fact| fact.value) == nullable(note),
            Note::Required => says(self.required()),
            Note::SelectOnly | Note::ReturnedByDefault => {
                self.returned().map(|fact| fact.value) == returned(note)
            }
            Note::Filter(operators) => query.filter.is_some_and(|fact| fact.value == *operators),
            Note::OrderBy => says(query.order_by),
            Note::Search => says(query.search),
            Note::Expand => says(query.expand),
            Note::MaxLength(length) => self.max_length().is_some_and(|it| it.value == *length),
            Note::Default(value) => self.default().is_some_and(|it| it.value == *value),
            _ => false,
        }
    }

    /// The first note that `read` understands, of the first row that has one.
    fn note<T>(&self, read: impl Fn(&Note) -> Option<T>) -> Option<Fact<T>> {
        self.rows.iter().find_map(|row| find(row.facts, &read))
    }
}

/// The first note of a row that `read` understands.
pub(crate) fn find<T>(row: &PropertyFacts, read: impl Fn(&Note) -> Option<T>) -> Option<Fact<T>> {
    row.notes
        .iter()
        .find_map(|note| Some(Fact { value: read(&note.value)?, span: note.span, rule: note.rule }))
}

/// Whether a note says that `null` is allowed.
pub(crate) fn nullable(note: &Note) -> Option<bool> {
    match note {
        Note::Nullable(allowed) => Some(*allowed),
        _ => None,
    }
}

fn mutability(note: &Note) -> Option<Mutability> {
    match note {
        Note::ReadOnly => Some(Mutability::ReadOnly),
        Note::CreateOnly => Some(Mutability::CreateOnly),
        Note::WriteOnly => Some(Mutability::WriteOnly),
        _ => None,
    }
}

fn returned(note: &Note) -> Option<Returned> {
    match note {
        Note::SelectOnly => Some(Returned::OnlyOnSelect),
        Note::ReturnedByDefault => Some(Returned::ByDefault),
        _ => None,
    }
}

/// The type that the row's cell states, if it can be resolved.
pub(crate) fn cell_type(
    row: &PropertyFacts,
    index: &TypeIndex,
    namespace: &str,
) -> Option<Fact<Type>> {
    let cell = row.ty.as_ref()?;
    let value = value_type(&cell.value, index, namespace)?;
    Some(Fact { value, span: cell.span, rule: cell.rule })
}

/// The rule of a type that nothing tells.
const UNRESOLVED: Rule = "unresolved-type";

/// Any JSON, as a collection if the cell says at least that.
pub(crate) fn untyped(row: &PropertyFacts) -> Fact<Type> {
    let collection = row.ty.as_ref().is_some_and(|cell| cell.value.collection);
    let span = row.ty.as_ref().map_or(row.name.span, |cell| cell.span);
    Fact::new(ValueType { item: ItemType::Untyped, collection }, span, UNRESOLVED)
}

/// The report for a row whose type nothing tells.
pub(crate) fn unresolved(row: &PropertyFacts) -> Diagnostic {
    let name = &row.name.value;
    match &row.ty {
        None => Diagnostic::new(
            codes::MISSING_TYPE,
            row.name.span,
            format!("no type is stated for `{name}`"),
        ),
        Some(cell) => Diagnostic::new(
            codes::UNKNOWN_TYPE,
            cell.span,
            format!("nothing documents the type `{}` of `{name}`", cell.value.text),
        ),
    }
    .help("the property takes any JSON value")
}

fn kind(role: TableRole) -> PropertyKind {
    match role {
        TableRole::Relationships => PropertyKind::Navigation,
        TableRole::Properties | TableRole::Parameters => PropertyKind::Structural,
    }
}
