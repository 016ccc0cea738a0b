//! Relationships in whose expansion an example selects what only derived types have, by its name alone.
//!
//! OData puts the name of the derived type before it. A service whose documentation does without is asked
//! as it is documented, of this relationship and at every operation; where it shows both, as OData has it.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, codes};

use super::Calls;
use super::query::Expanded;
use super::request_line::{self, split_outside};
use facts::Fact;

use crate::api::{Example, Property, QualifiedName, Struct};

const RULE: &str = "example-select";

/// A relationship: the type that declares it, and its name.
type Relationship = (Option<QualifiedName>, String);

/// The relationships, each with the first example that shows it, and a report there.
pub(crate) struct BareSelects(BTreeMap<Relationship, Bare>);

impl BareSelects {
    /// Looks for them in all examples.
    pub(crate) fn new(calls: &Calls<'_>) -> Self {
        let (mut found, mut cast) = (BTreeMap::<Relationship, Bare>::new(), BTreeSet::new());
        for (index, operation) in calls.operations.iter().enumerate() {
            for example in &operation.examples {
                calls.selected(index, example, &mut |relationship, base, selected| {
                    let key = (relationship.declared_in.clone(), relationship.wire_name.clone());
                    match selected {
                        Selected::Cast => drop(cast.insert(key)),
                        Selected::Bare(name) => {
                            found
                                .entry(key)
                                .or_insert_with(|| Bare::new(example, relationship, base, name));
                        }
                    }
                });
            }
        }
        found.retain(|key, _| !cast.contains(key));
        Self(found)
    }

    /// Marks them.
    pub(crate) fn mark(self, structs: &mut [Struct]) -> impl Iterator<Item = Diagnostic> {
        for field in structs.iter_mut().flat_map(|it| &mut it.fields) {
            let key = (field.declared_in.clone(), field.wire_name.clone());
            field.query.bare_select = self.0.get(&key).map(|it| it.shown.clone());
        }
        self.0.into_values().map(|it| it.report)
    }
}

/// The first example that shows it, and the report there.
struct Bare {
    shown: Fact<bool>,
    report: Diagnostic,
}

impl Bare {
    fn new(
        example: &Example,
        relationship: &Property,
        base: &QualifiedName,
        selected: &str,
    ) -> Self {
        let message = format!(
            "`{}` is expanded with `{selected}`, which types derived from `{base}` have: their names are left out, \
             as here",
            relationship.wire_name
        );
        Self {
            shown: Fact::new(true, example.span, RULE),
            report: Diagnostic::new(codes::EXAMPLE_SELECT, example.span, message),
        }
    }
}

/// How an example selects what only a derived type has.
enum Selected<'t> {
    /// Behind the type's name.
    Cast,
    /// By this name alone.
    Bare(&'t str),
}

fn is_expand(option: &str) -> bool {
    option.trim_start_matches('$').eq_ignore_ascii_case("expand")
}

/// Takes the relationship, the type that it leads to, and what is selected.
type Take<'t> = dyn FnMut(&Property, &QualifiedName, Selected<'_>) + 't;

impl Calls<'_> {
    fn selected(&self, operation: usize, example: &Example, take: &mut Take<'_>) {
        let Ok(line) = request_line::parse(example) else { return };
        if !line.query.iter().any(|(name, _)| is_expand(name)) {
            return;
        }
        let Some((found, of_type, _)) = self.found(operation, &line) else { return };
        let held = of_type.or_else(|| self.held(&self.operations[found.operation]));
        let Some(held) = held else { return };
        for (name, value) in &line.query {
            self.selected_by(name, value, held, take);
        }
    }

    fn selected_by(&self, name: &str, value: &str, held: &QualifiedName, take: &mut Take<'_>) {
        if !is_expand(name) {
            return;
        }
        for text in split_outside(value, ',') {
            let Some(expanded) = self.expanded(text.trim(), held) else { continue };
            let Expanded { property, target, options } = expanded;
            let Some(relationship) = self.end(&property) else { continue };
            for (name, value) in options {
                if name.trim_start_matches('$').eq_ignore_ascii_case("select") {
                    let names = split_outside(value, ',').into_iter().map(str::trim);
                    let selected = names.filter_map(|it| self.selected_name(target, held, it));
                    selected.for_each(|it| take(relationship, target, it));
                }
                self.selected_by(name, value, target, take);
            }
        }
    }

    fn selected_name<'t>(
        &self,
        base: &QualifiedName,
        held: &QualifiedName,
        text: &'t str,
    ) -> Option<Selected<'t>> {
        match self.property_path(base, text) {
            Some(path) => (path.steps[0].0 != *base).then_some(Selected::Cast),
            None => self.bare_path(base, held, text).map(|_| Selected::Bare(text)),
        }
    }
}
