//! Rows that name what the value of a property has: `owner.name`, `lines[].id`.
//!
//! Together they describe a type. Where the row of the property names none, it goes by the names of its owner and of the
//! property, `shipOwner`, and that is reported.

#[cfg(test)]
mod tests;

use diag::{Diagnostic, codes};

use crate::name::camel_case;
use crate::title::simple;
use crate::{
    Dialect, Fact, Mention, OperationFacts, Primitive, PropertyFacts, Rule, TableRole, TypeCell,
    TypeFacts, operation,
};

/// Names the types that such rows describe.
pub const RULE: Rule = "nested-rows";

/// Behind the name of a property that has many values.
const MANY: &str = "[]";

/// Moves such rows of the types of a page, and of what it sends, into types of their own.
pub(crate) fn set_apart(
    path: &str,
    types: &mut Vec<TypeFacts>,
    operation: Option<&mut OperationFacts>,
    dialect: &Dialect,
    reports: &mut Vec<Diagnostic>,
) {
    let mut found = Found { dialect, reports, types: Vec::new() };
    for facts in &mut *types {
        let Some(owner) = facts.names.first().map(|name| simple(&name.value).to_owned()) else {
            continue;
        };
        found.set_apart(&owner, &mut facts.properties);
    }
    if let Some(operation) = operation {
        found.set_apart(&operation::name_of_call(path), &mut operation.body.properties);
    }
    types.append(&mut found.types);
}

/// The types that are found, and what is reported of them.
struct Found<'a> {
    dialect: &'a Dialect,
    reports: &'a mut Vec<Diagnostic>,
    types: Vec<TypeFacts>,
}

/// Rows of one property's value.
struct Nested {
    /// The property.
    name: Fact<String>,
    role: TableRole,
    /// It has many values.
    is_many: bool,
    /// What one of them has, without the name of the property.
    rows: Vec<PropertyFacts>,
}

impl Found<'_> {
    fn set_apart(&mut self, owner: &str, rows: &mut Vec<PropertyFacts>) {
        for mut nested in nested(rows) {
            let at = rows.iter().position(|row| row.name.value == nested.name.value);
            let at = at.unwrap_or_else(|| {
                rows.push(implied(&nested));
                rows.len() - 1
            });
            let row = &mut rows[at];
            let Some(name) = self.type_of(owner, row, &nested) else {
                self.reports.extend(nested.rows.iter().map(|it| has_no_members(row, it)));
                continue;
            };
            self.set_apart(&name, &mut nested.rows);
            let names = vec![Fact::new(name, nested.name.span, RULE)];
            self.types.push(TypeFacts { properties: nested.rows, ..TypeFacts::named(names) });
        }
    }

    /// What the type of a property with members is called, which its row says afterwards; `None` if the row says that it
    /// has none.
    fn type_of(&mut self, owner: &str, row: &mut PropertyFacts, nested: &Nested) -> Option<String> {
        let ty = &mut row.ty.get_or_insert_with(|| cell_of(&nested.name)).value;
        ty.collection |= nested.is_many;
        let meaning = |it: &Mention| self.dialect.primitives().meaning(&it.name);
        let means_any = |it: &Mention| meaning(it) == Some(Primitive::Untyped);
        match ty.mentions.iter().find(|it| !means_any(it)) {
            Some(it) if meaning(it).is_some() => return None,
            Some(it) => return Some(simple(&it.name).to_owned()),
            None => {}
        }
        let one = match ty.collection {
            true => self.dialect.plurals().singular(&row.name.value),
            false => row.name.value.clone(),
        };
        let name = camel_case(&[owner, &one]);
        self.reports.push(unnamed(&nested.name, &name));
        ty.mentions = vec![Mention { name: name.clone(), link: None }];
        Some(name)
    }
}

/// Takes the rows that name members of a property out of a list, together by property, in the order of the first of each.
fn nested(rows: &mut Vec<PropertyFacts>) -> Vec<Nested> {
    let mut all: Vec<Nested> = Vec::new();
    for mut row in rows.extract_if(.., |row| row.name.value.contains('.')) {
        let role = row.role;
        let (head, rest) = row.name.value.split_once('.').expect("it was just looked for");
        let (head, is_many) = head.strip_suffix(MANY).map_or((head, false), |it| (it, true));
        let name = Fact::new(head.to_owned(), row.name.span, RULE);
        row.name.value = rest.to_owned();
        row.role = TableRole::Properties;
        match all.iter_mut().find(|known| known.name.value == name.value) {
            Some(known) => {
                known.is_many |= is_many;
                known.rows.push(row);
            }
            None => all.push(Nested { name, role, is_many, rows: vec![row] }),
        }
    }
    all
}

/// The row of a property that only the rows of its members name.
fn implied(nested: &Nested) -> PropertyFacts {
    PropertyFacts {
        name: nested.name.clone(),
        role: nested.role,
        ty: None,
        description: None,
        notes: Vec::new(),
        values: Vec::new(),
    }
}

fn cell_of(name: &Fact<String>) -> Fact<TypeCell> {
    let cell = TypeCell { text: String::new(), collection: false, mentions: Vec::new() };
    Fact::new(cell, name.span, RULE)
}

fn unnamed(property: &Fact<String>, name: &str) -> Diagnostic {
    let message =
        format!("nothing names the type of `{}`, whose members have rows", property.value);
    Diagnostic::new(codes::NESTED_ROWS, property.span, message)
        .help(format!("it is called `{name}`, after its owner and the property"))
}

fn has_no_members(property: &PropertyFacts, row: &PropertyFacts) -> Diagnostic {
    let (name, at) = (&property.name.value, row.name.span);
    Diagnostic::new(codes::PROPERTY_ROW, at, "this row names no property")
        .label(format!("`{name}` has no members, by the type in its own row"))
        .help("the row is left out")
}
