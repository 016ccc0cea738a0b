//! The line of facts under the docs' words of a property: what the service does with it.

use model::{Mutability, Property, QueryCapabilities, Returned};

/// One sentence per fact, in a fixed order: `Read-only. Returned only on `$select`. Default: `x`.`
pub(crate) fn line(property: &Property) -> String {
    sentences(property, "Required on create")
}

/// The same for a body parameter, where "required" has no other meaning.
pub(crate) fn parameter_line(property: &Property) -> String {
    sentences(property, "Required")
}

fn sentences(property: &Property, required: &str) -> String {
    let facts = [
        property.mutability.as_ref().map(|fact| mutability(fact.value).to_owned()),
        is_true(property.required.as_ref()).then(|| required.to_owned()),
        property.nullable.as_ref().map(|fact| nullable(fact.value).to_owned()),
        property.returned.as_ref().map(|fact| returned(fact.value).to_owned()),
        supported(&property.query),
        is_unfiltered(&property.query).then(|| "Does not support `$filter`".to_owned()),
        property.default.as_ref().map(|fact| format!("Default: {}", code(&fact.value))),
    ];
    let sentences: Vec<String> = facts.into_iter().flatten().map(|fact| fact + ".").collect();
    sentences.join(" ")
}

fn is_true(fact: Option<&model::Sourced<bool>>) -> bool {
    fact.is_some_and(|fact| fact.value)
}

fn mutability(value: Mutability) -> &'static str {
    match value {
        Mutability::ReadOnly => "Read-only",
        Mutability::CreateOnly => "Set on create only",
        Mutability::WriteOnly => "Write-only",
    }
}

fn nullable(value: bool) -> &'static str {
    if value { "Nullable" } else { "Not nullable" }
}

fn returned(value: Returned) -> &'static str {
    match value {
        Returned::ByDefault => "Returned by default",
        Returned::OnlyOnSelect => "Returned only on `$select`",
    }
}

fn supported(query: &QueryCapabilities) -> Option<String> {
    let filter = query.filter.as_ref().filter(|_| !is_unfiltered(query));
    let filter = filter.map(|fact| match &fact.value[..] {
        [] => "`$filter`".to_owned(),
        operators => {
            let operators: Vec<&str> = operators.iter().map(|it| spelled(it)).collect();
            format!("`$filter` ({})", operators.join(", "))
        }
    });
    let others = [
        ("`$orderby`", &query.order_by),
        ("`$search`", &query.search),
        ("`$expand`", &query.expand),
    ];
    let others = others.into_iter().filter(|(_, fact)| is_true(fact.as_ref()));
    let options: Vec<String> =
        filter.into_iter().chain(others.map(|(name, _)| name.to_owned())).collect();
    (!options.is_empty()).then(|| format!("Supports {}", options.join(", ")))
}

fn is_unfiltered(query: &QueryCapabilities) -> bool {
    query.filter.as_ref().is_some_and(|fact| fact.value == ["none"])
}

/// Operators as the docs name them, and what the model has other words for.
fn spelled(operator: &str) -> &str {
    match operator {
        "null" => "eq null",
        "count" => "$count",
        other => other,
    }
}

/// A code span, whatever the text holds.
pub(crate) fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'"))
}
