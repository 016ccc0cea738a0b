//! The line of facts under the docs' words of a property: what the service does with it.

use model::{Mutability, Property, QueryCapabilities, Returned, Struct};
use text::Words;

/// One sentence per fact, in a fixed order: `Read-only. Returned only on `$select`. Default: `x`.`
/// "Required" means whatever the docs mean by it, and creation only where `create` asks for the property.
pub(crate) fn line(property: &Property, owner: &Struct) -> Words {
    let asked = owner.constructor.iter().flat_map(|it| &it.required);
    let asked = asked.into_iter().any(|it| it.value == property.wire_name);
    sentences(property, if asked { "Required on create" } else { "Required" })
}

/// The same for a body parameter, where "required" has no other meaning.
pub(crate) fn parameter_line(property: &Property) -> Words {
    sentences(property, "Required")
}

fn sentences(property: &Property, required: &'static str) -> Words {
    let say = |words: &str| Words::new().text(words);
    let facts = [
        property.mutability.as_ref().map(|fact| say(mutability(fact.value))),
        is_true(property.required.as_ref()).then(|| say(required)),
        property.nullable.as_ref().map(|fact| say(nullable(fact.value))),
        property.returned.as_ref().map(|fact| returned(fact.value)),
        supported(&property.query),
        is_unfiltered(&property.query).then(|| say("Does not support ").code("$filter")),
        property.max_length.as_ref().map(|fact| say(&format!("At most {} characters", fact.value))),
        property.default.as_ref().map(|fact| say("Default: ").code(&fact.value)),
    ];
    Words::new().join(facts.into_iter().flatten().map(|fact| fact.text(".")), " ")
}

fn is_true(fact: Option<&model::Fact<bool>>) -> bool {
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

fn returned(value: Returned) -> Words {
    match value {
        Returned::ByDefault => Words::new().text("Returned by default"),
        Returned::OnlyOnSelect => Words::new().text("Returned only on ").code("$select"),
    }
}

fn supported(query: &QueryCapabilities) -> Option<Words> {
    let filter = query.filter.as_ref().filter(|_| !is_unfiltered(query));
    let filter = filter.map(|fact| {
        let words = Words::new().code("$filter");
        let operators = fact.value.iter().map(|it| Words::new().text(spelled(it)));
        match &fact.value[..] {
            [] => words,
            _ => words.text(" (").join(operators, ", ").text(")"),
        }
    });
    let others =
        [("$orderby", &query.order_by), ("$search", &query.search), ("$expand", &query.expand)];
    let others = others.into_iter().filter(|(_, fact)| is_true(fact.as_ref()));
    let others = others.map(|(name, _)| Words::new().code(name));
    let options: Vec<Words> = filter.into_iter().chain(others).collect();
    (!options.is_empty()).then(|| Words::new().text("Supports ").join(options, ", "))
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
