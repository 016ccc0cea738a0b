//! Properties of types, and parameters in bodies.

use facts::{Fact, Note};

use super::Assembly;
use crate::layout::is_boxed;
use crate::types::{Field, Row, TypeId};
use crate::{Access, Docs, Property, corrections, docs};

impl Assembly<'_> {
    /// The property that a field is, with its Rust name; of the type `heir`, which may inherit it.
    pub(super) fn property(
        self,
        field: &Field<'_>,
        rust_name: &str,
        access: &Fact<Access>,
        heir: Option<TypeId>,
    ) -> Property {
        Property {
            wire_name: field.wire_name.to_owned(),
            rust_name: rust_name.to_owned(),
            declared_in: field.owner.map(|id| self.name(id)),
            ty: self.decided(&field.ty),
            kind: field.kind,
            boxed: is_boxed(self.form(field.ty.value.item), field.ty.value.collection, field.kind),
            nullable: field.nullable(),
            required: field.required(),
            mutability: field.mutability(),
            access: access.clone(),
            returned: field.returned(),
            query: field.query(),
            default: field.default(),
            max_length: field.max_length(),
            values: field.values.iter().map(|&value| value.to_owned()).collect(),
            docs: self.field_docs(field, field.owner != heir),
            deprecated: field.deprecated(),
            span: field.span(),
            rule: field.rule(),
        }
    }

    /// What the first row with words says, and where. Sentences that say no more than the property does are left
    /// out.
    fn field_docs(self, field: &Field<'_>, is_inherited: bool) -> Docs {
        let told = |note: &Note| match note {
            Note::InheritedFrom(_) => is_inherited,
            note => field.says(note),
        };
        let has_words = |it: &&Row<'_>| {
            it.facts.description.as_ref().is_some_and(|words| !words.value.is_empty())
        };
        let mut docs = match field.rows.iter().find(has_words).or(field.rows.last()) {
            Some(row) => {
                let text = row.facts.description.as_ref().map(|words| words.value.untold(told));
                docs::docs(text.as_ref(), row.facts.name.span, row.page, self.options)
            }
            None => docs::docs(None, field.span(), field.page, self.options),
        };
        let places = field.rows.iter().map(|row| (row.page, row.facts.name.span));
        let corrections = &self.answers.corrections;
        corrections::tell(&mut docs, places.flat_map(|(page, at)| corrections.of(page, at)));
        docs
    }
}
